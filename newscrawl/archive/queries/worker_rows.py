"""Who works on the archive: the workers of its queue, and what each does."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerRow:
    """A worker, and one thing that it does."""

    worker: int
    #: Its machine and process there; None where its session has ended, or may not be seen.
    place: str | None
    queues: str | None
    seen_at: datetime
    job: str | None
    outlet: str | None
    since: datetime | None


def workers(session: Session) -> list[WorkerRow]:
    """The workers that there are, one row for each job of theirs; none where none ever was."""
    if not session.scalar(text("SELECT to_regclass('newscrawl_workers.procrastinate_workers')")):
        return []
    return [WorkerRow(**row._mapping) for row in session.execute(_WORKERS)]


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
