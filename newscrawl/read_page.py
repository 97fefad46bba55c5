"""From a page to its article: screened, extracted, cleaned. Whoever reads a page does it here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from newscrawl.article import Article
from newscrawl.boilerplate import Rule, clean
from newscrawl.errors import ExtractionError
from newscrawl.extract import extract
from newscrawl.outlet import Outlet, rules_of
from newscrawl.page import Page
from newscrawl.screen import Verdict, screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known of a page beside its bytes, as ``screen`` takes it."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    #: What was asked for, before any redirect.
    requested_url: str | None = None
    #: What else may tell that the page is no article, asked before it is read.
    unless: Callable[[Page], Verdict | None] = lambda _: None


def read_page(
    page: Page, outlet: Outlet | None, rules: Sequence[Rule], told: Told | None = None
) -> Article | Verdict:
    """The clean article of a page with its parts, or why the page is none.

    Raises an ``ExtractionError``.
    """
    found = read_uncleaned(page, outlet, told)
    return found if isinstance(found, Verdict) else clean(found, rules)


def article_of(page: Page, outlet: Outlet | None, learned: Sequence[Rule] = ()) -> Article | None:
    """The clean article of a page; None where it is none, or cannot be read."""
    try:
        found = read_page(page, outlet, rules_of(outlet, learned))
    except ExtractionError:
        return None
    return found if isinstance(found, Article) else None


def read_uncleaned(
    page: Page, outlet: Outlet | None, told: Told | None = None
) -> Article | Verdict:
    """The article with all blocks that were read: a crawl's pipeline cleans it, and counts."""
    return screened(page, outlet, told or Told()) or extract(page, outlet)


def screened(page: Page, outlet: Outlet | None, told: Told) -> Verdict | None:
    """Why a page is no article, by its first look and by what was told of it; None: it may be."""
    verdict = screen(
        page, outlet, status=told.status, headers=told.headers, requested_url=told.requested_url
    )
    return verdict or told.unless(page)
