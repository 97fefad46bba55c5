"""Find the day in a printed line, in words or in digits, of any calendar."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from newscrawl.dates.calendars import YEARS, Calendar, gregorian, western
from newscrawl.dates.months import Month, month_of
from newscrawl.dates.plain_digits import key
from newscrawl.dates.weekdays import is_turned

_TOKEN = re.compile(r"\d+|\(e\)ko|[^\W\d_][^\s\d,/:;()|–—‘’'\"«»<>=+\-،၊]*")
_GAP = re.compile(r"[\s.,/'’‘\-–،၊ºª°]*")
#: Words that stand between the parts of a date.
_FILLERS = frozenset(
    map(
        key,
        "de del of di d ta la le el den der det do ng ika a o da du et al an st nd rd th er re e "
        "eme u m rok roku gada gads g metu yil yili yilgi il ili ildo ko eko (e)ko nin "
        "йил йили го е г р ж ел елның жыл жылы жылғы жылдын оны он год года роки року рік соли "
        "წლის წელი წ թ թվականի "
        "سنة عام لعام لسنة سال ماه ه م من ی ي "
        "tanggal ngày tháng năm วันที่ ที่ เดือน ปี พ.ศ ค.ศ ວັນທີ ເດືອນ ປີ "
        "ខែ ឆ្នាំ ថ្ងៃទី ថ្ងៃ ခုနှစ် ခု နှစ် လ ရက် ရက်နေ့ सन् साल সাল সালের गते ቀን "
        "fed ydd mh ci men ga کال د مه یىلی".split(),
    )
)
_MOST_FILLERS = 2
_Y = r"(?<!\d)(?P<y>\d{4})(?!\d)"
_D = r"(?<![\d:.])(?P<d>\d{1,2})"
_M = r"(?P<m>\d{1,2})"
#: A year of two digits; "10.11.12.13" and "1.10.12:30" have none.
_YY = r"\d\d(?!\d|[.:/]\d)"
_IN_DIGITS = tuple(
    map(
        re.compile,
        (
            rf"{_Y}\s*(?:年|년)\s*{_M}\s*(?:月|월)\s*(?P<d>\d{{1,2}})(?!\d)",
            rf"(?<!\d){_M}\s*[月월]\s*(?P<d>\d{{1,2}})\s*(?:[日일]\s*)?[,、]?\s*{_Y}(?!\s*年\s*\d|[^\W年])",
            rf"{_Y}\s*(?P<sep>[./-])\s*{_M}\s*(?P=sep)\s*(?P<d>\d{{1,2}})(?!\d)",
            rf"{_D}\s*(?P<sep>[.-])\s*{_M}\s*(?P=sep)\s*{_Y}",
            rf"{_D}\.\s?{_M}\.\s?(?P<y>{_YY})",
            rf"{_D}\s*(?:,\s*)?(?:thang|thg)\s*{_M}\s*(?:,\s*)?(?:nam\s*)?{_Y}",
            rf"{_Y}\s*оны\s*{_M}\s*-?\s*(?:р|дугаар|дүгээр)?\s*сарын\s*(?P<d>\d{{1,2}})",
            rf"{_M}\s*-?\s*(?:р|дугаар|дүгээр)?\s*сарын\s*(?P<d>\d{{1,2}})\D{{1,3}}{_Y}",
        ),
    )
)
_SLASHES = re.compile(rf"{_D}\s*/\s*{_M}\s*/\s*(?P<y>\d{{4}}(?!\d)|{_YY})")
#: Years of two or three digits before the month, by languages: their pattern, and from when they
#: count. In Taiwan it is the founding of the republic, in Japan the first letter of an era.
_MONTH_DAY = rf"\s?(?:[./-]|年)\s?{_M}\s?(?:[./-]|月)\s?(?P<d>\d{{1,2}})(?![\d:]|\.\d)"
_ERA = r"(?P<y>0?[1-9]|[12]\d|3[01])"
_LOCAL = {
    language: [(re.compile(rf"(?<![\w:./-]){year}{_MONTH_DAY}"), first) for year, first in years]
    for language, years in {
        "zh": [(r"(?P<y>1[0-4]\d)", 1911), (r"(?P<y>[0-6]\d)", 2000)],
        "ja": [(rf"R{_ERA}", 2018), (rf"H{_ERA}", 1988), (r"(?P<y>[0-6]\d)", 2000)],
        **{each: [(r"(?P<y>[0-6]\d)", 2000)] for each in ("ko", "eu")},
    }.items()
}
_LETTER = re.compile(r"[^\W\d_]")
#: Whose years without a word are of another calendar.
_PERSIAN = frozenset("fa ps ckb azb".split())
_HIJRI = re.compile(r"\s*(?:ه|هجري\w*|AH|H)(?!\w)")


class Day(NamedTuple):
    """The midnight of a day, and where its date stands in the line."""

    midnight: datetime
    start: int
    end: int
    calendar: Calendar


def days_in(text: str, language: str | None, is_month_first: bool) -> Iterator[Day]:
    """The days that a line names; those of our calendar first, then in the line's order."""
    found = [*_named(text, language), *_numbered(text, language, is_month_first)]
    found.sort(key=lambda each: each[0] is not Calendar.GREGORIAN)
    for calendar, year, month, day, start, end in found:
        try:
            yield Day(gregorian(calendar, year, month, day), start, end, calendar)
        except (ValueError, OverflowError):
            continue


