"""A page that ``newscrawl extract URL`` fetches, from a server that alone may be private."""

import sys
from collections.abc import Iterator

import pytest

from tests.ready_programs import run_ready
from tests.site.example import ExampleSite, SiteServer, serve

#: Fetches a URL as the command does; the server stands where a mirror would.
SCRIPT = """
import sys
from newscrawl.config import Config
from newscrawl.crawl import fetch
from newscrawl.errors import NewscrawlError
fetch._SETTINGS["NEWSCRAWL_MIRROR"] = sys.argv[1]
try:
    page = fetch.fetch(sys.argv[1] + sys.argv[2], Config.from_env({"NEWSCRAWL_HOME": "/nowhere"}))
except NewscrawlError as error:
    print(type(error).__name__, error.detail)
else:
    print(page.url.removeprefix(sys.argv[1]), len(page.html))
"""
STORY = ExampleSite().story("92455")


@pytest.fixture
def server() -> Iterator[SiteServer]:
    with serve(ExampleSite()) as server:
        yield server


def fetched(server: SiteServer, path: str) -> str:
    """What came of it; nothing may be said on stderr."""
    done = run_ready([sys.executable, "-c", SCRIPT, server.url, path], text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_a_page_comes_after_robots_txt_was_asked(server: SiteServer) -> None:
    size = len(server.site.respond(STORY.path)[2])

    assert fetched(server, STORY.path) == f"{STORY.path} {size}"
    assert [request.path for request in server.requests] == ["/robots.txt", STORY.path]


@pytest.mark.parametrize(
    ("override", "says"),
    [
        ({"status": 404}, "NotFetched http_404"),
        ({"status": 429}, "NotFetched rate_limited"),
        ({"status": 500}, "NotFetched http_500"),
        ({"body": b"%PDF-1.7"}, "NotAnArticle not_html"),
        (
            {"status": 302, "headers": {"Location": "http://10.0.0.1/"}},
            "NotFetched private_address",
        ),
        ({"status": 302, "headers": {"Location": "file:///etc/passwd"}}, "NotFetched http_302"),
    ],
)
def test_what_does_not_come_is_named(server: SiteServer, override: dict, says: str) -> None:
    server.override(STORY.path, **override)

    assert fetched(server, STORY.path) == says


def test_robots_txt_is_obeyed(server: SiteServer) -> None:
    server.override("/robots.txt", body=b"User-agent: *\nDisallow: /")

    assert fetched(server, STORY.path) == "NotFetched robots"
