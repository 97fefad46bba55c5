"""Articles that their outlet took away, with what says so, and those that came back."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier.settle_links import Settled
from newscrawl.archive.frontier.visit import Visit
from newscrawl.archive.sanitize import safe_json
from newscrawl.screen import Outcome

_GONE = text("""
WITH met AS (
    SELECT * FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS row (
        link_id bigint, missing_since timestamptz, evidence text[])
), gone AS (
    UPDATE article SET gone_at = archive_now() FROM met JOIN link ON link.id = met.link_id
    WHERE article.outlet = link.outlet AND article.key = link.key AND article.gone_at IS NULL
    RETURNING article.id, met.missing_since, met.evidence
)
INSERT INTO deletion (article_id, missing_since, gone_at, evidence)
SELECT id, coalesce(missing_since, archive_now()), archive_now(), evidence FROM gone
""")
_SEEN = text("""
WITH met AS (
    SELECT * FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS row (
        link_id bigint, revision bigint, seen_at timestamptz, snapshot bigint)
), seen AS (
    UPDATE article
    SET last_seen_at = CASE WHEN met.seen_at IS NULL THEN archive_now()
                            ELSE greatest(last_seen_at, met.seen_at) END,
        gone_at = NULL, other_hash = NULL, other_snapshot = NULL, other_seen = 0
    FROM met JOIN link ON link.id = met.link_id
    WHERE article.outlet = link.outlet AND article.key = link.key
      AND (met.revision IS NULL OR met.revision = article.revision_id)
    RETURNING article.id, met.snapshot
), captured AS (
    UPDATE snapshot SET article_id = seen.id FROM seen WHERE snapshot.id = seen.snapshot
)
UPDATE deletion SET back_at = archive_now() FROM seen
WHERE article_id = seen.id AND back_at IS NULL
""")


def mark_gone(session: Session, links: Mapping[int, Settled]) -> None:
    """Mark the articles of those that were missing twice; their texts stay as they are."""
    rows = [
        {"link_id": link, "missing_since": one.missing_since, "evidence": list(one.evidence)}
        for link, one in links.items()
        if one.outcome is Outcome.GONE
    ]
    if rows:
        session.execute(_GONE, {"rows": safe_json(rows)})


def mark_seen(session: Session, visits: Iterable[tuple[Visit, int | None]]) -> None:
    """Mark the articles of those whose pages did not change: they are there.

    Either the server said so, of the revision that the validators came with, or it sent the bytes
    of the latest revision, whose snapshot stands beside the visit. Where an import brought a later
    one meanwhile, nothing is known of that, and the next visit asks in full.
    """
    rows = [
        _seen(visit, snapshot)
        for visit, snapshot in visits
        if visit.outcome is Outcome.STORED and visit.article is None
    ]
    if rows:
        session.execute(_SEEN, {"rows": safe_json(rows)})


def _seen(visit: Visit, snapshot: int | None) -> dict[str, Any]:
    link = visit.link
    if not visit.is_known or link.known is None:
        return {"link_id": link.id, "revision": link.revision_id}
    seen_at = visit.fetched[0].fetched_at
    revision = link.known.revision_id
    return {"link_id": link.id, "revision": revision, "seen_at": seen_at, "snapshot": snapshot}
