"""The views and functions that this package ships, and whether a database runs them.

What was made bears a mark, so that it is dropped when it is shipped no more, or with other
parameters. The table of the schema's revision bears the hashes of all that ever ran here, the
latest first: whoever finds his own among them, but not in front, was replaced by something newer.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import ProgrammingError

from newscrawl.archive.database.engine import run_as_written
from newscrawl.archive.database.grants import grant_views

#: So many are remembered; who comes back after them counts as new.
_MOST = 60
_COMMENTED = text("SELECT col_description(to_regclass('alembic_version'), :column)")


@dataclass(frozen=True, slots=True)
class RememberedMarks:
    """The marks of one kind."""

    #: What bears the comment, and the number of the column, or 0 for the table.
    place: str
    column: int
    #: What the comment says before the marks.
    says: str

    def read(self, connection: Connection) -> list[str]:
        told: str | None = connection.scalar(_COMMENTED, {"column": self.column})
        return told.removeprefix(self.says).split() if told and told.startswith(self.says) else []

    def put_first(self, connection: Connection, mark: str) -> None:
        others = [one for one in self.read(connection) if one != mark]
        told = " ".join([self.says, mark, *others[: _MOST - 1]])
        connection.execute(text(f"COMMENT ON {self.place} IS '{told}'"))


#: In this order: each uses what those before it make.
_FILES = (
    *("words.sql", "views.sql", "as_recorded.sql"),
    *("search_query.sql", "search_order.sql", "search_counts.sql", "near_articles.sql"),
)
_MADE = re.compile(r"^CREATE (?:OR REPLACE )?(?:VIEW|FUNCTION) (\w+)", re.MULTILINE)
_MARK = "shipped with newscrawl: an upgrade makes it anew"
_HASHES = RememberedMarks(
    "TABLE alembic_version", 0, "newscrawl ran here with views and functions of:"
)
#: A function that returns something else, or whose parameters bear other names, takes no new body.
_NO_REPLACEMENT = ("42P13", "42723")


def is_shipped(connection: Connection) -> bool:
    """Whether the database runs what this package ships."""
    return _HASHES.read(connection)[:1] == [_own_hash()]


def was_shipped(connection: Connection) -> bool:
    """Whether it runs that, or ran it until another newscrawl renewed it."""
    return _own_hash() in _HASHES.read(connection)


def ship(connection: Connection) -> None:
    """Make views and functions anew, and let the readers read them."""
    names = {"names": [name for sql in _sql() for name in _MADE.findall(sql)], "mark": _MARK}
    before = _ours(connection, names)
    try:
        with connection.begin_nested():
            _make(connection)
    except ProgrammingError as error:
        if getattr(error.orig, "pgcode", None) not in _NO_REPLACEMENT:
            raise
        _drop(connection, before)
        _make(connection)
    # What was not touched is shipped no more. All else keeps its identity: crawls are calling it.
    for ours, version in _ours(connection, names).items():
        if before.get(ours) == version:
            _drop(connection, [ours])
        else:
            run_as_written(connection, f"COMMENT ON {ours} IS '{_MARK}'")
    _HASHES.put_first(connection, _own_hash())
    grant_views(connection)


@cache
def _own_hash() -> str:
    return sha256("\0".join(_sql()).encode()).hexdigest()[:16]


def _sql() -> list[str]:
    return [Path(__file__).with_name(name).read_text(encoding="utf-8") for name in _FILES]


def _ours(connection: Connection, names: dict[str, Any]) -> dict[str, str]:
    return dict(connection.execute(_OURS, names).all())


def _make(connection: Connection) -> None:
    for sql in _sql():
        run_as_written(connection, sql)


def _drop(connection: Connection, ours: Iterable[str]) -> None:
    for one in ours:
        kind, _, name = one.partition(" ")
        run_as_written(connection, f"DROP {kind} IF EXISTS {name} CASCADE")


# With the version of its row, which any change makes another. What has none of our names is ours by
# its mark alone.
_OURS = text("""
SELECT format('VIEW %s', oid::regclass), ctid::text FROM pg_class
WHERE relkind = 'v' AND relnamespace = current_schema()::regnamespace
  AND (relname = ANY (:names) OR obj_description(oid, 'pg_class') = :mark)
UNION ALL
SELECT format('FUNCTION %s', oid::regprocedure), ctid::text FROM pg_proc
WHERE prokind = 'f' AND pronamespace = current_schema()::regnamespace
  AND (proname = ANY (:names) OR obj_description(oid, 'pg_proc') = :mark)
  AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid
                  AND deptype = 'e')
""")
