"""Whose page a capture is, and whether it may be an article's, by its address alone."""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newscrawl import urls
from newscrawl.archive.revisions.import_rows import homes_of_hosts, know_host
from newscrawl.outlet import Outlet, Owners
from newscrawl.replay.spread_work import OpenArchive


def bare_host(url: str) -> str:
    """The host of an address with its port; a site with and without ``www.`` is one."""
    return urls.host_of(urls.canonical(url) or url).removeprefix("www.")


def plain_name(host: str) -> str:
    """The host in snake_case, which others may be, too."""
    name = re.sub(r"[^a-z0-9]+", "_", host).strip("_")
    return name if name[:1].isalpha() else f"site_{name}"


class HostNames:
    """The names of hosts in an archive: a plain one belongs to the first host that needs it."""

    def __init__(self, archive: OpenArchive, described: Iterable[str]) -> None:
        self._archive = archive
        self._described = frozenset(described)
        with archive.sessions() as session:
            homes = homes_of_hosts(session)
        self._names = {bare_host(home): name for name, home in homes if name not in self._described}

    def name_of(self, host: str) -> str:
        name = self._names.get(host)
        if name is None:
            name = self._names[host] = self._made(host)
        return name

    def _made(self, host: str) -> str:
        plain, home = plain_name(host), f"https://{host}"
        with self._archive.sessions.begin() as session:
            # Of a row that somebody else made in the meantime, the home tells whose it is.
            if plain not in self._described and (
                bare_host(know_host(session, plain, host, home)) == host
            ):
                return plain
            # A plain name has no two underscores in a row.
            mark = hashlib.sha256(host.encode("utf-8", "replace")).hexdigest()[:8]
            marked = f"{plain.rstrip('_')}__{mark}"
            know_host(session, marked, host, home)
            return marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooser:
    """What is kept of foreign files."""

    owners: Owners
    #: The only outlet that is wanted, if it is one.
    only: str | None = None
    #: Pages of hosts that no outlet owns, too.
    is_any: bool = False
    #: Names an outlet that no file describes, by its host.
    name_of: Callable[[str], str] = plain_name

    def outlet_named(self, url: str) -> str | None:
        """The name of the outlet whose article the page may be; None where it is not wanted."""
        outlet = self.owners.of(url)
        if outlet is not None:
            canonical = outlet.canonical(url)
            is_wanted = self.only in (None, outlet.name)
            return outlet.name if is_wanted and canonical and outlet.key(canonical) else None
        canonical = urls.canonical(url)
        if not self.is_any or canonical is None or len(canonical) > urls.LONGEST_URL:
            return None
        return None if urls.path_of(canonical) == "/" else self._host_named(bare_host(canonical))

    def _host_named(self, host: str) -> str | None:
        plain = plain_name(host)
        if self.only not in (None, host, plain) and not f"{self.only}".startswith(f"{plain}__"):
            return None
        name = self.name_of(host)
        return name if self.only in (None, host, name) else None


def chooser(outlets: Iterable[Outlet], only: str | None, is_any: bool) -> Chooser:
    return Chooser(owners=Owners(outlets), only=only, is_any=is_any)
