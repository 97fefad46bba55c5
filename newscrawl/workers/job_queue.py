"""The queue in the archive's database: its tables, and what its jobs are."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import psycopg
from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Status
from procrastinate.schema import SchemaManager

from newscrawl.errors import ConfigError

#: Queues, and whether a worker works on them that is told of none: what others' code read is read
#: again where somebody asks for it.
QUEUES = {"crawl": True, "learn": True, "replay": False}
#: Seconds after which a worker that gives no sign is taken for dead.
STALLED = 30
#: Seconds by which a turn may be late: a worker that begins makes up for the last one of each, if
#: nobody took it, as systemd's timers do. The queue knows whose turn was taken.
_LATE = 86400
#: Before all crawls that wait, since it finds what is more urgent.
_FIRST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerPlan:
    """What a worker is to do, and with what."""

    #: libpq's URL.
    url: str
    queues: Collection[str]
    jobs: int
    #: The program, and what stands before its commands.
    command: Sequence[str]
    #: What tells a job's process that it ends with this one.
    environ: Mapping[str, str]
    #: What goes to every crawl.
    passed: Sequence[str]
    due: Callable[[], Sequence[str]]
    is_telling: bool
    #: Outlets of which files of pages wait on this machine for object storage.
    left: Callable[[], Sequence[str]]


def make_app(plan: WorkerPlan, run: Callable[..., Awaitable[None]]) -> App:
    """Procrastinate's app, on connections of its own to the queue's database.

    ``run`` runs a ``newscrawl`` command in a process of its own.
    """
    connector = PsycopgConnector(conninfo=plan.url, configure=_enter, min_size=1, max_size=4)
    app = App(connector=connector, periodic_defaults={"max_delay": _LATE})

    @app.task(name="crawl", queue="crawl")
    async def crawl(outlet: str) -> None:
        # It looks again whether the outlet is due, behind the lock of all who do.
        await run("crawl-due", outlet, "--", *plan.passed)

    @app.periodic(cron="* * * * *")
    @app.task(name="find-due", queue="crawl", queueing_lock="find-due", priority=_FIRST)
    async def find_due(timestamp: int) -> None:
        for outlet in await asyncio.to_thread(plan.due):
            lock = f"crawl {outlet}"
            with suppress(AlreadyEnqueued):
                await crawl.configure(lock=lock, queueing_lock=lock).defer_async(outlet=outlet)

    @app.periodic(cron="7 * * * *")
    @app.task(name="health", queue="learn", queueing_lock="health")
    async def health(timestamp: int) -> None:
        await run("health", *(["--notify"] if plan.is_telling else []))

    @app.periodic(cron="41 3 * * *")
    @app.task(name="learn", queue="learn", queueing_lock="learn", lock="learn")
    async def learn(timestamp: int) -> None:
        await run("rules", "learn")

    @app.periodic(cron="17 2 * * *")
    @app.task(name="replay", queue="replay", queueing_lock="replay", lock="replay")
    async def replay(timestamp: int) -> None:
        await run("replay")

    return app


async def forget_the_dead(app: App) -> None:
    """Drop jobs whose worker died: what is still due is found again, by the archive itself.

    Each worker does so by itself: one whose queue nobody else works on holds its locks otherwise.
    """
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED):
        assert job.id is not None
        # Another worker may have dropped it meanwhile.
        with suppress(ConnectorException):
            await app.job_manager.finish_job_by_id_async(job.id, Status.FAILED, delete_job=True)


async def _enter(connection: psycopg.AsyncConnection[Any]) -> None:
    await connection.execute(f"SET search_path = {SCHEMA}")
    await connection.commit()


SCHEMA = "newscrawl_workers"
_LOCK = 7263991109


def require_queue(url: str) -> None:
    """Make the tables where there are none, or those of an older Procrastinate.

    What waits in a queue is found anew from the archive. Raises ``ConfigError`` where the tables
    are a newer one's: two of them would undo each other's.
    """
    statements = SchemaManager.get_schema()
    digest = hashlib.sha256(statements.encode()).hexdigest()[:12]
    ours = f"procrastinate {version('procrastinate')} {digest}"
    with psycopg.connect(url) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        found = connection.execute(
            "SELECT obj_description(to_regnamespace(%s)::oid, 'pg_namespace')", [SCHEMA]
        ).fetchone()
        theirs = found[0] if found else None
        if theirs and theirs.split()[2] == ours.split()[2]:
            return
        if theirs and _numbers(theirs) > _numbers(ours):
            raise ConfigError(f"the workers' queue is from a newer {theirs.rpartition(' ')[0]}")
        connection.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        connection.execute(f"CREATE SCHEMA {SCHEMA}")
        connection.execute(f"SET LOCAL search_path = {SCHEMA}")
        connection.execute(statements)
        connection.execute(f"COMMENT ON SCHEMA {SCHEMA} IS '{ours}'")


def _numbers(told: str) -> list[int]:
    return [int(part) for part in told.split()[1].split(".") if part.isdigit()]
