"""Outlets, where they list their articles, what they listed, and the crawls."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    REAL,
    BigInteger,
    ForeignKey,
    Identity,
    Index,
    SmallInteger,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from newscrawl.archive.models.base import LATE, Base, identity


class OutletRow(Base):
    """A news site that was crawled."""

    __tablename__ = "outlet"

    name: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    home: Mapped[str]
    language: Mapped[str]
    #: Name of the zone in which its days begin.
    timezone: Mapped[str] = mapped_column(server_default="UTC")
    #: Findings that an operator was told of, with when.
    told: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    #: Where there are many: before then its turn has not come; null: nobody knows.
    look_at: Mapped[datetime | None]


class Source(Base):
    """A feed, sitemap or section page: what is known of it since it was last asked."""

    __tablename__ = "source"
    # Hashed: a sitemap may list children whose addresses no index could hold.
    __table_args__ = (Index("source_url_idx", "outlet", text("md5(url)"), unique=True),)

    id: Mapped[int] = identity()
    outlet: Mapped[str] = mapped_column(ForeignKey("outlet.name"))
    url: Mapped[str]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    #: Where the children of a sitemap index are kept between two answers of 304.
    children: Mapped[list[Any] | None]
    asked_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    #: When it last listed a link that was new.
    new_at: Mapped[datetime | None]
    last_result: Mapped[str | None]
    complaint: Mapped[str | None]


class LinkRow(Base):
    """One URL that an outlet lists: a row of the frontier, and of the ledger."""

    __tablename__ = "link"
    __table_args__ = (
        UniqueConstraint("outlet", "key"),
        Index(
            "link_due_idx",
            "outlet",
            text("claimed_at DESC NULLS LAST"),
            postgresql_where=text("next_visit_at IS NOT NULL"),
        ),
        # The ledger counts an outlet's links without a look at them,
        Index("link_ledger_idx", "outlet", "outcome", "reason", info=LATE),
        # and those that a crawl holds are few: it finds, and frees, them alone.
        Index("link_lease_idx", "outlet", postgresql_where=text("lease IS NOT NULL"), info=LATE),
        # What came of late is asked at the end of each crawl.
        Index("link_listed_idx", "outlet", "listed_at", info=LATE),
        # A few days of an outlet, for gaps and for its page.
        Index("link_day_idx", "outlet", text("coalesce(claimed_at, listed_at)"), info=LATE),
    )

    id: Mapped[int] = identity()
    outlet: Mapped[str] = mapped_column(ForeignKey("outlet.name"))
    key: Mapped[str]
    url: Mapped[str]
    listed_by: Mapped[str | None]
    #: The kinds of places that list it: ``feed``, ``sitemap``, ``section``, ``text``, ``operator``.
    listed_in: Mapped[list[str]] = mapped_column(server_default="{}")
    listed_at: Mapped[datetime] = mapped_column(server_default=text("archive_now()"))
    #: The day or moment that the outlet claims for it.
    claimed_at: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(server_default="waiting")
    reason: Mapped[str | None]
    #: What the latest visit met; ``outcome`` does not leave ``stored`` for it.
    last_result: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(server_default="0")
    #: Since when it failed, or was missing, without a success in between.
    failing_since: Mapped[datetime | None]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    #: The revision whose text came with them: they say nothing of any other.
    revision_id: Mapped[int | None]
    #: What the page last told robots, such as ``noarchive``.
    robots: Mapped[list[str]] = mapped_column(server_default="{}")
    visited_at: Mapped[datetime | None]
    #: Null: final.
    next_visit_at: Mapped[datetime | None] = mapped_column(server_default=text("archive_now()"))
    #: The crawl that is fetching it.
    lease: Mapped[int | None]


class VisitRow(Base):
    """One visit of a link: written once, with the link's outcome, and never changed."""

    __tablename__ = "visit"
    # Visits come in the order of their time: of that a few bytes for many pages are enough.
    __table_args__ = (Index("visit_visited_at_idx", "visited_at", postgresql_using="brin"),)

    link_id: Mapped[int] = mapped_column(
        ForeignKey("link.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    # No foreign keys but the link's, whose row the visit's transaction holds already.
    crawl_id: Mapped[int]
    #: The page, where its bytes were kept.
    snapshot_id: Mapped[int | None]
    visited_at: Mapped[datetime] = mapped_column(server_default=text("archive_now()"))
    #: Of HTTP; null where no answer came.
    status: Mapped[int | None] = mapped_column(SmallInteger)
    #: What it met; the link's own does not leave ``stored`` for it.
    outcome: Mapped[str]
    reason: Mapped[str | None]
    #: What storing the article came to.
    stored: Mapped[str | None]
    #: What the error said.
    error: Mapped[str | None]


class Host(Base):
    """When a host may be asked again, and what it wants of robots."""

    __tablename__ = "host"

    name: Mapped[str] = mapped_column(primary_key=True)
    #: No request of any process leaves before; real time, as all of politeness.
    next_at: Mapped[datetime | None]
    #: Seconds between two requests, as its answers suggest.
    delay: Mapped[float | None] = mapped_column(REAL)
    #: The last robots.txt that it gave, with its status and when.
    robots: Mapped[bytes | None]
    robots_status: Mapped[int | None]
    robots_at: Mapped[datetime | None]
    blocked_until: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(server_default="0")
    reason: Mapped[str | None]


class Crawl(Base):
    """One run of one outlet."""

    __tablename__ = "crawl"
    __table_args__ = (
        Index("crawl_outlet_idx", "outlet", "id"),
        # The crawls of a few weeks, for health and for an outlet's page.
        Index("crawl_started_idx", "outlet", "started_at", info=LATE),
    )

    id: Mapped[int] = identity()
    outlet: Mapped[str] = mapped_column(ForeignKey("outlet.name"))
    started_at: Mapped[datetime] = mapped_column(server_default=text("archive_now()"))
    finished_at: Mapped[datetime | None]
    finish_reason: Mapped[str | None]
    exit_code: Mapped[int | None]
    arguments: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    stats: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))


class Gap(Base):
    """A time of which a source no longer told what there was."""

    __tablename__ = "gap"
    __table_args__ = (UniqueConstraint("outlet", "source", "begins_at"),)

    id: Mapped[int] = identity()
    outlet: Mapped[str] = mapped_column(ForeignKey("outlet.name"))
    source: Mapped[str]
    #: The newest link that was known, and the oldest one that the source still listed.
    begins_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    found_at: Mapped[datetime] = mapped_column(server_default=text("archive_now()"))
    filled_at: Mapped[datetime | None]
