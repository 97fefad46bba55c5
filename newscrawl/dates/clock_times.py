"""Find the time of day in a printed line, and the zone behind it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache

from newscrawl.dates.day_parts import Part, parts_of_day
from newscrawl.dates.months import script_of
from newscrawl.dates.plain_digits import key
from newscrawl.dates.zone_names import zone_behind

_COLON = re.compile(
    r"(?:(?<![\d:.+/-])|(?<=\d{4}[/-]))(?P<h>\d{1,2})\s?:(?:\s(?!\d\d:))?(?P<min>\d{2})(?!\d)"
    r"(?::(?P<s>\d\d)(?:[.,]\d+)?)?"
)
_OTHERS = (
    re.compile(
        r"(?<![\d:.+/-])(?P<h>\d{1,2})\s*(?:[時时點点시]|টা|นาฬิกา)\s*"
        r"(?:(?P<min>\d{1,2})\s*(?:[分분]|মিনিট)?(?:\s*(?P<s>\d{1,2})\s*[秒초])?|(?P<half>[半반]))?"
    ),
    re.compile(r"(?<![\d:.+/-])(?P<h>\d{1,2})\s?(?:[.hH]|Uhr\s)\s?(?P<min>\d{2})(?![\d/]|\.\d)"),
    re.compile(r"(?<![\d:.+/-])(?P<h>[01]\d|2[0-3])(?P<min>[0-5]\d)(?=\s?(?:GMT|UTC|hrs|hours)\b)"),
    re.compile(r"(?<![\d:.+/-])(?P<h>\d{1,2})\s?(?:h|Uhr|heures)\b", re.IGNORECASE),
)
#: An hour alone: a time where a part of the day stands beside it.
_HOUR = re.compile(r"(?<![\d:.,+/-])(?P<h>\d{1,2})(?![\d:.,/-])")
#: How far a part of the day may stand from its time.
_BESIDE = 32
_BETWEEN = r"[\s,.]*(?:kl\.?|at|um|o'clock|uhr|в|о|ч|a las|às|बजे|ਵਜੇ|न)?[\s,.'’]*"


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day, and where it stands in the line."""

    hour: int
    minute: int
    second: int
    start: int
    end: int
    #: The text behind it, which may begin with a zone.
    rest: str

    def on(self, day: datetime, zones: Sequence[tzinfo]) -> datetime:
        """That time of the day; raises ``UnknownZoneError``."""
        moment = day.replace(hour=self.hour, minute=self.minute, second=self.second)
        return moment.replace(tzinfo=zone_behind(self.rest, moment, zones))


def colon_clock(text: str, language: str | None) -> ClockTime | None:
    """The first time with a colon, which is no part of a date."""
    return _first(text, language, (_COLON,))


def other_clock(text: str, language: str | None) -> ClockTime | None:
    """The first time in another form, in a line whose date is taken out."""
    return _first(text, language, (*_OTHERS, _HOUR))


def _first(
    text: str, language: str | None, patterns: Sequence[re.Pattern[str]]
) -> ClockTime | None:
    clocks = (_read(text, found, language) for one in patterns for found in one.finditer(text))
    return next(filter(None, clocks), None)


def _read(text: str, found: re.Match[str], language: str | None) -> ClockTime | None:
    parts = found.groupdict("")
    hour, start, end = int(parts["h"]), found.start(), found.end()
    minute = 30 if parts.get("half") else int(parts.get("min") or 0)
    beside = _part_beside(text, start, end, language)
    if beside:
        part, start, end = beside
        hour = _in_part(hour, part)
    elif found.re is _HOUR:
        return None
    second = int(parts.get("s") or 0)
    if hour > 23 or minute > 59 or second > 60:
        return None
    # The second that is put in once in a few years.
    return ClockTime(hour, minute, min(second, 59), start, end, text[end:])


def _part_beside(
    text: str, start: int, end: int, language: str | None
) -> tuple[Part, int, int] | None:
    """The part of the day beside a time, behind it or before it, and where both stand."""
    behind, before = text[end : end + _BESIDE], text[max(0, start - _BESIDE) : start]
    # Most times stand alone, or before a zone.
    if not any(map(str.isalpha, behind + before)):
        return None
    hours, (is_behind, is_before) = _patterns(language, _script(before, behind))
    found = is_behind.match(behind)
    if found:
        return hours[_name(found[1])], start, end + found.end()
    found = is_before.search(before)
    # In small letters, "am" is "on" in German, and "at" in Welsh.
    if found and found[1] != "am":
        return hours[_name(found[1])], start - len(before) + found.start(1), end
    return None


def _script(before: str, behind: str) -> str:
    """The script of the nearest letter that is not Latin, if there is one."""
    odd = [char for char in behind + before if char.isalpha() and not char.isascii()]
    return script_of(odd[0]) if odd else "LATIN"


@lru_cache(256)
def _patterns(
    language: str | None, script: str
) -> tuple[dict[str, Part], tuple[re.Pattern[str], re.Pattern[str]]]:
    hours, names = parts_of_day(language, script)
    return hours, (
        re.compile(rf"{_BETWEEN}({names})", re.IGNORECASE),
        re.compile(rf"({names}){_BETWEEN}$", re.IGNORECASE),
    )


def _name(found: str) -> str:
    return re.sub(r"\s", "", key(found))


def _in_part(hour: int, part: Part) -> int:
    """The hour of 24 that an hour of twelve is in a part of the day."""
    begins, ends = part
    if hour == 0 and begins == 12:  # As Japan counts: the hour after noon is the afternoon's 0.
        return 12
    if not 0 < hour <= 12:  # Some print the half beside a clock of 24 hours.
        return hour
    hours = range(hour % 12, max(24, ends), 12)
    inside = [each for each in hours if begins <= each < ends]
    if len(inside) > 1:
        return hour
    nearest = min(inside or hours, key=lambda each: min(_apart(each, begins), _apart(each, ends)))
    return nearest % 24


def _apart(hour: int, other: int) -> int:
    """Hours between two of a day, past midnight where that is shorter."""
    return min((hour - other) % 24, (other - hour) % 24)
