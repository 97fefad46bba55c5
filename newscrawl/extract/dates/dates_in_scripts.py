"""The date of a page that only its scripts tell: to who counts visits, or to themselves."""

import re
from collections.abc import Iterator

from newscrawl.page import Page

_NAMED = re.compile(
    r"[\"'](?:article|page|content|post|story)?[_-]?(?:date[_-]?published"
    r"|publish(?:ed)?(?:[_-]?(?:date|time|at|on))?|publication[_-]?date|pub[_-]?date)[\"']"
    r"\s{0,9}:\s{0,9}[\"']([^\"'\\<>]{8,40})[\"']",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d")
#: Scripts, and a meta tag that holds the same.
_SCRIPTS, _META = 'script:not([src]):not([type*="ld+json" i])', "parsely-page"
#: Characters of all scripts that are looked at.
_LARGEST = 4_000_000


def dates_in_scripts(page: Page) -> Iterator[str]:
    """The one day that scripts say something was published on: a list of articles has several."""
    found = [said for text in _texts(page) for said in _NAMED.findall(text) if _YEAR.search(said)]
    if len({said[:10] if said[:4].isdigit() else said for said in found}) == 1:
        yield max(found, key=len)


def _texts(page: Page) -> Iterator[str]:
    yield page.metas.get(_META, "")
    left = _LARGEST
    for script in page.tree.css(_SCRIPTS):
        text = script.text()[:left]
        left -= len(text)
        yield text
