"""Where the pages of revisions are kept, each with the parts that were fetched apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.snapshots.snapshot_rows import PAGES, KeptPage, kept_page, page_of
from newscrawl.extract import VERSION


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


_REVISIONS = text(f"""
SELECT r.id AS revision_id, r.article_id, a.key, p.*
FROM revision r JOIN article a ON a.id = r.article_id JOIN ({PAGES}) AS p ON p.id = r.snapshot_id
WHERE r.article_id = ANY(:ids)
  AND (:again OR r.extractor_version <> :extractor OR r.rules_version <> :rules)
ORDER BY r.article_id, r.number
""")
_HAS_PARTS = text("""
    SELECT EXISTS (
        SELECT FROM article a
        JOIN revision r ON r.article_id = a.id
        JOIN snapshot part ON part.part_of = r.snapshot_id
        WHERE a.outlet = :outlet AND a.key = :key
    )
""")
_PARTS = text(f"{PAGES} WHERE s.part_of = ANY(:ids) ORDER BY s.snapshot_id")


def kept_revisions(
    session: Session, article_ids: Sequence[int], scope: ReplayScope, rules_version: str
) -> list[KeptRevision]:
    """The revisions of these articles that are to be read again."""
    asked = {
        "ids": list(article_ids),
        "again": scope.again,
        "extractor": scope.read_by,
        "rules": rules_version,
    }
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


def parts_of(session: Session, snapshot_ids: Sequence[int]) -> dict[int, tuple[KeptPage, ...]]:
    """The parts of pages that have any, by the page's snapshot."""
    found: dict[int, tuple[KeptPage, ...]] = {}
    for row in session.execute(_PARTS, {"ids": list(snapshot_ids)}):
        found[row.part_of] = (*found.get(row.part_of, ()), page_of(row))
    return found


def has_parts(session: Session, outlet: str, key: str) -> bool:
    """Whether the archive has an article with parts that were fetched apart."""
    return bool(session.execute(_HAS_PARTS, {"outlet": outlet, "key": key}).scalar())


def kept_snapshot(session: Session, snapshot_id: int) -> KeptPage:
    """The page of a snapshot, wherever its bytes are."""
    found = kept_page(session, snapshot_id)
    assert found is not None
    return found
