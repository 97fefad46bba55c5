"""Which articles an export holds, of which moment, and how they are written."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from newscrawl.errors import UsageError
from newscrawl.export.export_columns import COLUMNS
from newscrawl.selection import ALL, Selection


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
            f"{output} ends in .{ending}, and exports in {', '.join(others)} or {last}:"
            " name such a file, or give --format"
        )
    if wanted is not None and ending != wanted:
        raise UsageError(f"{output} ends in .{ending}, and this export is {wanted}")
    return Format(ending)


def moment_of(given: str) -> datetime:
    """A time as people write it; a day is its beginning, and without an offset it is UTC."""
    try:
        moment = datetime.fromisoformat(given)
    except ValueError as error:
        raise UsageError(f"{given!r} is no time such as 2026-03-01 or 2026-03-01T12:00Z") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
