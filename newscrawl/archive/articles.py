"""Read articles of the archive, with all their revisions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from newscrawl import urls
from newscrawl.archive import models
from newscrawl.archive.columns import article_of
from newscrawl.article import Article, Kind
from newscrawl.errors import NotFound
from newscrawl.outlet import Outlet
from newscrawl.outlets import outlet_of

#: Beyond this, Postgres has no ids.
_LARGEST_ID = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionNote:
    """When and why an article got a revision."""

    revision_id: int
    number: int
    cause: str
    fetched_at: datetime
    recorded_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """One revision of an article, among its others."""

    article_id: int
    article: Article
    shown: RevisionNote
    #: Oldest first.
    revisions: tuple[RevisionNote, ...]
    first_seen_at: datetime
    last_seen_at: datetime
    gone_at: datetime | None


def find_article(session: Session, wanted: str, outlets: Sequence[Outlet]) -> int:
    """The id of an article by its id or by any of its URLs: slugs and hosts may differ.

    Raises ``NotFound``.
    """
    found = _by_id(session, wanted) if wanted.isdecimal() else _by_url(session, wanted, outlets)
    if found is None:
        raise NotFound(f"no such article in the archive: {wanted}")
    return found


def read_stored(session: Session, article_id: int, number: int | None = None) -> StoredArticle:
    """An article as its revision of that number said it, or as the latest did."""
    row = session.get_one(models.Article, article_id)
    notes = _notes(session, article_id)
    if number is None:
        shown = next((note for note in notes if note.revision_id == row.revision_id), notes[-1])
    else:
        shown = _numbered(notes, number)
    revision = session.get_one(models.Revision, shown.revision_id)
    return StoredArticle(
        article_id=row.id,
        article=_whole(row, revision),
        shown=shown,
        revisions=notes,
        first_seen_at=row.first_seen_at,
        last_seen_at=row.last_seen_at,
        gone_at=row.gone_at,
    )


def latest(session: Session, limit: int) -> list[StoredArticle]:
    """The articles with the latest dates."""
    article, revision = models.Article, models.Revision
    ids = session.scalars(
        select(article.id)
        .join(revision, revision.id == article.revision_id)
        .order_by(revision.date_published.desc().nulls_last(), article.id)
        .limit(limit)
    )
    return [read_stored(session, article_id) for article_id in ids.all()]


def most_removed(session: Session) -> StoredArticle:
    """The article out of which most was taken: the one to show what cleaning does."""
    article, revision = models.Article, models.Revision
    found = session.scalars(
        select(article.id)
        .join(revision, revision.id == article.revision_id)
        .order_by(func.jsonb_array_length(revision.removed).desc(), article.id)
        .limit(1)
    ).first()
    if found is None:
        raise NotFound("the archive holds no article")
    return read_stored(session, found)


def _by_id(session: Session, wanted: str) -> int | None:
    if int(wanted) > _LARGEST_ID:
        return None
    return session.scalar(select(models.Article.id).where(models.Article.id == int(wanted)))


def _by_url(session: Session, wanted: str, outlets: Sequence[Outlet]) -> int | None:
    url = wanted if "://" in wanted else f"https://{wanted}"
    outlet = outlet_of(url, outlets)
    canonical = (outlet.canonical(url) if outlet else urls.canonical(url)) or url
    article = models.Article
    if outlet is not None:
        key = outlet.key(canonical) or urls.path_of(canonical)
        by_key = article.outlet == outlet.name, article.key == key
        found = session.scalar(select(article.id).where(*by_key))
        if found is not None:
            return found
    return session.scalars(
        select(article.id).where(article.url == canonical).order_by(article.id).limit(1)
    ).first()


def _notes(session: Session, article_id: int) -> tuple[RevisionNote, ...]:
    revision = models.Revision
    found = session.execute(
        select(
            revision.id.label("revision_id"),
            revision.number,
            revision.cause,
            revision.fetched_at,
            revision.recorded_at,
        )
        .where(revision.article_id == article_id)
        .order_by(revision.number)
    )
    return tuple(RevisionNote(**row) for row in found.mappings())


def _numbered(notes: Sequence[RevisionNote], number: int) -> RevisionNote:
    for note in notes:
        if note.number == number:
            return note
    numbers = ", ".join(str(note.number) for note in notes)
    raise NotFound(f"no revision {number} of this article: there are {numbers}")


def _whole(row: models.Article, revision: models.Revision) -> Article:
    """Everything that the revision says, under the article's identity."""
    return replace(
        article_of(revision),
        canonical_url=row.url,
        outlet=row.outlet,
        key=row.key,
        kind=Kind(revision.kind),
        kicker=revision.kicker,
        date_modified=revision.date_modified,
        date_source=revision.date_source,
        date_raw=revision.date_raw,
        section=revision.section,
        keywords=tuple(revision.keywords),
        language=revision.language,
        is_free=revision.is_free,
        is_sponsored=revision.is_sponsored,
        credits=tuple(revision.credits),
        opinion_disclaimer=revision.opinion_disclaimer,
        legal_label=revision.legal_label,
        republished_from=revision.republished_from,
        related=tuple(revision.related),
    )
