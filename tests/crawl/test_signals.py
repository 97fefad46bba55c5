"""A crawl ends cleanly by any signal, at any moment of its life, and the next one goes on."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from newscrawl.archive.database.engine import connect
from tests.bare_server import BareServer
from tests.crawl import third_party
from tests.crawl.runner import Crawls, articles_asked, paths, scrapy, wait_until
from tests.site.example import ExampleSite, SiteServer

_ANY = pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
#: Slow enough to be hit in its middle.
_SLOW = {"DOWNLOAD_DELAY": "0.1", "DOWNLOAD_DELAY_JITTER": "0", "AUTOTHROTTLE_ENABLED": "0"}

#: What Scrapy alone makes of it: the control.
_STOCK = """
import sys
import scrapy
from scrapy.crawler import AsyncCrawlerProcess

class Stock(scrapy.Spider):
    name = "stock"
    custom_settings = {"LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False,
                       "REMOTE_CONTROL_ENABLED": False}

    async def start(self):
        yield scrapy.Request(sys.argv[1] + "/first")
        yield scrapy.Request(sys.argv[1] + "/slow")

process = AsyncCrawlerProcess()
process.crawl(Stock)
process.start()
"""


def _mask(process: "subprocess.Popen[str]", name: str) -> int:
    """A mask of signals of a process, as the kernel has it: bit 0 is signal 1."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith(name))
    return int(line.split()[1], 16)


def _listens(process: "subprocess.Popen[str]") -> bool:
    return bool(_mask(process, "SigCgt") & 1 << signal.SIGTERM - 1)


def _end(process: "subprocess.Popen[str]", seconds: float = 60) -> tuple[int, str, str]:
    stdout, stderr = process.communicate(timeout=seconds)
    return process.returncode, stdout, stderr


def _assert_told(process: "subprocess.Popen[str]") -> None:
    """A crawl that was under way says in one line how it ended, and nothing else."""
    code, stdout, stderr = _end(process)
    [line] = stderr.splitlines()
    assert (code, stdout) == (11, "")
    assert "the crawl of moscow_times ended with 11 (interrupted): " in line


_SAID = "newscrawl: the crawl ended with 11 (interrupted)\n"
_CODE = " (exit code 11: interrupted)\n"


@pytest.fixture
def nowhere(tmp_path: Path) -> dict[str, str]:
    url = "postgresql://nobody@127.0.0.1:1/nothing"
    return {"NEWSCRAWL_HOME": str(tmp_path), "NEWSCRAWL_DATABASE_URL": url}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs the kernel's masks")
class TestAtTheVeryBeginning:
    @_ANY
    def test_a_signal_ends_a_crawl_that_has_hardly_begun(
        self, nowhere: dict[str, str], number: signal.Signals
    ) -> None:
        with _by_default(signal.SIGHUP), _from_nothing(nowhere) as process:
            wait_until(lambda: _listens(process))
            process.send_signal(number)
            assert _end(process) == (11, "", _SAID)

    def test_newscrawl_crawl_listens_before_it_has_loaded_scrapy(
        self, nowhere: dict[str, str]
    ) -> None:
        command = [sys.executable, "-m", "newscrawl.cli", "crawl", "taz"]
        with subprocess.Popen(command, env=nowhere, stderr=subprocess.PIPE, text=True) as process:
            wait_until(lambda: _listens(process))
            loaded = Path(f"/proc/{process.pid}/maps").read_text()
            process.terminate()
            assert process.wait(60) == 11
        assert "/OpenSSL/" not in loaded
        assert "/lxml/" not in loaded

    def test_what_the_caller_ignores_stays_ignored(self, nowhere: dict[str, str]) -> None:
        with _ignoring(signal.SIGHUP), _from_nothing(nowhere) as process:
            wait_until(lambda: _listens(process))
            assert _mask(process, "SigIgn") & 1 << signal.SIGHUP - 1


def _from_nothing(nowhere: dict[str, str]) -> AbstractContextManager["subprocess.Popen[str]"]:
    """A crawl that has yet to load everything."""
    return scrapy("crawl", "taz", environ=nowhere, program=subprocess.Popen)


