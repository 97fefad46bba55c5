"""Read a date that is printed for people: "25 февраля 2026, 15:10", "Updated: Feb. 25, 2026"."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from itertools import chain

from newscrawl.calendar_words import MONTHS
from newscrawl.clock_words import with_english_halves

_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?<![\d:.])(?P<d>\d{1,2})"
_NAME = r"(?P<m>[^\W\d_][^\s\d.,/:;|()–—-]*)"
_GAP = r"[\s.,/–-]*"
_OF = r"(?:(?:de|of|del|di)\s+|d['’])?"
#: A clock may stand between the day and the year: "Tue Dec 12 10:00:00 EST 2023".
_CLOCK = r"(?:,?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s+[A-Z]{2,4})?)?"
_IN_WORDS = (
    rf"{_DAY}(?:st|nd|rd|th|er|[ºª°]|-?го|-е)?{_GAP}{_OF}{_NAME}{_GAP}{_OF}{_YEAR}",
    rf"{_NAME}\.?\s*{_DAY}(?:st|nd|rd|th)?{_CLOCK}{_GAP}{_YEAR}",
    rf"(?<!\d){_YEAR}[.,-]?\s*(?:[ms]\.\s*|gada\s+)?{_NAME}[.-]?\s*{_DAY}(?!\d)",
)
_IN_DIGITS = (
    rf"(?<!\d){_YEAR}\s*[年년./-]\s*(?P<m>\d{{1,2}})\s*[月월./-]\s*(?P<d>\d{{1,2}})(?!\d)",
    rf"{_DAY}\s*[.-]\s*(?P<m>\d{{1,2}})\s*[.-]\s*{_YEAR}",
)
_WITH_SLASHES = re.compile(rf"{_DAY}\s*/\s*(?P<m>\d{{1,2}})\s*/\s*{_YEAR}")
_WORDS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _IN_WORDS)
_DIGITS = tuple(re.compile(pattern) for pattern in _IN_DIGITS)
_TIME = re.compile(
    r"(?<![\d:.+/-])(?P<h>\d{1,2})\s*(?:[:.hH時时시]|Uhr\s)\s*(?P<min>\d{2})(?![\d/])(?::(?P<s>\d\d))?(?:\.\d+)?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_FULL_HOUR = re.compile(r"(?<![\d:.])(?P<h>\d{1,2})\s*(?P<half>[ap]\.?m\b\.?)", re.IGNORECASE)
_ZONE = re.compile(
    r"\s*\(?(?:(?P<name>[A-Z]{1,4}T?)\b)?\s*(?P<sign>[+-])?(?(sign)(?P<oh>\d{1,2})(?::?(?P<om>\d\d))?)"
)
#: Hours from Greenwich, for the names that mean one thing in the news.
ZONES = {"Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2}
ZONES |= {
    "MET": 1,
    "MEST": 2,
    "MEZ": 1,
    "MESZ": 2,
    "EET": 2,
    "EEST": 3,
    "IDT": 3,
    "MSK": 3,
    "MSD": 4,
    "TRT": 3,
}
ZONES |= {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
ZONES |= {"ADT": -3, "AKST": -9, "AKDT": -8, "HST": -10, "WAT": 1, "CAT": 2, "SAST": 2, "EAT": 3}
ZONES |= {"PKT": 5, "SGT": 8, "HKT": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11}
ZONES |= {"NZST": 12, "NZDT": 13}


def printed_date(printed: str, is_month_first: bool) -> datetime | None:
    """The date in a line, with the time and the zone if they stand there; None without a year.

    ``is_month_first`` where 3/4/2026 is the fourth of March.
    """
    printed = with_english_halves(printed)
    for day, month, year, found in _days(printed, is_month_first):
        try:
            moment = datetime(year, month, day)
        except ValueError:
            continue
        rest = f"{printed[: found.start()]} | {printed[found.end() :]}"
        return _with_time(moment, found[0] if ":" in found[0] else rest, printed)
    return None


def _days(printed: str, is_month_first: bool) -> Iterator[tuple[int, int, int, re.Match[str]]]:
    for found in chain.from_iterable(pattern.finditer(printed) for pattern in _WORDS):
        month = MONTHS.get(found["m"].casefold())
        if month:
            yield int(found["d"]), month, int(found["y"]), found
    for found in chain.from_iterable(pattern.finditer(printed) for pattern in _DIGITS):
        yield int(found["d"]), int(found["m"]), int(found["y"]), found
    for found in _WITH_SLASHES.finditer(printed):
        first, second = int(found["d"]), int(found["m"])
        is_swapped = first <= 12 and (is_month_first or second > 12)
        day, month = (second, first) if is_swapped else (first, second)
        yield day, month, int(found["y"]), found


def _with_time(moment: datetime, rest: str, printed: str) -> datetime:
    found = _TIME.search(rest) or _FULL_HOUR.search(rest)
    if not found:
        return moment
    parts = found.groupdict()
    hour = int(parts["h"])
    half = (parts["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        moment = moment.replace(
            hour=hour, minute=int(parts.get("min") or 0), second=int(parts.get("s") or 0)
        )
    except ValueError:
        return moment
    return moment.replace(tzinfo=_zone(rest[found.end() :]))


def _zone(rest: str) -> timezone | None:
    found = _ZONE.match(rest)
    if not found or not found[0].strip(" ("):
        return None
    hours = ZONES.get(found["name"] or "UTC")
    if hours is None:
        return None
    offset = timedelta(hours=hours)
    if found["sign"]:
        shift = timedelta(hours=int(found["oh"]), minutes=int(found["om"] or 0))
        offset += -shift if found["sign"] == "-" else shift
    return timezone(offset) if abs(offset) < timedelta(hours=24) else None
