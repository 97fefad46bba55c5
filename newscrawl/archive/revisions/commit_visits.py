"""Write what a crawl's visits came to: articles, outcomes and leases in one transaction."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy.orm import Session

from newscrawl.archive.database.archive_clock import now
from newscrawl.archive.duplicates.near_duplicates import renew_duplicates
from newscrawl.archive.frontier.listed_links import list_links, list_mentions, stored_link
from newscrawl.archive.frontier.quarantine_rows import quarantine
from newscrawl.archive.frontier.settle_links import settle
from newscrawl.archive.frontier.visit import EndedVisit, Stored, Visit, keep_visits
from newscrawl.archive.revisions.article_rows import lock_visited
from newscrawl.archive.revisions.compare_with_latest import Reading, Reread
from newscrawl.archive.revisions.deletion_rows import mark_gone, mark_seen
from newscrawl.archive.revisions.store import write_readings
from newscrawl.archive.snapshots.snapshot_rows import insert_snapshots, snapshot_row
from newscrawl.boilerplate import Rule
from newscrawl.revisit_ages import REVISITS
from newscrawl.screen import Outcome


def record(
    session: Session,
    crawl: int,
    outlet: str,
    visits: Sequence[Visit],
    rules: Sequence[Rule],
    reread: Reread,
    revisits: tuple[timedelta, ...] = REVISITS,
) -> list[Stored | None]:
    """Store the visits' articles and settle their links; for each visit what storing came to.

    No two visits may be of one article: the second's revision would be compared with what the
    first one has not yet written. Locks are taken in the order that imports keep: articles by key,
    then links, then the one of the clusters.
    """
    snapshots = _keep(session, outlet, visits)
    readings = {
        at: Reading(
            article=v.article, fetched_at=v.fetched[0].fetched_at, snapshot_id=snapshots[at]
        )
        for at, v in enumerate(visits)
        if v.article is not None
    }
    others = [v.link.key for v in visits if v.article is None]
    lock_visited(session, outlet, [*readings.values()], others)
    results, renewed = write_readings(session, [*readings.values()], rules, reread)
    stored = [Stored.UNCHANGED if v.is_known else None for v in visits]
    for at, result in zip(readings, results, strict=True):
        stored[at] = result
    _list_targets(session, outlet, visits, revisits)
    list_mentions(session, outlet, visits)
    came_to = list(zip(visits, snapshots, stored, strict=True))
    revised = {visit.link.id for visit, _, result in came_to if result is Stored.REVISED}
    settled = settle(session, crawl, visits, revised, revisits)
    mark_gone(session, settled)
    mark_seen(session, zip(visits, snapshots, strict=True))
    fresh = [
        EndedVisit(visit, settled[visit.link.id].met, snapshot, result)
        for visit, snapshot, result in came_to
        if visit.link.id in settled
    ]
    keep_visits(session, crawl, fresh)
    quarantine(session, crawl, outlet, fresh)
    renew_duplicates(session, renewed)
    return stored


def _keep(session: Session, outlet: str, visits: Sequence[Visit]) -> list[int | None]:
    """Rows of the pages that were kept, then of their parts; the pages' ids, by visit."""
    pages = [visit for visit in visits if visit.kept]
    ids = insert_snapshots(session, [_snapshot(outlet, visit, 0) for visit in pages])
    parts = [
        _snapshot(outlet, visit, part) | {"part_of": ids[_place(visit)].id}
        for visit in pages
        for part in range(1, len(visit.kept))
    ]
    insert_snapshots(session, parts)
    return [ids[_place(visit)].id if visit.kept else None for visit in visits]


def _place(visit: Visit) -> tuple[str, int]:
    return visit.kept[0].file, visit.kept[0].offset


def _snapshot(outlet: str, visit: Visit, part: int) -> dict[str, object]:
    fetched = visit.fetched[part]
    return snapshot_row(outlet, fetched.url, fetched.fetched_at, fetched.status, visit.kept[part])


def _list_targets(
    session: Session, outlet: str, visits: Sequence[Visit], revisits: Sequence[timedelta]
) -> None:
    """Links that redirect to another article: that article's own link is in the ledger too."""
    for visit in visits:
        article = visit.article
        if article is not None and visit.outcome is Outcome.DUPLICATE:
            target = stored_link(article, now(session), revisits)
            list_links(session, outlet, visit.link.url, [target])
