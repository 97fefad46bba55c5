"""What follows from articles: duplicates, entries, rules, what search reads; and the quarantine."""

from datetime import datetime
from typing import Any

from sqlalchemy import REAL, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from newscrawl.archive.models.base import Base, identity


class Duplicate(Base):
    """An article that says nearly the same as another, or that others say nearly the same as."""

    __tablename__ = "duplicate"

    # No foreign keys: to check them would lock rows of ``article`` that other crawls hold.
    article_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: The article that was seen first: of that one it is its own.
    cluster: Mapped[int] = mapped_column(index=True)
    #: To the first: see ``near_duplicates.py``.
    similarity: Mapped[float] = mapped_column(REAL)


class LiveEntryRow(Base):
    """One state of an entry of a live blog; it follows from the revisions: ``entry_rows.py``."""

    __tablename__ = "live_entry"

    article_id: Mapped[int] = mapped_column(
        ForeignKey("article.id"), primary_key=True, autoincrement=False
    )
    key: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    #: ``first``, ``edit``, or ``back`` where it had been gone.
    cause: Mapped[str]
    #: The first revision that shows it so, the last one, the one after that, and the first that
    #: would show it if it were still there.
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    last_revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    next_revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    gone_revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    #: Among the entries of the last revision, from 1.
    position: Mapped[int]
    url: Mapped[str | None]
    headline: Mapped[str | None]
    authors: Mapped[list[str]]
    date_published: Mapped[datetime | None] = mapped_column(index=True)
    date_modified: Mapped[datetime | None]
    #: What it says: indexes of the first revision's ``blocks``, and how many words those have.
    blocks: Mapped[list[int]]
    word_count: Mapped[int]


class RuleRow(Base):
    """Boilerplate that was learned: what is repeated, why that is thought, and what was decided."""

    __tablename__ = "rule"
    __table_args__ = (UniqueConstraint("outlet", "name"),)

    id: Mapped[int] = identity()
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
    #: The fields of ``Evidence`` in ``propose_rules.py``.
    evidence: Mapped[dict[str, Any]]


class Quarantine(Base):
    """What could not be stored, with its bytes' place and the error."""

    __tablename__ = "quarantine"

    id: Mapped[int] = identity()
    outlet: Mapped[str] = mapped_column(ForeignKey("outlet.name"))
    key: Mapped[str]
    url: Mapped[str]
    reason: Mapped[str]
    error: Mapped[str]
    crawl_id: Mapped[int | None] = mapped_column(ForeignKey("crawl.id"))
    snapshot_id: Mapped[int | None] = mapped_column(ForeignKey("snapshot.id"))
    happened_at: Mapped[datetime] = mapped_column(server_default=text("archive_now()"))
    #: When and how it was settled: ``stored``, ``asked again`` or ``dropped``.
    settled_at: Mapped[datetime | None]
    settlement: Mapped[str | None]


class Searchable(Base):
    """An article as its latest revision says, as far as search looks at it."""

    __tablename__ = "searchable"
    __table_args__ = (
        Index("searchable_words_idx", "words", postgresql_using="gin"),
        Index("searchable_adjacent_idx", text("adjacent_words(words)"), postgresql_using="gin"),
        Index("searchable_brief_idx", "brief", postgresql_using="gin"),
        Index("searchable_authors_idx", "authors", postgresql_using="gin"),
        Index("searchable_newest_idx", text("date_published DESC NULLS LAST"), "article_id"),
    )

    # No foreign keys: to check them would lock rows that other crawls hold.
    article_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    revision_id: Mapped[int]
    outlet: Mapped[str]
    language: Mapped[str | None]
    #: Name of the text search configuration: that of ``text_configuration(language)``.
    configuration: Mapped[str] = mapped_column(index=True)
    date_published: Mapped[datetime | None]
    section: Mapped[str | None]
    authors: Mapped[list[str]]
    is_edited: Mapped[bool]
    gone_at: Mapped[datetime | None]
    #: Headline, description and lead: small, so that ranking reads no second page for a row.
    brief: Mapped[Any] = mapped_column(TSVECTOR)
    #: All words: the index answers for it.
    words: Mapped[Any] = mapped_column(TSVECTOR)


class Indexing(Base):
    """One row: how far the words of revisions were made anew, see ``word_index.py``."""

    __tablename__ = "indexing"

    #: What makes words here.
    words: Mapped[str] = mapped_column(primary_key=True)
    #: Revisions of lower ids have the words of what made them before.
    below: Mapped[int]


class AuthorName(Base):
    """A name that an article has, or had; written by a trigger alone, and perhaps twice."""

    __tablename__ = "author_name"
    __table_args__ = (Index("author_name_name_idx", text("md5(name)")),)

    name: Mapped[str] = mapped_column()
    # No key: two who write a name at once must not wait for each other.
    __mapper_args__ = {"primary_key": [name]}
