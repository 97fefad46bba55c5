"""The frontier: which links there are, which are due, and what became of each."""

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import RowMapping, text
from sqlalchemy.orm import Session

from newscrawl.archive.database.archive_clock import now
from newscrawl.archive.frontier.gone_articles import meant
from newscrawl.archive.frontier.link_state import LinkState, Met
from newscrawl.archive.frontier.next_visit import HOPELESS, PASSING, after_visit
from newscrawl.archive.frontier.visit import KnownPage, LeasedLink, Visit
from newscrawl.archive.sanitize import safe_json, safe_text
from newscrawl.revisit_ages import REVISITS
from newscrawl.screen import Outcome
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


# Validators are asked with where a "not modified" would mean the latest revision.
_LEASED = """
leased.id, leased.key, leased.url,
CASE WHEN leased.revision_id = article.revision_id THEN etag END AS etag,
CASE WHEN leased.revision_id = article.revision_id THEN last_modified END AS last_modified,
leased.revision_id, page.url AS known_url, page.digest AS known_digest, latest.id AS known_revision,
latest.extractor_version AS known_read_by, latest.rules_version AS known_rules
"""
_ARTICLE = """
LEFT JOIN article ON article.outlet = leased.outlet AND article.key = leased.key
LEFT JOIN revision AS latest ON latest.id = article.revision_id
LEFT JOIN snapshot AS page ON page.id = latest.snapshot_id
     AND NOT EXISTS (SELECT FROM snapshot AS part WHERE part.part_of = page.id)
"""
#: The reading of nobody: no revision is of it.
_NOBODYS = "", ""
#: What nothing but the texts of other articles lists, and was never asked for.
_MENTIONED = "listed_in = '{text}' AND visited_at IS NULL"
_DUE = f"""
WITH due AS (
    SELECT id, claimed_at FROM link
    WHERE outlet = :outlet AND lease IS NULL AND (%s)
      AND (:mentioned OR NOT ({_MENTIONED}))
      AND (claimed_at IS NULL
           OR (cast(:since AS timestamptz) IS NULL OR claimed_at >= :since)
          AND (cast(:until AS timestamptz) IS NULL OR claimed_at < :until))
    ORDER BY claimed_at DESC NULLS LAST, id
    LIMIT :limit
    FOR UPDATE SKIP LOCKED
), leased AS (
    UPDATE link SET lease = :crawl FROM due WHERE link.id = due.id
    RETURNING link.*, {_MENTIONED} AS is_mentioned
)
SELECT {_LEASED}, is_mentioned FROM leased {_ARTICLE} ORDER BY claimed_at DESC NULLS LAST, leased.id
"""
_NOW = "next_visit_at <= archive_now()"
_DUE_NOW = text(_DUE % _NOW)
_DUE_IN_RANGE = text(_DUE % f"{_NOW} OR outcome = 'waiting' AND next_visit_at IS NULL")


def due(
    session: Session,
    outlet: str,
    crawl: int,
    *,
    limit: int,
    since: datetime | None = None,
    until: datetime | None = None,
    with_mentioned: bool = True,
    reading: tuple[str, str] = _NOBODYS,
) -> list[LeasedLink]:
    """Lease links that are due, newest first; ``until`` is exclusive.

    ``reading`` are the versions of today's extractor and rules: what others read is not known.

    A link that nobody dated is in any range; those that wait for a range are leased with one.
    ``with_mentioned`` is whether also those that only the texts of other articles list.
    """
    found = session.execute(
        _DUE_IN_RANGE if since or until else _DUE_NOW,
        {
            "outlet": outlet,
            "crawl": crawl,
            "limit": limit,
            "since": since,
            "until": until,
            "mentioned": with_mentioned,
        },
    )
    return [_leased(row, reading) for row in found.mappings()]


def _leased(row: RowMapping, reading: tuple[str, str]) -> LeasedLink:
    given = {name: value for name, value in row.items() if not name.startswith("known_")}
    if row["known_digest"] is None or (row["known_read_by"], row["known_rules"]) != reading:
        return LeasedLink(**given)
    known = KnownPage(
        url=row["known_url"], digest=row["known_digest"], revision_id=row["known_revision"]
    )
    return LeasedLink(**given, known=known)


_LEASE_URLS = text(f"""
WITH leased AS (
    UPDATE link SET lease = :crawl WHERE outlet = :outlet AND key = ANY(:keys) RETURNING link.*
)
SELECT {_LEASED} FROM leased {_ARTICLE}
""")


def lease_urls(
    session: Session,
    outlet: str,
    crawl: int,
    keys: Sequence[str],
    reading: tuple[str, str] = _NOBODYS,
) -> list[LeasedLink]:
    """Lease these links whether they are due or not: somebody asked for them by name."""
    found = session.execute(
        _LEASE_URLS,
        {
            "outlet": outlet,
            "crawl": crawl,
            "keys": [short_key(safe_text(key)) for key in keys],
        },
    )
    leased = (_leased(row, reading) for row in found.mappings())
    return sorted(leased, key=lambda link: link.id)


def give_back(session: Session, outlet: str, crawl: int, held: Collection[int]) -> None:
    """Free what was leased to a crawl that never heard of it: the answer to a COMMIT was lost."""
    session.execute(
        text(
            "UPDATE link SET lease = NULL "
            "WHERE outlet = :outlet AND lease = :crawl AND id <> ALL(:held)"
        ),
        {"outlet": outlet, "crawl": crawl, "held": list(held)},
    )


