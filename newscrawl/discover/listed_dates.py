"""Read the dates that feeds and sitemaps print: by RFC 822, by ISO 8601, or for people."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from newscrawl.dates import Where, read
from newscrawl.discover.entries import Entry

#: Elements of an entry that tell when, best first: RSS, Atom, Dublin Core, news sitemaps, Atom 0.3.
PUBLISHED = ("pubdate", "published", "publication_date", "date", "issued", "created")
MODIFIED = ("updated", "modified", "lastmod")
#: Of one name.
_MOST_DATES = 2
#: The zone of a day that was listed without a time: it reads like UTC, and ``at`` knows it.
DAY = timezone(timedelta(0), "a day")
#: A clock of twelve hours: who counts by it writes the month first.
_HALF = re.compile(r"\d\s*[ap]\.?\s?m\b", re.IGNORECASE)
_CLOCK = re.compile(r"(\d+):(\d+)")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/")
_DOTS = re.compile(r"\d{1,2}[.-]\d{1,2}[.-]\d{2}")
#: The name of the zone behind its offset.
_COMMENT = re.compile(r"\s*\([^()]*\)\s*$")
_NO_WORD = re.compile(r"\w{25}")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST = 90


def listed_date(entry: Entry, names: Sequence[str]) -> datetime | None:
    """The date in the first of these elements that has one."""
    texts = (each.text for name in names for each in entry.fields.get(name, ())[:_MOST_DATES])
    return next(filter(None, map(read_moment, texts)), None)


def read_moment(text: str) -> datetime | None:
    """The moment in UTC, or None if it is no date. A time without a zone is taken as UTC.

    A day without a time is its midnight in the zone ``DAY``. Years that no news site lists, and
    the exact start of 1970, are what programs print for "none".
    """
    printed = " ".join(text.split()) if len(text) < 10 * _LONGEST else ""
    return _read(_COMMENT.sub("", printed)) if 0 < len(printed) <= _LONGEST else None


def at(moment: datetime, zone: tzinfo) -> datetime:
    """The moment that a listed date means where days begin as they do in ``zone``."""
    return moment.replace(tzinfo=zone).astimezone(UTC) if moment.tzinfo is DAY else moment


def as_text(moment: datetime) -> str:
    """The text from which ``read_moment`` reads the same again."""
    return (moment.date() if moment.tzinfo is DAY else moment).isoformat()


@lru_cache(4096)
def _read(printed: str) -> datetime | None:
    is_month_first = bool(_HALF.search(printed))
    if _means_nothing(printed, is_month_first):
        return None
    try:
        # A year or a month stands for its first day.
        padded = {4: f"{printed}-01-01", 7: f"{printed}-01"}.get(len(printed), printed)
        found = read(padded, Where(is_month_first=True))
        if found is None or not 1900 <= found.moment.year <= 2100:
            return None
        if found.moment.tzinfo is None:
            return found.moment.replace(tzinfo=UTC if found.has_time else DAY)
        moment = found.moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return None if moment == _EPOCH else moment


def _means_nothing(text: str, is_month_first: bool) -> bool:
    """Whether day and month could be each other, or the time is none."""
    clocks = (tuple(map(int, clock)) for clock in _CLOCK.findall(text[:_LONGEST]))
    if (
        _DOTS.match(text)
        or _NO_WORD.search(text)
        or any(hour > 23 or minute > 59 for hour, minute in clocks)
    ):
        return True
    slashes = _SLASHES.match(text)
    return bool(slashes and not is_month_first and max(int(slashes[1]), int(slashes[2])) <= 12)
