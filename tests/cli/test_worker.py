"""Workers share an archive: each outlet is crawled once, what a killed one did is done again."""

import asyncio
import json
import logging
import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from newscrawl.archive.database.backup import libpq_url
from newscrawl.archive.database.engine import connect
from newscrawl.archive.database.outlet_lock import OutletLock
from newscrawl.config import Config
from newscrawl.errors import Busy
from tests.cli.runner import Program, newscrawl, started
from tests.conftest import MakeDatabase
from tests.crawl.runner import Crawls, wait_until
from tests.site.example import ExampleSite, SiteServer, serve
from tests.site.story_files import english_stories

pytest.importorskip("procrastinate", reason="workers need Procrastinate")
from procrastinate.periodic import PeriodicDeferrer

from newscrawl.cli.worker import _left
from newscrawl.workers import worker_run
from newscrawl.workers.job_queue import Status, WorkerPlan, make_app, require_queue

_STORIES = tuple(story for story in english_stories() if story.listed)[:3]
_NAME = "moscow_times"
_SESSIONS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND {}"


@dataclass(slots=True)
class Workers:
    """An archive of one outlet, and machines with homes of their own."""

    crawls: Crawls
    server: SiteServer
    homes: Path

    def started(self, machine: str, now: str, *args: str) -> AbstractContextManager[Program]:
        self.crawls.now = now
        passed = ["--", "-a", f"mirror={self.server.url}", "-s", "DOWNLOAD_DELAY=0"]
        environ = {**self.crawls.environ, "NEWSCRAWL_HOME": str(self.homes / machine)}
        return started("worker", *args, *passed, **environ)

    def told(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(
            newscrawl("workers", "--json", **self.crawls.environ).stdout
        )
        return found

    def busy(self) -> list[dict[str, Any]]:
        return [one for one in self.told() if one["job"] == "crawl"]

    def at_work(self) -> list[dict[str, Any]]:
        """On anything: in some minutes of an hour, that is health."""
        return [one for one in self.told() if one["job"]]

    def count(self) -> int:
        return self.crawls.count("SELECT count(*) FROM crawl")

    def is_done(self, crawls: int) -> bool:
        return self.crawls.count("SELECT count(*) FROM crawl WHERE exit_code = 0") >= crawls

    def is_locked(self) -> bool:
        try:
            with OutletLock(self.crawls.database_url, _NAME):
                return False
        except Busy:
            return True


@pytest.fixture(scope="module")
def workers(
    make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workers]:
    """Crawled at noon of the 12th for the first time."""
    with serve(ExampleSite(_STORIES)) as server:
        crawls = Crawls(tmp_path_factory.mktemp("home"), make_database.with_schema(), server.url)
        assert crawls.run().code == 0
        yield Workers(crawls, server, tmp_path_factory.mktemp("homes"))


def _end(process: Program) -> tuple[int, str]:
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    return process.returncode, said


def test_two_workers_and_cron_crawl_an_outlet_once(workers: Workers) -> None:
    now = "2026-10-13T12:00:00Z"
    with workers.started("a", now) as a, workers.started("b", now) as b:
        wait_until(lambda: len({one["place"] for one in workers.told()} - {None}) == 2)
        cron = newscrawl(
            *("crawl-due", "--", "-a", f"mirror={workers.server.url}", "-s", "DOWNLOAD_DELAY=0"),
            **workers.crawls.environ,
        )
        wait_until(lambda: workers.is_done(2) and not workers.at_work())
        listed = workers.told()
        ended = [_end(each) for each in (a, b)]

    assert cron.returncode == 0, cron.stderr
    assert workers.count() == 2
    assert {one["queues"] for one in listed} == {"crawl,learn"}
    assert ended == [(0, ""), (0, "")]
    assert workers.told() == [], "who ended is no worker any more"
    workers.crawls.assert_adds_up()


def test_a_killed_worker_leaves_nothing_locked_and_its_outlet_is_taken_again(
    workers: Workers,
) -> None:
    before = workers.count()
    workers.server.override("/rss/news", delay=60)
    with workers.started("a", "2026-10-14T12:00:00Z") as killed:
        wait_until(lambda: workers.count() > before)
        [busy] = workers.busy()
        killed.kill()
        killed.wait()
        wait_until(lambda: not workers.is_locked(), 120)
    workers.server.heal("/rss/news")
    [left] = workers.told()
    # As it is half a minute later.
    workers.crawls.change(
        "UPDATE newscrawl_workers.procrastinate_workers SET last_heartbeat = now() - interval '1 h'"
    )
    with workers.started("b", "2026-10-14T18:00:00Z") as other:
        wait_until(lambda: workers.is_done(before + 1) and not workers.at_work(), 180)
        ended = _end(other)

    assert busy["outlet"] == _NAME
    assert (left["place"], left["outlet"]) == (None, _NAME)
    assert ended == (0, "")
    codes = workers.crawls.ask("SELECT exit_code FROM crawl ORDER BY id DESC LIMIT 2")
    assert [row.exit_code for row in codes] == [0, 11]
    workers.crawls.assert_adds_up()


def test_what_a_killed_worker_held_is_freed_where_nobody_looks_for_due_outlets(
    workers: Workers, tmp_path: Path
) -> None:
    """Of jobs that learn and read again: a worker of these queues alone takes the next ones.

    What its crawls left on this machine's disk goes to object storage, to where others read it.
    """
    file = workers.homes / "a" / "warc" / "herald" / "left.warc.gz"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"a page")
    os.utime(file, (0, 0))
    workers.crawls.variables = {"NEWSCRAWL_SNAPSHOTS": f"file://{tmp_path}"}
    require_queue(libpq_url(workers.crawls.database_url))
    workers.crawls.change(
        "SET LOCAL search_path = newscrawl_workers;"
        " WITH dead AS (INSERT INTO procrastinate_workers (last_heartbeat)"
        " VALUES (now() - interval '1 hour') RETURNING id)"
        " INSERT INTO procrastinate_jobs"
        " (queue_name, task_name, lock, status, args, worker_id)"
        " SELECT name, name, name, cast(status AS"
        " procrastinate_job_status), '{\"timestamp\": 0}',"
        " CASE status WHEN 'doing' THEN dead.id END"
        " FROM dead, (VALUES ('doing'), ('todo')) AS job (status),"
        " (VALUES ('learn'), ('replay')) AS task (name)"
    )
    left = "SELECT count(*) FROM newscrawl_workers.procrastinate_jobs WHERE queue_name <> 'crawl'"
    with workers.started("a", "2026-10-17T12:00:00Z", "--queue", "learn,replay") as process:
        wait_until(lambda: workers.crawls.count(left) == 0 and not file.exists(), 180)
        ended = _end(process)
    workers.crawls.variables = {}

    assert ended == (0, "")
    assert (tmp_path / "warc" / "herald" / file.name).read_bytes() == b"a page"


