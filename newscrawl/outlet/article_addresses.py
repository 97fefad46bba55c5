"""Which addresses are an outlet's own, which of them are articles, and how they are spelled."""

import re
from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

from newscrawl import urls
from newscrawl.dates.in_address import MONTHS

#: Key and canonical URL of the article that a link leads to, if to one.
Target: TypeAlias = tuple[str, str] | None
#: Years that a news page can claim; anything else is a slip or a joke.
NEWS_YEARS = range(1900, 2100)


class ArticleAddresses:
    """What an outlet file says of addresses, asked of an address."""

    home: str
    articles: tuple[str, ...]
    aliases: tuple[str, ...]
    hosts: tuple[str, ...]
    mirror: str | None

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
