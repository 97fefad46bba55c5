"""A home that is there and cannot be used is no empty archive, whatever command looks into it."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.runner import COMMAND, own_environ
from tests.ready_programs import run_ready

if TYPE_CHECKING:
    import subprocess

#: What may read an archive, or look after it.
_COMMANDS = [
    "search snow",
    "show 1",
    "export",
    "outlets",
    "links moscow_times",
    "gaps moscow_times",
    "health",
    "rules list",
    "reclean",
    "replay",
    "snapshots verify",
    "snapshots export 1",
    "quarantine list",
    "quarantine retry --all",
    "crawl moscow_times",
    "crawl-due",
    "crawl-due --dry-run",
    "upgrade",
    "schedule",
    "demo",
    "db url",
    "db stop",
    "db psql",
    "db backup copy.dump",
    "db grant-reader ann",
]


def _run(home: Path, command: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """As somebody to whom a folder can be closed: root gives up what opens all of them."""
    return run_ready(
        [*(_HUMBLY or COMMAND), *command.split()],
        env={**own_environ(), "NEWSCRAWL_HOME": str(home), **environment},
        text=True,
        timeout=120,
    )


def _refused(home: Path, command: str, **environment: str) -> str:
    """What is said, which is one line."""
    done = _run(home, command, **environment)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1), done.stderr
    return done.stderr


#: Runs the command without CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, nor for what it starts.
_WITHOUT = """
import ctypes, runpy, sys
libc = ctypes.CDLL(None)
header, sets = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
wrong = [libc.capget(header, sets)]
wrong += [libc.prctl(24, capability, 0, 0, 0) for capability in (1, 2)]
for place in range(3):
    sets[place] &= ~(1 << 1 | 1 << 2)
if any(wrong) or libc.capset(header, sets):
    sys.exit("no capability can be given up here")
runpy.run_module("newscrawl.cli", run_name="__main__", alter_sys=True)
"""
_HUMBLY = [sys.executable, "-c", _WITHOUT] if os.geteuid() == 0 else []


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "home"
    for folder in tmp_path.glob("home/**"):
        folder.chmod(0o700)


def _file(home: Path) -> None:
    home.write_text("no folder")


def _below_a_file(home: Path) -> None:
    home.parent.joinpath("file").write_text("no folder")
    home.symlink_to(home.parent / "file" / "home")


def _leads_nowhere(home: Path) -> None:
    home.symlink_to(home.parent / "nowhere")


def _closed(home: Path) -> None:
    home.mkdir()
    home.chmod(0)


@pytest.mark.parametrize("broken", [_file, _below_a_file, _leads_nowhere, _closed])
@pytest.mark.parametrize("command", ["search snow", "outlets", "crawl moscow_times", "db stop"])
def test_a_home_that_cannot_be_used_is_one_line(
    home: Path, broken: Callable[[Path], None], command: str
) -> None:
    broken(home)

    assert f"{home} cannot be used: " in _refused(home, command)


@pytest.mark.parametrize("command", _COMMANDS)
def test_no_command_takes_a_closed_home_for_an_empty_one(home: Path, command: str) -> None:
    _file(home)

    assert f"{home} cannot be used: " in _refused(home, command)


@pytest.mark.parametrize("folder", ["postgres", "postgres/18", "postgres as a file"])
@pytest.mark.parametrize("command", ["search snow", "outlets", "crawl moscow_times"])
def test_a_closed_database_is_not_taken_for_none(home: Path, folder: str, command: str) -> None:
    name, _, is_file = folder.partition(" ")
    (home / name).parent.mkdir(parents=True)
    if is_file:
        (home / name).write_text("no folder")
    else:
        (home / name / "data").mkdir(parents=True)
        (home / name).chmod(0)

    assert "the archive is empty" not in _refused(home, command)


@pytest.mark.parametrize("is_file", [True, False])
@pytest.mark.parametrize(
    "command",
    [
        "snapshots verify",
        "snapshots export 1",
        "replay",
        "quarantine retry --all",
        "crawl moscow_times",
    ],
)
def test_closed_snapshots_are_not_taken_for_none(
    home: Path, database_url: str, command: str, is_file: bool
) -> None:
    home.mkdir()
    if is_file:
        (home / "warc").write_text("no folder")
    else:
        (home / "warc").mkdir(mode=0)

    said = _refused(home, command, NEWSCRAWL_DATABASE_URL=database_url)
    assert f"{home / 'warc'} cannot be used: " in said


@pytest.mark.parametrize("command", ["crawl moscow_times", "crawl-due moscow_times"])
def test_a_crawl_that_could_keep_no_page_asks_nobody(
    home: Path, database_url: str, command: str
) -> None:
    home.mkdir(mode=0o555)

    said = _refused(home, command, NEWSCRAWL_DATABASE_URL=database_url)
    assert "it is not writable" in said


def test_a_home_that_is_not_there_yet_is_empty(home: Path) -> None:
    done = _run(home, "search snow")

    assert (done.returncode, done.stdout) == (1, "")
    assert "the archive is empty" in done.stderr
