"""A layout that broke is found again by the texts that the archive has, and written on demand."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.database.engine import connect
from newscrawl.archive.queries.known_articles import first_unhealthy, known_articles
from newscrawl.cli import written_file
from newscrawl.config import Config
from newscrawl.describe.repair import Repair
from newscrawl.errors import OutletError
from newscrawl.outlet_files.load_outlet_files import at_path
from tests.cli.runner import newscrawl
from tests.conftest import MakeDatabase
from tests.site.example import ExampleSite, SiteServer, serve

HOME = "https://gazette.example"
FILE = """from newscrawl.outlet import Feed, Layout, Outlet
OUTLET = Outlet(
    name="gazette",
    title="The Gazette",
    home="https://gazette.example",
    language="en",
    sources=(Feed("/rss"),),
    articles=(r"^/news/[a-z-]+-(?P<key>\\d+)$",),
    layouts=(Layout("story", body=".story"),),
)
"""
_TOWNS = "Amber Birch Cedar Delta Elder Fern Grove Hazel".split()
_PROMISE = "<p>Whoever sails with us twice is given a map of the river and a cup of tea.</p>"


def _before(number: int) -> str:
    return (
        f"<title>Ferries to {_TOWNS[number]}</title><h1>Ferries to {_TOWNS[number]}</h1>"
        f'<meta property="article:published_time" content="2026-02-{number + 1:02}T10:00:00Z">'
        f'<div class="story">{_text(number)}</div>'
    )


def _text(number: int) -> str:
    town = _TOWNS[number]
    return "".join(
        f"<p>The ferry to {town} sails at {hour} o'clock, and comes back before the tide turns.</p>"
        for hour in range(number + 6, number + 12)
    )


def _after(number: int) -> str:
    """The text has another name, a box stands in it, and the date another meta tag."""
    return (
        f"<title>Ferries to {_TOWNS[number]}</title><h1>Ferries to {_TOWNS[number]}</h1>"
        f'<meta property="gazette:stand" content="2026-02-{number + 1:02}T10:00:00Z">'
        f'<div class="story"><p>Sail with us.</p></div>'
        f'<div class="article-copy"><div class="promo-strip">{_PROMISE}</div>{_text(number)}</div>'
    )


def _serve(server: SiteServer, page: object) -> None:
    for number in range(len(_TOWNS)):
        body = page(number) if callable(page) else str(page)
        kind = {"Content-Type": "text/html"}
        server.override(f"/news/ferries-{number}", status=200, body=body, headers=kind)


@pytest.fixture
def crawled(make_database: MakeDatabase, tmp_path: Path) -> dict[str, str]:
    """Where the archive is of an outlet whose articles were stored before the change."""
    environ = {"NEWSCRAWL_HOME": str(tmp_path), "NEWSCRAWL_DATABASE_URL": make_database()}
    file = tmp_path / "outlets" / "gazette.py"
    file.parent.mkdir()
    file.write_text(FILE)
    links = (f"{HOME}/news/ferries-{number}" for number in range(len(_TOWNS)))
    items = "".join(f"<item><title>F</title><link>{link}</link></item>" for link in links)
    rss = f'<rss version="2.0"><channel><title>G</title>{items}</channel></rss>'
    with serve(ExampleSite()) as server:
        server.override("/rss", status=200, body=rss, headers={"Content-Type": "application/xml"})
        _serve(server, _before)
        mirror = ("-a", f"mirror={server.url}", "-s", "DOWNLOAD_DELAY=0")
        done = newscrawl("crawl", "gazette", *mirror, **environ)
    assert done.returncode == 0, done.stderr
    return environ


def test_a_layout_that_broke_is_mended_when_it_is_accepted(
    crawled: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "outlets" / "gazette.py"
    with serve(ExampleSite()) as server:
        _serve(server, _after)
        asked = ("outlets", "repair", "gazette", "--mirror", server.url, "--delay", "0")
        shown = newscrawl(*asked, **crawled)
        untouched = file.read_text()
        written = newscrawl(*asked, "--accept", **crawled)
        again = newscrawl(*asked, **crawled)

    assert (shown.returncode, untouched) == (0, FILE), shown.stderr
    assert "nothing is written; to write it: newscrawl outlets repair gazette" in shown.stdout
    assert re.search(r"text 0\.\d\d .*no date_published → text 1\.00 \(story-2", shown.stdout)
    assert "the newest 8 kept pages with it: story 8" in shown.stdout
    assert written.returncode == 0, written.stderr
    assert "newscrawl replay --outlet gazette" in written.stdout
    assert (tmp_path / "outlets" / "_gazette_before.py").read_text() == FILE
    outlet = at_path(file).outlet
    assert outlet is not None
    assert [layout.body for layout in outlet.layouts] == [".article-copy", ".story"]
    assert 'meta("gazette:stand")' in file.read_text()
    assert "nothing is broken: these pages are read as they were" in again.stdout
    checked = newscrawl("outlets", "check", "gazette", **crawled)
    assert checked.returncode == 0, checked.stdout
    replayed = newscrawl("replay", "--outlet", "gazette", **crawled)
    assert replayed.returncode == 0, replayed.stderr


#: What is wrong with an article, by its town: no layout read it, it has another's headline, little
#: of its text, or came with a crawl in which health found something.
_BROKEN = (
    "UPDATE revision SET layout = 'generic' WHERE headline LIKE '%Amber'",
    "UPDATE revision SET headline = 'Ferries' WHERE headline ~ 'Birch|Cedar'",
    "UPDATE revision SET body = 'The ferry.', word_count = 2 WHERE headline LIKE '%Delta'",
    "UPDATE revision SET fetched_at = '2026-03-01 12:00Z' WHERE headline LIKE '%Elder'",
    "INSERT INTO crawl (outlet, started_at, finished_at, exit_code) "
    "VALUES ('gazette', '2026-03-01 11:00Z', '2026-03-01 13:00Z', 6)",
)


def test_only_articles_that_were_read_well_are_known(crawled: dict[str, str]) -> None:
    engine = connect(crawled["NEWSCRAWL_DATABASE_URL"])
    with Session(engine) as session:
        for change in _BROKEN:
            session.execute(text(change))
        known = known_articles(session, "gazette", None, 12, by_layout=True)
        told = first_unhealthy(session, "gazette", datetime(2026, 3, 2, tzinfo=UTC))
        session.rollback()
    engine.dispose()

    assert {article.headline.removeprefix("Ferries to ") for article in known} == set(_TOWNS[5:])
    assert told == datetime(2026, 3, 1, 11, tzinfo=UTC)


def test_pages_without_their_text_are_told_and_change_nothing(
    crawled: dict[str, str], tmp_path: Path
) -> None:
    wall = "<title>Ferries</title><h1>Ferries</h1><div id='app'></div><p>Please enable scripts.</p>"
    with serve(ExampleSite()) as server:
        _serve(server, wall)
        asked = ("outlets", "repair", "gazette", "--mirror", server.url, "--delay", "0")
        done = newscrawl(*asked, "--accept", **crawled)

    assert done.returncode == 1, done.stdout
    assert "no file can mend it: 0% of the known text stands on these pages" in done.stdout
    assert (tmp_path / "outlets" / "gazette.py").read_text() == FILE


def test_a_file_that_would_not_be_right_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "outlets" / "gazette.py"
    file.parent.mkdir()
    file.write_text(FILE)
    monkeypatch.setattr(written_file, "repair_code", lambda *_: "OUTLET = None\n")
    repair = Repair(readers={}, before=(), after=(), present=1.0, has_layouts=True)
    own = replace(at_path(file), is_own=True)
    with pytest.raises(OutletError, match="no file could be made that is right"):
        written_file.write_repair(own, repair, Config(home=tmp_path), "2026-02-09")

    assert [path.name for path in file.parent.glob("*.py")] == ["gazette.py"]


def test_an_outlet_without_articles_cannot_be_repaired(
    crawled: dict[str, str], tmp_path: Path
) -> None:
    done = newscrawl("outlets", "repair", "taz", **crawled)
    assert (done.returncode, done.stderr.strip().splitlines()[-1]) == (
        1,
        "newscrawl: the archive has no article of taz to know its text by",
    )
