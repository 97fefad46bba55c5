"""A news archiving crawler: page in, article out, and an archive that forgets nothing.

``read_article`` is the short way to what the crawl does with each page, ``connect`` that to the
archive.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from newscrawl.version import __version__ as __version__

if TYPE_CHECKING:
    from newscrawl.article import Article
    from newscrawl.notebook import connect
    from newscrawl.outlet import Outlet
    from newscrawl.outlets import load_outlets
    from newscrawl.page import Page

__all__ = ["Article", "Outlet", "Page", "connect", "load_outlets", "read_article"]

#: Loaded when first asked for: a command's ``--help`` needs no parser of HTML.
_HOMES = {
    "Article": "newscrawl.article",
    "Outlet": "newscrawl.outlet",
    "Page": "newscrawl.page",
    "connect": "newscrawl.notebook",
    "load_outlets": "newscrawl.outlets",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def read_article(html: bytes, url: str, outlet: "Outlet | None" = None) -> "Article":
    """The clean article on a page; without an outlet, by the generic reader and common rules.

    Raises an ``ExtractionError`` where the page is no article.
    """
    from newscrawl.article import Article
    from newscrawl.errors import NotAnArticle
    from newscrawl.outlet import rules_of
    from newscrawl.page import Page
    from newscrawl.read_page import read_page

    found = read_page(Page(url, html), outlet, rules_of(outlet))
    if not isinstance(found, Article):
        raise NotAnArticle(url, found.reason)
    return found
