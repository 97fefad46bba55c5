"""Whatever bytes a server sends, each page, source and robots.txt ends in a named outcome."""

import json
import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from newscrawl.page import WITH_CONTENT
from tests.conftest import MakeDatabase
from tests.crawl import third_party
from tests.crawl.raw import TABLE, Raw, RawServer, whole
from tests.crawl.runner import Crawls, Ended
from tests.ready_programs import run_ready
from tests.rows import every_row

_ANY = ("stored", None)
_EACH = every_row("raw", TABLE)
_OUTLET = "OUTLET = replace(MODEL, name='{name}', sources=tuple(map(Feed, %r)))"
_ITEM = "<item><title>Gulls</title><link>https://www.themoscowtimes.com%s</link></item>"
_PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"></head><body>'
    '<article class="article"><h1>Gulls Are Counted Again</h1><div class="article__content">'
    "<p>The harbor office has counted its gulls, and there are more of them than in %s.</p>"
    "</div></article></body></html>"
)


def _feed(*paths: str) -> bytes:
    items = "".join(_ITEM % path for path in paths)
    return f"<rss><channel><title>x</title>{items}</channel></rss>".encode()


def _key(number: int) -> str:
    return str(95_000 + number)


def _path(number: int) -> str:
    return f"/2026/10/11/gulls-a{_key(number)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suffered:
    """A crawl of an outlet with a page and a source for each row of the table."""

    crawls: Crawls
    ended: Ended


@pytest.fixture(scope="module")
def suffered(
    make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Suffered]:
    home = tmp_path_factory.mktemp("home")
    numbers = range(len(TABLE))
    others = [_path(500), _path(501)]
    bodies = {path: (_PAGE % path).encode() for path in (*map(_path, numbers), *others)}
    bodies |= {f"/feed/{raw.name}": _feed(others[0]) for raw in TABLE}
    bodies["/good"] = _feed(*map(_path, numbers), others[1])
    bodies["/robots.txt"] = b""
    table = {_path(n): raw for n, raw in enumerate(TABLE)}
    table |= {f"/feed/{raw.name}": raw for raw in TABLE}
    with RawServer(bodies, table) as server:
        sources = [*(f"/feed/{raw.name}" for raw in TABLE), "/good"]
        crawls = Crawls(home, make_database.with_schema(), server.url, outlet="third_raw")
        code = "from newscrawl.outlet import Feed\n" + _OUTLET % (sources,)
        crawls.variables |= third_party.install_code(home, "third_raw", code)
        ended = crawls.run(RETRY_ENABLED="0", DOWNLOAD_TIMEOUT="2")
        yield Suffered(crawls=crawls, ended=ended)


def test_the_crawl_ends_and_its_log_has_a_line_for_each_event(suffered: Suffered) -> None:
    ended = suffered.ended
    assert "Traceback" not in ended.stderr
    assert all(line.startswith("20") for line in ended.complaints), ended.stderr
    # Most of its pages failed.
    assert ended.code == 3, ended.stderr
    suffered.crawls.assert_adds_up()


def test_what_a_bad_answer_stands_beside_is_stored(suffered: Suffered) -> None:
    assert {_key(500), _key(501)} <= suffered.crawls.keys()


@_EACH
def test_a_page_ends_in_its_named_outcome(suffered: Suffered, raw: Raw) -> None:
    outcome, reason = suffered.crawls.outcome(_key(TABLE.index(raw)))
    assert (outcome, reason if raw.page[1] else None) == raw.page


@_EACH
def test_the_visit_of_a_page_is_kept_with_what_was_answered(suffered: Suffered, raw: Raw) -> None:
    [row] = suffered.crawls.ask("SELECT * FROM visits WHERE key = :key", key=_key(TABLE.index(raw)))
    assert (row.outcome, row.reason) == suffered.crawls.outcome(row.key)
    assert row.crawl_id == suffered.crawls.last_crawl()["id"]
    answered = (row.reason or "").removeprefix("http_")
    if row.outcome == "stored":
        assert (row.status in WITH_CONTENT, row.stored, row.error) == (True, "created", None)
        assert row.snapshot_id is not None
    elif len(answered) == 3 and answered.isdecimal() and row.error is None:
        assert row.status == int(answered)
    assert "twisted.python.failure" not in (row.error or "")
    if row.reason == "not_http":
        assert re.match(r"[A-Z]\w+: ", row.error)


