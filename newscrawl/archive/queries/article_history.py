"""Read articles of the archive, with all their revisions."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from newscrawl import urls
from newscrawl.archive.revisions.revision_rows import article_of
from newscrawl.archive.sanitize import safe_text
from newscrawl.article import Article, Kind
from newscrawl.errors import NotFound
from newscrawl.export.article_json import as_json
from newscrawl.outlet import Outlet
from newscrawl.outlets import load_outlets, outlet_of

#: Beyond this, Postgres has no ids; no article will ever have this one.
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


def stored_json(stored: StoredArticle) -> dict[str, Any]:
    """What ``newscrawl extract`` prints, after what only the archive knows."""
    return {
        "article_id": stored.article_id,
        **asdict(stored.shown),
        "revisions": [asdict(note) for note in stored.revisions],
        "first_seen_at": stored.first_seen_at,
        "last_seen_at": stored.last_seen_at,
        "gone_at": stored.gone_at,
        **as_json(stored.article),
    }


def find_article(session: Session, wanted: str, outlets: Iterable[Outlet] | None = None) -> int:
    """The id of an article by its id or by any of its URLs: slugs and hosts may differ.

    It is of one of ``outlets``, or of any that there is. Raises ``NotFound``.
    """
    known = load_outlets().values() if outlets is None else outlets
    if wanted.isdecimal():
        found = _one(session, "article_id = :id", id=min(int(wanted), _LARGEST_ID))
    else:
        found = _by_url(session, wanted, known)
    if found is None:
        raise NotFound(f"no such article in the archive: {wanted}")
    return found


def read_stored(session: Session, article_id: int, number: int | None = None) -> StoredArticle:
    """An article as its revision of that number said it, or as the latest did."""
    row = session.execute(_ARTICLE, {"article": article_id}).one()
    notes = _notes(session, article_id)
    if number is None:
        shown = next((note for note in notes if note.revision_id == row.revision_id), notes[-1])
    else:
        shown = _numbered(notes, number)
    revision = session.execute(_REVISION, {"revision": shown.revision_id}).one()
    return StoredArticle(
        article_id=row.article_id,
        article=_whole(row, revision),
        shown=shown,
        revisions=notes,
        first_seen_at=row.first_seen_at,
        last_seen_at=row.last_seen_at,
        gone_at=row.gone_at,
    )


_ARTICLE = text("""
SELECT article_id, revision_id, outlet, key, url, first_seen_at, last_seen_at, gone_at
FROM articles WHERE article_id = :article
""")
_REVISION = text("""
SELECT * FROM recorded JOIN readings USING (revision_id, article_id)
WHERE revision_id = :revision
""")
_NOTES = text("""
SELECT revision_id, number, cause, fetched_at, recorded_at
FROM recorded JOIN readings USING (revision_id, article_id)
WHERE article_id = :article ORDER BY number
""")
_LATEST = text("""
SELECT article_id FROM articles ORDER BY date_published DESC NULLS LAST, article_id LIMIT :limit
""")
_MOST_REMOVED = text("""
SELECT article_id FROM articles JOIN readings USING (revision_id, article_id)
ORDER BY jsonb_array_length(removed) DESC, article_id LIMIT 1
""")


def latest(session: Session, limit: int) -> list[StoredArticle]:
    """The articles with the latest dates."""
    ids = session.scalars(_LATEST, {"limit": limit})
    return [read_stored(session, article_id) for article_id in ids.all()]


def most_removed(session: Session) -> StoredArticle:
    """The article out of which most was taken: the one to show what cleaning does."""
    found = session.scalars(_MOST_REMOVED).first()
    if found is None:
        raise NotFound("the archive has no articles")
    return read_stored(session, found)


def _by_url(session: Session, wanted: str, outlets: Iterable[Outlet]) -> int | None:
    url = wanted if "://" in wanted else f"https://{wanted}"
    outlet = outlet_of(url, outlets)
    canonical = (outlet.canonical(url) if outlet else urls.canonical(url)) or url
    if outlet is not None:
        key = outlet.key(canonical) or urls.path_of(canonical)
        found = _one(session, "outlet = :outlet AND key = :key", outlet=outlet.name, key=key)
        if found is not None:
            return found
    return _one(session, "url = :url", url=canonical)


def _one(session: Session, where: str, **values: int | str) -> int | None:
    """The id of the first article that is meant."""
    given = {name: safe_text(v) if isinstance(v, str) else v for name, v in values.items()}
    asked = text(f"SELECT article_id FROM articles WHERE {where} ORDER BY article_id LIMIT 1")
    found: int | None = session.scalars(asked, given).first()
    return found


def _notes(session: Session, article_id: int) -> tuple[RevisionNote, ...]:
    found = session.execute(_NOTES, {"article": article_id})
    return tuple(RevisionNote(**row) for row in found.mappings())


def _numbered(notes: Sequence[RevisionNote], number: int) -> RevisionNote:
    for note in notes:
        if note.number == number:
            return note
    numbers = ", ".join(str(note.number) for note in notes)
    raise NotFound(f"no revision {number} of this article: there are {numbers}")


def _whole(row: Row[Any], revision: Row[Any]) -> Article:
    """Everything that the revision says, under the article's identity."""
    named = {"canonical_url": row.url, "outlet": row.outlet, "key": row.key}
    return replace(article_of(revision), **named, kind=Kind(revision.kind))
