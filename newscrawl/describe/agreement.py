"""How far two texts say the same, and what a page says as it is read."""

from collections.abc import Iterator, Sequence

from newscrawl.article import Article
from newscrawl.boilerplate import Rule
from newscrawl.errors import ExtractionError
from newscrawl.outlet import Outlet, rules_of
from newscrawl.page import Page
from newscrawl.read_page import read_page

#: Words in each run of words that two texts are compared by.
_RUN = 4


def agreement(text: str, other: str) -> float:
    """How far two texts have the same runs of four words: F1, from 0 to 1."""
    ours, theirs = set(_runs(text.split())), set(_runs(other.split()))
    total = len(ours) + len(theirs)
    return 2 * len(ours & theirs) / total if total else 1.0


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if words:
        last = max(len(words) - _RUN, 0)
        yield from (tuple(words[at : at + _RUN]) for at in range(last + 1))


def article_of(page: Page, outlet: Outlet | None, learned: Sequence[Rule] = ()) -> Article | None:
    """The clean article of a page; None where it is none."""
    try:
        found = read_page(page, outlet, rules_of(outlet, learned))
    except ExtractionError:
        return None
    return found if isinstance(found, Article) else None
