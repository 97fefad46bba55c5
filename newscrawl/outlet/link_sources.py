"""Where an outlet lists its articles."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Feed:
    """An RSS 1.0, RSS 2.0 or Atom feed."""

    url: str


@dataclass(frozen=True, slots=True)
class Sitemap:
    """A sitemap, a sitemap index or a news sitemap, gzipped or not.

    ``month`` is a pattern with groups ``year`` and ``month`` that dates the children of an index,
    so that a range of months downloads those months and no more.
    """

    url: str
    month: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A page of cards. ``more`` is the address of the next pages, ``{offset}`` counting cards."""

    url: str
    #: For example ``/news/{offset}``; None where there is one page.
    more: str | None = None
    #: Cards on the first page, and on each later one.
    first: int = 0
    step: int = 0
    #: CSS selector of the links to articles: elements with ``href`` or ``data-url``.
    links: str = "a[href], [data-url]"


Source: TypeAlias = Feed | Sitemap | Section
