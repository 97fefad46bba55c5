"""The entries of live blogs, from crawl to crawl: as JSON, in the page, and in its JSON-LD."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from newscrawl.archive.database.engine import connect, session_factory
from newscrawl.archive.queries.article_history import read_stored
from newscrawl.archive.revisions.pages_to_replay import ReplayScope
from newscrawl.archive.snapshots.snapshot_rows import has_parts
from newscrawl.cli.show import lines_of
from newscrawl.extract import VERSION
from newscrawl.outlets import load_outlets
from newscrawl.replay import read_again
from newscrawl.replay.capture_choice import chooser
from newscrawl.replay.import_files import import_by
from newscrawl.replay.replay_archive import replay_by
from newscrawl.replay.spread_work import OpenArchive, ReplayPool
from tests.conftest import MakeDatabase
from tests.crawl.runner import Crawls
from tests.site.example import ExampleSite, serve
from tests.site.model import Post

_OUTLET = """
from dataclasses import replace
from newscrawl.boilerplate import Says
from newscrawl.outlet import Layout, LiveEntries
from newscrawl.outlets.moscow_times import OUTLET as SITE

LIVE = Layout("live", body=".blog", entries=LiveEntries(".post", author=".by", more=".older"))
RULES = (Says("plea", "^Give for our ship"), *SITE.boilerplate)
OUTLET = replace(SITE, name="harbor", sources=SITE.sources[:1], layouts=(LIVE, *SITE.layouts),
                 boilerplate=RULES)
"""
_IN_PAGE, _IN_DATA = "/2026/08/29/race-in-html-a700", "/2026/08/29/race-in-data-a701"
#: Where each kind's entries are, with what their numbers become there.
KINDS = {"92875": "{}", "700": "p{}", "701": "e{}"}
_FIRST = {1: "The boats are at the line.", 2: "The wardrobe leads them.", 3: "A protest was heard."}
_SECOND = {1: _FIRST[1], 2: "The wardrobe leads by two doors.", 4: "The prize is given to it."}
_PLEA = "Give for our ship, which is a wardrobe."
_ENTRIES = """
SELECT key, entry_key, body, headline, authors, date_published, position, revision_count,
       first_seen_at, last_seen_at, fetched_at, gone_at, is_shown
