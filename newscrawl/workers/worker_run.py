"""Run one worker: its jobs are processes of their own, which a signal ends."""

import asyncio
import logging
import os
import platform
import re
import signal
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import psycopg
from procrastinate import App, exceptions
from procrastinate.worker import Worker

from newscrawl.errors import DatabaseUnavailable
from newscrawl.exit_code import ExitCode
from newscrawl.printable import first_line, printable
from newscrawl.workers import job_queue

_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")
#: Seconds between two looks for files that killed crawls left.
_PUT_AWAY = 300
#: Bytes of a session's name: Postgres cuts off what is more.
_LONGEST_NAME = 63
_NO_NAME = re.compile(r"[^!-~]+")


class _Running:
    """The processes of jobs under way."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        self._command, self._environ = command, environ
        self._processes: set[asyncio.subprocess.Process] = set()
        self.was_interrupted = self.is_ending = False

    async def run(self, *arguments: str) -> None:
        """Return when the command has ended; a bad end it tells itself, on our stderr."""
        code = await self.run_aside(*arguments)
        # What had nothing left to do when it was told to end ended as always.
        is_whole = code in (ExitCode.COMPLETE, ExitCode.BUSY)
        self.was_interrupted = self.was_interrupted or (self.is_ending and not is_whole)

    async def run_aside(self, *arguments: str) -> int:
        """As ``run``, of what nobody asked for: to end it interrupts nothing. The exit code."""
        process = await asyncio.create_subprocess_exec(
            *self._command,
            *arguments,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            env={**os.environ, **self._environ},
            # A signal to our group shall not reach it twice.
            start_new_session=True,
        )
        self._processes.add(process)
        try:
            return await process.wait()
        finally:
            self._processes.discard(process)

    @property
    def is_busy(self) -> bool:
        return bool(self._processes)

    def end(self) -> None:
        self.is_ending = True
        for process in self._processes:
            with suppress(ProcessLookupError):
                process.terminate()


class _OneLine(logging.Formatter):
    """What a library complains of, without its traceback: a database that is away is no fault."""

    def format(self, record: logging.LogRecord) -> str:
        return printable("newscrawl: worker: " + " ".join(record.getMessage().split()))


def _listen_to_libraries() -> None:
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(_OneLine())
    for name in ("procrastinate", "psycopg"):
        logger = logging.getLogger(name)
        logger.propagate = False
        logger.handlers = [handler]


def work(plan: job_queue.WorkerPlan) -> ExitCode:
    """Work until a signal comes; raises ``DatabaseUnavailable`` where the database goes away."""
    _listen_to_libraries()
    try:
        job_queue.require_queue(plan.url)
        return asyncio.run(_work(plan))
    except (psycopg.OperationalError, exceptions.ConnectorException) as error:
        raise DatabaseUnavailable(f"the database does not answer: {first_line(error)}") from error


async def _work(plan: job_queue.WorkerPlan) -> ExitCode:
    running = _Running(plan.command, plan.environ)
    app = job_queue.make_app(plan, running.run)
    signalled = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in _SIGNALS:
        loop.add_signal_handler(getattr(signal, name), signalled.set)
    async with app.open_async():
        if "crawl" in plan.queues:
            # Nobody shall wait for the next minute.
            with suppress(exceptions.AlreadyEnqueued):
                await app.tasks["find-due"].defer_async(timestamp=0)
        worker: Any = Worker(
            app=app,
            queues=plan.queues,
            concurrency=plan.jobs,
            delete_jobs="always",
            install_signal_handlers=False,
            stalled_worker_timeout=job_queue.STALLED,
        )
        working = asyncio.create_task(worker.run())
        stopping = asyncio.create_task(signalled.wait())
        besides = (_tell(plan, worker), _forget(app), _put_away(plan, running))
        tasks = [stopping, *map(asyncio.create_task, besides)]
        await asyncio.wait([working, stopping], return_when=asyncio.FIRST_COMPLETED)
        # Whether a signal came or the database went away: what runs is to end, and is waited for.
        worker.stop()
        while not working.done() or running.is_busy:
            running.end()
            await (asyncio.sleep(0.1) if working.done() else asyncio.wait([working], timeout=1))
        for task in tasks:
            task.cancel()
        await working
    if not signalled.is_set():
        raise DatabaseUnavailable("the database went away")
    return ExitCode.INTERRUPTED if running.was_interrupted else ExitCode.COMPLETE


async def _forget(app: App) -> None:
    while True:
        # Where the database went away, the worker itself hears of it.
        with suppress(exceptions.ConnectorException):
            await job_queue.forget_the_dead(app)
        await asyncio.sleep(job_queue.STALLED)


async def _put_away(plan: job_queue.WorkerPlan, running: _Running) -> None:
    while True:
        for outlet in await asyncio.to_thread(plan.left):
            # Where no process can be started now, the next look may.
            with suppress(OSError):
                if not running.is_ending:
                    await running.run_aside("snapshots", "move", "--outlet", outlet)
        await asyncio.sleep(_PUT_AWAY)


async def _tell(plan: job_queue.WorkerPlan, worker: Any) -> None:
    """Hold a session whose name says which worker this is: it ends with the process."""
    while worker.worker_id is None:
        await asyncio.sleep(0.1)
    queues = ",".join(plan.queues)
    name = _session_name(worker.worker_id, platform.node(), queues)
    connection: psycopg.AsyncConnection[Any]
    with suppress(psycopg.OperationalError):
        async with await psycopg.AsyncConnection.connect(plan.url, autocommit=True) as connection:
            await connection.execute("SELECT set_config('application_name', %s, false)", [name])
            await asyncio.Event().wait()


def _session_name(worker: int, machine: str, queues: str) -> str:
    """What ``newscrawl workers`` reads: of a long machine's name, the begin."""
    before, behind = f"newscrawl worker {worker} ", f":{os.getpid()} {queues}"
    room = _LONGEST_NAME - len(before) - len(behind)
    return f"{before}{_NO_NAME.sub('-', machine)[:room]}{behind}"
