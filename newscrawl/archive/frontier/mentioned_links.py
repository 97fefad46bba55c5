"""Links that the texts of articles lead to: rows of the frontier like those of any source."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.database.archive_clock import now
from newscrawl.archive.frontier.visit import Mention, Visit
from newscrawl.archive.sanitize import safe_json, safe_text
from newscrawl.urls import short_key

#: A crawl follows what texts lead to where its URL is of the last days; older articles, and those
#: of no date, wait for a run whose range holds them: else it would walk the whole archive.
_RECENT = timedelta(days=30)
#: Zones lie up to so far ahead of UTC.
_AHEAD = timedelta(days=1)

# What is known already stays as its sources tell it: a text may lead to an old slug.
_NOTE = text("""
WITH new AS (
    SELECT key FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS row (key text)
), known AS (
    SELECT old.id FROM link AS old JOIN new USING (key)
    WHERE old.outlet = :outlet AND NOT old.listed_in @> '{text}'
    ORDER BY old.key
    FOR UPDATE OF old
)
UPDATE link SET listed_in = listed_in || '{text}' FROM known WHERE link.id = known.id
""")
_LIST = text("""
INSERT INTO link (outlet, key, url, listed_by, listed_in, claimed_at, next_visit_at)
SELECT :outlet, key, url, listed_by, '{text}', claimed_at,
       CASE WHEN is_recent THEN archive_now() END
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (
    key text, url text, listed_by text, claimed_at timestamptz, is_recent boolean)
WHERE NOT EXISTS (SELECT FROM link WHERE link.outlet = :outlet AND link.key = new.key)
ORDER BY key
ON CONFLICT (outlet, key) DO NOTHING
""")


def list_mentions(session: Session, outlet: str, visits: Sequence[Visit]) -> None:
    """Make rows of the articles that the visits' pages lead to, and note that texts list them."""
    moment = now(session)
    rows = {
        row["key"]: row
        for visit in visits
        for row in (_row(mention, visit, moment) for mention in visit.found)
    }
    if not rows:
        return
    given = {"outlet": outlet, "rows": safe_json([rows[key] for key in sorted(rows)])}
    session.execute(_NOTE, given)
    session.execute(_LIST, given)


def _row(mention: Mention, visit: Visit, moment: datetime) -> dict[str, Any]:
    claimed_at = mention.claimed_at
    return {
        "key": short_key(safe_text(mention.key)),
        "url": mention.url,
        "listed_by": visit.link.url,
        "claimed_at": claimed_at,
        "is_recent": claimed_at is not None and moment - _RECENT <= claimed_at <= moment + _AHEAD,
    }
