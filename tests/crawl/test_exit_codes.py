"""What ``scrapy crawl`` exits with, one subprocess for each way to end."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.archive.embedded import Server
from newscrawl.archive.pg_postmaster import read_postmaster
from newscrawl.site import ExampleSite, SiteServer
from tests.crawl.runner import Crawls, articles_asked, paths, scrapy, wait_until

#: Slow enough to be hit in its middle.
_SLOW = {"DOWNLOAD_DELAY": "0.1", "DOWNLOAD_DELAY_JITTER": "0", "AUTOTHROTTLE_ENABLED": "0"}
_LONG_PAUSE = {"Retry-After": "7200"}
_CHALLENGE = "<html><head><title>Just a moment...</title></head><body></body></html>"


class BrokenPipeline:
    """A pipeline with a fault of ours in it, for the crawls that load it."""

    def process_item(self, item: object) -> object:
        raise RuntimeError("a fault of ours")


@pytest.fixture
def few(site: ExampleSite, server: SiteServer) -> Iterator[tuple[str, ...]]:
    """URLs of seven articles."""
    return tuple(site.truth(story.key)["url"] for story in site.stories[:7])


def test_a_crawl_is_complete_and_so_is_a_quiet_one_after_it(crawls: Crawls) -> None:
    for _ in range(2):
        ended = crawls.run()
        assert (ended.code, ended.stdout, ended.stderr) == (0, "", "")
    assert crawls.last_crawl()["finish_reason"] == "finished"


def test_a_limit_of_scrapys_that_was_reached_is_complete(crawls: Crawls) -> None:
    assert crawls.run(CLOSESPIDER_ITEMCOUNT="3", NEWSCRAWL_LEASE="4").code == 0
    assert len(crawls.keys()) >= 3
    assert crawls.ledger()["waiting"] > 0
    assert crawls.count("SELECT count(*) FROM link WHERE lease IS NOT NULL") == 0
    crawls.assert_adds_up()


@pytest.mark.parametrize(
    "arguments",
    [
        ("crawl", "no_such_outlet"),
        ("crawl", "moscow_times", "-a", "since=31.03.2026"),
        ("crawl", "moscow_times", "-a", "since=2026-03-02", "-a", "until=2026-03-01"),
        ("crawl", "moscow_times", "-a", "sinse=2026-03-02"),
        ("crawl", "moscow_times", "-a", "mirror=127.0.0.1:80"),
        ("crawl", "moscow_times", "-a", "mirror="),
        ("crawl", "moscow_times", "-a", "urls=https://www.example.org/a"),
        ("crawl", "moscow_times", "-a", "urls=/no/such/file"),
        ("crawl", "moscow_times", "-s", "DOWNLOAD_HANDLERS={}"),
        ("crawl", "moscow_times", "-s", "DOWNLOAD_DELAY=soon"),
    ],
)
def test_a_mistake_of_the_user_is_one_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    if arguments[-1] == "DOWNLOAD_HANDLERS={}":
        stock = "scrapy.core.downloader.handlers.http11.HTTP11DownloadHandler"
        arguments = (*arguments[:-1], f'DOWNLOAD_HANDLERS={{"https": "{stock}"}}')
    environ = {
        "NEWSCRAWL_HOME": str(tmp_path),
        "NEWSCRAWL_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing",
    }
    _assert_one_line(arguments, environ)


def test_a_database_that_is_no_postgres_is_one_line(tmp_path: Path) -> None:
    environ = {
        "NEWSCRAWL_HOME": str(tmp_path),
        "NEWSCRAWL_DATABASE_URL": "mysql://root@127.0.0.1/archive",
    }
    _assert_one_line(("crawl", "moscow_times"), environ)


def _assert_one_line(arguments: tuple[str, ...], environ: dict[str, str]) -> None:
    with scrapy(*arguments, environ=environ) as process:
        stdout, stderr = process.communicate(timeout=60)
    assert (process.returncode, stdout, len(stderr.splitlines())) == (2, "", 1), stderr


def test_without_a_database_nothing_is_asked_of_the_outlet(
    crawls: Crawls, server: SiteServer
) -> None:
    crawls.database_url = "postgresql://nobody@127.0.0.1:1/nothing"

    ended = crawls.run(NEWSCRAWL_DB_WAIT="1")

    assert (ended.code, ended.stdout, len(ended.complaints)) == (4, "", 1), ended.stderr
    assert "does not answer" in ended.stderr
    assert server.requests == ()


def test_a_database_that_does_not_come_back_ends_the_crawl(
    crawls: Crawls, server: SiteServer, tmp_path: Path
) -> None:
    with Server(tmp_path / "own") as url:
        crawls.database_url = url
        with crawls.started(**_SLOW, NEWSCRAWL_DB_PATIENCE="2") as process:
            wait_until(lambda: len(articles_asked(server.requests)) > 2)
            _kill_postgres(tmp_path / "own")
            _, stderr = process.communicate(timeout=60)
    assert process.returncode == 4, stderr
    assert "Traceback" not in stderr


def _kill_postgres(home: Path) -> None:
    (data,) = home.glob("postgres/*/data")
    postmaster = read_postmaster(data)
    assert postmaster is not None
    os.kill(postmaster.pid, signal.SIGKILL)


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of 100 kB."""
    folder = tmp_path / "small"
    folder.mkdir()
    options = ["-t", "tmpfs", "-o", "size=100k", "tmpfs"]
    if shutil.which("mount") is None or subprocess.run(["mount", *options, folder]).returncode:
        pytest.skip("this account may not mount a small disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_ends_the_crawl_and_the_next_one_goes_on(
    crawls: Crawls, full_disk: Path, tmp_path: Path
) -> None:
    crawls.home = full_disk
    ended = crawls.run()
    assert ended.code == 5, ended.stderr
    assert "Traceback" not in ended.stderr
    assert crawls.last_crawl()["exit_code"] == 5
    assert crawls.ledger()["waiting"] > 0
    crawls.assert_adds_up()

    crawls.home = tmp_path / "roomy"
    assert crawls.run().code == 0
    assert "waiting" not in crawls.ledger()


