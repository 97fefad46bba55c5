"""What search reads: one narrow row for each article, written by triggers alone."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from newscrawl.archive.models.base import Base


class Searchable(Base):
    """An article as its latest revision says, as far as search looks at it."""

    __tablename__ = "searchable"
    __table_args__ = (
        Index("searchable_words_idx", "words", postgresql_using="gin"),
        Index("searchable_adjacent_idx", text("adjacent_words(words)"), postgresql_using="gin"),
        Index("searchable_brief_idx", "brief", postgresql_using="gin"),
        Index("searchable_authors_idx", "authors", postgresql_using="gin"),
        Index(
            "searchable_newest_idx",
            text("date_published DESC NULLS LAST"),
            "article_id",
        ),
        Index("searchable_configuration_idx", "configuration"),
    )

    # No foreign keys: to check them would lock rows that other crawls hold.
    article_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    revision_id: Mapped[int]
    outlet: Mapped[str]
    language: Mapped[str | None]
    #: Name of the text search configuration: that of ``text_configuration(language)``.
    configuration: Mapped[str]
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
