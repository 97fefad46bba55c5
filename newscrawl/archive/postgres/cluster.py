"""Make and start one Postgres data folder: what ``initdb`` and ``pg_ctl`` are told."""

import contextlib
import errno
import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newscrawl.archive.postgres.account import Account
from newscrawl.archive.postgres.binaries import Binaries
from newscrawl.errors import ArchiveError, ConfigError, DatabaseUnavailable, DiskFull, is_disk_full

USER = "newscrawl"
PORT = 5432
SOCKET = f".s.PGSQL.{PORT}"
#: Bytes of a socket's path, which the kernel caps; macOS allows the fewest.
LONGEST_SOCKET = 103
#: Recovery after a crash replays the log first, which may take minutes.
START_PATIENCE_S = 600
BIGGEST_LOG = 5_000_000
#: Less than this free, and Postgres cannot even add a file to its log of changes.
ROOM = 20_000_000

#: Locales by which the system's library knows the letters of every script: best first.
#: A machine that has none of them gets the last, and every crawl says so.
LETTERS = ("C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8", "C")

CONF = """\
# Written by newscrawl before each start: put your own settings into postgresql.conf,
# below the line that includes this file.
listen_addresses = ''
port = {port}
unix_socket_directories = '"{socket}"'
unix_socket_permissions = 0700
fsync = on
synchronous_commit = on
timezone = 'UTC'
log_timezone = 'UTC'
log_checkpoints = off
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A data folder, the programs that serve it and the account that runs them."""

    #: ``HOME/postgres/MAJOR``: holds the data folder, the locks and the server's log.
    folder: Path
    binaries: Binaries
    account: Account

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    def create(self, lock: int) -> None:
        """Make the data folder. It gets its name last: a kill leaves nothing half-made.

        ``lock`` is as for ``start``: it tells that an ``initdb`` outlives whoever ran it.
        """
        unfinished = self.folder / "data.new"
        if unfinished.exists():
            shutil.rmtree(unfinished)
        seen = self._seen()
        for letters in LETTERS:
            done = self._initdb(unfinished, letters, lock)
            if not (done.returncode and "invalid locale name" in done.stdout):
                break
        self._require(done, seen)
        with (unfinished / "postgresql.conf").open("a") as conf:
            conf.write("\ninclude = 'newscrawl.conf'\n")
        unfinished.rename(self.data)

    def _initdb(self, folder: Path, letters: str, lock: int) -> subprocess.CompletedProcess[str]:
        command: list[str | Path] = [
            *(self.binaries / "initdb", "--pgdata", folder, "--username", USER),
            *("--auth", "trust", "--encoding", "UTF8", "--no-instructions"),
            *locale_options(self.binaries.major, letters),
        ]
        return self.account.run(command, self.folder, [lock])

    def start(self, lock: int) -> None:
        """Start the server and wait until it answers.

        ``lock`` is a locked descriptor that the server and its children inherit: as long as one
        of them lives, the lock is taken.
        """
        socket = self._make_socket_folder()
        self._write_conf(CONF.format(port=PORT, socket=str(socket).replace("'", "''")))
        if self.log.exists() and self.log.stat().st_size > BIGGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))
        # Nobody else uses this folder, and we hold the lock: the file is a dead server's, whose
        # number may belong to another program by this time.
        (socket / f"{SOCKET}.lock").unlink(missing_ok=True)
        command: list[str | Path] = [
            # pg_ctl hands these to a shell. Bare names need no quoting in it.
            *(self.binaries / "pg_ctl", "start", "--pgdata", "data", "--log", "server.log"),
            *("--wait", "--timeout", str(START_PATIENCE_S), "--silent"),
        ]
        seen = self._seen()
        self._require(self.account.run(command, self.folder, [lock]), seen)

    def _write_conf(self, text: str) -> None:
        conf = self.data / "newscrawl.conf"
        if conf.exists() and conf.read_text() == text:
            return
        with os.fdopen(self.account.open_file(conf), "w") as file:
            file.truncate()
            file.write(text)

    def _seen(self) -> int:
        return self.log.stat().st_size if self.log.exists() else 0

    def _require(self, done: subprocess.CompletedProcess[str], seen: int) -> None:
        """Raise, with what the log says after the bytes that were seen, if a program failed."""
        if done.returncode:
            with contextlib.suppress(OSError), self.log.open("rb") as log:
                log.seek(seen)
                done.stdout += log.read().decode(errors="replace")
            raise refusal(done.stdout, self.folder)

    def _make_socket_folder(self) -> Path:
        """A short private folder outside the archive's own, whose path may be long."""
        socket = socket_folder(self.folder, self.account.uid)
        self.account.make_folder(socket, mode=0o700)
        found = socket.lstat()
        if socket.is_symlink() or found.st_uid != self.account.uid or found.st_mode & 0o077:
            raise ConfigError(
                f"{socket} is not private: remove it, or set TMPDIR to a folder of your own"
            )
        self.account.require_way_to(socket)
        return socket


def locale_options(major: int, letters: str) -> list[str]:
    """Letters of every script whatever ``LANG`` says, in an order that no library changes.

    From 17 on Postgres lowercases by itself; its text search and ``pg_trgm`` ask the system's
    library all the same what a letter is, which is ``LC_CTYPE``.
    """
    own = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if major >= 17 else []
    return [*own, "--locale=C", f"--lc-ctype={letters}"]


def socket_folder(folder: Path, uid: int) -> Path:
    """Where the server of this folder puts its socket: the user's runtime folder if it fits."""
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    name = f"newscrawl-{uid}-{digest}"
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    places = [Path(tempfile.gettempdir()), Path("/tmp")]
    if runtime and Path(runtime).is_dir() and Path(runtime).stat().st_uid == uid:
        places.insert(0, Path(runtime))
    fitting = (place / name for place in places if _fits(place / name))
    return next(fitting, Path("/tmp") / name)


def _fits(folder: Path) -> bool:
    """Short enough for a socket, and free of what separates and quotes folders in a list."""
    socket = os.fsencode(folder / SOCKET)
    return len(socket) <= LONGEST_SOCKET and not set(socket) & set(b'",')


def refusal(output: str, folder: Path) -> ArchiveError | ConfigError:
    """One clear line out of what a Postgres program printed before it gave up."""
    if "No space left" in output or "Disk quota" in output or shutil.disk_usage(folder).free < ROOM:
        return no_space(folder)
    if "Read-only file system" in output or "Permission denied" in output:
        return not_writable(folder)
    lines = [line for line in output.splitlines() if "FATAL" in line or "error:" in line]
    why = lines[0] if lines else (output.strip().splitlines() or ["no reason given"])[-1]
    return DatabaseUnavailable(
        f"the embedded Postgres does not start: {why.strip()} (see {folder / 'server.log'})"
    )


def no_space(folder: Path) -> DiskFull:
    return DiskFull(
        f"no space left for the archive in {folder}:"
        " make some, or set NEWSCRAWL_HOME to a bigger disk"
    )


def not_writable(folder: Path) -> ConfigError:
    return ConfigError(
        f"the archive in {folder} cannot be written by this account:"
        " set NEWSCRAWL_HOME to a folder of its own"
    )


@contextlib.contextmanager
def one_line(folder: Path) -> Iterator[None]:
    """Turn what the operating system refuses into one clear line."""
    try:
        yield
    except OSError as error:
        if is_disk_full(error):
            raise no_space(folder) from error
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise not_writable(folder) from error
        raise DatabaseUnavailable(f"the archive in {folder} cannot be used: {error}") from error