def test_what_a_killed_worker_reads_again_and_looks_after_ends_with_it(workers: Workers) -> None:
    """In the midst of their work: they wait for a table that is not let go before they are gone."""
    url = workers.crawls.database_url
    patient = "options=-clock_timeout%3D0%20-cstatement_timeout%3D0"
    workers.crawls.variables = {
        "NEWSCRAWL_DATABASE_URL": f"{url}{'&' if '?' in url else '?'}{patient}"
    }
    with workers.started("a", "2026-10-18T12:00:00Z", "--queue", "learn,replay") as killed:
        workers.crawls.variables = {}
        begun = _SESSIONS.format("application_name LIKE 'newscrawl worker % learn,replay'")
        wait_until(lambda: workers.crawls.count(begun) == 1)
        with connect(url, idle_in_transaction_session_timeout="0").begin() as holding:
            holding.execute(text("LOCK TABLE outlet, crawl, article IN ACCESS EXCLUSIVE MODE"))
            workers.crawls.change(
                "SET LOCAL search_path = newscrawl_workers;"
                " INSERT INTO procrastinate_jobs (queue_name, task_name, args)"
                " VALUES ('learn', 'health', '{\"timestamp\": 0}'),"
                " ('replay', 'replay', '{\"timestamp\": 0}')"
            )
            waiting = _SESSIONS.format("wait_event_type = 'Lock'")
            wait_until(lambda: workers.crawls.count(waiting) >= 2, 120)
            jobs = _children(killed.pid)
            killed.kill()
            wait_until(lambda: not any(map(_is_alive, jobs)), 30)

    assert len(jobs) == 2


def _children(parent: int) -> list[int]:
    folders = Path("/proc").glob("[0-9]*")
    return [int(one.name) for one in folders if _stat(int(one.name))[1:2] == [str(parent)]]


def _is_alive(pid: int) -> bool:
    return _stat(pid)[:1] not in ([], ["Z"])


