"""An outlet: what it is called, which addresses are its own, and how its pages are read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Self, TypeAlias
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from newscrawl import urls
from newscrawl.boilerplate import Rule
from newscrawl.dates.in_address import MONTHS
from newscrawl.errors import OutletError
from newscrawl.outlet.layout import Layout, Reader
from newscrawl.outlet.link_sources import Source
from newscrawl.revisit_ages import REVISITS

if TYPE_CHECKING:
    from newscrawl.page import Page

#: Key and canonical URL of the article that a link leads to, if to one.
Target: TypeAlias = tuple[str, str] | None
#: Years that a news page can claim; anything else is a slip or a joke.
NEWS_YEARS = range(1900, 2100)
#: The words of an outlet that hold several values.
_SEVERAL = "sources articles aliases hosts layouts boilerplate beside revisits".split()
#: Where the words of an outlet are.
_OWN = "newscrawl."
#: Where a function happens to be in memory, as Python prints it.
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")


@dataclass(frozen=True, kw_only=True)
class Outlet:
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

    # An outlet file may spell its addresses in any alphabet; from here on they have one spelling.

    @cached_property
    def _home(self) -> str:
        return urls.canonical(self.home) or self.home

    @cached_property
    def _root(self) -> str:
        """What all addresses at the home page's own host begin with."""
        return f"{self._home.partition('://')[0]}://{self._host}/"

    @cached_property
    def _host(self) -> str:
        return urls.host_of(self._home)

    @cached_property
    def _mirror_host(self) -> str | None:
        return urls.host_of(urls.canonical(self.mirror) or "") if self.mirror else None

    @cached_property
    def _hosts(self) -> frozenset[str]:
        return frozenset({self._host, *map(urls.in_ascii, self.hosts)})

    @cached_property
    def _searches(self) -> tuple[tuple[Callable[[str], re.Match[str] | None], bool], ...]:
        """The search of each pattern, and whether it asks for letters that addresses escape."""
        return tuple((re.compile(one).search, not one.isascii()) for one in self.articles)

    @cached_property
    def _aliases(self) -> tuple[tuple[str, str], ...]:
        """(host, path prefix) of every other address of the home page, longest prefix first."""
        bare = self._host.removeprefix("www.")
        given = (
            urls.canonical(f"https://{alias}") for alias in (*self.aliases, bare, f"www.{bare}")
        )
        pairs = {(urls.host_of(a), urls.path_of(a).rstrip("/")) for a in given if a}
        return tuple(sorted(pairs, key=lambda pair: -len(pair[1])))

    @cached_property
    def all_hosts(self) -> frozenset[str]:
        """The hosts at which all is that it owns; below some of them others own the rest."""
        mirrors = [self._mirror_host] if self._mirror_host else []
        return self._hosts.union(mirrors, (host for host, _ in self._aliases))

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

    def owns(self, url: str) -> bool:
        """Whether the URL is on one of the outlet's hosts, or on its mirror."""
        if self.is_at_home(url):
            return True
        host = urls.host_of(urls.canonical(url) or "")
        if not host:
            return False
        return host == self._mirror_host or host in self._hosts or self.alias_length(url) > 0

    def alias_length(self, url: str) -> int:
        """How many characters of the URL its longest alias names; 0 if it is below none."""
        spelled = urls.canonical(url) or ""
        host, path = urls.host_of(spelled), urlsplit(spelled).path
        named = (p for alias, p in self._aliases if host == alias and _is_below(path, p))
        return max((len(host) + len(prefix) for prefix in named), default=0)

    def canonical(self, url: str) -> str | None:
        """The URL in the spelling that the archive uses, or None if it is no web address.

        A relative URL stands for one below ``home``; an alias or the mirror becomes ``home``.
        """
        if self.mirror and url.startswith(f"{self.mirror}/"):
            # Each page of a crawl through a mirror, which no parser need look at.
            path = url.removeprefix(self.mirror)
            if urls.is_plain_path(path):
                return self.at_home(path)
        found = urls.absolute(self._home, url)
        if found is None or found.startswith(self._root):
            return found
        host, path = urls.host_of(found), urlsplit(found).path
        if host == self._mirror_host:
            return urls.with_host(found, self._home)
        if host in self._hosts:
            return _https(found, self._home)
        for alias, prefix in self._aliases:
            if host == alias and _is_below(path, prefix):
                rest = urlsplit(found)._replace(path=path.removeprefix(prefix) or "/")
                return urls.with_host(rest.geturl(), self._home)
        return found

    def fetched_from(self, url: str) -> str:
        """The address that is asked for a canonical URL: the mirror's, where there is one."""
        return urls.with_host(url, self.mirror) if self.mirror and self.owns(url) else url

    def key(self, url: str) -> str | None:
        """What identifies the article at a canonical URL, or None if no article is kept there."""
        return self.key_of_path(urls.path_of(url)) if self.owns(url) else None

    def key_of_path(self, path: str) -> str | None:
        """``key`` of the address at the outlet's own host that has this path and query."""
        found = self._fit(path)
        return (found.groupdict().get("key") or path) if found else None

    def at_home(self, path: str) -> str:
        """The address at the outlet's own host of a path that begins with a slash."""
        return self._root + path[1:]

    def is_at_home(self, url: str) -> bool:
        """Whether a canonical address is on the very host of the home page."""
        return url.startswith(self._root)

    def date_of(self, url: str) -> date | None:
        """The date in an article's URL; None if it has none, or one that news cannot bear."""
        found = self._fit(urls.path_of(url)) if self.owns(url) else None
        parts = found.groupdict() if found else {}
        if not parts.get("year"):
            return None
        try:
            month = parts.get("month") or "1"
            number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
            day = date(int(parts["year"]), number, int(parts.get("day") or 1))
        except ValueError:
            return None
        return day if day.year in NEWS_YEARS else None

    def local_date(self, moment: datetime) -> date:
        """The outlet's calendar date of a moment."""
        return moment.astimezone(self.zone).date()

    def _fit(self, path: str) -> re.Match[str] | None:
        for search, is_spelled_out in self._searches:
            if found := search(unquote(path) if is_spelled_out else path):
                return found
        return None


def _is_below(path: str, prefix: str) -> bool:
    return not prefix or path == prefix or path.startswith(prefix + "/")


def _https(url: str, home: str) -> str:
    """The home page's scheme: an http link to an https site is an old spelling of the same page."""
    if not home.startswith("https:") or not url.startswith("http:"):
        return url
    return urls.canonical(f"https:{url.removeprefix('http:')}") or url
