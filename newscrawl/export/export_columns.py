"""What an export may hold of an article, and of which kind each column is."""

from enum import Enum
from typing import Any

from newscrawl.errors import UsageError

#: The values of a row, in the order of its columns.
Row = tuple[Any, ...]


class Kind(Enum):
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
    "article_id": Kind.NUMBER,
    "revision_id": Kind.NUMBER,
    "outlet": Kind.TEXT,
    "key": Kind.TEXT,
    "url": Kind.TEXT,
    "kind": Kind.TEXT,
    "headline": Kind.TEXT,
    "description": Kind.TEXT,
    "lead": Kind.TEXT,
    "authors": Kind.TEXTS,
    "date_published": Kind.MOMENT,
    "date_modified": Kind.MOMENT,
    "section": Kind.TEXT,
    "keywords": Kind.TEXTS,
    "language": Kind.TEXT,
    "is_free": Kind.TRUTH,
    "body": Kind.TEXT,
    "word_count": Kind.NUMBER,
    "images": Kind.IMAGES,
    "revision_count": Kind.NUMBER,
    "first_seen_at": Kind.MOMENT,
    "fetched_at": Kind.MOMENT,
    "gone_at": Kind.MOMENT,
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
