"""The way down through indexes of sitemaps, which may list indexes again."""

from collections import Counter, deque
from datetime import date

from newscrawl.discover.backfill import Range, children
from newscrawl.discover.link import Listing
from newscrawl.outlet import Outlet, Sitemap

#: Indexes below the first one, and sitemaps below it in all, at most.
MOST_LEVELS, MOST_SITEMAPS = 5, 50_000


class Descent:
    """Which sitemaps to read below one source: each once, in the order of the indexes."""

    def __init__(self, source: Sitemap, outlet: Outlet, wanted: Range, today: date) -> None:
        self._source, self._outlet, self._wanted, self._today = source, outlet, wanted, today
        self._level = 0
        self._seen = {self._spelled(source.url)}
        self._next: deque[tuple[str, int]] = deque()
        #: How many were not followed, by the reason.
        self.left: Counter[str] = Counter()

    def note(self, listing: Listing) -> None:
        """Go on with what the sitemap lists that ``next`` gave last, or the source itself."""
        found: list[str] = []
        for child in children(listing, self._source, self._outlet, self._wanted, self._today):
            url = self._spelled(child.url)
            if url in self._seen:
                self.left["they were read already"] += 1
            elif self._level > MOST_LEVELS:
                self.left[f"over {MOST_LEVELS} indexes lie above them"] += 1
            elif len(self._seen) > MOST_SITEMAPS:
                self.left[f"they are over {MOST_SITEMAPS:,}"] += 1
            else:
                self._seen.add(url)
                found.append(url)
        self._next.extendleft((url, self._level + 1) for url in reversed(found))

    def next(self) -> str | None:
        """The address of the next sitemap; None: all are read."""
        if not self._next:
            return None
        url, self._level = self._next.popleft()
        return url

    def _spelled(self, url: str) -> str:
        return self._outlet.canonical(url) or url
