"""Why a fleet kept pages in full again: where their earlier records were when that was done."""

import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newscrawl.replay.choose_pool import looking

#: Seconds between two looks.
_LOOK = 0.1
#: Seconds from an answer to its record on disk, at most: a batch waits for a killed server.
_WRITTEN = 60.0
UNEXPLAINED = "unexplained"
#: Every record in full of a page that has several, the oldest first.
QUESTION = (
    "SELECT outlet, url, digest, file, extract(epoch FROM fetched_at)::float FROM snapshot"
    " WHERE kind = 'page' AND same_as IS NULL AND (outlet, url, digest) IN"
    " (SELECT outlet, url, digest FROM snapshot WHERE kind = 'page' AND same_as IS NULL"
    " GROUP BY 1, 2, 3 HAVING count(*) > 1) ORDER BY id"
)


@dataclass(slots=True)
class Whereabouts:
    """In which home each file was, from when to when, and when the storage was away."""

    homes: tuple[Path, ...]
    is_storage_there: Callable[[], bool]
    #: By file: its home, the first and the last moment at which it was there.
    seen: dict[str, tuple[str, float, float]] = field(default_factory=dict)
    away: list[float] = field(default_factory=list)

    def look(self) -> None:
        now = time.time()
        if not self.is_storage_there():
            self.away.append(now)
        for home in self.homes:
            for path in home.glob("warc/*/*.warc.gz"):
                file = path.relative_to(home).as_posix()
                self.seen[file] = (home.name, self.seen.get(file, (home.name, now))[1], now)

    def watched(self) -> AbstractContextManager[None]:
        return looking(self.look, _LOOK)

    def why_unread(self, file: str, writer: str, at: float) -> str | None:
        """Why who wrote the other file could not read this one; None where he could."""
        home, _, until = self.seen.get(file, ("", 0.0, 0.0))
        if until >= at:
            return None if home == self.seen[writer][0] else "on another machine"
        if any(at - 1 <= moment <= at + _WRITTEN for moment in self.away):
            return "in the storage, which was away"
        return None


def reasons(rows: Iterable[tuple[Any, ...]], known: Whereabouts) -> Counter[str]:
    """Of each record in full but a page's first, why none before it could be read."""
    found, before = Counter[str](), dict[tuple[str, ...], list[str]]()
    for outlet, url, digest, file, at in rows:
        earlier = before.setdefault((outlet, url, digest), [])
        whys = [known.why_unread(one, file, at) for one in earlier]
        if earlier:
            found[_told(whys)] += 1
        earlier.append(file)
    return found


def _told(whys: list[str | None]) -> str:
    if whys[-1] is None:
        return f"{UNEXPLAINED}: the latest could be read"
    if None in whys:
        return f"{UNEXPLAINED}: an earlier one could be read"
    return " and ".join(sorted(set(filter(None, whys))))
