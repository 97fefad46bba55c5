"""The frontier: write what became of links that were visited."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.database.archive_clock import now
from newscrawl.archive.frontier.next_visit import LinkState, Met, after_visit, meant
from newscrawl.archive.frontier.visit import Visit
from newscrawl.archive.sanitize import safe_json
from newscrawl.revisit_ages import REVISITS
from newscrawl.screen import Outcome

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
    """What became of a link, and what the last two visits met: of one that is gone, a day apart."""

    outcome: Outcome
    #: What this visit met.
    met: Outcome
    missing_since: datetime | None
    evidence: tuple[str, str]


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
        settled[visit.link.id] = Settled(
            outcome=after.outcome,
            met=meant(state, met),
            missing_since=after.failing_since,
            evidence=(state.last_result or "", after.last_result or ""),
        )
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
