"""Whose an address is, of many outlets: only those at its host are asked."""

from collections.abc import Iterable

from newscrawl import urls
from newscrawl.outlet.outlet import Outlet


class Owners:
    """Outlets by their hosts."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self.outlets = tuple(outlets)
        self._at: dict[str, list[Outlet]] = {}
        for outlet in self.outlets:
            for host in outlet.all_hosts:
                self._at.setdefault(host, []).append(outlet)

    def of(self, url: str) -> Outlet | None:
        """The outlet that a URL belongs to: a longer alias, such as ``host/ru``, before a shorter.

        Of several that are alike the first.
        """
        near = self._at.get(urls.host_of(urls.canonical(url) or url), ())
        owners = [outlet for outlet in near if outlet.owns(url)]
        if len(owners) < 2:
            return owners[0] if owners else None
        return max(owners, key=lambda outlet: outlet.alias_length(url))
