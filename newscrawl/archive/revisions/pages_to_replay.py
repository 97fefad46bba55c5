"""Which articles and revisions a replay reads again: those that today's code has not read."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.snapshots.snapshot_rows import PAGES, page_of, parts_of
from newscrawl.extract import VERSION
from newscrawl.page import KeptPage


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayScope:
    """Which articles of an outlet are read again; without bounds all that others' code read."""

    outlet: str
    #: Published, or else fetched, on this day or later.
    since: date | None = None
    article: int | None = None
    #: Also what today's code and rules have read.
    again: bool = False
    #: By what its pages are read today: see ``extract.version_of``.
    read_by: str = VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRevision:
    """A revision of an article, and the page that it was read from."""

    revision_id: int
    article_id: int
    key: str
    status: int
    page: KeptPage
    #: In the order in which they were fetched.
    parts: tuple[KeptPage, ...]


#: A revision ``r`` that is to be read again.
_UNREAD = "(:again OR r.extractor_version <> :read_by OR r.rules_version <> :rules)"
_ARTICLES = text(f"""
SELECT a.id FROM article a
WHERE a.outlet = :outlet AND a.id > :after
  AND (cast(:article AS bigint) IS NULL OR a.id = cast(:article AS bigint))
  AND EXISTS (
    SELECT FROM revision r WHERE r.article_id = a.id AND r.snapshot_id IS NOT NULL
      AND {_UNREAD}
      AND (cast(:since AS date) IS NULL
           OR coalesce(r.date_published, r.fetched_at) >= cast(:since AS date)))
ORDER BY a.id LIMIT :limit
""")
_REVISIONS = text(f"""
SELECT r.id AS revision_id, r.article_id, a.key, p.*
FROM revision r JOIN article a ON a.id = r.article_id JOIN ({PAGES}) AS p ON p.id = r.snapshot_id
WHERE r.article_id = ANY(:ids) AND {_UNREAD}
ORDER BY r.article_id, r.number
""")


def articles_to_read(
    session: Session, scope: ReplayScope, rules_version: str, after: int, limit: int
) -> list[int]:
    """Ids of articles that have a kept page which today's code has not read, in their order."""
    asked = {**asdict(scope), "rules": rules_version, "after": after, "limit": limit}
    return list(session.scalars(_ARTICLES, asked))


def kept_revisions(
    session: Session, article_ids: Sequence[int], scope: ReplayScope, rules_version: str
) -> list[KeptRevision]:
    """The revisions of these articles that are to be read again."""
    asked = {**asdict(scope), "rules": rules_version, "ids": list(article_ids)}
    rows = session.execute(_REVISIONS, asked).all()
    parts = parts_of(session, [row.id for row in rows])
    return [
        KeptRevision(
            revision_id=row.revision_id,
            article_id=row.article_id,
            key=row.key,
            status=row.status,
            page=page_of(row),
            parts=parts.get(row.id, ()),
        )
        for row in rows
    ]
