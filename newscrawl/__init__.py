"""A news archiving crawler: page in, article out, and an archive that forgets nothing.

``read_article`` is the short way to what the crawl does with each page.
"""

from newscrawl.article import Article
from newscrawl.boilerplate import clean
from newscrawl.extract import extract
from newscrawl.outlet import Outlet
from newscrawl.outlets import load_outlets
from newscrawl.page import Page

__version__ = "0.1.0"
__all__ = ["Article", "Outlet", "Page", "load_outlets", "read_article"]


def read_article(html: bytes, url: str, outlet: Outlet | None = None) -> Article:
    """The clean article on a page; without an outlet, by the generic reader and common rules.

    Raises an ``ExtractionError`` where the page is no article.
    """
    return clean(extract(Page(url, html), outlet), outlet.boilerplate if outlet else ())
