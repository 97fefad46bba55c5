"""What somebody asks of an export: articles, columns, moment, and how they are written."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, StrEnum
from pathlib import Path
from typing import Any

from newscrawl.errors import UsageError
from newscrawl.selection import ALL, Selection

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
            raise UsageError("last_seen_at is not exported: its earlier values are not kept")
        if name not in COLUMNS:
            raise UsageError(f"there is no column {name!r}: the columns are {', '.join(COLUMNS)}")
        if found.count(name) > 1:
            raise UsageError(f"the column {name} is named twice")
    return found


class Format(StrEnum):
    """How the rows are written; the value is the ending of a file's name, too."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """What somebody asks for; the same request of the same archive gives the same bytes."""

    selection: Selection = ALL
    as_of: datetime
    columns: tuple[str, ...] = tuple(COLUMNS)
    format: Format = Format.JSONL
    #: CSV for programs: no byte order mark, and no apostrophe before what looks like a formula.
    raw: bool = False


def format_of(output: Path | None, wanted: Format | None = None) -> Format:
    """What the ending of a file's name asks for; JSON Lines where it has none.

    Raises ``UsageError`` for an ending of anything else, and for one that is not what is wanted.
    """
    ending = output.name.rpartition(".")[2].lower() if output and "." in output.name else ""
    if not ending:
        return wanted or Format.JSONL
    if ending not in set(Format):
        *others, last = (f".{form}" for form in Format)
        raise UsageError(
            f"{output} ends in .{ending}, but exports end in {', '.join(others)} or {last}:"
            " name such a file, or give --format"
        )
    if wanted is not None and ending != wanted:
        raise UsageError(f"{output} ends in .{ending}, but this export is {wanted}")
    return Format(ending)


def moment_of(given: str) -> datetime:
    """A time as people write it; a day is its beginning, and without an offset it is UTC."""
    try:
        moment = datetime.fromisoformat(given)
    except ValueError as error:
        raise UsageError(
            f"{given!r} is not a time such as 2026-03-01 or 2026-03-01T12:00Z"
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
