"""Run a Postgres for this machine's newscrawl processes, as long as one of them needs it."""

import contextlib
import logging
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg2  # type: ignore[import-untyped]
import psycopg2.errors  # type: ignore[import-untyped]

from newscrawl.archive.database_address import parameters
from newscrawl.archive.postgres.cluster import PORT, USER, Cluster, no_space, one_line
from newscrawl.archive.postgres.data_folder import cluster_in
from newscrawl.archive.postgres.postmaster import Postmaster, read_postmaster
from newscrawl.config import Config
from newscrawl.errors import DatabaseUnavailable, UsageError

with contextlib.suppress(ImportError):  # Windows has none; Server.start says so
    import fcntl

logger = logging.getLogger(__name__)

Say = Callable[[str], None]
#: How long a server that starts, stops or recovers may leave us without an answer.
ANSWER_PATIENCE_S = 60.0
STOP_PATIENCE_S = 60.0
PAUSE_S = 0.05
#: This process's shares that ``open_database`` took: what they stand for is started again.
_shares: "set[Server]" = set()


class Server:
    """This process's share in the embedded server of a home folder.

    The first share starts the server, the last one out stops it. A share is a lock on a file,
    which the kernel drops even on ``kill -9``; a server left behind so is taken over by the next
    process that comes, and stopped when that one goes.
    """

    def __init__(self, home: Path, pg_bin: Path | None = None, say: Say = logger.info) -> None:
        self.home = home.absolute()
        self.pg_bin = pg_bin
        self.say = say
        self._cluster: Cluster | None = None
        self._share: int | None = None
        self._socket: Path | None = None

    @property
    def url(self) -> str:
        """For SQLAlchemy. Known once the server has started: it says where its socket is."""
        if self._socket is None:
            raise DatabaseUnavailable("the embedded Postgres has not been started")
        socket = quote(os.fsencode(self._socket))
        return f"postgresql+psycopg2://{USER}@/{USER}?host={socket}&port={PORT}"

    def __enter__(self) -> str:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.release()

    def start(self) -> str:
        """Take a share, with a server that answers; the URL comes back.

        Raises ``ConfigError``, ``DatabaseUnavailable`` or ``DiskFull``.
        """
        if self._share is None:
            with one_line(self.home), self._starting() as cluster:
                self._take_share(cluster)
        return self.url

    def revive(self) -> None:
        """Start the server again if it died; who has a share has nobody else to do it."""
        with one_line(self.home), self._starting() as cluster:
            if self._share is not None:
                self._socket = self._run(cluster, alone=False)

    def release(self) -> None:
        """Give the share back. The last one out stops the server, unless it is to be kept."""
        if self._share is None:
            return
        try:
            with one_line(self.home), self._starting() as cluster:
                if self._is_alone() and not _keep(cluster).exists():
                    self._shut_down(cluster)
        finally:
            self._drop_share()

    def keep(self) -> str:
        """Start the server and leave it running until ``stop``."""
        self.start()
        with one_line(self.home), self._starting() as cluster:
            os.close(cluster.account.open_file(_keep(cluster)))
            self._drop_share()
        return self.url

    def stop(self) -> bool:
        """End ``keep``. False if other processes use the server: the last of them stops it."""
        if not (self.home / "postgres").is_dir():
            return True
        with one_line(self.home), self._starting() as cluster:
            _keep(cluster).unlink(missing_ok=True)
            self._share = cluster.account.open_file(cluster.folder / "users.lock")
            alone = self._is_alone()
            if alone:
                self._shut_down(cluster)
            self._drop_share()
            return alone

    @contextlib.contextmanager
    def alone(self) -> Iterator[str]:
        """The URL, as long as this is open for nobody else: who comes waits.

        Raises ``UsageError`` where other processes use the server.
        """
        with one_line(self.home), self._starting() as cluster:
            self._share = cluster.account.open_file(cluster.folder / "users.lock")
            try:
                if not self._is_alone():
                    raise UsageError("the archive is in use: try again when no crawl runs")
                self._socket = self._run(cluster, alone=True)
                try:
                    yield self.url
                finally:
                    if not _keep(cluster).exists():
                        self._shut_down(cluster)
            finally:
                self._drop_share()

    # A lock file serialises all that starts or stops a server.

    @contextlib.contextmanager
    def _starting(self) -> Iterator[Cluster]:
        self._cluster = cluster = self._cluster or cluster_in(self.home, self.pg_bin)
        lock = cluster.account.open_file(cluster.folder / "start.lock")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield cluster
        finally:
            os.close(lock)

    def _take_share(self, cluster: Cluster) -> None:
        self._share = cluster.account.open_file(cluster.folder / "users.lock")
        try:
            alone = self._is_alone()
            fcntl.flock(self._share, fcntl.LOCK_SH)
            self._socket = self._run(cluster, alone)
        except BaseException:
            self._drop_share()
            raise

    def _is_alone(self) -> bool:
        """Whether no other process has a share. Costs ours if one has."""
        assert self._share is not None
        try:
            fcntl.flock(self._share, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _drop_share(self) -> None:
        if self._share is not None:
            os.close(self._share)
            self._share = None

    def _run(self, cluster: Cluster, alone: bool) -> Path:
        """Bring the server to where it answers; the folder of its socket comes back."""
        deadline = time.monotonic() + ANSWER_PATIENCE_S
        while True:
            running = _running(cluster)
            if running is None:
                if self._start(cluster):
                    continue
                why = f"another Postgres, perhaps another container's, still uses {cluster.data}"
            elif alone and running.socket is not None and not running.socket.exists():
                # Its socket was swept away: it runs, but nobody will ever reach it.
                running.stop(STOP_PATIENCE_S)
                continue
            else:
                refused = _why_no_answer(running)
                if refused is None:
                    assert running.socket is not None
                    return running.socket
                why = f"process {running.pid} does not answer: {refused}"
            if time.monotonic() > deadline:
                raise DatabaseUnavailable(f"the embedded Postgres cannot be used: {why}")
            time.sleep(PAUSE_S)

    def _start(self, cluster: Cluster) -> bool:
        """Start a server, on a new database if there is none. False while an earlier one lives.

        What a killed process was about to start also counts as living: it has the lock.
        """
        lock = cluster.account.open_file(cluster.folder / "server.lock")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not cluster.data.exists():
                where = f"Postgres {cluster.binaries.version} in {cluster.folder}"
                self.say(f"creating the archive's database: {where}")
                cluster.create(lock)
            left = read_postmaster(cluster.data)
            if left is not None and left.pid_is_taken():
                # The number went to another program. Postgres copes with a dead one by itself.
                (cluster.data / "postmaster.pid").unlink()
            cluster.start(lock)
        except BlockingIOError:
            return False
        finally:
            os.close(lock)
        return True

    def _shut_down(self, cluster: Cluster) -> None:
        running = _running(cluster)
        if running is None:
            return
        if not running.stop(STOP_PATIENCE_S):
            self.say(f"the embedded Postgres (process {running.pid}) is still stopping")
        elif running.socket is not None:
            with contextlib.suppress(OSError):
                running.socket.rmdir()


@contextlib.contextmanager
def open_database(config: Config, say: Say = logger.info) -> Iterator[str]:
    """An SQLAlchemy URL of the archive's database, which answers as long as this is open.

    A URL that was set is handed on untouched, if it can be read; else it is the embedded server's.
    Raises ``ConfigError``.
    """
    if config.database_url is not None:
        parameters(config.database_url)
        yield config.database_url
        return
    server = Server(config.home, config.pg_bin, say)
    with server as url:
        _shares.add(server)
        try:
            yield url
        finally:
            _shares.discard(server)


def revive() -> None:
    """Start the servers again that this process has a share in, where they died.

    Raises ``DiskFull`` or ``ConfigError``; what else is in the way may pass, and is waited for.
    """
    for server in tuple(_shares):
        with contextlib.suppress(DatabaseUnavailable):
            server.revive()


def _keep(cluster: Cluster) -> Path:
    """The file that says that the last one out leaves the server running."""
    return cluster.folder / "keep"


def _running(cluster: Cluster) -> Postmaster | None:
    found = read_postmaster(cluster.data)
    return found if found is not None and found.is_running() else None


def _why_no_answer(server: Postmaster) -> str | None:
    """None if the server answers and has our database, which is made if it is not there."""
    if server.socket is None:
        return "it is still starting"
    try:
        connection = psycopg2.connect(
            host=str(server.socket), port=PORT, user=USER, dbname="postgres", connect_timeout=5
        )
    except psycopg2.OperationalError as error:
        return str(error).strip().splitlines()[-1]
    with contextlib.closing(connection):
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT FROM pg_database WHERE datname = %s", (USER,))
            if cursor.fetchone() is None:
                try:
                    cursor.execute(f"CREATE DATABASE {USER}")
                except psycopg2.errors.DiskFull as error:
                    raise no_space(server.data) from error
    return None