def has_settled(session: Session, crawl: int, links: Collection[int]) -> bool:
    """Whether the crawl holds none of these links any more: what it met of them is committed."""
    held = text("SELECT EXISTS (SELECT FROM link WHERE id = ANY(:ids) AND lease = :crawl)")
    return not session.scalar(held, {"ids": list(links), "crawl": crawl})


def take_over(session: Session, outlet: str) -> int:
    """Free the leases of crawls that ended without a word; only the holder of the lock may."""
    freed = session.execute(
        text(
            "UPDATE link SET lease = NULL WHERE outlet = :outlet AND lease IS NOT NULL RETURNING 1"
        ),
        {"outlet": outlet},
    )
    return len(freed.all())


_STATES = text("""
SELECT link.id, link.outcome, link.reason, last_result, attempts, failing_since, next_visit_at,
       coalesce(r.date_published, claimed_at, listed_at) AS published,
       a.revision_id, coalesce(a.other_seen, 0) > 0 AS is_other
FROM link
LEFT JOIN article a ON a.outlet = link.outlet AND a.key = link.key
LEFT JOIN revision r ON r.id = a.revision_id
WHERE link.id = ANY(:ids) AND lease = :crawl ORDER BY link.id FOR UPDATE OF link
""")
# A page in full brings validators of its own, or none, and of another address none either.
_SETTLE = text("""
UPDATE link SET outcome = new.outcome, reason = new.reason, last_result = new.last_result,
    attempts = new.attempts, failing_since = new.failing_since, next_visit_at = new.next_visit_at,
    etag = CASE WHEN NOT new.is_page THEN link.etag WHEN link.url = new.url THEN new.etag END,
    last_modified = CASE WHEN NOT new.is_page THEN link.last_modified
                         WHEN link.url = new.url THEN new.last_modified END,
    revision_id = CASE WHEN new.is_page THEN new.revision_id ELSE link.revision_id END,
    robots = coalesce(new.robots, link.robots), visited_at = archive_now(), lease = NULL
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (
    id bigint, url text, outcome text, reason text, last_result text, attempts bigint,
    failing_since timestamptz, next_visit_at timestamptz, is_page boolean, etag text,
    last_modified text, revision_id bigint, robots text[])
WHERE link.id = new.id
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What became of a link, and for one that is gone what says so: two visits, a day apart."""

    outcome: Outcome
    #: What this visit met.
    met: Outcome
    missing_since: datetime | None = None
    evidence: tuple[str, ...] = ()


def settle(
    session: Session,
    crawl: int,
    visits: Sequence[Visit],
    revised: Container[int] = (),
    revisits: tuple[timedelta, ...] = REVISITS,
) -> dict[int, Settled]:
    """Write what became of the links that the crawl holds, and give their leases back.

    By link id; ``revised`` are the links whose articles got a new revision. A link whose lease
    is given back already is left alone: the answer to a commit was lost, and the commit is
    repeated.
    """
    by_id = {visit.link.id: visit for visit in visits}
    moment = now(session)
    rows, settled = [], dict[int, Settled]()
    for found in session.execute(_STATES, {"ids": sorted(by_id), "crawl": crawl}).mappings():
        visit = by_id[found["id"]]
        given = {name: found[name] for name in LinkState.__dataclass_fields__}
        state = LinkState(**{**given, "outcome": Outcome(found["outcome"])})
        # The article's row speaks of this visit where it brought a page of the article.
        is_held_back = found["is_other"] and visit.outcome is Outcome.STORED and bool(visit.article)
        met = Met(
            outcome=visit.outcome,
            reason=visit.reason,
            published=found["published"],
            is_unsettled=visit.link.id in revised or is_held_back,
            revisits=revisits,
        )
        # Bytes of a revision that is no longer the latest say nothing of the one that is.
        known = visit.link.known if visit.is_known else None
        is_late = known is not None and known.revision_id != found["revision_id"]
        has_validators = not (is_held_back or is_late)
        after = after_visit(state, met, moment)
        settled[visit.link.id] = _settled(state, after, meant(state, met))
        rows.append(
            {
                "id": visit.link.id,
                "url": visit.link.url,
                "is_page": bool(visit.fetched),
                "etag": visit.etag if has_validators else None,
                "last_modified": visit.last_modified if has_validators else None,
                "revision_id": found["revision_id"],
                "robots": visit.robots,
                **{name: getattr(after, name) for name in LinkState.__dataclass_fields__},
            }
        )
    session.execute(_SETTLE, {"rows": safe_json(rows)})
    return settled


def _settled(before: LinkState, after: LinkState, met: Outcome) -> Settled:
    if after.outcome is not Outcome.GONE:
        return Settled(outcome=after.outcome, met=met)
    results = (before.last_result or "", after.last_result or "")
    return Settled(
        outcome=after.outcome, met=met, missing_since=after.failing_since, evidence=results
    )


def ledger(session: Session, outlet: str) -> dict[str, int]:
    """How many links ended in each outcome."""
    found = session.execute(
        text(
            "SELECT outcome, count(*) AS links FROM link WHERE outlet = :outlet "
            "GROUP BY outcome ORDER BY outcome"
        ),
        {"outlet": outlet},
    )
    return {row.outcome: row.links for row in found}
