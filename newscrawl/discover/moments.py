"""Read the dates that feeds and sitemaps print: by RFC 822, by ISO 8601, or for people."""

import re
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newscrawl.clock_words import with_english_halves
from newscrawl.printed_dates import ZONES, printed_date

#: The zone of a day that was listed without a time: it reads like UTC, and ``at`` knows it.
DAY = timezone(timedelta(0), "a day")
_ZONE = re.compile(r"\s*\b([A-Z]{1,5})$")
_OFFSET = re.compile(r"\s*(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})?$")
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?|\d{4})?($|[T\s])", re.IGNORECASE)
# The standard library takes them for years of this century.
_NO_YEAR = re.compile(r"\s0\d{3}\s")
#: A clock of twelve hours, whose half of the day the standard library passes over.
_TWELVE = re.compile(
    r"(?<![:\d])(\d\d?)(:\d\d)(:\d\d)?(?:\.\d+)?\s*([ap])\.?\s?m\b\.?", re.IGNORECASE
)
_HALF = re.compile(r"\d\s*[ap]\.?\s?m\b", re.IGNORECASE)
_OFFSET_THEN_YEAR = re.compile(r"\s(?:GMT|UTC)?([+-]\d{2}:?\d{2})\s+(\d{4})$")
_CLOCK = re.compile(r"(\d+):(\d+)")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/")
_DOTS = re.compile(r"\d{1,2}[.-]\d{1,2}[.-]\d{4}")
#: The name of the zone behind its offset.
_COMMENT = re.compile(r"\s*\([^()]*\)\s*$")
_NO_WORD = re.compile(r"\w{25}")
#: A zone whose offset the date tells.
_PLACE = re.compile(r"(?<=[\d mM.])\s+([A-Z][a-zA-Z]+/[A-Z][a-zA-Z_/-]+|[ECMP]T)$")
_AMERICAN = {"ET": "America/New_York", "CT": "America/Chicago"}
_AMERICAN |= {"MT": "America/Denver", "PT": "America/Los_Angeles"}
_LEAP_SECOND = re.compile(r"(\d:\d\d):60(?!\d)")
_MIDNIGHT = re.compile(
    r"(?<![\d:+-])(?:0?0|12|24)(?::?00|\s*a\.?\s?m|[hH時时시点點])", re.IGNORECASE
)
#: Behind the day and before the clock, or behind the clock.
_YEAR = re.compile(r"\d\d\s+\d\d?:\d\d|:\d\d\s.*(?<![+-])\b\d{4}\b")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST = 90


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
    is_month_first = _HALF.search(printed) is not None
    printed = _TWELVE.sub(_in_24_hours, with_english_halves(printed).strip())
    printed = _LEAP_SECOND.sub(r"\1:59", printed)
    placed = _PLACE.search(printed)
    printed = printed[: placed.start()] if placed else printed
    try:
        read = _standard(printed)
    except (ValueError, TypeError, IndexError, OverflowError):
        read = None
    try:
        read = read or _printed(printed, is_month_first)
        if read is None or not 1900 <= read.year <= 2100:
            return None
        if read.tzinfo is None:
            if read.time() == time() and not _MIDNIGHT.search(printed):
                return read.replace(tzinfo=DAY)
            read = read.replace(tzinfo=_zone_at(placed))
        moment = read.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return None if moment == _EPOCH else moment


def _zone_at(placed: re.Match[str] | None) -> tzinfo:
    """The zone of the place that is named behind a clock; UTC where none is."""
    if placed is None:
        return UTC
    try:
        return ZoneInfo(_AMERICAN.get(placed[1], placed[1]))
    except (ZoneInfoNotFoundError, OSError):
        return UTC


def _standard(text: str) -> datetime:
    return _iso(text) if _ISO.match(text) else parsedate_to_datetime(_rfc822(text))


def _in_24_hours(clock: re.Match[str]) -> str:
    hour, minutes, seconds, half = clock.groups("")
    number = int(hour)
    if number <= 12:  # Some print the half beside a clock of 24 hours.
        number = number % 12 + (12 if half in "pP" else 0)
    return f"{number:02}{minutes}{seconds}"


def _printed(text: str, is_month_first: bool) -> datetime | None:
    """A date that people would read; none whose day and month could be each other.

    Who counts twelve hours writes the month first.
    """
    clocks = (tuple(map(int, clock)) for clock in _CLOCK.findall(text))
    if (
        _DOTS.match(text)
        or _NO_WORD.search(text)
        or any(hour > 23 or minute > 59 for hour, minute in clocks)
    ):
        return None
    slashes = _SLASHES.match(text)
    if slashes and not is_month_first and max(int(slashes[1]), int(slashes[2])) <= 12:
        return None
    return printed_date(text, is_month_first=True)


def _iso(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return _odd_iso(text)


def _odd_iso(text: str) -> datetime:
    """With a space before the offset, the zone in words, or no more than a month."""
    day, rest = _padded(text[:10]), text[10:].strip().lstrip("Tt")
    if len(text) <= 10 or not rest:
        return datetime.fromisoformat(day)
    return datetime.fromisoformat(f"{day}T{_with_offset(rest)}")


def _padded(day: str) -> str:
    """A year or a month stands for its first day."""
    return {4: f"{day}-01-01", 7: f"{day}-01"}.get(len(day), day)


def _rfc822(text: str) -> str:
    # Weekdays say nothing, and some are in the outlet's own language.
    before, _, rest = text.rpartition(",")
    if any(map(str.isdigit, before)):
        raise ValueError(text)
    text = _with_offset(_OFFSET_THEN_YEAR.sub(r" \2 \1", rest.strip() or text))
    if _NO_YEAR.search(text):
        raise ValueError(text)
    text = text.replace(". ", " ").replace("Sept ", "Sep ")
    text = text if ":" in text else f"{text} 00:00"
    if not _YEAR.search(text):
        raise ValueError(text)
    return text


def _with_offset(text: str) -> str:
    """With its zone as ``+hhmm`` if it is one of those that mean one thing in the news."""
    named = _ZONE.search(text)
    if named and named[1] in ZONES:
        return text[: named.start()] + _joined(text, f"{ZONES[named[1]]:+03d}00")
    offset = _OFFSET.search(text)
    if offset and ":" in text[: offset.start()]:
        digits = f"{offset[1]}{offset[2]:0>2}{offset[3] or '00'}"
        return text[: offset.start()] + _joined(text, digits)
    return text


def _joined(text: str, offset: str) -> str:
    return offset if text[:1].isdigit() and text[2:3] == ":" else f" {offset}"
