"""What a page says as it is read."""

from collections.abc import Sequence

from newscrawl.article import Article
from newscrawl.boilerplate import Rule
from newscrawl.errors import ExtractionError
from newscrawl.outlet import Outlet, rules_of
from newscrawl.page import Page
from newscrawl.read_page import read_page


def article_of(page: Page, outlet: Outlet | None, learned: Sequence[Rule] = ()) -> Article | None:
    """The clean article of a page; None where it is none."""
    try:
        found = read_page(page, outlet, rules_of(outlet, learned))
    except ExtractionError:
        return None
    return found if isinstance(found, Article) else None
