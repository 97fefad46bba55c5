"""When a host may be asked, agreed between all processes."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

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
# the holder died, and that its request left before now: a whole delay from now is enough.
_CLAIM = text("""
INSERT INTO host AS h (name, next_at) VALUES (:host, 'infinity')
ON CONFLICT (name) DO UPDATE SET next_at = CASE
    WHEN h.blocked_until > archive_now() THEN h.next_at
    WHEN h.next_at = 'infinity'
    THEN clock_timestamp() + make_interval(secs => greatest(:floor, coalesce(h.delay, 0)))
    WHEN h.next_at > clock_timestamp() THEN h.next_at
    ELSE 'infinity' END
RETURNING coalesce(blocked_until > archive_now(), false) AS is_blocked,
          next_at = 'infinity' AS is_mine, coalesce(delay, 0) AS delay,
          CASE WHEN next_at < 'infinity'
               THEN greatest(extract(epoch FROM next_at - clock_timestamp()), 0) ELSE 0 END AS left
""")
_RELEASE = text("""
UPDATE host SET delay = :delay, next_at = clock_timestamp() + make_interval(secs => :seconds)
WHERE name = :host
""")
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
        number = {"number": lock_number(f"newscrawl host {host}")}
        with self._asking() as connection:
            if not connection.scalar(text("SELECT pg_try_advisory_lock(:number)"), number):
                return NotYet(seconds=_LOOK)
            row = connection.execute(_CLAIM, {"host": host, "floor": floor}).mappings().one()
            if row["is_mine"] and not row["is_blocked"]:
                return HostClaim(delay=row["delay"])
            connection.execute(text("SELECT pg_advisory_unlock(:number)"), number)
            return NotYet(seconds=float(row["left"]), is_blocked=row["is_blocked"])

    def release(self, host: str, delay: float, seconds: float) -> None:
        """Let the next request leave after so many seconds; ``delay`` is kept for all."""
        with self._asking() as connection:
            connection.execute(_RELEASE, {"host": host, "delay": delay, "seconds": seconds})
            number = {"number": lock_number(f"newscrawl host {host}")}
            connection.execute(text("SELECT pg_advisory_unlock(:number)"), number)

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
                # A claim that a crash of the server forgets costs nothing: all waited meanwhile.
                opened.execute(text("SET synchronous_commit = off"))
                self._connection = opened
            try:
                yield self._connection
            except DBAPIError:
                self.close()
                raise
