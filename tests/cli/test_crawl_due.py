"""Crawls that are due, as cron starts them: which, how often, what is said, and with what code."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from newscrawl import urls
from newscrawl.archive.database.outlet_lock import OutletLock
from newscrawl.archive.frontier import host_blocks as hosts
from newscrawl.cli.crawl_processes import Started, crawl_all, worst
from tests.cli.inside import newscrawl_inside
from tests.cli.runner import Program, started
from tests.conftest import MakeDatabase
from tests.crawl.runner import Crawls, wait_until
from tests.rows import every_row
from tests.site.example import ExampleSite, SiteServer, serve


@every_row(
    ("codes", "code"),
    [
        ([], 0),
        ([0, 0], 0),
        ([0, 75], 0),
        ([75], 0),
        ([6, 0], 6),
        ([6, 3], 3),
        ([3, 7], 7),
        ([7, 2], 2),
        ([2, 1], 1),
        ([1, 11], 11),
        ([11, 5, 75], 5),
        ([5, 4, 0], 4),
        ([-9, 3], 1),
        ([99, 7], 1),
    ],
)
def test_one_code_is_the_worst_of_all(codes: list[int], code: int) -> None:
    assert worst(codes) == code


class Fakes:
    """Small processes in place of crawls: what is asked is how they are started and ended."""

    def __init__(self, script: str) -> None:
        self.script, self.at_once, self.most = script, 0, 0

    def start(self, outlet: str) -> Started:
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        process = subprocess.Popen([sys.executable, "-c", self.script, outlet])
        return Started(outlet=outlet, process=process, began=time.monotonic(), close=self.close)

    def close(self) -> None:
        self.at_once -= 1


def test_so_many_run_at_a_time_and_each_ends_with_its_own_code() -> None:
    fakes = Fakes("import sys, time; time.sleep(0.2); sys.exit(int(sys.argv[1]))")

    ended = list(crawl_all(["0", "3", "7", "5"], 2, fakes.start))

    assert sorted((one.outlet, one.code) for one in ended) == [(n, int(n)) for n in "0357"]
    assert (fakes.most, fakes.at_once) == (2, 0)


def test_what_is_not_started_after_all_has_no_end() -> None:
    ended = list(crawl_all(["a", "b"], 1, lambda outlet: None))

    assert ended == []


def test_an_error_of_ours_waits_for_what_runs() -> None:
    fakes = Fakes("import time; time.sleep(0.3)")

    def start(outlet: str) -> Started:
        if outlet == "b":
            raise RuntimeError
        return fakes.start(outlet)

    with pytest.raises(RuntimeError):
        list(crawl_all(["a", "b"], 2, start))

    assert fakes.at_once == 0


NAME, IN_RUSSIAN, ELSEWHERE = "moscow_times", "moscow_times_ru", "taz"


@dataclass(slots=True)
class Due:
    """An archive, and `crawl-due` into it from the example site."""

    crawls: Crawls
    server: SiteServer

    @property
    def passed(self) -> list[str]:
        return ["--", "-a", f"mirror={self.server.url}", "-s", "DOWNLOAD_DELAY=0"]

    def run(self, now: str, *args: str) -> "subprocess.CompletedProcess[str]":
        self.crawls.now = now
        return newscrawl_inside("crawl-due", *args, *self.passed, **self.crawls.environ)

    def crawled(self, now: str, *args: str) -> dict[str, Any]:
        """What was crawled, by outlet."""
        done = self.run(now, "--json", *args)
        assert (done.returncode, done.stderr) == (0, "")
        return {one["outlet"]: one for one in json.loads(done.stdout)}

    def started(self, now: str, *names: str) -> AbstractContextManager[Program]:
        self.crawls.now = now
        return started("crawl-due", *names, *self.passed, **self.crawls.environ)

    @contextmanager
    def session(self, now: str) -> Iterator[Session]:
        self.crawls.now = now
        engine = create_engine(self.crawls.environ["NEWSCRAWL_DATABASE_URL"])
        with Session(engine) as session, session.begin():
            yield session
        engine.dispose()

    def count(self) -> int:
        return self.crawls.count("SELECT count(*) FROM crawl")


@pytest.fixture(scope="module")
def due(make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Due]:
    """An archive that knows one outlet, crawled at noon of the 12th for the first time."""
    with serve(ExampleSite()) as server:
        crawls = Crawls(tmp_path_factory.mktemp("home"), make_database.with_schema(), server.url)
        due = Due(crawls, server)
        first = due.crawled("2026-10-12T12:00:00Z", NAME)
        assert first[NAME]["new"] > 10
        yield due


def test_a_new_outlet_is_asked_again_after_an_hour_and_not_before(due: Due) -> None:
    at_once = due.run("2026-10-12T12:00:00Z")

    assert (at_once.returncode, at_once.stderr) == (0, "")
    assert at_once.stdout == f"nothing is due; next: {NAME} at 2026-10-12 13:00\n"
    assert due.count() == 1


def test_a_dry_run_says_what_is_due_and_why_and_crawls_nothing(due: Due) -> None:
    later = "2026-10-12T15:00:00Z"
    [told] = json.loads(due.run(later, "--dry-run", "--json").stdout)

    assert (told["outlet"], told["is_due"], told["exit_code"]) == (NAME, True, 0)
    assert told["interval_seconds"] == 3600
    assert due.count() == 1


def test_a_host_that_wants_no_requests_is_not_due(due: Due) -> None:
    later = "2026-10-12T15:00:00Z"
    with due.session(later) as session:
        hosts.block(session, urls.host_of(due.server.url), 3600.0, "http_429")

    [told] = json.loads(due.run(later, "--dry-run", "--json").stdout)
    with due.session(later) as session:
        session.execute(text("DELETE FROM host"))

    assert (told["is_due"], told["why"]) == (False, "its host asked for a pause")


def test_an_outlet_that_is_crawled_already_is_no_error(due: Due) -> None:
    with OutletLock(due.crawls.database_url, NAME):
        done = due.crawled("2026-10-13T12:00:00Z")

    assert done[NAME]["exit_code"] == 75
    assert done[NAME]["new"] is None


def test_two_at_once_crawl_an_outlet_once(due: Due) -> None:
    before, now = due.count(), "2026-10-14T12:00:00Z"
    with due.started(now) as one, due.started(now) as other:
        ended = [each.communicate(timeout=120) for each in (one, other)]

    assert [one.returncode, other.returncode] == [0, 0]
    assert [stderr for _, stderr in ended] == ["", ""]
    assert due.count() == before + 1


def test_a_signal_is_handed_on_and_the_crawl_ends_cleanly(due: Due) -> None:
    before = due.count()
    due.server.override("/rss/news", delay=20)
    try:
        with due.started("2026-10-16T12:00:00Z") as process:
            wait_until(lambda: due.count() > before)
            time.sleep(0.5)
            process.send_signal(signal.SIGTERM)
            _, stderr = process.communicate(timeout=60)
    finally:
        due.server.heal("/rss/news")

    assert process.returncode == 11
    assert stderr.startswith(f"newscrawl: {NAME} ended with 11 (interrupted): ")
    assert due.crawls.last_crawl()["exit_code"] == 11
    due.crawls.assert_adds_up()


def test_a_crawl_that_fails_is_told_with_its_log_and_left_alone_longer(due: Due) -> None:
    due.server.override("/robots.txt", status=404)
    for path in sorted({one.path for one in due.server.requests if "-a9" not in one.path}):
        due.server.override(path, status=503)

    done = due.run("2026-10-18T12:00:00Z")
    [told] = json.loads(due.run("2026-10-18T12:00:00Z", "--dry-run", "--json").stdout)

    log = due.crawls.home / "log" / f"{NAME}.log"
    assert done.returncode == 3
    assert done.stderr == (
        f"newscrawl: {NAME} ended with 3 (no source answered, or many pages failed): {log}\n"
    )
    assert "source did not answer" in log.read_text()
    assert (told["is_due"], told["why"]) == (False, "failed 1 in a row")


@pytest.fixture
def empty(make_database: MakeDatabase, tmp_path: Path) -> Iterator[Due]:
    """An archive that knows nothing yet."""
    url = make_database.with_schema()
    with serve(ExampleSite()) as server:
        yield Due(Crawls(tmp_path, url, server.url), server)


def test_of_several_each_has_a_process_a_log_and_a_code_of_its_own(empty: Due) -> None:
    done = empty.run("2026-10-15T12:00:00Z", "--json", NAME, ELSEWHERE)

    codes = {one["outlet"]: one["exit_code"] for one in json.loads(done.stdout)}
    told = {name: (empty.crawls.home / "log" / f"{name}.log").read_text() for name in codes}
    # The site has none of the other's sources.
    assert (codes, done.returncode) == ({NAME: 0, ELSEWHERE: 3}, 3)
    assert "source did not answer" in told[ELSEWHERE]
    assert "source did not answer" not in told[NAME]
    assert empty.crawls.count("SELECT count(*) FROM crawl WHERE exit_code = 0") == 1


def test_a_signal_is_handed_on_to_several_and_all_end_cleanly(empty: Due) -> None:
    empty.server.override("/rss/news", delay=20)
    with empty.started("2026-10-15T12:00:00Z", NAME, IN_RUSSIAN) as process:
        wait_until(lambda: empty.count() == 2)
        time.sleep(0.5)
        process.send_signal(signal.SIGTERM)
        _, stderr = process.communicate(timeout=60)

    assert process.returncode == 11
    assert sorted(stderr.splitlines()) == [
        f"newscrawl: {name} ended with 11 (interrupted): {empty.crawls.home}/log/{name}.log"
        for name in (NAME, IN_RUSSIAN)
    ]
    assert empty.crawls.count("SELECT count(*) FROM crawl WHERE exit_code = 11") == 2


def test_outlets_that_nobody_describes_any_more_are_no_success(
    database_url: str, tmp_path: Path
) -> None:
    environ = {"NEWSCRAWL_HOME": str(tmp_path), "NEWSCRAWL_DATABASE_URL": database_url}
    empty = newscrawl_inside("crawl-due", **environ)
    engine = create_engine(database_url)
    with Session(engine) as session, session.begin():
        row = "INSERT INTO outlet (name, title, language, home) VALUES ('gone', 'G', 'en', 'h')"
        session.execute(text(row))
        session.execute(text("INSERT INTO crawl (outlet, started_at) VALUES ('gone', now())"))
    engine.dispose()

    done = newscrawl_inside("crawl-due", **environ)

    assert (empty.returncode, empty.stdout) == (done.returncode, done.stdout) == (1, "")
    assert "the archive is empty: run newscrawl crawl OUTLET" in empty.stderr
    assert (
        done.stderr
        == "newscrawl: there is no outlet file for gone any more: see newscrawl outlets\n"
    )


def test_an_outlet_whose_file_is_wrong_is_named_and_the_others_are_crawled(
    due: Due, tmp_path: Path
) -> None:
    (tmp_path / "herald.py").write_text("OUTLET = (\n")
    due.crawls.now = "2026-10-30T12:00:00Z"
    environ = {**due.crawls.environ, "NEWSCRAWL_OUTLETS": str(tmp_path)}

    done = newscrawl_inside("crawl-due", "--json", "herald", NAME, *due.passed, **environ)

    shown = newscrawl_inside("crawl-due", "--dry-run", "--json", "herald", NAME, **environ)

    for each in (done, shown):
        assert [one["outlet"] for one in json.loads(each.stdout)] == [NAME]
        assert each.returncode == 2
        assert "newscrawl: herald is not crawled: " in each.stderr


def test_what_crawls_are_forked_from_is_ready_and_looked_at_for_garbage_no_more() -> None:
    """Each crawl would look through it again, and own a copy of it by that."""
    told = subprocess.run(
        [sys.executable, "-c", _READY], check=True, capture_output=True, text=True
    )
    kept, looked_at, compiled = map(int, told.stdout.split())

    assert kept > 100_000 > 100 * looked_at
    assert compiled > 500


_READY = """
import gc, newscrawl.cli.preload_crawl
from newscrawl.boilerplate.rules.prefilter import _fit
print(gc.get_freeze_count(), len(gc.get_objects()), _fit.cache_info().currsize)
"""