FROM entries ORDER BY key, entry_key
"""
_PARTIAL = """
SELECT a.body, r.has_more_entries
FROM articles a JOIN revision r ON r.id = a.revision_id WHERE a.key = '92875'
"""
_STATES = """
SELECT key, entry_key, number, cause, body, fetched_at, last_seen_at, gone_at, is_shown
FROM entry_revisions ORDER BY key, entry_key, number
"""


def _moment(number: int) -> str:
    return f"2026-08-29T1{number}:00:00+03:00"


def _show(site: ExampleSite, says: dict[int, str]) -> None:
    """Let all three blogs say this; entry 1 asks for money, and the data has more than its page."""
    lines = {number: [said, _PLEA] if number == 1 else [said] for number, said in says.items()}
    html = {number: "".join(f"<p>{each}</p>" for each in of) for number, of in lines.items()}
    posts = [Post(number=n, time=_moment(n), html=of) for n, of in html.items()]
    site.publish(replace(site.story("92875"), posts=tuple(posts)))
    shown = "".join(
        f'<section class="post" id="p{n}"><h3>Race {n}</h3><p><time datetime="{_moment(n)}">'
        f'1{n}.00</time> By <b class="by">Ann Lee</b></p>{html[n]}</section>'
        for n in sorted(says, reverse=True)
    )
    site.add_html_page(_IN_PAGE, _page("", f'<div class="blog"><p>All of it.</p>{shown}</div>'))
    data = {
        "@type": "LiveBlogPosting",
        "headline": "A race",
        "liveBlogUpdate": [
            {
                "@type": "BlogPosting",
                "@id": f"#e{n}",
                "headline": f"Race {n}",
                "author": {"@type": "Person", "name": "Ann Lee"},
                "datePublished": _moment(n),
                "articleBody": "\n".join(lines[n]),
            }
            for n in sorted(says, reverse=True)
        ],
    }
    told = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    some = "".join(html[n] for n in says if n % 2)
    site.add_html_page(_IN_DATA, _page(told, f"<main><h1>A race</h1><p>All.</p>{some}</main>"))


def _page(head: str, body: str) -> str:
    return f"<!DOCTYPE html><title>A race</title>{head}<h1>A race</h1>{body}"


@dataclass(slots=True, kw_only=True)
class Raced:
    """Two crawls of the blogs, and what the archive said after each."""

    crawls: Crawls
    told: list[list[Any]]
    bodies: list[dict[str, str]]


def _says(crawls: Crawls) -> list[Any]:
    return [tuple(row) for each in (_ENTRIES, _STATES) for row in crawls.ask(each)]


@pytest.fixture(scope="module")
def raced(make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Raced]:
    site, folder = ExampleSite(), tmp_path_factory.mktemp("outlets")
    (folder / "harbor.py").write_text(_OUTLET)
    told, bodies = [], []
    with serve(site) as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSCRAWL_OUTLETS", str(folder))
        read_again._outlets.cache_clear()
        home = tmp_path_factory.mktemp("home")
        crawls = Crawls(home, make_database.with_schema(), server.url, outlet="harbor")
        crawls.variables = {"NEWSCRAWL_OUTLETS": str(folder)}
        asked = [site.story("92875").path, _IN_PAGE, _IN_DATA]
        for says, hour in ((_FIRST, 12), (_SECOND, 18)):
            crawls.now = f"2026-10-12T{hour}:00:00Z"
            _show(site, says)
            ended = crawls.run("-a", f"urls={','.join(server.url + path for path in asked)}")
            assert ended.code == 0, ended.stderr
            told.append(_says(crawls))
            rows = crawls.ask("SELECT key, body FROM articles")
            bodies.append({row.key: row.body for row in rows})
        yield Raced(crawls=crawls, told=told, bodies=bodies)
    read_again._outlets.cache_clear()


@pytest.mark.parametrize(("key", "named"), KINDS.items())
def test_each_entry_has_its_own_history(raced: Raced, key: str, named: str) -> None:
    rows = {row.entry_key: row for row in raced.crawls.ask(_ENTRIES) if row.key == key}
    found = [rows[named.format(number)] for number in (1, 2, 3, 4)]
    [then, now] = sorted({row.first_seen_at for row in found})

    assert [row.body for row in found] == [_FIRST[1], _SECOND[2], _FIRST[3], _SECOND[4]]
    assert [row.revision_count for row in found] == [1, 2, 1, 1]
    assert [row.first_seen_at for row in found] == [then, then, then, now]
    assert [row.last_seen_at for row in found] == [now, now, then, now]
    assert [row.gone_at for row in found] == [None, None, now, None]
    assert [row.is_shown for row in found] == [True, True, False, True]
    assert [row.date_published.hour for row in found] == [8, 9, 10, 11]
    written = (["Ann Lee"], "Race 1") if key != "92875" else ([], None)
    assert (found[0].authors, found[0].headline) == written


def test_an_edit_of_one_entry_is_one_edit_of_its_article(raced: Raced) -> None:
    edits = raced.crawls.ask("SELECT key, entries_changed FROM edits ORDER BY key")
    assert [tuple(row) for row in edits] == [(key, 3) for key in sorted(KINDS)]


def test_the_text_of_a_blog_is_what_its_page_says(raced: Raced) -> None:
    """What stands in the data alone is the entries', and in none of the article's text."""
    assert raced.bodies[0]["701"] == f"All.\n\n{_FIRST[1]}\n\n{_FIRST[3]}"
    assert raced.bodies[0]["92875"].endswith("\n\n".join(_FIRST.values()))
    [kept] = raced.crawls.ask(
        "SELECT count(*), count(*) FILTER (WHERE kind = 'entry') AS of_data FROM removed_text"
        " WHERE rule = 'plea'"
    )
    assert tuple(kept) == (6, 0)


def test_an_entry_stands_below_its_head_in_what_show_prints(raced: Raced) -> None:
    engine = connect(raced.crawls.database_url)
    with session_factory(engine)() as session:
        [row] = session.execute(text("SELECT article_id FROM articles WHERE key = '701'"))
        stored = read_stored(session, row.article_id)
        shown, whole = ("\n".join(lines_of(stored, removed)) for removed in (False, True))
    engine.dispose()

    head = "--- 2026-08-29 08:00 · Race 1 · Ann Lee"
    assert f"\n\n{head}\n\n{_FIRST[1]}\n" in shown
    assert _PLEA not in shown
    assert f"[plea] {_PLEA}" in whole


def test_an_archive_from_before_is_filled_by_a_replay(raced: Raced) -> None:
    raced.crawls.change("DELETE FROM live_entry")
    raced.crawls.change(
        "UPDATE revision SET entries = '[]', extractor_version = '5', read_hash = '',"
        " text_hash = sha256(text_hash),"
        " blocks = jsonb_path_query_array(blocks, '$[*] ? (@.kind != \"entry\")')"
    )
    engine = connect(raced.crawls.database_url)
    archive = OpenArchive(sessions=session_factory(engine), home=raced.crawls.home)
    done = [
        *replay_by(ReplayPool(archive=archive), [ReplayScope(outlet="harbor", read_by=VERSION)])
    ]
    engine.dispose()

    assert [one.refused + one.unreadable for one in done if one.refused or one.unreadable] == []
    assert _says(raced.crawls) == raced.told[1]


@pytest.mark.parametrize("is_backwards", [False, True])
def test_captures_that_are_imported_tell_the_same(
    raced: Raced, make_database: MakeDatabase, tmp_path: Path, is_backwards: bool
) -> None:
    files = sorted((raced.crawls.home / "warc").rglob("*.warc.gz"))
    assert len(files) == 2
    url = make_database.with_schema()
    engine = connect(url)
    archive = OpenArchive(sessions=session_factory(engine), home=tmp_path)
    chosen = chooser(load_outlets().values(), "harbor", False)
    for file in reversed(files) if is_backwards else files:
        [*_] = import_by(ReplayPool(archive=archive), [file], chosen)
    with archive.sessions() as session:
        told = [tuple(row) for each in (_ENTRIES, _STATES) for row in session.execute(text(each))]
        [partial] = session.execute(text(_PARTIAL)).all()
    again = [*replay_by(ReplayPool(archive=archive), [ReplayScope(outlet="harbor", again=True)])]
    engine.dispose()

    # Of a page whose posts were fetched apart there is what it holds, and that this is not all.
    assert told == [row for row in raced.told[1] if row[0] != "92875"]
    assert partial.has_more_entries
    assert partial.body
    assert raced.bodies[1]["92875"].startswith(partial.body)
    assert [one for one in again if one.refused or one.unreadable] == []


def test_it_is_known_which_articles_have_their_posts(raced: Raced) -> None:
    """Beside one with its posts, a capture without them would look like an edit."""
    engine = connect(raced.crawls.database_url)
    with session_factory(engine)() as session:
        told = [has_parts(session, "harbor", key) for key in ("92875", "700", "none")]
    engine.dispose()

    assert told == [True, False, False]
