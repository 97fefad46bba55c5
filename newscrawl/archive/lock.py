"""One crawl of an outlet at a time: an advisory lock that dies with its holder."""

import hashlib
import time
from types import TracebackType
from typing import Any, Self

import psycopg2  # type: ignore[import-untyped]

from newscrawl.errors import Busy, ConfigError, DatabaseUnavailable

_OPTIONS = {"application_name": "newscrawl lock", "connect_timeout": 10, "keepalives_idle": 30}
#: What libpq says where a part of a URL means nothing to it.
_OPTION = "connection option"


class OutletLock:
    """The lock of an outlet, on a connection of its own; the server frees it when that ends.

    It is psycopg2's connection: a run that finds the outlet busy shall hear of it before it has
    loaded SQLAlchemy, which takes longer than everything before it.
    """

    def __init__(self, url: str, outlet: str, wait: float = 0.0) -> None:
        """``wait`` is for how many seconds, at the beginning, a database may not answer."""
        self.url = url
        self._outlet, self._wait = outlet, wait
        digest = hashlib.sha256(f"newscrawl crawl {outlet}".encode()).digest()
        self._number = int.from_bytes(digest[:8], signed=True)
        self._connection: Any = None

    def __enter__(self) -> Self:
        """Wait for the database and take the lock; ``Busy`` where another run has it."""
        deadline, delay = time.monotonic() + self._wait, 0.2
        while True:
            try:
                self._take()
            except psycopg2.OperationalError as error:
                if time.monotonic() + delay > deadline:
                    raise DatabaseUnavailable(
                        f"the database does not answer: {_first_line(error)}"
                    ) from error
            else:
                return self
            time.sleep(delay)
            delay = min(delay * 2, 5.0)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def acquire(self) -> None:
        """Take the lock again, once; ``Busy`` where another run has it meanwhile.

        Raises a ``DatabaseError`` where the database does not answer.
        """
        try:
            self._take()
        except psycopg2.Error as error:
            from sqlalchemy.exc import OperationalError

            raise OperationalError("pg_try_advisory_lock", {}, error) from error

    def is_held(self) -> bool:
        """Whether the connection that holds the lock still lives."""
        if self._connection is None:
            return False
        try:
            self._ask("SELECT 1")
        except psycopg2.Error:
            self.release()
            return False
        return True

    def release(self) -> None:
        """Close the connection, and with it the lock."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _take(self) -> None:
        address = self.url.replace("postgresql+psycopg2://", "postgresql://", 1)
        try:
            self._connection = psycopg2.connect(address, **_OPTIONS)
        except psycopg2.Error as error:
            if isinstance(error, psycopg2.OperationalError) and _OPTION not in str(error):
                raise
            # What libpq says of it quotes the URL, in which there may be a password.
            raise ConfigError("NEWSCRAWL_DATABASE_URL is no URL of a database") from None
        self._connection.autocommit = True
        if not self._ask("SELECT pg_try_advisory_lock(%s)", self._number):
            self.release()
            raise Busy(self._outlet)

    def _ask(self, question: str, *values: object) -> Any:
        with self._connection.cursor() as cursor:
            cursor.execute(question, values)
            return cursor.fetchone()[0]


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
