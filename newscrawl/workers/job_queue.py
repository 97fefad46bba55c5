"""The queue in the archive's database, and what its jobs are."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Status

from newscrawl.workers.queue_schema import SCHEMA

if TYPE_CHECKING:
    import psycopg

#: Queues, and whether a worker works on them that is told of none: what others' code read is read
#: again where somebody asks for it.
QUEUES = {"crawl": True, "learn": True, "replay": False}
#: Seconds after which a worker that gives no sign is taken for dead.
STALLED = 30
#: Before all crawls that wait, since it finds what is more urgent.
_FIRST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What jobs are done with."""

    #: Runs a ``newscrawl`` command in a process of its own.
    run: Callable[..., Awaitable[None]]
    #: The outlets whose turn it is.
    due: Callable[[], Sequence[str]]
    #: What goes to every crawl.
    passed: Sequence[str]
    #: Whether somebody is to be told of outlets that need a look.
    is_telling: bool


def make_app(url: str, work: Work) -> App:
    """Procrastinate's app, on connections of its own to the database at libpq's URL."""
    connector = PsycopgConnector(conninfo=url, configure=_enter, min_size=1, max_size=4)
    app = App(connector=connector)

    @app.task(name="crawl", queue="crawl")
    async def crawl(outlet: str) -> None:
        # It looks again whether the outlet is due, behind the lock of all who do.
        await work.run("crawl-due", outlet, "--", *work.passed)

    @app.periodic(cron="* * * * *")
    @app.task(name="find-due", queue="crawl", queueing_lock="find-due", priority=_FIRST)
    async def find_due(timestamp: int) -> None:
        for outlet in await asyncio.to_thread(work.due):
            lock = f"crawl {outlet}"
            with suppress(AlreadyEnqueued):
                await crawl.configure(lock=lock, queueing_lock=lock).defer_async(outlet=outlet)

    @app.periodic(cron="7 * * * *")
    @app.task(name="health", queue="learn", queueing_lock="health")
    async def health(timestamp: int) -> None:
        await work.run("health", *(["--notify"] if work.is_telling else []))

    @app.periodic(cron="41 3 * * *")
    @app.task(name="learn", queue="learn", queueing_lock="learn", lock="learn")
    async def learn(timestamp: int) -> None:
        await work.run("rules", "learn")

    @app.periodic(cron="17 2 * * *")
    @app.task(name="replay", queue="replay", queueing_lock="replay", lock="replay")
    async def replay(timestamp: int) -> None:
        await work.run("replay")

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


async def _enter(connection: "psycopg.AsyncConnection[Any]") -> None:
    await connection.execute(f"SET search_path = {SCHEMA}")
    await connection.commit()