_Parts = tuple[Calendar, int, int, int, int, int]


def _named(text: str, language: str | None) -> Iterator[_Parts]:
    """Days whose month is a word."""
    tokens = list(_TOKEN.finditer(text))
    if not any(token[0].isdigit() for token in tokens):
        return
    for at, token in enumerate(tokens):
        if token[0].isdigit():
            continue
        left = _numbers(text, tokens, at, -1)
        for last in (at + 1, at):
            right = _numbers(text, tokens, last, 1) if last < len(tokens) else []
            if len(left) + len(right) < 2:
                continue
            month = _month(tokens[at : last + 1], language)
            each = (_ordered(m, left, right, text) for m in _meant(month, language))
            if parts := next(filter(None, each), None):
                yield parts
                break


def _month(words: list[re.Match[str]], language: str | None) -> Month | None:
    """The month that a word names, or two of them."""
    name = " ".join(word[0] for word in words)
    is_name = not any(word[0].isdigit() for word in words) and key(name) not in _FILLERS
    return month_of(name, language) if is_name else None


def _meant(month: Month | None, language: str | None) -> tuple[Month, ...]:
    """What a month may be: Eritrea calls those of our calendar as Ethiopia calls its own."""
    if not month or month[0] is not Calendar.ETHIOPIC or month[1] > 12:
        return (month,) if month else ()
    ours = Calendar.GREGORIAN, (month[1] + 7) % 12 + 1
    return (ours,) if _primary(language) == "ti" else (month, ours)


def _numbers(text: str, tokens: list[re.Match[str]], at: int, step: int) -> list[re.Match[str]]:
    """Up to two numbers beside a word, nothing between them but what dates have there."""
    found: list[re.Match[str]] = []
    fillers, edge, at = 0, tokens[at], at + step
    while 0 <= at < len(tokens) and len(found) < 2:
        token = tokens[at]
        first, second = (edge, token) if step > 0 else (token, edge)
        gap = text[first.end() : second.start()]
        is_number = token[0].isdigit()
        # "مارس/آذار", "مارس (آذار)": the month has two names.
        is_twin = not is_number and gap.strip() in ("/", "(")
        if not (_GAP.fullmatch(gap) or is_twin or gap.strip() == ")"):
            break
        if is_number:
            found.append(token)
            fillers = 0
        elif (is_twin or key(token[0]) in _FILLERS) and fillers < _MOST_FILLERS:
            fillers += 1
        else:
            break
        edge, at = token, at + step
    return found


