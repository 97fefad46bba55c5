"""Read the dates that feeds and sitemaps print: RFC 822, ISO 8601, and what is near to them."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

#: What feeds write for an offset that RFC 822 does not know.
_ZONES = {
    "Z": "+0000", "UTC": "+0000", "WET": "+0000", "WEST": "+0100", "BST": "+0100", "CET": "+0100",
    "CEST": "+0200", "EET": "+0200", "EEST": "+0300", "MSK": "+0300", "MSD": "+0400",
    "JST": "+0900", "KST": "+0900", "AEST": "+1000", "AEDT": "+1100",
}  # fmt: skip
_ZONE = re.compile(r"\s*\b([A-Z]{1,4})$")
_OFFSET = re.compile(r"\s*(?:GMT|UTC)?\s*([+-])(\d{1,2}):?(\d{2})?$")
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?|\d{4})?($|[T\s])", re.IGNORECASE)
# The standard library takes them for years of this century.
_NO_YEAR = re.compile(r"\s0\d{3}\s")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST = 60


def read_moment(text: str) -> datetime | None:
    """The moment in UTC, or None if it is no date. A date without a zone is taken as UTC.

    Years that no news site lists, and the exact start of 1970, are what programs print for "none".
    """
    printed = " ".join(text.split())
    if not printed or len(printed) > _LONGEST:
        return None
    try:
        read = _iso(printed) if _ISO.match(printed) else parsedate_to_datetime(_rfc822(printed))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not 1900 <= read.year <= 2100:
        return None
    moment = read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    return None if moment == _EPOCH else moment


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
    _, comma, rest = text.rpartition(",")
    text = _with_offset(rest.strip() if comma and rest.strip() else text)
    if _NO_YEAR.search(text):
        raise ValueError(text)
    text = text.replace(". ", " ").replace("Sept ", "Sep ")
    return text if ":" in text else f"{text} 00:00"


def _with_offset(text: str) -> str:
    """With its zone as ``+hhmm`` if it is one of those that the standard library does not know."""
    named = _ZONE.search(text)
    if named and named[1] in _ZONES:
        return text[: named.start()] + _joined(text, _ZONES[named[1]])
    offset = _OFFSET.search(text)
    if offset and ":" in text[: offset.start()]:
        digits = f"{offset[1]}{offset[2]:0>2}{offset[3] or '00'}"
        return text[: offset.start()] + _joined(text, digits)
    return text


def _joined(text: str, offset: str) -> str:
    return offset if text[:1].isdigit() and text[2:3] == ":" else f" {offset}"
