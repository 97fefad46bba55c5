"""Whether the session behind a connection is ours alone, or one that a pooler gives to several."""

import contextlib
import hashlib
from collections.abc import Mapping
from typing import Any

import psycopg2  # type: ignore[import-untyped]

from newscrawl.errors import ConfigError

#: What two clients of a server see of it: each the same process all the time, and another's never.
_PROCESS = "SELECT pg_backend_pid()"


def open_connection(arguments: Mapping[str, Any]) -> Any:
    """A connection of psycopg2's that commits each statement by itself."""
    connection = psycopg2.connect(**arguments)
    connection.autocommit = True
    return connection


def require_own_session(connection: Any, arguments: Mapping[str, Any]) -> None:
    """Raise ``ConfigError`` where a lock or a setting of the session would be nobody's.

    Another one is opened to see that where a pooler stands before the database.
    """
    before = answer(connection, _PROCESS)
    # A pooler names a process of its own making when it lets a client in.
    if before == connection.info.backend_pid:
        return
    with contextlib.closing(open_connection(arguments)) as other:
        ours, theirs = set[int](), set[int]()
        # It hands out the session that was used last, or one after the other.
        for is_ours in (False, False, True, False, True):
            (ours if is_ours else theirs).add(answer(connection if is_ours else other, _PROCESS))
    if ours != {before} or before in theirs:
        raise ConfigError(
            "a connection pooler shares sessions among clients: connect to the"
            " server itself, or let the pooler keep whole sessions (docs/database.md)"
        )


def lock_number(what: str) -> int:
    """A number for an advisory lock, the same in all processes and another one for all else."""
    return int.from_bytes(hashlib.sha256(what.encode()).digest()[:8], signed=True)


def answer(connection: Any, question: str, *values: object) -> Any:
    """The one value that a question gives."""
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchone()[0]
