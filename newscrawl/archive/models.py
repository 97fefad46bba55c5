"""The tables. Analysts ask the views (``views.sql``); these may change with any migration."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    ARRAY,
    REAL,
    BigInteger,
    Computed,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from newscrawl.archive.types import SafeText

#: Characters of a body that search looks at: Postgres refuses vectors of over a megabyte.
SEARCHED = 150_000
#: The same for the headline, and for description and lead together.
SEARCHED_FIELD = 10_000
#: ``text_configuration`` is a function of the first migration: language code → configuration.
SEARCH_VECTOR = (
    "setweight(to_tsvector(text_configuration(language), "
    f"left(headline, {SEARCHED_FIELD})), 'A') || "
    "setweight(to_tsvector(text_configuration(language), "
    f"left(coalesce(description, '') || ' ' || coalesce(lead, ''), {SEARCHED_FIELD})), 'B') || "
    f"to_tsvector(text_configuration(language), left(body, {SEARCHED}))"
)


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "pk": "%(table_name)s_pkey",
            "uq": "%(table_name)s_%(column_0_N_name)s_key",
            "fk": "%(table_name)s_%(column_0_name)s_fkey",
            "ix": "%(table_name)s_%(column_0_N_name)s_idx",
        }
    )
    type_annotation_map = {
        str: SafeText,
        datetime: DateTime(timezone=True),
        bytes: LargeBinary,
        int: BigInteger,
        dict[str, Any]: JSONB,
        list[Any]: JSONB,
        list[str]: ARRAY(SafeText),
        list[int]: ARRAY(Integer),
    }


def _id() -> Mapped[int]:
    return mapped_column(Identity(), primary_key=True)


class OutletRow(Base):
    """A news site that was crawled."""

    __tablename__ = "outlet"

    name: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    home: Mapped[str]
    language: Mapped[str]


class Source(Base):
    """A feed, sitemap or section page: what is known of it since it was last asked."""

    __tablename__ = "source"
    # Hashed: a sitemap may list children whose addresses no index could hold.
    __table_args__ = (Index("source_url_idx", "outlet", text("md5(url)"), unique=True),)

    id: Mapped[int] = _id()
    outlet: Mapped[str] = mapped_column(ForeignKey("outlet.name"))
    url: Mapped[str]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    #: Where the children of a sitemap index are kept between two answers of 304.
    children: Mapped[list[Any] | None]
    asked_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    last_result: Mapped[str | None]
    complaint: Mapped[str | None]


class Link(Base):
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
        Index("link_outcome_idx", "outlet", "outcome"),
    )

    id: Mapped[int] = _id()
    outlet: Mapped[str] = mapped_column(ForeignKey("outlet.name"))
    key: Mapped[str]
    url: Mapped[str]
    listed_by: Mapped[str | None]
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
    visited_at: Mapped[datetime | None]
    #: Null: final.
    next_visit_at: Mapped[datetime | None] = mapped_column(server_default=text("archive_now()"))
    #: The crawl that is fetching it.
    lease: Mapped[int | None]


class Host(Base):
    """When a host may be asked again."""

    __tablename__ = "host"

    name: Mapped[str] = mapped_column(primary_key=True)
    blocked_until: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(server_default="0")
    reason: Mapped[str | None]


class Crawl(Base):
    """One run of one outlet."""

    __tablename__ = "crawl"

    id: Mapped[int] = _id()
    outlet: Mapped[str] = mapped_column(ForeignKey("outlet.name"))
    started_at: Mapped[datetime] = mapped_column(server_default=text("archive_now()"))
    finished_at: Mapped[datetime | None]
    finish_reason: Mapped[str | None]
    exit_code: Mapped[int | None]
    arguments: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    stats: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))


class Snapshot(Base):
    """A page kept in a WARC file."""

    __tablename__ = "snapshot"
    __table_args__ = (
        UniqueConstraint("file", "offset"),
        # Whether a page's bytes are kept already is asked before they are written.
        Index("snapshot_digest_idx", "digest", postgresql_where=text("same_as IS NULL")),
        Index(
            "snapshot_article_id_idx", "article_id", postgresql_where=text("article_id IS NOT NULL")
        ),
    )

    id: Mapped[int] = _id()
    outlet: Mapped[str] = mapped_column(ForeignKey("outlet.name"))
    url: Mapped[str]
    fetched_at: Mapped[datetime]
    status: Mapped[int]
    file: Mapped[str]
    offset: Mapped[int]
    length: Mapped[int]
    digest: Mapped[str]
    #: The snapshot of the page that this one is a part of.
    part_of: Mapped[int | None] = mapped_column(ForeignKey("snapshot.id"))
    #: ``page``, or ``source`` for a feed, sitemap or section page.
    kind: Mapped[str] = mapped_column(server_default="page")
    #: The snapshot that holds the same bytes, where this one is a revisit record without them.
    same_as: Mapped[int | None] = mapped_column(ForeignKey("snapshot.id"))
    #: The article that an imported capture is of; null for the pages of our own crawls.
    article_id: Mapped[int | None] = mapped_column(ForeignKey("article.id"))


class Article(Base):
    """An article's identity: the outlet, and the key in its URL."""

    __tablename__ = "article"
    __table_args__ = (UniqueConstraint("outlet", "key"),)

    id: Mapped[int] = _id()
    outlet: Mapped[str] = mapped_column(ForeignKey("outlet.name"))
    key: Mapped[str]
    url: Mapped[str]
    first_seen_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    gone_at: Mapped[datetime | None]
    #: The latest revision.
    revision_id: Mapped[int | None]
    #: Hash of the text that the latest visits met where it is not the latest revision's, and how
    #: many of them met it one after the other: a page may flap between two texts.
    other_hash: Mapped[bytes | None]
    other_seen: Mapped[int] = mapped_column(server_default="0")