def _ordered(
    month: Month, left: list[re.Match[str]], right: list[re.Match[str]], text: str
) -> _Parts | None:
    """Which of the numbers beside a month is the day, and which the year."""
    calendar, number = month
    orders = []
    if left and right:
        orders += [(left[0], right[0]), (right[0], left[0])]
    if len(right) == 2:
        orders.append((right[0], right[1]))
    if len(left) == 2:
        orders.append((left[0], left[1]))
    for day, year in orders:
        full = _year(calendar, year, text)
        if len(day[0]) <= 2 and 1 <= int(day[0]) <= 31 and full:
            start = min(day.start(), year.start())
            return calendar, full, number, int(day[0]), start, max(day.end(), year.end())
    return None


#: Two digits are a year behind an apostrophe, in Thai dates, and as RFC 822 has it.
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_RFC822 = re.compile(r"\d{1,2}[\s-][A-Za-z]{3}[\s-]\d\d\b")


def _year(calendar: Calendar, token: re.Match[str], text: str) -> int | None:
    year = int(token[0])
    if len(token[0]) == 4:
        return year if year in YEARS[calendar] else None
    if len(token[0]) != 2 or calendar is not Calendar.GREGORIAN:
        return None
    before = text[: token.start()]
    if _THAI.search(before[-12:]):
        return western(2500 + year) if year >= 40 else None
    if before.rstrip()[-1:] in ("'", "’", "‘") or _RFC822.search(text[: token.end()]):
        return 1900 + year if year > 68 else 2000 + year
    return None


def _numbered(text: str, language: str | None, is_month_first: bool) -> Iterator[_Parts]:
    """Days whose month is a number."""
    for pattern, first in _LOCAL.get(_primary(language), ()):
        for found in pattern.finditer(text):
            year, month, day = first + int(found["y"]), int(found["m"]), int(found["d"])
            yield Calendar.GREGORIAN, year, month, day, found.start(), found.end()
    for pattern in _IN_DIGITS:
        for found in pattern.finditer(text):
            yield from _counted(text, found, int(found["m"]), int(found["d"]), language)
    for found in _SLASHES.finditer(text):
        first, second = int(found["d"]), int(found["m"])
        month, day = (first, second) if first <= 12 and is_month_first else (second, first)
        yield from _counted(text, found, month, day, language)


def _told_by_weekday(
    text: str, found: re.Match[str], year: int, month: int, day: int, language: str | None
) -> tuple[int, int]:
    """Month and day, the other way round where they cannot be else, or the weekday says so.

    Where a word says which is which, the sign for Sunday before it is another day's end.
    """
    if _LETTER.search(found[0]):
        return month, day
    if month > 12:
        return day, month
    if not (month <= 12 and day <= 12 and year in YEARS[Calendar.GREGORIAN]):
        return month, day
    usual = date(western(year), month, day) if month and day else None
    is_other = usual and is_turned(text, found.start(), found.end(), usual, language)
    return (day, month) if is_other else (month, day)


def _counted(
    text: str, found: re.Match[str], month: int, day: int, language: str | None
) -> Iterator[_Parts]:
    primary = _primary(language)
    year = int(found["y"]) if len(found["y"]) == 4 else _short_year(int(found["y"]), primary)
    month, day = _told_by_weekday(text, found, year, month, day, language)
    is_hijri = _HIJRI.match(text, found.end()) or primary in ("ar", "ur")
    other = Calendar.HIJRI if is_hijri else Calendar.PERSIAN if primary in _PERSIAN else None
    ours = Calendar.BIKRAM if primary == "ne" else None
    for calendar in (ours, Calendar.GREGORIAN, other):
        if calendar and year in YEARS[calendar]:
            yield calendar, year, month, day, found.start(), found.end()
            return


def _short_year(year: int, primary: str) -> int:
    """The year of this century, or the Buddhist one, that two digits are; none is 0."""
    if primary == "th" and year >= 43:
        return 2500 + year
    return 2000 + year if year < 70 else 0


def _primary(language: str | None) -> str:
    return (language or "").replace("_", "-").split("-")[0]
