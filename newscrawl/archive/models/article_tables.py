"""Articles, their revisions, and the pages that they were read from."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from newscrawl.archive.models.base import LATE, Base, identity


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
        Index("snapshot_part_of_idx", "part_of", postgresql_where=text("part_of IS NOT NULL")),
    )

    id: Mapped[int] = identity()
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
    #: The article whose capture it is: of an import, or of a visit that met the latest revision
    #: again. Null for a visit that met what settles later, or what no article could be made of.
    article_id: Mapped[int | None] = mapped_column(ForeignKey("article.id"))


class ArticleRow(Base):
    """An article's identity: the outlet, and the key in its URL."""

    __tablename__ = "article"
    __table_args__ = (
        UniqueConstraint("outlet", "key"),
        # The articles of a few weeks tell an outlet's pace.
        Index("article_seen_idx", "outlet", "first_seen_at", info=LATE),
    )

    id: Mapped[int] = identity()
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
    #: The page of the last of them, by which a commit that is repeated is known.
    other_snapshot: Mapped[int | None]
    #: While they meet another text: when the latest revision's was last met.
    met_at: Mapped[datetime | None]


class Address(Base):
    """A canonical address that an article had, and until when; written by a trigger alone."""

    __tablename__ = "address"

    id: Mapped[int] = identity()
    # No foreign key: to check it would lock rows of ``article`` that other crawls hold.
    article_id: Mapped[int] = mapped_column(index=True)
    url: Mapped[str]
    until: Mapped[datetime]


class Deletion(Base):
    """An article that its outlet took away: what was met, twice and a day apart."""

    __tablename__ = "deletion"
    __table_args__ = (
        Index("deletion_gone_at_idx", text("gone_at DESC"), text("article_id DESC"), info=LATE),
    )

    id: Mapped[int] = identity()
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True)
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
        # The latest edits come first.
        Index(
            "revision_edits_idx",
            text("fetched_at DESC"),
            text("id DESC"),
            postgresql_where=text("changes IS NOT NULL"),
            info=LATE,
        ),
        # What is pending in an index is read whole by each look-up.
        Index(
            "revision_bands_idx",
            "bands",
            postgresql_using="gin",
            postgresql_with={"fastupdate": "off"},
        ),
    )

    id: Mapped[int] = identity()
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    number: Mapped[int]
    #: ``first``, ``edit``, or ``extractor`` where only our reading changed.
    cause: Mapped[str]
    fetched_at: Mapped[datetime]
    recorded_at: Mapped[datetime] = mapped_column(server_default=text("archive_now()"))
    snapshot_id: Mapped[int | None] = mapped_column(ForeignKey("snapshot.id"))
    #: When a visit last met its text, if another followed; of the latest, the article's row says.
    met_at: Mapped[datetime | None]
    url: Mapped[str]
    kind: Mapped[str]
    headline: Mapped[str]
    description: Mapped[str | None]
    lead: Mapped[str | None]
    kicker: Mapped[str | None]
    authors: Mapped[list[str]]
    date_published: Mapped[datetime | None] = mapped_column(index=True)
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
    #: Of a live blog: the fields of ``LiveEntry``. Their history is in ``live_entry``.
    entries: Mapped[list[Any]]
    has_more_entries: Mapped[bool]
    body: Mapped[str]
    word_count: Mapped[int]
    layout: Mapped[str]
    #: Of everything as read, before cleaning, and of what is left: see ``text_hashes.py``.
    read_hash: Mapped[bytes]
    text_hash: Mapped[bytes]
    #: Fingerprints of all blocks as read, by which repetition is seen: see ``fingerprints.py``.
    prints: Mapped[list[int]]
    #: MinHash of the text and its bands, which find near duplicates: ``near_duplicates.py``.
    sketch: Mapped[list[int]]
    bands: Mapped[list[int]]
    #: What changed against the revision before: the fields of ``Changes`` in ``article_diff.py``.
    changes: Mapped[dict[str, Any] | None]
    extractor_version: Mapped[str]
    rules_version: Mapped[str]
