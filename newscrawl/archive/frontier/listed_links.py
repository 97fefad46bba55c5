"""The frontier: note what outlets list and what texts lead to, and what is said of known links."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.database.archive_clock import now
from newscrawl.archive.frontier.next_visit import PASSING, revisit_at
from newscrawl.archive.frontier.visit import Mention, Visit
from newscrawl.archive.sanitize import safe_json, safe_text
from newscrawl.article import Article
from newscrawl.revisit_ages import REVISITS
from newscrawl.screen import Outcome
from newscrawl.screen.quarantine_reasons import HOPELESS
from newscrawl.urls import short_key


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedLink:
    """A link as the frontier takes it: ``outcome`` is final where there is nothing to fetch."""

    key: str
    url: str
    claimed_at: datetime | None = None
    #: When the source says that it changed.
    changed_at: datetime | None = None
    outcome: Outcome = Outcome.WAITING
    reason: str | None = None
    #: When to look again at an article that is stored already.
    next_visit_at: datetime | None = None


def stored_link(
    article: Article, moment: datetime, revisits: Sequence[timedelta] = REVISITS
) -> ListedLink:
    """The link of an article that is stored already."""
    published = article.date_published
    return ListedLink(
        key=article.key,
        url=article.canonical_url,
        claimed_at=published,
        outcome=Outcome.STORED,
        next_visit_at=revisit_at(published, moment, revisits),
    )


_LIST = text("""
INSERT INTO link AS old (
    outlet, key, url, listed_by, listed_in, claimed_at, outcome, reason, visited_at, next_visit_at)
SELECT :outlet, key, url, :listed_by, cast(:kinds AS text[]), claimed_at, outcome, reason,
       CASE WHEN outcome = 'stored' THEN archive_now() END,
       CASE WHEN outcome = 'waiting' THEN archive_now() ELSE next_visit_at END
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (
    key text, url text, claimed_at timestamptz, outcome text, reason text,
    next_visit_at timestamptz)
ORDER BY key
ON CONFLICT (outlet, key) DO NOTHING
RETURNING old.id
""")

# What is known already changes for a source's sake only: its slug, its date, that it was edited, or
# that another kind of place lists it: what waited for a range is then due like all that is listed.
# Validators are of an address, and say nothing of another one.
# Whoever names a day, as an address does, says nothing against a time of that day.
# Rows are locked in the order of their keys before any is written: see ``list_links``.
_NOTICE = text("""
WITH given AS (
    SELECT * FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS row (
        key text, url text, claimed_at timestamptz, changed_at timestamptz, outcome text)
), new AS (
    SELECT given.key, given.url, given.changed_at, given.outcome,
           CASE WHEN given.claimed_at = date_trunc('day', given.claimed_at, o.timezone)
                 AND given.claimed_at = date_trunc('day', old.claimed_at, o.timezone)
                THEN old.claimed_at ELSE given.claimed_at END AS claimed_at
    FROM given JOIN link AS old ON old.outlet = :outlet AND old.key = given.key
    JOIN outlet o ON o.name = old.outlet
), changed AS (
    SELECT old.id, new.* FROM link AS old JOIN new USING (key)
    WHERE old.outlet = :outlet
      AND (new.outcome = 'waiting'
           AND (old.url <> new.url AND old.outcome <> 'duplicate'
                OR new.claimed_at IS DISTINCT FROM old.claimed_at AND new.claimed_at IS NOT NULL
                OR new.changed_at > old.visited_at)
           OR NOT old.listed_in @> cast(:kinds AS text[]))
    ORDER BY old.key
    FOR UPDATE OF old
)
UPDATE link AS old
SET url = CASE WHEN old.outcome = 'duplicate' THEN old.url ELSE new.url END,
    etag = CASE WHEN old.outcome = 'duplicate' OR old.url = new.url THEN old.etag END,
    last_modified = CASE WHEN old.outcome = 'duplicate' OR old.url = new.url
                         THEN old.last_modified END,
    claimed_at = coalesce(new.claimed_at, old.claimed_at),
    listed_in = CASE WHEN old.listed_in @> cast(:kinds AS text[]) THEN old.listed_in
                     ELSE old.listed_in || cast(:kinds AS text[]) END,
    next_visit_at = CASE
        WHEN old.outcome = 'waiting' AND old.next_visit_at IS NULL THEN archive_now()
        WHEN new.changed_at > old.visited_at AND old.lease IS NULL
             AND (old.outcome IN ('stored', 'waiting', 'failed', 'missing', 'gone')
                  OR old.outcome = 'not_article' AND old.reason = ANY(:passing)
                  OR old.outcome = 'quarantined' AND old.reason <> ALL(:hopeless))
        THEN archive_now() ELSE old.next_visit_at END
FROM changed AS new
WHERE old.id = new.id
""")


def list_links(
    session: Session,
    outlet: str,
    listed_by: str,
    links: Iterable[ListedLink],
    kind: str | None = None,
) -> int:
    """Make rows of links that are new, and note what a source says of known ones.

    How many were new; ``kind`` is that of the place that lists them, as in ``link.listed_in``.
    Rows are written in the order of their keys, so that two writers never wait for each other in
    a circle.
    """
    unique = {short_key(safe_text(link.key)): link for link in links}
    if not unique:
        return 0
    rows = safe_json([{**asdict(unique[key]), "key": key} for key in sorted(unique)])
    given = {"outlet": outlet, "rows": rows, "kinds": [kind] if kind else []}
    noticed = {**given, "passing": sorted(PASSING), "hopeless": sorted(HOPELESS)}
    created = session.execute(_LIST, {**given, "listed_by": safe_text(listed_by)})
    count = len(created.all())
    if count < len(unique):
        session.execute(_NOTICE, noticed)
    return count


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
_MENTION = text("""
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
    session.execute(_MENTION, given)


def _row(mention: Mention, visit: Visit, moment: datetime) -> dict[str, Any]:
    claimed_at = mention.claimed_at
    return {
        "key": short_key(safe_text(mention.key)),
        "url": mention.url,
        "listed_by": visit.link.url,
        "claimed_at": claimed_at,
        "is_recent": claimed_at is not None and moment - _RECENT <= claimed_at <= moment + _AHEAD,
    }
