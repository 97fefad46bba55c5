"""Which articles: what search, exports, notebooks and pages choose by."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime
from typing import TypedDict

from newscrawl.did_you_mean import unknown
from newscrawl.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which articles; without any filter it is all of them.

    Days are of ``date_published``, in UTC, both inclusive.
    """

    #: Words, as ``websearch_to_tsquery`` reads them.
    query: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    #: A part of a name, or one that is written nearly like it.
    author: str | None = None
    section: str | None = None
    language: str | None = None
    #: Whether the outlet changed it, and whether it took it away.
    edited: bool | None = None
    gone: bool | None = None

    def __post_init__(self) -> None:
        """Days that can have no articles are a mistake, and not an empty answer."""
        require_order(self.since, self.until)

    @property
    def is_all(self) -> bool:
        return self == ALL

    @property
    def given(self) -> dict[str, str | bool]:
        """The filters that were given, as JSON and links hold them; ``selection_of`` reads them."""
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in asdict(self).items()
            if value is not None
        }

    def __str__(self) -> str:
        """The filters in one line for people."""
        return ", ".join(map(_said, self.given.items())) or "all articles"


def require_order(since: date | None, until: date | None) -> None:
    if since and until and since > until:
        raise UsageError(f"since {since} is after until {until}")


ALL = Selection()


class Filters(TypedDict, total=False):
    """The fields of a ``Selection`` as people give them: days may be ISO strings."""

    query: str | None
    outlet: str | None
    since: date | str | None
    until: date | str | None
    author: str | None
    section: str | None
    language: str | None
    edited: bool | None
    gone: bool | None


#: Of all filters.
NAMES = tuple(field.name for field in fields(Selection))
_TRUE_OR_FALSE = {"true": True, "false": False}


def selection_of(given: Mapping[str, object]) -> Selection:
    """The selection that somebody typed, or that a file or the query of a URL holds.

    Raises ``UsageError`` for a filter that there is not, and for a value that is none for it.
    """
    return Selection(**dict(_read(given)))  # type: ignore[arg-type]


def _read(given: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in given.items():
        if name not in NAMES:
            raise UsageError(unknown("filter", name, NAMES))
        read = _READERS.get(name, _text)
        yield name, None if value is None else read(name, value)


def _day(name: str, value: object) -> date:
    """A moment is the day in UTC that it is in."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)  # type: ignore[arg-type]
        return (moment.astimezone(UTC) if moment.tzinfo else moment).date()
    except (TypeError, ValueError, OverflowError) as error:
        raise UsageError(f"{name} must be a day such as 2026-03-01, not {value!r}") from error


def _truth(name: str, value: object) -> bool:
    try:
        return _TRUE_OR_FALSE[str(value).lower()]
    except KeyError as error:
        raise UsageError(f"{name} must be true or false, not {value!r}") from error


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{name} must be a text, not {value!r}")
    if name == "author" and not value.strip():
        # Every name contains the empty one, which a script's unset variable gives.
        raise UsageError(f"{name} must be a part of a name, not {value!r}")
    return value


_READERS: dict[str, Callable[[str, object], object]] = {
    "since": _day,
    "until": _day,
    "edited": _truth,
    "gone": _truth,
}


def _said(filter_: tuple[str, str | bool]) -> str:
    name, value = filter_
    if isinstance(value, bool):
        return name if value else f"not {name}"
    return f"{name} {value}"