def test_a_long_retry_after_is_obeyed_by_the_next_run_too(
    crawls: Crawls, server: SiteServer, few: tuple[str, ...], site: ExampleSite
) -> None:
    server.override(site.stories[2].path, status=429, headers=_LONG_PAUSE)
    assert crawls.run("-a", f"urls={','.join(few)}").code == 7
    server.forget_requests()
    server.heal(site.stories[2].path)

    again = crawls.run()

    assert (again.code, server.requests) == (7, ())
    assert len(again.complaints) == 1
    assert crawls.count("SELECT count(*) FROM host WHERE blocked_until > archive_now()") == 1


def test_a_feed_that_says_429_ends_the_crawl_as_blocked(crawls: Crawls, server: SiteServer) -> None:
    server.override("/rss/opinion", status=429, headers=_LONG_PAUSE)
    ended = crawls.run()
    assert ended.code == 7
    assert "Traceback" not in ended.stderr
    assert paths(server.requests)[-1] == "/rss/opinion"


def test_challenges_are_no_articles(
    crawls: Crawls, server: SiteServer, few: tuple[str, ...], site: ExampleSite
) -> None:
    for story in site.stories[:7]:
        server.override(story.path, body=_CHALLENGE)
    assert crawls.run("-a", f"urls={','.join(few)}").code == 7
    assert crawls.ledger() == {"blocked": 7}


def test_an_outlet_none_of_whose_sources_answers_is_incomplete(
    crawls: Crawls, server: SiteServer
) -> None:
    server.close()
    ended = crawls.run(RETRY_ENABLED="0")
    assert ended.code == 3
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("dead", "of", "code"),
    [(5, 7, 3), (4, 7, 0)],
    ids=["five of seven", "four of seven"],
)
def test_many_failed_pages_make_a_crawl_incomplete(
    crawls: Crawls,
    server: SiteServer,
    site: ExampleSite,
    few: tuple[str, ...],
    dead: int,
    of: int,
    code: int,
) -> None:
    for story in site.stories[:dead]:
        server.override(story.path, status=500)
    assert crawls.run("-a", f"urls={','.join(few)}", RETRY_ENABLED="0").code == code
    assert crawls.ledger() == {"failed": dead, "stored": of - dead}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_an_interrupted_crawl_is_finished_by_the_next(
    crawls: Crawls, server: SiteServer, site: ExampleSite, number: signal.Signals
) -> None:
    urls = ",".join(site.truth(story.key)["url"] for story in site.stories[:30])
    with crawls.started("-a", f"urls={urls}", **_SLOW) as process:
        wait_until(lambda: len(articles_asked(server.requests)) > 2)
        process.send_signal(number)
        stdout, stderr = process.communicate(timeout=60)
    assert (process.returncode, stdout, stderr) == (11, "", "")
    assert crawls.ledger()["waiting"] > 0
    assert crawls.last_crawl()["exit_code"] == 11
    crawls.assert_adds_up()
    if number is signal.SIGTERM:
        assert crawls.run().code == 0
        assert "waiting" not in crawls.ledger()
        crawls.assert_adds_up()


def test_a_second_run_is_refused_until_the_first_is_gone(
    crawls: Crawls, server: SiteServer
) -> None:
    with crawls.started(**_SLOW) as holder:
        wait_until(lambda: len(articles_asked(server.requests)) > 0)
        second = crawls.run()
        assert (second.code, len(second.complaints)) == (75, 1)
        assert "another crawl of moscow_times is running" in second.stderr
        assert second.seconds < 15, "it is told at once, and does not wait for the lock"
        holder.kill()
        holder.wait()
        assert crawls.count("SELECT count(*) FROM link WHERE lease IS NOT NULL") > 0
        assert crawls.run(CLOSESPIDER_ITEMCOUNT="2").code == 0


def test_a_fault_of_ours_in_a_pipeline_is_no_success(crawls: Crawls, few: tuple[str, ...]) -> None:
    broken = '{"tests.crawl.test_exit_codes.BrokenPipeline": 500}'
    ended = crawls.run("-a", f"urls={few[0]}", ITEM_PIPELINES=broken)
    assert ended.code == 1
    assert "a fault of ours" in ended.stderr
    assert few[0] in ended.stderr
    assert "<html" not in ended.stderr, "the page is not for the log"