def _stat(pid: int) -> list[str]:
    """State, parent and so on; nothing of one that is no more."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


@pytest.mark.parametrize("machine", ["herald", "a" * 64, "редакция-" * 9])
def test_a_sessions_name_tells_all_of_a_worker_on_any_machine(machine: str) -> None:
    name = worker_run._session_name(2**31, machine, "crawl,learn,replay")

    assert len(name.encode()) <= 63
    assert re.fullmatch(rf"newscrawl worker {2**31} [!-~]+:{os.getpid()} crawl,learn,replay", name)


def test_what_a_library_complains_of_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    loggers = [logging.getLogger(name) for name in ("procrastinate", "psycopg")]
    before = [(one, one.handlers, one.propagate) for one in loggers]
    worker_run._listen_to_libraries()
    try:
        raise ValueError("away")
    except ValueError:
        logging.getLogger("procrastinate.manager").exception("listener error: (\n  Database.\n)")
    finally:
        for one, handlers, propagates in before:
            one.handlers, one.propagate = handlers, propagates

    assert capsys.readouterr().err == "newscrawl: worker: listener error: ( Database. )\n"


def test_a_worker_that_may_not_see_what_crawls_left_says_so_and_looks_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It goes on with what else it does: an error here would be heard by nobody."""
    (tmp_path / "warc").write_text("no folder")
    config = Config(home=tmp_path, snapshots=f"file://{tmp_path}")

    assert [_left(config, "postgresql://"), _left(config, "postgresql://")] == [[], []]
    [line, again] = capsys.readouterr().err.splitlines()
    assert line == again
    assert line.startswith(f"newscrawl: worker: {tmp_path}/warc")


def test_what_an_outlet_that_is_crawled_has_on_the_disk_is_not_left(
    workers: Workers, tmp_path: Path
) -> None:
    """A crawl that meets nothing new writes nothing for minutes."""
    for outlet in (_NAME, "herald"):
        file = tmp_path / "warc" / outlet / "a.warc.gz"
        file.parent.mkdir(parents=True)
        file.touch()
        os.utime(file, (0, 0))
    config, url = (
        Config(home=tmp_path, snapshots=f"file://{tmp_path}/store"),
        workers.crawls.database_url,
    )
    with OutletLock(url, _NAME):
        assert _left(config, url) == ["herald"]

    assert _left(config, url) == ["herald", _NAME]


def test_to_stop_putting_files_away_interrupts_nothing() -> None:
    async def ended(run: str) -> tuple[bool, bool]:
        running = worker_run._Running([sys.executable, "-c"], {})
        begun = asyncio.create_task(getattr(running, run)("import time; time.sleep(60)"))
        while not running.is_busy:
            await asyncio.sleep(0.01)
        running.end()
        await begun
        return running.was_interrupted, running.is_busy

    assert asyncio.run(ended("run")) == (True, False)
    assert asyncio.run(ended("run_aside")) == (False, False)


def test_a_turn_that_nobody_took_is_made_up_for_once(make_database: MakeDatabase) -> None:
    """Whenever within its day a worker begins, and however many do."""
    url = libpq_url(make_database.with_schema())
    require_queue(url)
    plan = WorkerPlan(
        **{"url": url, "queues": (), "jobs": 1, "command": (), "environ": {}, "passed": ()},
        **{"due": list, "is_telling": False, "left": list},
    )

    async def deferred(at: float) -> list[str]:
        app = make_app(plan, asyncio.sleep)
        async with app.open_async():
            deferrer = PeriodicDeferrer(app.periodic_registry, **app.periodic_defaults)
            await deferrer.defer_jobs(deferrer.get_previous_tasks(at))
            jobs = list(await app.job_manager.list_jobs_async())
            for job in jobs:
                await app.job_manager.finish_job_by_id_async(job.id, Status.FAILED, True)
        return sorted(job.task_name for job in jobs)

    noon = datetime(2030, 1, 1, 12, tzinfo=UTC).timestamp()
    taken = [asyncio.run(deferred(at)) for at in (noon + 5, noon + 50, noon + 3605)]
    assert taken == [["find-due", "health", "learn", "replay"], [], ["find-due", "health"]]


def test_a_signal_ends_a_worker_and_what_it_does(workers: Workers) -> None:
    before = workers.count()
    workers.server.override("/rss/news", delay=60)
    try:
        with workers.started("a", "2026-10-16T12:00:00Z") as process:
            wait_until(lambda: workers.count() > before)
            time.sleep(0.5)
            code, said = _end(process)
    finally:
        workers.server.heal("/rss/news")

    assert code == 11
    assert said.startswith(f"newscrawl: {_NAME} ended with 11 (interrupted): "), said
    assert not workers.is_locked()


def test_a_missing_library_is_one_line_with_the_remedy(
    tmp_path: Path,
) -> None:
    (tmp_path / "procrastinate.py").write_text("raise ModuleNotFoundError('procrastinate')")
    done = newscrawl("worker", NEWSCRAWL_HOME=str(tmp_path), PYTHONPATH=str(tmp_path))

    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "pip install 'newscrawl[workers]'" in done.stderr
