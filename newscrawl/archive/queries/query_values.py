"""A selection as the functions of the archive take it, and rows as those who ask get them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import TextClause
from sqlalchemy.orm import Session

from newscrawl.archive.sanitize import safe_text
from newscrawl.selection import NAMES, Selection

#: All filters but the words, as arguments by name.
FILTERS = ", ".join(f"{name} => :{name}" for name in NAMES if name != "query")


def values_of(selection: Selection) -> dict[str, object]:
    """The values of all filters, by name."""
    return {
        name: safe_text(value) if isinstance(value, str) else value
        for name, value in asdict(selection).items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEnd:
    """The last row of a page: what it had when it was shown, whatever became of it since."""

    #: Its id, and the moment by which the list is ordered.
    number: int
    moment: datetime | None
    rank: float = 0.0


Rows = list[dict[str, Any]]


def rows_of(session: Session, statement: TextClause, given: Mapping[str, object] = {}) -> Rows:
    return [dict(row) for row in session.execute(statement, given).mappings()]
