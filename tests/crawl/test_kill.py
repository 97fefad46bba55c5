"""Nothing is lost and nothing doubled, whatever is killed, at whatever moment."""

import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newscrawl.archive.postgres.embedded_server import Server
from tests.crawl.runner import Crawls, articles_asked, wait_until
from tests.own_server import kill_postgres
from tests.site.example import ExampleSite, SiteServer

_KILLS, _SEED = 30, 20261012
#: Articles more than the example site has, so that many crawls find work.
_MORE = 300


@pytest.fixture
def site() -> ExampleSite:
    """The example site with many short articles more."""
    site = ExampleSite()
    model = site.story("93081")
    for number in range(_MORE):
        site.publish(
            replace(
                model,
                key=str(95000 + number),
                slug=f"short-story-{number}",
                headline=f"Short Story, No. {number}",
                published=f"2026-10-0{number % 9 + 1}T09:00:00+03:00",
            )
        )
    return site


def test_thirty_kills_lose_and_double_nothing(
    crawls: Crawls, site: ExampleSite, server: SiteServer
) -> None:
    dice = random.Random(_SEED)
    found = [_kill(crawls, server, dice.uniform(0.0, 1.2)) for _ in range(_KILLS)]
    # The control: most kills hit a crawl with work before it, and many hit pages under way.
    assert sum(waiting > 0 for waiting, _ in found) >= _KILLS // 2, found
    assert sum(leased > 0 for _, leased in found) >= _KILLS // 4, found

    ended = crawls.run()

    assert (ended.code, ended.stderr) == (0, "")
    _assert_complete(crawls, site)


def _kill(crawls: Crawls, server: SiteServer, seconds: float) -> tuple[int, int]:
    """Kill a crawl so long after its first request; how many links then wait, and are leased."""
    server.forget_requests()
    # Slowed, so that a fast machine leaves work for the kills that follow.
    slow = {"DOWNLOAD_DELAY": "0.02", "AUTOTHROTTLE_ENABLED": "0"}
    with crawls.started(NEWSCRAWL_LEASE="10", **slow) as process:
        wait_until(lambda: server.requests or process.poll() is not None)
        time.sleep(seconds)
        process.kill()
        process.wait()
    row = crawls.ask("SELECT count(*) FILTER (WHERE outcome = 'waiting'), count(lease) FROM link")[
        0
    ]
    return row[0], row[1]


def _assert_complete(crawls: Crawls, site: ExampleSite) -> None:
    """What is recent or listed is stored once, in one revision, which leads to its page."""
    crawls.assert_adds_up()
    assert "waiting" not in crawls.ledger()
    recent = {story.key for story in site.stories if story.published >= "2026-10-01"}
    assert len(recent) > _MORE
    assert recent - crawls.keys() == set()
    assert crawls.count("SELECT count(*) FROM articles WHERE revision_count <> 1") == 0
    assert crawls.count("SELECT count(*) FROM revision WHERE snapshot_id IS NULL") == 0


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[str]:
    """A server that a test may kill."""
    with Server(tmp_path / "own") as url:
        yield url


def test_a_killed_database_loses_nothing_when_it_comes_back(
    crawls: Crawls, site: ExampleSite, server: SiteServer, own_server: str, tmp_path: Path
) -> None:
    crawls.database_url = own_server
    with crawls.started(DOWNLOAD_DELAY="0.02", AUTOTHROTTLE_ENABLED="0") as process:
        for pages in (20, 60):
            wait_until(lambda pages=pages: len(articles_asked(server.requests)) > pages)
            kill_postgres(tmp_path / "own")
            time.sleep(1)
            with Server(tmp_path / "own"):
                wait_until(lambda: crawls.count("SELECT 1"))
                assert crawls.ledger()["waiting"] > 0
                stored = len(crawls.keys())
                wait_until(lambda stored=stored: len(crawls.keys()) > stored)
        with Server(tmp_path / "own"):
            _, stderr = process.communicate(timeout=120)
    assert process.returncode == 0, stderr
    assert "trying again" in stderr, "the control: the crawl has met the dead database"
    assert "Traceback" not in stderr
    _assert_complete(crawls, site)
