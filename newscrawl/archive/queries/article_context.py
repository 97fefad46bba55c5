"""What the archive knows of an article beside what it says: for the article's own page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

#: The latest visits of an article that are shown.
_VISITS = 50

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """By what a revision can be traced: what read it, and the bytes that it was read from."""

    revision_id: int
    #: Of what the revision says: equal where two say the same.
    text_hash: str | None
    extractor_version: str
    rules_version: str
    layout: str
    snapshot_id: int | None
    fetched_at: datetime | None
    status: int | None
    file: str | None
    file_offset: int | None
    file_length: int | None
    digest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleContext:
    """Rows are those of views: ``outlets``, ``links``, ``visits``, ``edits``, and so on."""

    outlet_title: str
    provenance: Provenance
    listing: Mapping[str, Any] | None
    visits: Rows
    edits: Rows
    deletions: Rows
    #: The others of its cluster, the first first.
    duplicates: Rows


_TITLE = text("SELECT title FROM outlets WHERE outlet = :outlet")
_PROVENANCE = text("""
SELECT r.revision_id, encode(r.text_hash, 'hex') AS text_hash, r.extractor_version,
       r.rules_version, g.layout, s.snapshot_id, s.fetched_at, s.status, s.file, s.file_offset,
       s.file_length, s.digest
FROM recorded r JOIN readings g USING (revision_id) LEFT JOIN snapshots s USING (revision_id)
WHERE r.revision_id = :revision
""")
_LISTING = text("""
SELECT link_id, url, listed_by, listed_in, listed_at, claimed_at, outcome, reason, last_result,
       attempts, visited_at, next_visit_at, robots
FROM links WHERE outlet = :outlet AND key = :key
""")
_VISITED = text("""
SELECT visited_at, status, outcome, reason, stored, crawl_id, snapshot_id
FROM visits WHERE link_id = :link ORDER BY visit_id DESC LIMIT :most
""")
_EDITS = text("""
SELECT revision_id, previous_revision_id, fetched_at, is_silent, headline_before, headline_after,
       paragraphs_added, paragraphs_removed, paragraphs_changed, words_added, numbers_changed,
       correction
FROM edits WHERE article_id = :article ORDER BY fetched_at
""")
_DELETIONS = text("""
SELECT missing_since, gone_at, evidence, back_at FROM deletions
WHERE article_id = :article ORDER BY gone_at
""")
_DUPLICATES = text("""
SELECT article_id, revision_id, outlet, url, headline, similarity, first_seen_at, is_first, via
FROM duplicates
WHERE cluster = (SELECT cluster FROM duplicates WHERE article_id = :article)
  AND article_id <> :article
ORDER BY is_first DESC, similarity DESC, article_id LIMIT 50
""")


def context_of(
    session: Session, article_id: int, revision_id: int, outlet: str, key: str
) -> ArticleContext:
    """All of it for one revision of an article that is there."""
    named = {"outlet": outlet, "key": key}
    listing = _rows(session.execute(_LISTING, named).all())
    link = {"link": listing[0]["link_id"] if listing else None, "most": _VISITS}
    return ArticleContext(
        outlet_title=session.scalar(_TITLE, named) or outlet,
        provenance=provenance_of(session, revision_id),
        listing=listing[0] if listing else None,
        visits=_rows(session.execute(_VISITED, link).all()) if listing else [],
        edits=_rows(session.execute(_EDITS, {"article": article_id}).all()),
        deletions=_rows(session.execute(_DELETIONS, {"article": article_id}).all()),
        duplicates=_rows(session.execute(_DUPLICATES, {"article": article_id}).all()),
    )


def provenance_of(session: Session, revision_id: int) -> Provenance:
    row = session.execute(_PROVENANCE, {"revision": revision_id}).mappings().one()
    return Provenance(**row)


def _rows(found: Sequence[Row[Any]]) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in found]
