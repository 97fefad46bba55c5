"""What a crawl tells the archive of one link: the item that passes Scrapy's pipelines."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newscrawl.article import Article
from newscrawl.page import HttpExchange, WarcLocation
from newscrawl.screen import Outcome


class Stored(StrEnum):
    """What storing an article came to."""

    CREATED = "created"
    REVISED = "revised"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPage:
    """The page, without parts, from which today's code read an article's latest revision."""

    url: str
    #: Of the body as sent.
    digest: str
    revision_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeasedLink:
    """A link that a crawl has taken from the frontier."""

    id: int
    key: str
    url: str
    etag: str | None = None
    last_modified: str | None = None
    #: The revision whose text the validators came with.
    revision_id: int | None = None
    #: It was never asked for, and no source lists it: only the texts of other articles do.
    is_mentioned: bool = False
    known: KnownPage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Another article of the outlet that a page leads to."""

    key: str
    url: str
    #: Midnight of the day in its URL.
    claimed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The end of one leased link's visit: exactly one for each, whatever happened."""

    link: LeasedLink
    outcome: Outcome
    reason: str | None = None
    article: Article | None = None
    #: It met the bytes of ``link.known``: there is nothing to read.
    is_known: bool = False
    #: The page, then its parts, as they came; written to WARC before the visit is stored.
    fetched: tuple[HttpExchange, ...] = ()
    #: Where they are kept.
    kept: tuple[WarcLocation, ...] = ()
    #: The status of the answer; None where none came.
    status: int | None = None
    #: What the error said.
    error: str | None = None
    #: The other articles that its page leads to.
    found: tuple[Mention, ...] = ()
    #: What the page tells robots; None where there was no page to ask.
    robots: tuple[str, ...] | None = None
    #: The page's validators, for the next visit.
    etag: str | None = None
    last_modified: str | None = None

    def __str__(self) -> str:
        """What Scrapy's lines of the log name it by: its page may have ten megabytes."""
        return f"{self.outcome}: {self.link.url}"
