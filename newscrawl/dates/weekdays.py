"""Tell the month from the day by the weekday that stands beside them: "Wed, 03/04/2026"."""

import re
from datetime import date
from functools import lru_cache

from newscrawl.dates.months import locale_of
from newscrawl.dates.plain_digits import key

_BEFORE = re.compile(r"([^\W\d_]{1,20})[.,]{0,2}\s*[,|(]?\s*$")
#: With no word behind it: "So" begins a German headline, and "Mar" a town's name.
_BEHIND = re.compile(r"\s*[,(|]\s*([^\W\d_]{1,20})(?=\.?\s*(?:[^\w\s]|\d|$))")


def is_turned(text: str, start: int, end: int, day: date, language: str | None) -> bool:
    """Whether the weekday beside a date is not its own, and that of day and month turned round."""
    if day.day > 12 or day.day == day.month:
        return False
    beside = (_BEFORE.search(text[max(0, start - 24) : start]), _BEHIND.match(text, end))
    words = [key(found[1]) for found in beside if found]
    names, others = _names(language), _names("en")
    said = {each for word in words for each in names.get(word) or others.get(word) or ()}
    turned = day.replace(month=day.day, day=day.month)
    return turned.weekday() in said and day.weekday() not in said


@lru_cache(256)
def _names(language: str | None) -> dict[str, frozenset[int]]:
    """Weekdays, Monday first, by their names in a language: some stand for two of them.

    One letter of an alphabet is an initial as well.
    """
    found: dict[str, frozenset[int]] = {}
    locale = locale_of(language)
    for forms in locale.days.values() if locale else ():
        for names in forms.values():
            for number, name in names.items():
                known = key(name)
                if len(known) == 1 and known.lower() != known.upper():
                    continue
                found[known] = found.get(known, frozenset()) | {number}
    return found
