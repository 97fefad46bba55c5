"""When a host may be asked, agreed between all processes."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from newscrawl.archive.database.engine import run_as_written
from newscrawl.archive.database.own_session import lock_number


@dataclass(frozen=True, slots=True, kw_only=True)
class HostClaim:
    """A host that nobody else asks until it is released; ``delay`` is what it has come to."""

    delay: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NotYet:
    """How many seconds until it makes sense to try again; ``is_blocked``: by the host's wish."""

    seconds: float
    is_blocked: bool = False


# While a request is under way the row says "infinity". Who finds that with the lock free knows that
# the holder died, and that its request left before now: a whole delay from now is enough. One
# statement each, planned once, as every request pays for both; whoever gets the lock before the
# other has committed waits for the row.
_BEGIN = """
-- A claim that a crash of the server forgets costs nothing: all waited meanwhile.
SET synchronous_commit = off;
PREPARE claim (text, bigint, float8) AS
WITH locked AS MATERIALIZED (
    SELECT pg_try_advisory_lock($2) AS is_locked
), claimed AS (
    INSERT INTO host AS h (name, next_at)
    SELECT $1, timestamptz 'infinity' FROM locked WHERE is_locked
    ON CONFLICT (name) DO UPDATE SET next_at = CASE
        WHEN h.blocked_until > archive_now() THEN h.next_at
        WHEN h.next_at = 'infinity'
        THEN clock_timestamp() + make_interval(secs => greatest($3, coalesce(h.delay, 0)))
        WHEN h.next_at > clock_timestamp() THEN h.next_at
        ELSE 'infinity' END
    RETURNING coalesce(blocked_until > archive_now(), false) AS is_blocked,
              next_at = 'infinity' AS is_free, coalesce(delay, 0) AS delay,
              CASE WHEN next_at < 'infinity'
                   THEN greatest(extract(epoch FROM next_at - clock_timestamp()), 0)
                   ELSE 0 END AS seconds
)
SELECT CASE WHEN is_free AND NOT is_blocked THEN true
            ELSE NOT pg_advisory_unlock($2) END AS is_mine, is_blocked, delay, seconds
FROM claimed;
PREPARE release (text, bigint, float8, float8) AS
WITH told AS (
    UPDATE host SET delay = $3, next_at = clock_timestamp() + make_interval(secs => $4)
    WHERE name = $1 RETURNING name
)
SELECT pg_advisory_unlock($2) FROM (SELECT count(*) FROM told) AS written
"""
_CLAIM, _RELEASE = "EXECUTE claim (%s, %s, %s)", "EXECUTE release (%s, %s, %s, %s)"
#: Seconds between two looks at a host that another process is asking.
_LOOK = 0.1


class HostClaims:
    """A process's claims, on a connection of its own: what dies holds none.

    A claim is an advisory lock for as long as the request is under way, and then a moment in the
    host's row, in real time. Every method may be called from any thread.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._lock = threading.Lock()

    def claim(self, host: str, floor: float) -> HostClaim | NotYet:
        """Take the host for one request; ``floor`` is the least delay, in seconds."""
        with self._asking() as connection:
            found = connection.exec_driver_sql(_CLAIM, (host, _number(host), floor))
            row = found.one_or_none()
        if row is None:
            return NotYet(seconds=_LOOK)
        if row.is_mine:
            return HostClaim(delay=row.delay)
        return NotYet(seconds=float(row.seconds), is_blocked=row.is_blocked)

    def release(self, host: str, delay: float, seconds: float) -> None:
        """Let the next request leave after so many seconds; ``delay`` is kept for all."""
        with self._asking() as connection:
            connection.exec_driver_sql(_RELEASE, (host, _number(host), delay, seconds))

    def close(self) -> None:
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        """The connection, for one thread at a time; one that broke is opened anew next time."""
        with self._lock:
            if self._connection is None:
                opened = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
                run_as_written(opened, _BEGIN)
                self._connection = opened
            try:
                yield self._connection
            except DBAPIError:
                self.close()
                raise


@cache
def _number(host: str) -> int:
    return lock_number(f"newscrawl host {host}")
