"""An outlet: all that its file says of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from newscrawl import urls
from newscrawl.boilerplate import Rule
from newscrawl.errors import OutletError
from newscrawl.outlet.article_addresses import ArticleAddresses
from newscrawl.outlet.layout import Layout, Reader
from newscrawl.outlet.link_sources import Source
from newscrawl.revisit_ages import REVISITS

if TYPE_CHECKING:
    from newscrawl.page import Page

#: The words of an outlet that hold several values.
_SEVERAL = "sources articles aliases hosts layouts boilerplate beside revisits".split()
#: Where the words of an outlet are.
_OWN = "newscrawl."
#: Where a function happens to be in memory, as Python prints it.
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")


@dataclass(frozen=True, kw_only=True)
class Outlet(ArticleAddresses):
    """A news site: what differs from every other one."""

    name: str
    title: str
    home: str
    language: str
    timezone: str = "UTC"
    sources: tuple[Source, ...] = ()
    #: Patterns over path and query of what to keep. Groups: ``key`` is what stays when the URL
    #: changes, ``year``, ``month`` and ``day`` date a link.
    articles: tuple[str, ...] = ()
    #: Other addresses of the same site, as host or ``host/path``: they canonicalise to ``home``.
    aliases: tuple[str, ...] = ()
    #: Hosts that serve its sources and pages under paths of their own.
    hosts: tuple[str, ...] = ()
    #: CSS selector of what only pages that are no articles have.
    not_articles: str | None = None
    layouts: tuple[Layout, ...] = ()
    fields: Mapping[str, Reader] = field(default_factory=dict)
    boilerplate: tuple[Rule, ...] = ()
    #: Parts of a page that are fetched apart: from the page to their URLs.
    parts: "Callable[[Page], tuple[str, ...]] | None" = None
    #: CSS selector of the links to the further pages of one article, which are parts of it too: of
    #: all, of the next one, or of one that has everything.
    next_pages: str | None = None
    #: Whole addresses of feeds that are kept beside each page, for what pages do not say: see
    #: ``told_by_feeds.py``. A page that was kept without them is read without them.
    beside: tuple[str, ...] = ()
    #: Seconds between two requests.
    delay: float = 1.0
    #: Ages at which an article is looked at again.
    revisits: tuple[timedelta, ...] = REVISITS
    #: Where it is fetched instead, as ``http://host:port``; everything stored stays canonical.
    mirror: str | None = None
    #: Of an operator's own file: it takes the place of the outlet of this name that comes with
    #: newscrawl or with another package.
    overrides: bool = False
    #: A digest of the files that it is written in, which whoever loads it from files fills.
    files: str = ""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", str(self.name)):
            plain = re.sub(r"\W+|(?<=[a-z])(?=[A-Z])", "_", str(self.name)).strip("_").lower()
            near = plain if re.fullmatch(r"[a-z][a-z0-9_]*", plain) else "small letters, as gazette"
            raise OutletError(
                f"outlet name must be snake_case: {self.name!r}; write {near}", "name"
            )
        for word in _SEVERAL:
            given = getattr(self, word)
            if not isinstance(given, tuple | list):
                kind = type(given).__name__
                short = repr(given) if isinstance(given, str) else f"{kind}(…)"
                # A word of ours, or a text, may be meant as the only one.
                is_one = isinstance(given, str) or type(given).__module__.startswith(_OWN)
                remedy = f"({short},)" if is_one else "its values as (…, …)"
                told = f"{self.name}: {word} takes a tuple, not {short if is_one else kind}"
                raise OutletError(f"{told}: write {remedy}", word, given)
        for pattern in self.articles:
            try:
                re.compile(pattern)
            except (re.error, TypeError) as error:
                told = f"{self.name}: {pattern!r} is no pattern: {error}"
                raise OutletError(told, "articles", pattern) from error

    def __hash__(self) -> int:
        # Its readers may be held by what has no hash.
        return hash(self.name)

    def at(self, mirror: str) -> Self:
        """The same outlet, fetched through another address, below which all paths are its own."""
        try:
            parts = urlsplit(mirror)
            is_address = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
        except ValueError:
            is_address = False
        if not is_address:
            raise OutletError(f"a mirror looks like http://host:port, not {mirror!r}")
        if parts.username is not None:
            raise OutletError("a mirror looks like http://host:port, without a user or password")
        if parts.path not in {"", "/"} or parts.query or parts.fragment:
            more = mirror.partition(parts.netloc)[2]
            raise OutletError(f"a mirror looks like http://host:port, without {more!r} behind it")
        # Spelled here: Scrapy has another spelling for names with "ß" or a joiner in them.
        return replace(self, mirror=f"{parts.scheme}://{urls.host_of(mirror)}")

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @cached_property
    def reading(self) -> str:
        """A fingerprint of how its pages are read: of what it says of them, and of its files.

        What its functions do stands in the files alone.
        """
        told = repr(
            (
                *(self.home, self.aliases, self.hosts, self.language, self.timezone),
                *(self.articles, self.not_articles, self.layouts, self.fields, self.parts),
                *(self.boilerplate, *self.beside, self.files),
                *((self.next_pages,) if self.next_pages else ()),
            )
        )
        return sha256(_ADDRESS.sub("", told).encode()).hexdigest()[:12]

    def local_date(self, moment: datetime) -> date:
        """The outlet's calendar date of a moment."""
        return moment.astimezone(self.zone).date()