@_EACH
def test_a_source_ends_in_its_named_result(suffered: Suffered, raw: Raw) -> None:
    [row] = suffered.crawls.ask(
        "SELECT last_result FROM source WHERE url LIKE :url", url=f"%/feed/{raw.name}"
    )
    wanted = raw.source or raw.page[1]
    assert row.last_result == wanted if wanted else row.last_result not in {None, "ok"}


_LATER = (0.0, 0.002, 0.01, 0.04)


@pytest.mark.parametrize("delay", ["0", "0.3"])
def test_an_unasked_answer_is_nobodys(crawls: Crawls, delay: str) -> None:
    """Neither on a new connection nor on one that was kept."""
    numbers = range(20)
    bodies = {_path(n): (_PAGE % f"page {n}").encode() for n in numbers}
    unasked = whole()((_PAGE % "an answer that nobody asked for").encode())
    kinds = [
        Raw(name="", page=_ANY, send=lambda body: whole()(body) + unasked),
        *(Raw(name="", page=_ANY, send=whole(), then=unasked, pause=s) for s in _LATER),
    ]
    table = {_path(n): kinds[n // 2 % len(kinds)] for n in numbers if n % 2}
    with RawServer(bodies | {"/robots.txt": b""}, table) as server:
        crawls.mirror = server.url
        urls = ",".join(f"https://www.themoscowtimes.com{_path(n)}" for n in numbers)
        assert crawls.run("-a", f"urls={urls}", DOWNLOAD_DELAY=delay).code == 0
    told = {n: crawls.article(_key(n))["body"] for n in numbers}
    assert [n for n in numbers if f"page {n}." not in told[n]] == []


@pytest.mark.parametrize(
    ("settings", "most", "connections"),
    [({}, 1, 10), ({"CONCURRENT_REQUESTS_PER_DOMAIN": "3"}, 3, 17)],
)
def test_without_a_delay_a_host_is_asked_one_thing_at_a_time_or_what_the_operator_says(
    crawls: Crawls, settings: dict[str, str], most: int, connections: int
) -> None:
    """On connections that rest, and are used again."""
    bodies = {_path(n): (_PAGE % n).encode() for n in range(20)}
    with RawServer(bodies | {"/robots.txt": b""}, {}) as server:
        server.slowness = 0.1
        crawls.mirror = server.url
        urls = ",".join(f"https://www.themoscowtimes.com{path}" for path in bodies)
        assert crawls.run("-a", f"urls={urls}", DOWNLOAD_DELAY="0", **settings).code == 0
        assert server.most_at_once == most
        assert server.connections < connections


@pytest.fixture(scope="module")
def allowed() -> Iterator[dict[str, bool]]:
    """Whether a page may be asked for, by the row with which its host's robots.txt answers."""
    with ExitStack() as stack:
        page = {"/2026/10/11/x-a1": b"<p>news</p>"}
        servers = {
            raw.name: stack.enter_context(RawServer(page, {"/robots.txt": raw})) for raw in TABLE
        }
        asked = run_ready(
            [sys.executable, "-m", "tests.crawl.robots_table", *(s.url for s in servers.values())],
            cwd=Path(__file__).parents[2],
            timeout=200,
        )
        assert asked.returncode == 0, asked.stderr
        found = json.loads(asked.stdout)
        yield {name: found[server.url] for name, server in servers.items()}


@_EACH
def test_a_robots_txt_allows_only_what_it_can_be_read_to_allow(
    allowed: dict[str, bool], raw: Raw
) -> None:
    assert allowed[raw.name] is raw.allows
