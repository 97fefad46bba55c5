"""One crawl of an outlet at a time: an advisory lock that dies with its holder."""

import contextlib
from typing import Any, Self

import psycopg2  # type: ignore[import-untyped]

from newscrawl.archive.database.own_session import (
    answer,
    lock_number,
    open_connection,
    require_own_session,
)
from newscrawl.archive.database_address import parameters
from newscrawl.errors import Busy

_OPTIONS = {"application_name": "newscrawl lock", "connect_timeout": 10, "keepalives_idle": 30}


class OutletLock:
    """The lock of an outlet, on a connection of its own; the server frees it when that ends.

    It is psycopg2's connection: a run that finds the outlet busy shall hear of it before it has
    loaded SQLAlchemy, which takes longer than everything before it.
    """

    def __init__(self, url: str, outlet: str, wait: float = 0.0) -> None:
        """``wait`` is for how many seconds, at the beginning, a database may not answer."""
        self.url = url
        self._outlet, self._wait = outlet, wait
        self._number = lock_number(f"newscrawl crawl {outlet}")
        self._connection: Any = None

    def __enter__(self) -> Self:
        """Wait for the database and take the lock; ``Busy`` where another run has it."""
        try:
            self._take()
        except psycopg2.Error:
            # What waiting needs is loaded only here.
            from newscrawl.archive.database.database_retries import awaited

            awaited(self._wait, self._take)
        return self

    def __exit__(self, *_: object) -> None:
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

    def keep(self) -> None:
        """Have the lock; raises what ``acquire`` raises where it was lost."""
        if not self.is_held():
            self.acquire()

    def release(self) -> None:
        """Give the lock back, then close the connection: of its end the server hears late."""
        if self._connection is not None:
            with contextlib.suppress(psycopg2.Error):
                self._ask("SELECT pg_advisory_unlock(%s)", self._number)
            self._connection.close()
            self._connection = None

    def _take(self) -> None:
        arguments = parameters(self.url) | _OPTIONS
        self._connection = open_connection(arguments)
        try:
            require_own_session(self._connection, arguments)
            if not self._ask("SELECT pg_try_advisory_lock(%s)", self._number):
                raise Busy(self._outlet)
        except BaseException:
            self.release()
            raise

    def _ask(self, question: str, *values: object) -> Any:
        return answer(self._connection, question, *values)
