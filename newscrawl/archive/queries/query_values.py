"""A selection as the functions of the archive take it, and rows as those who ask get them."""

from collections.abc import Mapping
from dataclasses import asdict
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


Rows = list[dict[str, Any]]


def rows_of(session: Session, statement: TextClause, given: Mapping[str, object] = {}) -> Rows:
    return [dict(row) for row in session.execute(statement, given).mappings()]
