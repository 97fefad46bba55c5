"""One crawl of an outlet at a time: an advisory lock that dies with its holder."""

import hashlib
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from newscrawl.errors import Busy


class OutletLock:
    """The lock of an outlet, on a connection of its own; the server frees it when that ends."""

    def __init__(self, engine: Engine, outlet: str) -> None:
        self._engine, self._outlet = engine, outlet
        digest = hashlib.sha256(f"newscrawl crawl {outlet}".encode()).digest()
        self._number = int.from_bytes(digest[:8], signed=True)
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def acquire(self) -> None:
        """Take the lock; raise ``Busy`` where another run has it."""
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        held = connection.scalar(text("SELECT pg_try_advisory_lock(:n)"), {"n": self._number})
        if not held:
            connection.close()
            raise Busy(self._outlet)
        self._connection = connection

    def is_held(self) -> bool:
        """Whether the connection that holds the lock still lives."""
        if self._connection is None:
            return False
        try:
            self._connection.execute(text("SELECT 1"))
        except DBAPIError:
            self._drop()
            return False
        return True

    def release(self) -> None:
        if self._connection is not None:
            self._drop()

    def _drop(self) -> None:
        """Close the connection for good: back in the pool it would go on holding the lock."""
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None
