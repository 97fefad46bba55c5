"""Whose page a capture is, and whether it may be an article's, by its address alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from newscrawl import urls
from newscrawl.outlet import Outlet
from newscrawl.outlets import outlet_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooser:
    """What is kept of foreign files."""

    outlets: tuple[Outlet, ...]
    #: The only outlet that is wanted, if it is one.
    only: str | None = None
    #: Pages of hosts that no outlet owns, too.
    is_any: bool = False

    def outlet_named(self, url: str) -> str | None:
        """The name of the outlet whose article the page may be; None where it is not wanted."""
        outlet = outlet_of(url, self.outlets)
        if outlet is not None:
            canonical = outlet.canonical(url)
            is_wanted = self.only in (None, outlet.name)
            return outlet.name if is_wanted and canonical and outlet.key(canonical) else None
        canonical = urls.canonical(url)
        if not self.is_any or canonical is None or len(canonical) > urls.LONGEST_URL:
            return None
        name = name_of_host(canonical)
        is_home = urls.path_of(canonical) == "/"
        return None if is_home or self.only not in (None, name) else name


def chooser(outlets: Iterable[Outlet], only: str | None, is_any: bool) -> Chooser:
    return Chooser(outlets=tuple(outlets), only=only, is_any=is_any)


def name_of_host(url: str) -> str:
    """The name of an outlet that no file describes: its host, in snake_case."""
    host = urls.host_of(url).removeprefix("www.")
    name = re.sub(r"[^a-z0-9]+", "_", host).strip("_")
    return name if name[:1].isalpha() else f"site_{name}"