class Deletion(Base):
    """An article that its outlet took away: what was met, twice and a day apart."""

    __tablename__ = "deletion"
    __table_args__ = (Index("deletion_article_id_idx", "article_id"),)

    id: Mapped[int] = _id()
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    #: When it was first missing, and when that was certain.
    missing_since: Mapped[datetime]
    gone_at: Mapped[datetime]
    #: What the visits met, such as ``http_410`` or ``home_page``.
    evidence: Mapped[list[str]]
    back_at: Mapped[datetime | None]


class Revision(Base):
    """One state of an article. Its identity, snapshot and ``fetched_at`` never change."""

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("article_id", "number"),
        Index("revision_search_idx", "search", postgresql_using="gin"),
        Index("revision_date_published_idx", "date_published"),
        # What is pending in an index is read whole by each look-up.
        Index(
            "revision_bands_idx",
            "bands",
            postgresql_using="gin",
            postgresql_with={"fastupdate": "off"},
        ),
    )

    id: Mapped[int] = _id()
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    number: Mapped[int]
    #: ``first``, ``edit``, or ``extractor`` where only our reading changed.
    cause: Mapped[str]
    fetched_at: Mapped[datetime]
    recorded_at: Mapped[datetime] = mapped_column(server_default=text("archive_now()"))
    snapshot_id: Mapped[int | None] = mapped_column(ForeignKey("snapshot.id"))
    url: Mapped[str]
    kind: Mapped[str]
    headline: Mapped[str]
    description: Mapped[str | None]
    lead: Mapped[str | None]
    kicker: Mapped[str | None]
    authors: Mapped[list[str]]
    date_published: Mapped[datetime | None]
    date_modified: Mapped[datetime | None]
    date_source: Mapped[str | None]
    date_raw: Mapped[str | None]
    section: Mapped[str | None]
    keywords: Mapped[list[str]]
    language: Mapped[str | None]
    is_free: Mapped[bool | None]
    is_sponsored: Mapped[bool]
    credits: Mapped[list[str]]
    opinion_disclaimer: Mapped[bool]
    legal_label: Mapped[bool]
    republished_from: Mapped[str | None]
    images: Mapped[list[Any]]
    related: Mapped[list[str]]
    blocks: Mapped[list[Any]]
    removed: Mapped[list[Any]]
    body: Mapped[str]
    word_count: Mapped[int]
    layout: Mapped[str]
    #: Of everything as read, before cleaning, and of what is left: see ``revisions.py``.
    read_hash: Mapped[bytes]
    text_hash: Mapped[bytes]
    #: Fingerprints of all blocks as read, by which repetition is seen: see ``wording.py``.
    prints: Mapped[list[int]]
    #: MinHash of the text and its bands, by which near duplicates are found: ``duplicates.py``.
    sketch: Mapped[list[int]]
    bands: Mapped[list[int]]
    #: What changed against the revision before: the fields of ``edits.Changes``.
    changes: Mapped[dict[str, Any] | None]
    extractor_version: Mapped[str]
    rules_version: Mapped[str]
    search: Mapped[Any] = mapped_column(
        TSVECTOR, Computed(SEARCH_VECTOR, persisted=True), deferred=True
    )


class Duplicate(Base):
    """An article that says nearly the same as another, or that others say nearly the same as."""

    __tablename__ = "duplicate"
    __table_args__ = (Index("duplicate_cluster_idx", "cluster"),)

    # No foreign keys: to check them would lock rows of ``article`` that other crawls hold.
    article_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: The article that was seen first: of that one it is its own.
    cluster: Mapped[int]
    #: To the first: see ``archive/duplicates.py``.
    similarity: Mapped[float] = mapped_column(REAL)


class RuleRow(Base):
    """Boilerplate that was learned: what is repeated, why that is thought, and what was decided."""

    __tablename__ = "rule"
    __table_args__ = (UniqueConstraint("outlet", "name"),)

    id: Mapped[int] = _id()
    outlet: Mapped[str] = mapped_column(ForeignKey("outlet.name"))
    name: Mapped[str]
    wordings: Mapped[list[str]]
    #: Of the blocks that show it: articles that have one of these may have the rest.
    prints: Mapped[list[int]]
    #: ``proposed``, ``accepted`` or ``refused``.
    state: Mapped[str]
    #: ``person`` or ``evidence``; what a person decided stays.
    decided_by: Mapped[str | None]
    decided_at: Mapped[datetime | None]
    learned_at: Mapped[datetime] = mapped_column(server_default=text("archive_now()"))
    #: The fields of ``boilerplate.learn.Evidence``.
    evidence: Mapped[dict[str, Any]]


class Quarantine(Base):
    """What could not be stored, with its bytes' place and the error."""

    __tablename__ = "quarantine"

    id: Mapped[int] = _id()
    outlet: Mapped[str] = mapped_column(ForeignKey("outlet.name"))
    key: Mapped[str]
    url: Mapped[str]
    reason: Mapped[str]
    error: Mapped[str]
    crawl_id: Mapped[int | None] = mapped_column(ForeignKey("crawl.id"))
    snapshot_id: Mapped[int | None] = mapped_column(ForeignKey("snapshot.id"))
    happened_at: Mapped[datetime] = mapped_column(server_default=text("archive_now()"))
