"""Turn a day of another calendar into one of ours."""

from datetime import datetime, timedelta
from enum import Enum


class Calendar(Enum):
    """By what a month is named."""

    GREGORIAN = "gregorian"
    PERSIAN = "persian"
    HIJRI = "hijri"
    ETHIOPIC = "ethiopic"
    BIKRAM = "bikram"


#: Years that the news is dated by, in each; the Gregorian days of Thailand count from Buddha.
_BUDDHIST = 543
_FIRST_BUDDHIST = 1900 + _BUDDHIST
YEARS = {
    Calendar.GREGORIAN: frozenset((*range(1900, 2101), *range(_FIRST_BUDDHIST, 2101 + _BUDDHIST))),
    Calendar.PERSIAN: frozenset(range(1290, 1479)),
    Calendar.HIJRI: frozenset(range(1343, 1501)),
    # Later ones are years of our calendar today.
    Calendar.ETHIOPIC: frozenset(range(1893, 2023)),
    Calendar.BIKRAM: frozenset(range(2050, 2084)),
}
#: The first day of a Persian year, from which the others are counted.
_NEW_YEAR, _YEAR = datetime(2025, 3, 21), 1404
#: The first six months of the Persian year have 31 days, the others one less.
_LONG_MONTHS = 6
#: The first day of an Ethiopic year, whose months have 30 days, but the thirteenth 5 or 6.
_MESKEREM, _ETHIOPIC_YEAR = datetime(2025, 9, 11), 2018
#: How many days more than 29 the months of the years of Nepal have, which no rule tells: as its
#: almanacs had them from the first day on; later ones disagree.
_BAISAKH, _BIKRAM_YEAR = datetime(1993, 4, 13), 2050
_BIKRAM_MONTHS = """
232321110102 222322101011 223222101011 232321110011 232321110102 223222101011 223231101011
232321110012 132321110102 223222101011 223321101011 232321110012 222322010102 223222101011
223321101011 232321110012 222322011002 223222101011 223321101011 232321110012 222322011011
223222101011 232321101011 232321110012 222322101011 223222101011 232321110011 232321110102
222322101011 223222101011 232321110011 232321110102 223222101011 223222101011
""".split()


def gregorian(calendar: Calendar, year: int, month: int, day: int) -> datetime:
    """The midnight at which the day begins; raises ``ValueError`` where there is no such day."""
    if calendar is Calendar.PERSIAN:
        return _persian(year, month, day)
    if calendar is Calendar.ETHIOPIC:
        return _ethiopic(year, month, day)
    if calendar is Calendar.BIKRAM:
        return _bikram(year, month, day)
    if calendar is Calendar.HIJRI:
        # Costs as much as all that is here, and few pages in a million need it.
        from hijridate import Hijri

        return datetime.combine(Hijri(year, month, day).to_gregorian(), datetime.min.time())
    return datetime(western(year), month, day)


def western(year: int) -> int:
    """The year that a Buddhist one is; any other as it is."""
    return year - _BUDDHIST if year >= _FIRST_BUDDHIST else year


def _persian(year: int, month: int, day: int) -> datetime:
    """By the rule of 33 years, which names the true leap years from 1178 to 1633."""
    is_leap = _leaps(year) > _leaps(year - 1)
    length = 31 if month <= _LONG_MONTHS else 30 if month < 12 or is_leap else 29
    if not (1 <= month <= 12 and 1 <= day <= length):
        raise ValueError(f"{year}-{month}-{day}")
    years = 365 * (year - _YEAR) + _leaps(year - 1) - _leaps(_YEAR - 1)
    months = 30 * (month - 1) + min(month - 1, _LONG_MONTHS)
    return _NEW_YEAR + timedelta(days=years + months + day - 1)


def _leaps(year: int) -> int:
    """Leap years until the end of that year."""
    return (8 * year + 29) // 33


def _ethiopic(year: int, month: int, day: int) -> datetime:
    """Every fourth year, before the leap years of Julius Caesar, has a day more."""
    length = 30 if month <= 12 else 6 if year % 4 == 3 else 5
    if not (1 <= month <= 13 and 1 <= day <= length):
        raise ValueError(f"{year}-{month}-{day}")
    leaps = year // 4 - _ETHIOPIC_YEAR // 4
    days = 365 * (year - _ETHIOPIC_YEAR) + leaps + 30 * (month - 1) + day - 1
    return _MESKEREM + timedelta(days=days)


def _bikram(year: int, month: int, day: int) -> datetime:
    lengths = [29 + int(more) for each in _BIKRAM_MONTHS for more in each]
    at = 12 * (year - _BIKRAM_YEAR) + month - 1
    if not (1 <= month <= 12 and 1 <= day <= lengths[at]):
        raise ValueError(f"{year}-{month}-{day}")
    return _BAISAKH + timedelta(days=sum(lengths[:at]) + day - 1)
