"""Read what an address asks for; a wrong value is named, with why it is wrong."""

import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, timedelta
from math import isfinite
from typing import Any

from werkzeug.datastructures import MultiDict

from newscrawl.archive.queries.query_values import PageEnd
from newscrawl.did_you_mean import unknown
from newscrawl.errors import UsageError
from newscrawl.selection import Selection

#: What Postgres holds in a bigint.
_LARGEST = 2**63 - 1
WORDS = ("outlet", "author", "section", "language")
#: All parameters that choose articles.
CHOOSING = ("q", *WORDS, "since", "until", "edited", "gone")
#: A place in a list: article, microseconds since the year 1970, rank.
_FORM = struct.Struct(">qqf")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
#: No date that Python knows.
_UNDATED = -(2**63)


def check_names(given: MultiDict[str, str], known: Collection[str]) -> None:
    """Raise ``UsageError`` for what would be passed over in silence.

    That is a filter that the page does not know, as one that is misspelt, and one that is given
    two values.
    """
    for name, values in given.lists():
        if not known:
            raise UsageError(f"there is no filter {name!r}: this page has none")
        if name not in known:
            raise UsageError(unknown("filter", name, known))
        if len(set(values)) > 1:
            raise UsageError(f"{name}: {values[0]!r} and {values[1]!r} cannot both be given")


def word(given: Mapping[str, str], name: str) -> str | None:
    return given.get(name, "").strip() or None


def day(given: Mapping[str, str], name: str) -> date | None:
    value = word(given, name)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise UsageError(f"{name}: {value!r} is not a day such as 2026-03-01") from error


def truth(given: Mapping[str, str], name: str) -> bool | None:
    """Yes, no, or either."""
    return {"yes": True, "no": False, None: None}[choice(given, name, ("yes", "no"))]


def choice(given: Mapping[str, str], name: str, allowed: Collection[str]) -> Any:
    value = word(given, name)
    if value is not None and value not in allowed:
        raise UsageError(f"{name}: {value!r} is not one of {', '.join(allowed)}")
    return value


def number(given: Mapping[str, str], name: str, least: int = 0, most: int = _LARGEST) -> int | None:
    value = word(given, name)
    if value is None:
        return None
    is_number = value.removeprefix("-").isdecimal() and len(value) < 20
    if not is_number or not least <= int(value) <= most:
        raise UsageError(f"{name}: {value!r} is not a number from {least} to {most}")
    return int(value)


def selection_in(given: Mapping[str, str]) -> Selection:
    """Which articles are chosen, as by ``newscrawl search``."""
    return Selection(
        query=word(given, "q"),
        since=day(given, "since"),
        until=day(given, "until"),
        edited=truth(given, "edited"),
        gone=truth(given, "gone"),
        **{name: word(given, name) for name in WORDS},
    )


def written(place: PageEnd) -> str:
    """Where a page of a search ended, so that the next one begins there."""
    date = place.moment
    microseconds = _UNDATED if date is None else (date - _EPOCH) // timedelta(microseconds=1)
    packed = _FORM.pack(place.number, microseconds, place.rank)
    return urlsafe_b64encode(packed).decode().rstrip("=")


def place_after(given: Mapping[str, str]) -> PageEnd | None:
    """The place that ``after`` is; raises ``UsageError`` for what ``written`` did not write."""
    cursor = word(given, "after")
    if cursor is None:
        return None
    try:
        number, microseconds, rank = _FORM.unpack(urlsafe_b64decode(cursor + "=="))
        if not isfinite(rank):
            raise ValueError(rank)
        date = None if microseconds == _UNDATED else _EPOCH + timedelta(microseconds=microseconds)
    except (ValueError, OverflowError, struct.error) as error:
        raise UsageError(f"after: {cursor!r} is not where a page ended") from error
    return PageEnd(number=number, moment=date, rank=rank)
