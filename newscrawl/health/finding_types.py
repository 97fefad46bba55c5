"""What an outlet is judged by: what its crawls counted, and what that is held against."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from newscrawl.health.chance import Share

#: Sums of what crawls counted, by the names in ``docs/stats.md``.
Stats = Mapping[str, Any]
#: When something happened: moments of the last five weeks, oldest first.
Happenings = tuple[datetime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something about an outlet that needs a look."""

    check: str
    #: What the check looked at: a field, a layout, a rule, a source. With the check it stays the
    #: same while the text's numbers change.
    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Sums of what some crawls counted, and of what is usual."""

    last: Stats
    before: Stats


@dataclass(frozen=True, slots=True, kw_only=True)
class PagedArticle:
    """An article that goes on on further pages."""

    url: str
    #: When it was first read.
    seen_at: datetime
    is_in_part: bool = False
    #: The pages that did not come, each with why, as far as that is known.
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthInputs:
    """One outlet as its latest crawls found it, and as the four weeks before did."""

    outlet: str
    #: What is wrong with its file, which nobody can crawl it by.
    fault: str = ""
    #: At the latest crawls that read a few articles, which shows at once what broke altogether;
    #: and at those that read a dozen, which shows what broke for some.
    looks: tuple[Look, ...]
    now: datetime
    #: When crawls ended.
    crawls: Happenings
    #: When new articles were listed: by any source, and by each that answers, by its URL.
    links: Happenings
    sources: Mapping[str, Happenings] = field(default_factory=dict)
    #: Sources that were asked and did not answer, with when they last did.
    silent: tuple[tuple[str, datetime | None], ...] = ()
    #: Feeds and sitemaps whose latest new links are all, by their addresses, no articles of the
    #: outlet's: how many those are, and the share of such among what came before.
    strange: Mapping[str, tuple[Share, Share]] = field(default_factory=dict)
    #: How many crawls asked, where no source has ever answered any of them.
    unanswered: int = 0
    #: New articles of each day, the latest last; the latest ends now.
    days: tuple[int, ...] = ()
    #: Articles of the last five weeks on several pages, where crawls met one in part.
    paged: tuple[PagedArticle, ...] = ()


def total(stats: Stats, folder: str) -> int:
    return sum(values(stats, folder).values())


def values(stats: Stats, folder: str) -> dict[str, int]:
    """The counts of all names below a folder, such as ``extract/layout/``."""
    return {
        name.removeprefix(folder): count
        for name, count in stats.items()
        if name.startswith(folder) and isinstance(count, int)
    }


def histogram(stats: Stats, folder: str) -> dict[int, int]:
    return {int(name): count for name, count in values(stats, folder).items()}


def share(stats: Stats, name: str, of: str) -> Share:
    return Share(stats.get(name, 0), stats.get(of, 0))
