"""What a robots.txt means, by its status and its text: RFC 9309."""

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.ready_programs import run_ready
from tests.rows import every_row
from tests.site.example import ExampleSite, serve

_TOO_LONG = "#" * 600_000 + "\nDisallow: /"


#: Status, body (or where a redirect leads), and whether the page may be asked for.
_TABLE = [
    (200, "User-agent: *\nDisallow: /\n", False),
    (200, "User-agent: *\nDisallow: /nothing\n", True),
    (200, "\ufeffUser-agent: *\nDisallow: /\n", False),
    (200, "USER-AGENT: *\r\nDISALLOW: /\r\n", False),
    (200, "User-agent: newscrawl\nDisallow: /\n", False),
    (200, "User-agent: otherbot\nDisallow: /\n", True),
    # The contact is no name of ours, nor is what our name begins with or goes on as.
    (200, "User-agent: bot\nUser-agent: archive\nUser-agent: desk\nDisallow: /\n", True),
    (200, "User-agent: news\nDisallow: /\n\nUser-agent: crawl\nDisallow: /\n", True),
    (200, "User-agent: newscrawl-images\nUser-agent: newscrawl2\nDisallow: /\n", True),
    (200, "User-agent: *\nDisallow: /\n\nUser-agent: bot\nAllow: /\n", False),
    (200, "User-agent: *\nDisallow: /\n\nUser-agent: https\nAllow: /\n", False),
    (200, "User-agent: NewsCrawl/0.1 (+https://example.org)\nDisallow: /\n", False),
    (200, "user agent: newscrawl # us\nDisallow: /\n", False),
    (200, "useragent: newscrawl*\nDisallow: /\n", False),
    (200, "User-agent: * # all\nDisallow: /\n", False),
    (200, "User-agent: *bot\nDisallow: /\n", True),
    (200, "User-agent: a\nUser-agent: newscrawl\nUser-agent: b\nDisallow: /\n", False),
    (200, "User-agent: newscrawl\nAllow: /\n\nUser-agent: newscrawl/1\nDisallow: /20\n", False),
    (304, "User-agent: *\nAllow: /\n", False),
    (200, "User-agent: *\nDisallow: /\n\nUser-agent: newscrawl\nAllow: /\n", True),
    (200, "User-agent: *\nDisallow: /\nAllow: /20\n", True),
    (200, "User-agent: *\nDisallow:\n", True),
    (200, "", True),
    (200, "<!DOCTYPE html><title>Oops</title><p>Disallow: /", True),
    (200, "\x00\xff\x1b[31m garbage: : :", True),
    (200, "User-agent: *\nCrawl-delay: soon\nDisallow: /nothing\n", True),
    (200, f"User-agent: *\n{_TOO_LONG}", True),
    (200, f"User-agent: *\n#{'#' * 511_973}\nDisallow: /nothing\n", True),
    (200, f"User-agent: *\nDisallow: /20\r#{'#' * 600_000}", False),
    (204, "", True),
    (400, "User-agent: *\nDisallow: /\n", True),
    (401, "User-agent: *\nDisallow: /\n", True),
    (403, "User-agent: *\nDisallow: /\n", True),
    (404, "User-agent: *\nDisallow: /\n", True),
    (410, "User-agent: *\nDisallow: /\n", True),
    (429, "User-agent: *\nAllow: /\n", False),
    (500, "User-agent: *\nAllow: /\n", False),
    (502, "", False),
    (503, "User-agent: *\nAllow: /\n", False),
    (504, "", False),
    (301, "/moved.txt", False),
    (302, "https://www.example.org/robots.txt", True),
    (302, "/robots.txt", True),
]


@pytest.fixture(scope="module")
def allowed() -> Iterator[list[bool]]:
    """Whether a page may be asked for, by the row of the table: one server for each."""
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(ExampleSite())) for _ in _TABLE]
        for server, (status, body, _) in zip(servers, _TABLE, strict=True):
            headers = {"Location": body} if status in (301, 302) else {}
            server.override("/robots.txt", status=status, body=body, headers=headers)
            server.override("/moved.txt", status=200, body="User-agent: *\nDisallow: /\n")
        asked = run_ready(
            [sys.executable, "-m", "tests.crawl.robots_table", *(s.url for s in servers)],
            cwd=Path(__file__).parents[2],
            timeout=100,
        )
        assert asked.returncode == 0, asked.stderr
        found = json.loads(asked.stdout)
        yield [found[server.url] for server in servers]


@every_row("row", range(len(_TABLE)))
def test_what_a_robots_txt_means(allowed: list[bool], row: int) -> None:
    """A redirect leads to rules that forbid all, to another site, or to itself."""
    assert allowed[row] is _TABLE[row][2], _TABLE[row][1][:60]
