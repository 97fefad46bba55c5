"""What an export may hold of an article, and of which kind each column is."""

from enum import Enum
from typing import Any

from newscrawl.errors import UsageError

#: The values of a row, in the order of its columns.
Row = tuple[Any, ...]


class ColumnKind(Enum):
    """What the values of a column are; any of them may be None."""

    NUMBER = "number"
    TEXT = "text"
    TEXTS = "texts"
    MOMENT = "moment"
    TRUTH = "truth"
    #: A list of ``{"url": …, "caption": …, "credit": …}``.
    IMAGES = "images"


#: The view ``articles`` without ``last_seen_at``: nobody notes when an article was seen before it
#: was seen last, so that column cannot be had again as it was.
COLUMNS = {
    "article_id": ColumnKind.NUMBER,
    "revision_id": ColumnKind.NUMBER,
    "outlet": ColumnKind.TEXT,
    "key": ColumnKind.TEXT,
    "url": ColumnKind.TEXT,
    "kind": ColumnKind.TEXT,
    "headline": ColumnKind.TEXT,
    "description": ColumnKind.TEXT,
    "lead": ColumnKind.TEXT,
    "authors": ColumnKind.TEXTS,
    "date_published": ColumnKind.MOMENT,
    "date_modified": ColumnKind.MOMENT,
    "section": ColumnKind.TEXT,
    "keywords": ColumnKind.TEXTS,
    "language": ColumnKind.TEXT,
    "is_free": ColumnKind.TRUTH,
    "body": ColumnKind.TEXT,
    "word_count": ColumnKind.NUMBER,
    "images": ColumnKind.IMAGES,
    "revision_count": ColumnKind.NUMBER,
    "first_seen_at": ColumnKind.MOMENT,
    "fetched_at": ColumnKind.MOMENT,
    "gone_at": ColumnKind.MOMENT,
}


def chosen(names: str | None) -> tuple[str, ...]:
    """The columns of a list such as ``url,headline``; without one, all of them."""
    if names is None:
        return tuple(COLUMNS)
    found = tuple(name.strip() for name in names.split(","))
    for name in found:
        if name == "last_seen_at":
            raise UsageError("last_seen_at is not exported: it cannot be had again as it was")
        if name not in COLUMNS:
            raise UsageError(f"no column {name!r}: there are {', '.join(COLUMNS)}")
        if found.count(name) > 1:
            raise UsageError(f"the column {name} is named twice")
    return found
