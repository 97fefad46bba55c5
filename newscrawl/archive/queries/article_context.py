"""What the archive knows of an article beside what it says: for the article's own page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.queries.query_values import Rows, rows_of

#: The latest visits of an article that are shown.
_VISITS = 50

#: By what a revision can be traced: what read it, and the bytes that it was read from. Its text's
#: hash is equal where two revisions say the same; without a page, all of that is None.
Provenance = Mapping[str, Any]


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
    named, article = {"outlet": outlet, "key": key}, {"article": article_id}
    listing = rows_of(session, _LISTING, named)
    link = {"link": listing[0]["link_id"] if listing else None, "most": _VISITS}
    return ArticleContext(
        outlet_title=session.scalar(_TITLE, named) or outlet,
        provenance=provenance_of(session, revision_id),
        listing=listing[0] if listing else None,
        visits=rows_of(session, _VISITED, link) if listing else [],
        edits=rows_of(session, _EDITS, article),
        deletions=rows_of(session, _DELETIONS, article),
        duplicates=rows_of(session, _DUPLICATES, article),
    )


def provenance_of(session: Session, revision_id: int) -> Provenance:
    return dict(session.execute(_PROVENANCE, {"revision": revision_id}).mappings().one())
