"""Find the day that stands in a web address."""

import re
from datetime import date

_IN_URL = re.compile(
    r"(?:/|[_-](?=\d{4}([_-])\d\d\1))(?P<y>(?:19|20)\d\d)[/_-]?(?P<m>0[1-9]|1[0-2])[/_-]?"
    r"(?P<d>0[1-9]|[12]\d|3[01])(?!\d)|/(?P<y2>(?:19|20)\d\d)/(?P<m2>0?[1-9]|1[0-2])/"
    r"(?P<d2>0?[1-9]|[12]\d|3[01])(?=/)"
)
#: The month by its English name: the Guardian's, and of sites like it.
_NAMED_IN_URL = re.compile(
    r"/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?/(0?[1-9]|[12]\d|3[01])(?!\d)",
    re.IGNORECASE,
)
_PARTS = ("y", "m", "d", "y2", "m2", "d2")
#: As addresses spell them: /2024/nov/05/.
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def day_in_address(url: str) -> date | None:
    found = _IN_URL.search(url)
    named = None if found else _NAMED_IN_URL.search(url)
    try:
        if named:
            return date(int(named[1]), MONTHS.index(named[2].lower()) + 1, int(named[3]))
        return date(*map(int, filter(None, found.group(*_PARTS)))) if found else None
    except ValueError:
        return None
