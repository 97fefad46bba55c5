"""Lock the rows of captured articles, and note in them when they were seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.captured import Captured
from newscrawl.archive.store import Reading
from newscrawl.archive.types import safe_json, safe_text

# Rows that are there are locked and those that are not are made in one pass, in the order of their
# keys, as crawls do: to lock the ones before making the others would be an order of its own. The
# condition keeps rows as they are; they are locked all the same.
_LOCK = text("""
INSERT INTO article AS a (outlet, key, url, first_seen_at, last_seen_at)
SELECT outlet, key, url, first_at, last_at
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (
    outlet text, key text, url text, first_at timestamptz, last_at timestamptz)
ORDER BY key
ON CONFLICT (outlet, key) DO UPDATE SET key = excluded.key WHERE false
RETURNING key
""")
# What a visit without an article may be about is locked where it is there; nothing is made for it.
_LOCK_VISITED = text("""
INSERT INTO article (outlet, key, url, first_seen_at, last_seen_at)
SELECT :outlet, key, coalesce(url, ''), coalesce(seen_at, archive_now()),
       coalesce(seen_at, archive_now())
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (key text, url text, seen_at timestamptz)
WHERE url IS NOT NULL
   OR EXISTS (SELECT FROM article a WHERE a.outlet = :outlet AND a.key = new.key)
ORDER BY key
ON CONFLICT (outlet, key) DO UPDATE SET key = excluded.key WHERE false
""")
_SEEN = text("""
SELECT key, first_seen_at, CASE WHEN other_seen > 0 THEN met_at ELSE last_seen_at END AS met_at
FROM article
WHERE outlet = :outlet AND key = ANY(:keys)
""")
# The address is that of the latest capture; of two at one moment, the same one in any order.
_TOUCH = text("""
WITH touched AS (
    INSERT INTO article AS a (outlet, key, url, first_seen_at, last_seen_at)
    SELECT outlet, key, url, first_at, last_at
    FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (
        outlet text, key text, url text, first_at timestamptz, last_at timestamptz)
    ORDER BY key
    ON CONFLICT (outlet, key) DO UPDATE
    SET url = CASE WHEN (excluded.last_seen_at, excluded.url) > (a.last_seen_at, a.url)
                   THEN excluded.url ELSE a.url END,
        first_seen_at = least(a.first_seen_at, excluded.first_seen_at),
        last_seen_at = greatest(a.last_seen_at, excluded.last_seen_at),
        gone_at = CASE WHEN excluded.last_seen_at > a.gone_at THEN NULL ELSE a.gone_at END
    RETURNING a.id, a.key, a.gone_at, a.first_seen_at
), back AS (
    UPDATE deletion SET back_at = archive_now() FROM touched
    WHERE article_id = touched.id AND back_at IS NULL AND touched.gone_at IS NULL
)
SELECT key, id, first_seen_at FROM touched
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """An article's row, locked, and when it had been seen before these captures came."""

    article_id: int
    #: When what its latest revision says was last met.
    met_at: datetime | None
    #: Whether one of these captures is earlier than all that had been known of it.
    is_earlier: bool


def lock_visited(
    session: Session, outlet: str, readings: Sequence[Reading], keys: Sequence[str]
) -> None:
    """Lock the readings' articles, and those of these keys that are there, in one pass.

    Without keys there is nothing to do: to store the readings locks their articles in this order.
    """
    if not keys:
        return
    rows: dict[str, dict[str, object]] = {safe_text(key): {"key": key} for key in keys}
    for reading in readings:
        article = reading.article
        rows[safe_text(article.key)] = {
            "key": article.key,
            "url": article.canonical_url,
            "seen_at": reading.fetched_at,
        }
    session.execute(_LOCK_VISITED, {"outlet": outlet, "rows": safe_json(list(rows.values()))})


def lock_articles(
    session: Session, outlet: str, captures: Sequence[Captured]
) -> dict[str, Touched]:
    """Make the captures' articles, or see them again; by key, locked."""
    by_key: dict[str, list[Captured]] = {}
    for one in captures:
        by_key.setdefault(safe_text(one.article.key), []).append(one)
    rows = [
        {
            "outlet": outlet,
            "key": key,
            "url": max((c.fetched_at, safe_text(c.article.canonical_url)) for c in of_key)[1],
            "first_at": min(c.fetched_at for c in of_key),
            "last_at": max(c.fetched_at for c in of_key),
        }
        for key, of_key in sorted(by_key.items())
    ]
    stated = {"rows": safe_json(rows)}
    there = sorted(by_key.keys() - set(session.scalars(_LOCK, stated)))
    seen = {row.key: row for row in session.execute(_SEEN, {"outlet": outlet, "keys": there})}
    touched = session.execute(_TOUCH, stated)
    return {
        row.key: Touched(
            article_id=row.id,
            met_at=seen[row.key].met_at if row.key in seen else None,
            is_earlier=row.key in seen and row.first_seen_at < seen[row.key].first_seen_at,
        )
        for row in touched
    }
