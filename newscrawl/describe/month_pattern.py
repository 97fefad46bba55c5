"""Learn how the children of a sitemap index say which month they list."""

import re
from collections.abc import Sequence

#: How a month is written, the surest first.
_FORMS = (
    r"yyyy=(?P<year>(?:19|20)\d\d)&mm=(?P<month>\d\d?)",
    r"year=(?P<year>(?:19|20)\d\d)&month=(?P<month>\d\d?)",
    r"(?P<year>(?:19|20)\d\d)[-_/.](?P<month>[01]\d)(?!\d)",
    r"(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?!\d)",
    r"(?P<year>(?:19|20)\d\d)[-_/.](?P<month>\d\d?)(?!\d)",
)
#: So much of the children must be months, and so many of them different ones.
_SHARE, _FEWEST = 0.5, 2


def month_pattern(children: Sequence[str]) -> str | None:
    """The pattern that dates most of the children's addresses; None where none does."""
    for form in _FORMS:
        months = [found for url in children if (found := month_in(url, form))]
        if len(set(months)) >= _FEWEST and len(months) >= len(children) * _SHARE:
            return form
    return None


def newest_child(children: Sequence[str], pattern: str | None) -> str | None:
    """The child that lists the newest articles: by its month, else the first one."""
    dated = [(found, url) for url in children if pattern and (found := month_in(url, pattern))]
    return max(dated)[1] if dated else next(iter(children), None)


def month_in(url: str, pattern: str) -> tuple[int, int] | None:
    found = re.search(pattern, url)
    if found is None or not 1 <= int(found["month"]) <= 12:
        return None
    return int(found["year"]), int(found["month"])
