"""Articles that their outlet took away, with what says so, and those that came back."""

from collections.abc import Mapping, Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier.link_rows import Settled
from newscrawl.archive.frontier.visit import LeasedLink
from newscrawl.archive.sanitize import safe_json

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
    SELECT * FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS row (link_id bigint, revision bigint)
), seen AS (
    UPDATE article
    SET last_seen_at = archive_now(), gone_at = NULL, other_hash = NULL, other_snapshot = NULL,
        other_seen = 0
    FROM met JOIN link ON link.id = met.link_id
    WHERE article.outlet = link.outlet AND article.key = link.key
      AND (met.revision IS NULL OR met.revision = article.revision_id)
    RETURNING article.id
)
UPDATE deletion SET back_at = archive_now() FROM seen
WHERE article_id = seen.id AND back_at IS NULL
""")


def mark_gone(session: Session, links: Mapping[int, Settled]) -> None:
    """Mark the articles of links that were missing twice; their texts stay as they are."""
    rows = [
        {"link_id": link, "missing_since": one.missing_since, "evidence": list(one.evidence)}
        for link, one in links.items()
    ]
    if rows:
        session.execute(_GONE, {"rows": safe_json(rows)})


def mark_seen(session: Session, links: Sequence[LeasedLink]) -> None:
    """Mark the articles whose server said that they did not change: they are there.

    It spoke of the revision that the validators came with. Where an import brought a later one
    meanwhile, nothing is known of that, and the next visit asks in full.
    """
    rows = [{"link_id": link.id, "revision": link.revision_id} for link in links]
    if rows:
        session.execute(_SEEN, {"rows": safe_json(rows)})
