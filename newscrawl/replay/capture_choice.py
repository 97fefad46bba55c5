"""Whose page a capture is, and whether it may be an article's, by its address alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newscrawl import urls
from newscrawl.outlet import Outlet
from newscrawl.outlets import outlet_of
from newscrawl.replay.host_names import bare_host, plain_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooser:
    """What is kept of foreign files."""

    outlets: tuple[Outlet, ...]
    #: The only outlet that is wanted, if it is one.
    only: str | None = None
    #: Pages of hosts that no outlet owns, too.
    is_any: bool = False
    #: Names an outlet that no file describes, by its host.
    name_of: Callable[[str], str] = plain_name

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
        return None if urls.path_of(canonical) == "/" else self._host_named(bare_host(canonical))

    def _host_named(self, host: str) -> str | None:
        plain = plain_name(host)
        if self.only not in (None, host, plain) and not f"{self.only}".startswith(f"{plain}__"):
            return None
        name = self.name_of(host)
        return name if self.only in (None, host, name) else None


def chooser(outlets: Iterable[Outlet], only: str | None, is_any: bool) -> Chooser:
    return Chooser(outlets=tuple(outlets), only=only, is_any=is_any)
