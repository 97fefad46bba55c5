"""Who runs the server: each account with folders of its own."""

import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.archive.postgres.binaries import find_binaries

pytestmark = [
    pytest.mark.skipif(
        importlib.util.find_spec("fcntl") is None or os.geteuid() != 0,
        reason="only root can become another account",
    )
]

#: Becomes what it is told, then prints the uid of the server's process, or the class of the error
#: and its one line. It becomes so after its imports, for the interpreter may be closed to others.
USE = """
import ctypes, os, sys
from pathlib import Path
import psycopg2
from newscrawl.archive.database.backup import libpq_url
from newscrawl.archive.postgres.embedded_server import Server
from newscrawl.archive.postgres.postmaster import read_postmaster
from newscrawl.errors import NewscrawlError

CLONE_NEWUSER = 0x10000000
libc = ctypes.CDLL(None)

def become_root_without_namespaces():
    # As in a plain container: a namespace with all accounts, in which no further one is allowed.
    me, (there, left), (mapped, done) = os.getpid(), os.pipe(), os.pipe()
    if os.fork() == 0:
        os.read(there, 1)
        for name in ("uid_map", "gid_map"):
            Path("/proc", str(me), name).write_text("0 0 65536")
        os.write(done, b".")
        os._exit(0)
    if libc.unshare(CLONE_NEWUSER):
        sys.exit("no namespaces here at all")
    os.write(left, b".")
    os.read(mapped, 1)
    os.wait()
    Path("/proc/sys/user/max_user_namespaces").write_text("0")
    assert libc.unshare(CLONE_NEWUSER) != 0

home, account = Path(sys.argv[1]), sys.argv[2]
os.chdir("/")
if account == "contained":
    become_root_without_namespaces()
elif account != "0":
    os.setgroups([])
    os.setgid(int(account))
    os.setuid(int(account))
try:
    with Server(home) as url:
        psycopg2.connect(libpq_url(url)).close()
        (data,) = home.glob("postgres/*/data")
        print(Path("/proc", str(read_postmaster(data).pid)).stat().st_uid)
except NewscrawlError as error:
    print(type(error).__name__, error)
"""
NOBODY = pwd.getpwnam("nobody").pw_uid


def use(home: Path, account: int | str = 0) -> str:
    done = subprocess.run(
        [sys.executable, "-c", USE, str(home), str(account)],
        capture_output=True,
        text=True,
        check=False,
    )
    if "no namespaces here at all" in done.stderr:
        pytest.skip("the machine allows no user namespaces")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(autouse=True)
def _others_may_run_the_binaries() -> None:
    bin = find_binaries().bin
    closed = [folder for folder in (bin, *bin.parents) if not folder.stat().st_mode & 0o001]
    if closed:
        pytest.skip(f"the Postgres at hand is closed to others by {closed[0]}")


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that every account may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="newscrawl-test-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def modes(folder: Path) -> list[tuple[int, int]]:
    return [(found.stat().st_mode, found.stat().st_uid) for found in (folder, *folder.parents)]


def test_root_runs_it_in_a_folder_closed_to_others_and_changes_no_mode(place: Path) -> None:
    closed = place / "closed"
    closed.mkdir(mode=0o700)
    before, accounts = modes(closed), Path("/etc/passwd").read_bytes()

    assert use(closed / "home") == "0"
    assert modes(closed) == before
    assert Path("/etc/passwd").read_bytes() == accounts


def test_a_plain_user_runs_it_in_a_folder_of_its_own(place: Path) -> None:
    own = place / "own"
    own.mkdir(mode=0o700)
    os.chown(own, NOBODY, NOBODY)

    assert use(own / "home", NOBODY) == str(NOBODY)


def test_a_plain_user_is_refused_a_folder_of_others_in_one_line(place: Path) -> None:
    said = use(place / "home", NOBODY)

    assert said.startswith("ConfigError")
    assert "cannot be written" in said
    assert len(said.splitlines()) == 1


def test_root_leaves_a_users_archive_usable_to_its_user(place: Path) -> None:
    home = place / "home"
    home.mkdir(mode=0o700)
    os.chown(home, NOBODY, NOBODY)

    assert use(home) == str(NOBODY)
    assert {found.stat().st_uid for found in home.glob("postgres/**/*")} == {NOBODY}
    assert use(home, NOBODY) == str(NOBODY)


def test_where_namespaces_are_forbidden_root_hands_it_to_nobody(place: Path) -> None:
    home = place / "home"

    assert use(home, "contained") == str(NOBODY)
    # The archive stays nobody's, so that it can be used either way.
    assert use(home) == str(NOBODY)
    assert home.stat().st_uid == 0


def test_where_nobody_cannot_go_root_is_told_so_in_one_line(place: Path) -> None:
    closed = place / "closed"
    closed.mkdir(mode=0o700)

    said = use(closed / "home", "contained")

    assert said.startswith("ConfigError")
    assert f"may not enter {closed}" in said
    assert len(said.splitlines()) == 1
    assert closed.stat().st_mode & 0o777 == 0o700


def test_an_archive_that_root_made_cannot_be_run_by_nobody(place: Path) -> None:
    home = place / "home"
    assert use(home) == "0"

    said = use(home, "contained")

    assert said.startswith("ConfigError")
    assert len(said.splitlines()) == 1
    assert use(home) == "0"
