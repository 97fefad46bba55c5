"""An embedded archive of an earlier version is moved whole, or not at all."""

import os
import random
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from newscrawl.archive.database import rebuild as rebuilding
from newscrawl.archive.database.engine import connected
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.database.rebuild import rebuild
from newscrawl.archive.postgres import cluster as pg_cluster
from newscrawl.archive.postgres.embedded_server import Server
from newscrawl.errors import ArchiveError, UsageError
from tests.archive.postgres.test_embedded_server import ask, running
from tests.archive.queries.test_article_search import found, keep, saying
from tests.ready_programs import ReadyProgram, run_ready

CTYPE = "SELECT datctype FROM pg_database WHERE datname = 'newscrawl'"
DATABASES = "SELECT string_agg(datname, ' ' ORDER BY datname) FROM pg_database"
#: All that the archive says, with what is beside its tables.
WHOLE = """
SELECT (SELECT string_agg(r::text, '' ORDER BY id) FROM (SELECT id, headline, body, read_hash
                                                        FROM revision) AS r)
    || (SELECT string_agg(s::text, '' ORDER BY article_id) FROM (SELECT article_id, url
                                                                 FROM article_list) AS s)
    || (SELECT nextval('own')) || obj_description('article_list'::regclass)
    || has_table_privilege('ann', 'articles', 'SELECT')
    || has_database_privilege('ann', 'newscrawl', 'TEMPORARY') || current_setting('work_mem')
    || (SELECT rolpassword FROM pg_authid WHERE rolname = 'ann')
"""
BESIDE = """
CREATE ROLE ann LOGIN PASSWORD 'secret'; GRANT SELECT ON articles TO ann;
REVOKE TEMPORARY ON DATABASE newscrawl FROM PUBLIC; ALTER DATABASE newscrawl SET work_mem = '7MB';
CREATE VIEW article_list AS SELECT id AS article_id, url FROM article;
COMMENT ON VIEW article_list IS 'of an analyst'; CREATE SEQUENCE own START 5; SELECT nextval('own');
SELECT lo_from_bytea(0, 'large')
"""


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose database was made as earlier versions made it, at rest."""
    home = tmp_path_factory.mktemp("older")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pg_cluster, "LETTERS", ("C",))
        with Server(home) as url:
            with connected(url) as engine:
                upgrade(engine)
                with Session(engine) as session:
                    texts = (saying(str(at), f"Партия «Россия» {at} " * 200) for at in range(60))
                    keep(session, *texts, saying("name", "x", authors=("Пётр Иванов",)))
                    session.commit()
            ask(url, BESIDE)
    return home


@pytest.fixture
def home(older: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(older, tmp_path / "home", symlinks=True))


def _whole(url: str) -> str:
    """Without moving the sequence on: each look is one of the server's own."""
    return ask(url, WHOLE.replace("nextval('own')", "last_value FROM own"))


def test_an_archive_is_moved_with_all_that_belongs_to_it(home: Path) -> None:
    with Server(home) as url:
        before = _whole(url)
        assert ask(url, CTYPE) == "C"
    lines: list[str] = []

    with Server(home).alone() as url:
        assert rebuild(url, None, lines.append) is True
    with Server(home).alone() as url:
        assert rebuild(url, None, lines.append) is False

    with Server(home) as url:
        assert ask(url, CTYPE) == "C.UTF-8"
        assert _whole(url) == before
        assert ask(url, DATABASES) == "newscrawl postgres template0 template1"
        with connected(url) as engine:
            assert upgrade(engine) is False, "its words are indexed"
            with Session(engine) as session:
                assert found(session, None, author="Иваноф") == ["name"]
    assert len(lines) == 3
    assert running(home) is None


def test_who_uses_the_archive_is_not_robbed_of_it(home: Path) -> None:
    with Server(home) as url:
        with pytest.raises(UsageError, match="in use"), Server(home).alone():
            pass
        assert ask(url, "SELECT 1") == "1"
    with Server(home).alone() as url:
        with (
            connected(url) as engine,
            engine.connect(),
            pytest.raises(UsageError, match="connected"),
        ):
            rebuild(url, None, print)
        assert ask(url, CTYPE) == "C"


def test_a_copy_that_differs_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = rebuilding._copy

    def copy_and_spoil(url: str, target: str, pg_bin: Path | None) -> None:
        copy(url, target, pg_bin)
        ask(target, "UPDATE revision SET kicker = 'x' WHERE id = 1")

    monkeypatch.setattr(rebuilding, "_copy", copy_and_spoil)
    with Server(home).alone() as url:
        before = _whole(url)
        with pytest.raises(ArchiveError, match="differs from the archive in revision"):
            rebuild(url, None, print)
        assert (_whole(url), ask(url, CTYPE)) == (before, "C")


#: Rebuilds, and is killed when the step has been done.
KILLED = """
import os, signal, sys
from pathlib import Path
from newscrawl.archive.database import rebuild as rebuilding
from newscrawl.archive.postgres.embedded_server import Server
step = getattr(rebuilding, sys.argv[2])
def last(*given):
    step(*given)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(rebuilding, sys.argv[2], last)
with Server(Path(sys.argv[1])).alone() as url:
    rebuilding.rebuild(url, None, print)
"""
COPY, OLD = rebuilding._COPY, rebuilding._OLD


@pytest.mark.parametrize(
    ("step", "ctype", "left"),
    [
        ("_create", "C", COPY),
        ("_copy", "C", COPY),
        ("_require_same", "C", COPY),
        ("_swap", "C.UTF-8", OLD),
    ],
)
def test_a_rebuild_that_is_killed_after_a_step_leaves_a_whole_archive(
    home: Path, step: str, ctype: str, left: str
) -> None:
    with Server(home) as url:
        before = _whole(url)

    killed = run_ready([sys.executable, "-c", KILLED, str(home), step])

    assert killed.returncode == -signal.SIGKILL
    with Server(home) as url:
        assert (_whole(url), ask(url, CTYPE)) == (before, ctype)
        assert left in ask(url, DATABASES)
    with Server(home).alone() as url:
        rebuild(url, None, print)
    with Server(home) as url:
        assert (_whole(url), ask(url, CTYPE)) == (before, "C.UTF-8")
        assert ask(url, DATABASES) == "newscrawl postgres template0 template1"


def test_a_rebuild_that_is_killed_at_random_moments_leaves_a_whole_archive(home: Path) -> None:
    chance = random.Random(12)
    with Server(home) as url:
        before = _whole(url)
    command = [sys.executable, "-m", "newscrawl.cli", "db", "rebuild"]
    environment = {**os.environ, "NEWSCRAWL_HOME": str(home), "NEWSCRAWL_DATABASE_URL": ""}
    for _ in range(6):
        with ReadyProgram(command, env=environment, stderr=subprocess.PIPE) as process:
            with suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0.1, 4))
            process.kill()
        with Server(home) as url:
            assert _whole(url) == before

    assert run_ready(command, env=environment).returncode == 0
    with Server(home) as url:
        assert (_whole(url), ask(url, CTYPE)) == (before, "C.UTF-8")
        assert ask(url, DATABASES) == "newscrawl postgres template0 template1"
