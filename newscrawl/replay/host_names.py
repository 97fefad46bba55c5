"""Name the outlets that no file describes by their hosts, so that no two hosts share a name."""

import hashlib
import re
from collections.abc import Iterable

from newscrawl import urls
from newscrawl.archive.revisions.import_rows import homes_of_hosts, know_host
from newscrawl.replay.processes import OpenArchive


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
            marked = _with_mark(plain, host)
            know_host(session, marked, host, home)
            return marked


def _with_mark(name: str, host: str) -> str:
    # A plain name has no two underscores in a row.
    mark = hashlib.sha256(host.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{name.rstrip('_')}__{mark}"
