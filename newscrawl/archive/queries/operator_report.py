"""How the archive is run: its crawls, its workers, what waits for somebody. For operators."""

import time
from dataclasses import asdict, dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.queries.health_inputs import health_inputs, outlets_to_judge
from newscrawl.archive.queries.query_values import Rows, rows_of
from newscrawl.archive.sanitize import safe_text
from newscrawl.health import findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Operations:
    """Rows are those of views."""

    crawls: Rows
    #: The number of the last crawl that is shown, where there are more.
    next: int | None
    #: What is in quarantine and open, by outlet and reason, and the latest of it.
    waiting: Rows
    quarantined: Rows
    #: Links by outcome, of all outlets together.
    ledger: Rows
    hosts: Rows
    #: What needs a look, among so many outlets of all.
    findings: Rows
    judged: int
    to_judge: int


#: Seconds after which no further outlet is judged: each takes a few milliseconds.
_JUDGING = 2.0
_CRAWLS = text("""
SELECT crawl_id, outlet, started_at, finished_at, finish_reason, exit_code,
       coalesce((stats ->> 'archive/created')::bigint, 0) AS created,
       coalesce((stats ->> 'archive/revised')::bigint, 0) AS revised
FROM crawls
WHERE (cast(:outlet AS text) IS NULL OR outlet = :outlet)
  AND (NOT :troubled OR exit_code <> 0 OR finished_at IS NULL)
  AND (cast(:before AS bigint) IS NULL OR crawl_id < :before)
ORDER BY crawl_id DESC LIMIT :limit
""")
_WAITING = text("""
SELECT outlet, reason, count(*) AS pages, min(happened_at) AS since FROM quarantined
WHERE state = 'open' AND (cast(:outlet AS text) IS NULL OR outlet = :outlet)
GROUP BY outlet, reason ORDER BY pages DESC, outlet, reason
""")
_QUARANTINED = text("""
SELECT quarantine_id, outlet, url, reason, error, happened_at, crawl_id, snapshot_id
FROM quarantined
WHERE state = 'open' AND (cast(:outlet AS text) IS NULL OR outlet = :outlet)
ORDER BY quarantine_id DESC LIMIT :limit
""")
# An index counts all links; those that are due are few, and looked at.
_LEDGER = text("""
WITH ended AS (
    SELECT outlet, outcome, count(*) AS links FROM links
    WHERE (cast(:outlet AS text) IS NULL OR outlet = :outlet) GROUP BY outlet, outcome
), visited AS (
    SELECT outlet, outcome, count(*) AS due FROM links
    WHERE next_visit_at <= archive_now() AND (cast(:outlet AS text) IS NULL OR outlet = :outlet)
    GROUP BY outlet, outcome
)
SELECT outlet, outcome, links, coalesce(due, 0) AS due
FROM ended LEFT JOIN visited USING (outlet, outcome) ORDER BY outlet, links DESC, outcome
""")
_HOSTS = text("SELECT * FROM hosts WHERE blocked_until > archive_now() ORDER BY host")


def operations(
    session: Session, outlet: str | None, is_troubled: bool, before: int | None, limit: int
) -> Operations:
    """Of one outlet or of all; ``is_troubled``: only crawls that did not end well."""
    named = outlet and safe_text(outlet)
    given = {"outlet": named, "troubled": is_troubled, "before": before, "limit": limit + 1}
    crawls = rows_of(session, _CRAWLS, given)
    names = [named] if named else outlets_to_judge(session)
    judged, found = _judged(session, names)
    return Operations(
        crawls=crawls[:limit],
        next=crawls[limit - 1]["crawl_id"] if len(crawls) > limit else None,
        waiting=rows_of(session, _WAITING, given),
        quarantined=rows_of(session, _QUARANTINED, given),
        ledger=rows_of(session, _LEDGER, given),
        hosts=rows_of(session, _HOSTS),
        findings=found,
        judged=judged,
        to_judge=len(names),
    )


def _judged(session: Session, names: list[str]) -> tuple[int, Rows]:
    """How many of the outlets there was time to judge, and what needs a look of those."""
    begun, found, judged = time.monotonic(), Rows(), 0
    for name in names:
        if judged and time.monotonic() - begun > _JUDGING:
            break
        found += [
            {"outlet": name, **asdict(each)} for each in findings(health_inputs(session, name))
        ]
        judged += 1
    return judged, found


def workers(session: Session) -> Rows:
    """The workers that there are, one row for each job of theirs; none where none ever was.

    ``place`` is a worker's machine and process there; None where its session has ended, or may
    not be seen.
    """
    if not session.scalar(text("SELECT to_regclass('newscrawl_workers.procrastinate_workers')")):
        return []
    return rows_of(session, _WORKERS)


# A session that begins with the worker and ends with it bears a name that tells of it.
_WORKERS = text("""
WITH told AS (
    SELECT split_part(application_name, ' ', 3) AS worker,
           split_part(application_name, ' ', 4) AS place,
           split_part(application_name, ' ', 5) AS queues
    FROM pg_stat_activity
    WHERE datname = current_database() AND application_name LIKE 'newscrawl worker %'
)
SELECT w.id AS worker, told.place, told.queues, w.last_heartbeat AS seen_at, j.task_name AS job,
       j.args ->> 'outlet' AS outlet,
       (SELECT max(e.at) FROM newscrawl_workers.procrastinate_events AS e
        WHERE e.job_id = j.id AND e.type = 'started') AS since
FROM newscrawl_workers.procrastinate_workers AS w
LEFT JOIN told ON told.worker = w.id::text
LEFT JOIN newscrawl_workers.procrastinate_jobs AS j
    ON j.worker_id = w.id AND j.status = 'doing'
ORDER BY w.id, j.id
""")
