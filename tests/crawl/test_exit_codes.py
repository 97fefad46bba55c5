"""What ``scrapy crawl`` exits with: a table of endings, each brought about in a subprocess.

Mistakes, signals and the faults of the database have files of their own.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newscrawl.exit_code import MEANINGS
from newscrawl.outlets import load_outlet
from tests.crawl import third_party
from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, SiteServer

_LONG_PAUSE = {"Retry-After": "7200"}
_CHALLENGE = "<html><head><title>Just a moment...</title></head><body></body></html>"
_SOURCES = [
    "/" + source.url.split("/", 3)[3] if "://" in source.url else source.url
    for source in load_outlet("moscow_times").sources
]


class Scene:
    """What a row of the table may do to the site before its crawl."""

    def __init__(self, crawls: Crawls, server: SiteServer, site: ExampleSite, home: Path) -> None:
        self.crawls, self.server, self.home = crawls, server, home
        self.stories = site.stories[:7]
        self.urls = ",".join(site.truth(story.key)["url"] for story in self.stories)

    def pages(self, count: int, **fault: object) -> None:
        for story in self.stories[:count]:
            self.server.override(story.path, **fault)  # type: ignore[arg-type]

    def sources(self, **fault: object) -> None:
        for path in _SOURCES:
            self.server.override(path, **fault)  # type: ignore[arg-type]

    def robots(self, **fault: object) -> None:
        self.server.override("/robots.txt", **fault)  # type: ignore[arg-type]

    def gone(self) -> None:
        self.server.close()

    def unknown(self) -> None:
        self.crawls.mirror = "http://no-such-host.invalid"

    def third(self, kind: str) -> None:
        self.crawls.outlet = f"third_{kind}"
        self.crawls.variables |= third_party.install(self.home, kind)


_PAGES = ("-a", "urls")
_ALL = ()
_FEW = {"CLOSESPIDER_ITEMCOUNT": "3", "NEWSCRAWL_LEASE": "4"}
_PIPELINE = {"ITEM_PIPELINES": '{"tests.crawl.faulty.FaultyPipeline": 500}'}
_OPENING = {"ITEM_PIPELINES": '{"tests.crawl.faulty.FaultyOpening": 500}'}
_START = {"SPIDER_MIDDLEWARES": '{"tests.crawl.faulty.FaultyStart": 500}'}
_SMALL = {"MEMUSAGE_LIMIT_MB": "20", "MEMUSAGE_CHECK_INTERVAL_SECONDS": "0.2"}
_HASTY = {"DOWNLOAD_TIMEOUT": "0.1"}

_Prepare = Callable[[Scene], object]
#: What happens, what is crawled, with what settings, and what it comes to.
_ENDINGS: dict[str, tuple[_Prepare, tuple[str, ...], dict[str, str], int, str | None]] = {
    "a limit of items": (lambda s: None, _ALL, _FEW, 0, "closespider_itemcount"),
    "a limit of pages": (
        lambda s: None,
        _PAGES,
        {"CLOSESPIDER_PAGECOUNT": "2"},
        0,
        "closespider_pagecount",
    ),
    "sources fail": (lambda s: s.sources(status=500), _ALL, {}, 3, "finished"),
    "no server listens": (lambda s: s.gone(), _ALL, {}, 3, "finished"),
    "no such host": (lambda s: s.unknown(), _ALL, {}, 3, "finished"),
    "sources are too slow": (lambda s: s.sources(delay=0.5), _ALL, _HASTY, 3, "finished"),
    "robots.txt forbids all": (
        lambda s: s.robots(body="User-agent: *\nDisallow: /"),
        _ALL,
        {},
        3,
        "finished",
    ),
    "robots.txt fails": (lambda s: s.robots(status=503), _ALL, {}, 3, "finished"),
    "nothing is asked": (lambda s: s.third("silent"), _ALL, {}, 3, "finished"),
    "five of seven pages fail": (lambda s: s.pages(5, status=500), _PAGES, {}, 3, "finished"),
    "four of seven pages fail": (lambda s: s.pages(4, status=500), _PAGES, {}, 0, "finished"),
    "pages say 403": (lambda s: s.pages(7, status=403), _PAGES, {}, 7, "finished"),
    "pages are challenges": (lambda s: s.pages(7, body=_CHALLENGE), _PAGES, {}, 7, "finished"),
    "sources say 403": (lambda s: s.sources(status=403), _ALL, {}, 7, "finished"),
    "a source says 429 for long": (
        lambda s: s.sources(status=429, headers=_LONG_PAUSE),
        _ALL,
        {},
        7,
        "blocked",
    ),
    "a pipeline fails": (lambda s: None, _PAGES, _PIPELINE, 1, "finished"),
    "a pipeline does not open": (lambda s: None, _PAGES, _OPENING, 1, None),
    "the start fails": (lambda s: None, _PAGES, _START, 1, "start_error"),
    "the memory is full": (lambda s: None, _ALL, _SMALL, 11, "memusage_exceeded"),
}


@pytest.mark.parametrize("name", _ENDINGS)
def test_a_crawl_ends_with_the_code_of_its_ending(
    name: str, crawls: Crawls, server: SiteServer, site: ExampleSite, tmp_path: Path
) -> None:
    prepare, what, settings, code, reason = _ENDINGS[name]
    scene = Scene(crawls, server, site, tmp_path)
    prepare(scene)
    arguments = ("-a", f"urls={scene.urls}") if what is _PAGES else ()

    ended = crawls.run(*arguments, RETRY_ENABLED="0", **settings)

    assert ended.code == code, ended.stderr
    assert all(line.startswith("20") for line in ended.complaints), "each event is one line"
    last = f"the crawl of {crawls.outlet} ended with {code} ({MEANINGS.get(code)}): "
    assert not code or last in ended.complaints[-1], "the last line tells how it ended"
    assert "<html" not in ended.stderr, "pages are not for the log"
    row = crawls.last_crawl()
    assert row["exit_code"] == code, "the crawl's record says the same"
    assert reason in (None, row["finish_reason"])
    assert crawls.count("SELECT count(*) FROM link WHERE lease IS NOT NULL") == 0
    crawls.assert_adds_up()


def test_a_schema_of_a_newer_newscrawl_ends_the_crawl(crawls: Crawls, server: SiteServer) -> None:
    crawls.change("UPDATE alembic_version SET version_num = '9999'")

    ended = crawls.run()

    assert (ended.code, len(ended.complaints), server.requests) == (2, 1, ())
    assert "newer than this newscrawl" in ended.stderr


def test_a_long_retry_after_is_obeyed_by_the_next_run_and_by_other_outlets_of_the_host(
    crawls: Crawls, server: SiteServer, site: ExampleSite
) -> None:
    story = site.stories[2]
    server.override(story.path, status=429, headers=_LONG_PAUSE)
    assert crawls.run("-a", f"urls={site.truth(story.key)['url']}").code == 7
    server.forget_requests()
    server.heal(story.path)

    again = crawls.run()
    crawls.outlet = "moscow_times_ru"
    other = crawls.run()

    assert (again.code, other.code, server.requests) == (7, 7, ())
    [line] = again.complaints
    assert "ended with 7 (blocked or rate-limited): 127.0.0.1:" in line
    assert " asked for a pause until 2026-10-12 " in line
    assert crawls.count("SELECT count(*) FROM host WHERE blocked_until > archive_now()") == 1


def test_a_fault_names_the_page_and_keeps_its_text_out_of_the_log(
    crawls: Crawls, site: ExampleSite
) -> None:
    url = site.truth(site.stories[0].key)["url"]
    ended = crawls.run("-a", f"urls={url}", **_PIPELINE)
    assert "a fault of ours" in ended.stderr
    assert url in ended.stderr


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
