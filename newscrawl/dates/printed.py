"""Read a date that is printed for people: "25 февраля 2026, 15:10", "Updated: Feb. 25, 2026"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import chain

from newscrawl.dates.calendars import YEARS, Calendar, western
from newscrawl.dates.clock_times import ClockTime, colon_clock, other_clock
from newscrawl.dates.days import Day, days_in
from newscrawl.dates.plain_digits import plain
from newscrawl.dates.zone_names import zone_behind, zone_end
from newscrawl.dates.zone_phrases import UnknownZoneError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
#: Seconds since 1970, or thousandths or millionths; ``/Date(…)/`` is how .NET writes them.
_SINCE_1970 = re.compile(r"(?:/Date\()?(\d{9,11}|\d{13}|\d{16})(?:\.\d+)?(?:[+-]\d{4})?(?:\)/)?")
_COMPACT = re.compile(
    r"((?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))([0-2]\d[0-5]\d(?:[0-5]\d)?)"
)
_ISO = re.compile(r"\d{4}(?:-?\d\d-?\d\d|-W\d\d-\d)(?:[Tt ]\d\d(?::?\d\d.*)?)?")
#: A colon too many behind the day, none between day and time, a plus that an address lost; a day
#: with colons, as cameras write it.
_ODD = (
    (re.compile(r"^(\d{4}-\d\d-\d\d)T:\s?(?=\d\d:)"), r"\1T"),
    (re.compile(r"^(\d{4}-\d\d-\d\d)(?=\d\d:\d\d)"), r"\1T"),
    (re.compile(r"(?<=T\d\d:\d\d:\d\d) (?=\d\d:\d\d$)"), "+"),
    (re.compile(r"(\d{4}):(\d\d):(\d\d)(?=$|\s\d\d:)"), r"\1-\2-\3"),
)
#: The end of a day is the beginning of the next.
_END_OF_DAY = re.compile(r"(?<=^\d{4}-\d\d-\d\d[T ])24(?=:00)")
#: Thousandths behind a colon, as some programs write them.
_THOUSANDTHS = re.compile(r"(?<=T\d\d:\d\d:\d\d):(?=\d{3}(?:Z|[+-]|$))")
_COLON = r"\1:\2"
_DIGIT, _NO_DIGITS = re.compile(r"\d"), re.compile(r"\D*$")
_OFFSET = re.compile(r"\s*([+-]\d{2}):?(\d{2})$")


@dataclass(frozen=True, slots=True)
class Where:
    """What is known of the page that a date is printed on."""

    language: str | None = None
    #: Where 3/4/2026 is the fourth of March.
    is_month_first: bool = False
    #: The zones that the outlet may be in: they tell what IST is short for.
    zones: Sequence[tzinfo] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """The moment, without a zone where none is printed."""

    moment: datetime
    #: Whether a time of day stands there; else the moment is the day's midnight.
    has_time: bool


def read(text: str, where: Where) -> Printed | None:
    """The date that a text is or holds, for people or for machines."""
    since = _SINCE_1970.fullmatch(text)
    if since and not _COMPACT.fullmatch(text):
        return _since_1970(since[1])
    if text[:1].isdigit():
        if found := _iso(_COMPACT.sub(r"\1T\2", text), where):
            return found
        for odd, usual in _ODD:
            text = odd.sub(usual, text)
        if _END_OF_DAY.search(text) and (last := _iso(_END_OF_DAY.sub("00", text), where)):
            return Printed(last.moment + timedelta(days=1), has_time=True)
        if found := _iso(text, where):
            return found
    return printed_date(text, where)


def _since_1970(number: str) -> Printed | None:
    seconds = int(number) / {13: 1e3, 16: 1e6}.get(len(number), 1)
    return Printed(_EPOCH + timedelta(seconds=seconds), has_time=True)


def _iso(text: str, where: Where) -> Printed | None:
    text = plain(text)
    year = int(text[:4]) if _ISO.fullmatch(text) else 0
    is_of_nepal = year in YEARS[Calendar.BIKRAM] and (where.language or "").startswith("ne")
    if year not in YEARS[Calendar.GREGORIAN] or is_of_nepal:
        return None
    try:
        text = f"{western(year)}{_OFFSET.sub(_COLON, text[4:].upper())}"
        text = _THOUSANDTHS.sub(".", text) if text.count(":") > 2 else text
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return Printed(moment, has_time=len(text) > 10)


def printed_date(printed: str, where: Where) -> Printed | None:
    """The date in a line, with the time and the zone if they stand there; None without a year.

    A time in a zone that nobody knows is left out: it may be any. "3 hours ago" is none, since two
    visits would tell two dates: its attributes are asked in ``extract/dates/date_lines.py``.
    """
    text = plain(printed)
    clock = colon_clock(text, where.language)
    # What is a time is no day or year, and may stand between them: "Dec 12 10:00:00 EST 2023".
    masked = _without(text, clock.start, clock.end + zone_end(clock.rest)) if clock else text
    days = days_in(masked, where.language, where.is_month_first)
    day = next(days, None)
    if day is None:
        return None
    clock = clock or other_clock(_without(text, day.start, day.end, "|"), where.language)
    if clock and clock.start > day.end:
        behind = masked[day.end : clock.start]
        each = (e.start for e in chain(days, _of_its_year(day, behind, where)) if _is_other(e, day))
        starts = [start for start in each if day.end <= start < clock.start]
        if starts:
            # "4 March (updated 5 March, 10:00)": the time is the second day's.
            text = text[: min(starts)]
            clock = other_clock(_without(text, day.start, day.end, "|"), where.language)
    if clock is None:
        return Printed(day.midnight, has_time=False)
    behind = text[day.end :] if clock.end <= day.start else ""
    return _at(day.midnight, clock, behind, where)


def _of_its_year(day: Day, behind: str, where: Where) -> Iterator[Day]:
    """Days that stand behind a day without a year: "5 March", "Mar. 5 at"."""
    if not _DIGIT.search(behind):
        return
    for line in (behind.rstrip(" ,|-–"), _NO_DIGITS.sub("", behind)):
        same = f"{' ' * day.end}{line} {day.midnight.year}"
        yield from days_in(same, where.language, where.is_month_first)


def _is_other(other: Day, day: Day) -> bool:
    return other.calendar is day.calendar and other.midnight != day.midnight


def _at(day: datetime, clock: ClockTime, behind: str, where: Where) -> Printed:
    """The time of that day, in the zone behind it or, where the day follows, behind that."""
    try:
        moment = clock.on(day, where.zones)
        if moment.tzinfo is None and behind:
            moment = moment.replace(tzinfo=zone_behind(behind, moment, where.zones))
        return Printed(moment, has_time=True)
    except UnknownZoneError:
        return Printed(day, has_time=False)


def _without(text: str, start: int, end: int, mark: str = " ") -> str:
    """The text, as long as before, with a part of it blank."""
    return f"{text[:start]}{mark * (end - start)}{text[end:]}"