@contextmanager
def _ignoring(number: signal.Signals) -> Iterator[None]:
    """For children that begin meanwhile, as under ``nohup``."""
    before = signal.signal(number, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(number, before)


@contextmanager
def _by_default(number: signal.Signals) -> Iterator[None]:
    """Also where these tests themselves run under ``nohup``."""
    before = signal.signal(number, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(number, before)


class _NoPostgres(BareServer):
    """Accepts connections as a server would; hangs up on them, or keeps them and says nothing."""

    def __init__(self, hangs_up: bool) -> None:
        super().__init__(socket.create_server(("127.0.0.1", 0)))
        self._hangs_up = hangs_up
        self._kept: list[socket.socket] = []
        self.url = f"postgresql://nobody@127.0.0.1:{self.port}/nothing"

    def __exit__(self, *ended: object) -> None:
        super().__exit__(*ended)
        for each in self._kept:
            each.close()

    def _serve(self, client: socket.socket) -> None:
        if self._hangs_up:
            client.close()
        else:
            self._kept.append(client)


def test_a_signal_ends_the_wait_for_a_database(nowhere: dict[str, str]) -> None:
    with _NoPostgres(hangs_up=True) as nothing:
        nowhere["NEWSCRAWL_DATABASE_URL"] = nothing.url
        with scrapy("crawl", "taz", environ=nowhere, NEWSCRAWL_DB_WAIT="120") as process:
            wait_until(lambda: nothing.connections > 1)
            process.terminate()
            assert _end(process, 15) == (11, "", _SAID)


def test_a_database_that_says_nothing_is_given_up_after_the_grace_time(
    nowhere: dict[str, str],
) -> None:
    with _NoPostgres(hangs_up=False) as nothing:
        nowhere["NEWSCRAWL_DATABASE_URL"] = nothing.url
        with scrapy("crawl", "taz", environ=nowhere, NEWSCRAWL_GRACE="0.5") as process:
            wait_until(lambda: nothing.connections)
            process.terminate()
            code, _, stderr = _end(process, 8)
    assert code == 11
    assert stderr == "newscrawl: stopped hard: what was under way did not end in 0.5 s" + _CODE


def test_a_signal_while_sources_are_read_ends_the_crawl(crawls: Crawls, server: SiteServer) -> None:
    server.override("/rss/news", delay=1.0)
    with crawls.started() as process:
        wait_until(lambda: "/robots.txt" in paths(server.requests))
        process.send_signal(signal.SIGHUP if _hears_hangups() else signal.SIGTERM)
        _assert_told(process)
    _assert_interrupted(crawls)
    assert articles_asked(server.requests) == []


def _hears_hangups() -> bool:
    return signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN


@_ANY
def test_an_interrupted_crawl_is_finished_by_the_next(
    crawls: Crawls, server: SiteServer, site: ExampleSite, number: signal.Signals
) -> None:
    urls = ",".join(site.truth(story.key)["url"] for story in site.stories[:30])
    with _by_default(signal.SIGHUP), crawls.started("-a", f"urls={urls}", **_SLOW) as process:
        wait_until(lambda: len(articles_asked(server.requests)) > 2)
        process.send_signal(number)
        _assert_told(process)
    _assert_interrupted(crawls)
    assert crawls.ledger()["waiting"] > 0
    if number is signal.SIGTERM:
        assert crawls.run().code == 0
        assert "waiting" not in crawls.ledger()
        crawls.assert_adds_up()


def test_a_signal_while_the_archive_learns_ends_the_crawl(
    crawls: Crawls, server: SiteServer, site: ExampleSite
) -> None:
    urls = ",".join(site.truth(story.key)["url"] for story in site.stories[:2])
    engine = connect(crawls.database_url)
    # Links that are named are asked for in the order of their keys, one after the other.
    last = max(site.stories[:2], key=lambda story: story.key)
    # The first waits five seconds for its company.
    server.override(last.path, delay=6.5)
    with crawls.started("-a", f"urls={urls}") as process, engine.connect() as other:
        wait_until(lambda: crawls.ledger().get("stored"))
        other.execute(text("LOCK TABLE rule IN ACCESS EXCLUSIVE MODE"))
        wait_until(lambda: crawls.ledger().get("stored") == 2)
        wait_until(lambda: crawls.count(_WAITING_FOR_LOCKS))
        process.terminate()
        # libpq does not hear of a signal before the server has answered.
        other.rollback()
        _assert_told(process)
    engine.dispose()
    _assert_interrupted(crawls)
    assert crawls.ledger()["stored"] == 2


_WAITING_FOR_LOCKS = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"


def test_a_page_that_does_not_end_is_given_up_after_the_grace_time(
    crawls: Crawls, server: SiteServer, site: ExampleSite
) -> None:
    story = site.stories[0]
    server.override(story.path, delay=15.0, times=1)
    urls = f"urls={site.truth(story.key)['url']}"
    with crawls.started("-a", urls, NEWSCRAWL_GRACE="0.5") as process:
        wait_until(lambda: crawls.count("SELECT count(*) FROM link WHERE lease IS NOT NULL"))
        wait_until(lambda: "/robots.txt" in paths(server.requests))
        process.terminate()
        code, _, stderr = _end(process)
    assert (code, len(stderr.splitlines())) == (11, 1), stderr
    assert crawls.count("SELECT count(*) FROM link WHERE lease IS NOT NULL") == 1

    assert crawls.run("-a", urls).code == 0
    assert crawls.ledger()["stored"] == 1


@_ANY
def test_a_process_that_is_frozen_in_c_is_stopped_from_outside(
    crawls: Crawls, server: SiteServer, site: ExampleSite, tmp_path: Path, number: signal.Signals
) -> None:
    crawls.outlet = "third_frozen"
    crawls.variables |= third_party.install(tmp_path, "frozen")
    story = site.stories[0]
    urls = f"urls={site.truth(story.key)['url']}"
    with _by_default(signal.SIGHUP), crawls.started("-a", urls, NEWSCRAWL_GRACE="1") as process:
        wait_until((tmp_path / "third_frozen.py.frozen").exists)
        time.sleep(0.1)
        process.send_signal(number)
        began = time.monotonic()
        assert _end(process) == (
            11,
            "",
            "newscrawl: stopped hard: what was under way did not end in 1 s" + _CODE,
        )
        assert 0.9 < time.monotonic() - began < 40, "it would count for minutes"
    assert crawls.count("SELECT count(*) FROM link WHERE lease IS NOT NULL") == 1

    if number is signal.SIGTERM:
        code = third_party.CODES["thawed"].replace("'", '"')
        crawls.variables |= third_party.install_code(tmp_path / "again", "third_frozen", code)
        assert crawls.run("-a", urls).code == 0
        assert crawls.ledger()["stored"] == 1


def test_a_second_ctrl_c_does_not_wait(
    crawls: Crawls, server: SiteServer, site: ExampleSite
) -> None:
    story = site.stories[0]
    server.override(story.path, delay=60.0, times=1)
    with crawls.started("-a", f"urls={site.truth(story.key)['url']}") as process:
        wait_until(lambda: "/robots.txt" in paths(server.requests))
        process.send_signal(signal.SIGINT)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)
        process.send_signal(signal.SIGINT)
        assert _end(process, 40) == (11, "", _SAID)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGHUP, -1)])
def test_scrapy_alone_takes_a_signal_for_success_or_dies_of_it(
    server: SiteServer, number: signal.Signals, code: int
) -> None:
    server.override("/slow", delay=1.5)
    command = [sys.executable, "-c", _STOCK, server.url]
    with _by_default(signal.SIGHUP), subprocess.Popen(command) as process:
        wait_until(lambda: "/first" in paths(server.requests))
        process.send_signal(number)
        assert process.wait(60) == code


def _assert_interrupted(crawls: Crawls) -> None:
    row = crawls.last_crawl()
    assert (row["exit_code"], row["finish_reason"]) == (11, "shutdown")
    assert crawls.count("SELECT count(*) FROM link WHERE lease IS NOT NULL") == 0
    crawls.assert_adds_up()
