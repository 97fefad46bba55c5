"""A layout that broke is found again by the texts that the archive has, and written on demand."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.database.engine import connect
from newscrawl.archive.queries.known_articles import first_unhealthy, known_articles
from newscrawl.cli.write_outlet_file import write_repair
from newscrawl.config import Config
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
TOWNS = "Amber Birch Cedar Delta Elder Fern Grove Hazel Iris Juniper Kelp Laurel".split()
_TOWNS = TOWNS[:8]
_PROMISE = "<p>Whoever sails with us twice is given a map of the river and a cup of tea.</p>"


def before(number: int) -> str:
    return (
        f"<title>Ferries to {TOWNS[number]}</title><h1>Ferries to {TOWNS[number]}</h1>"
        f'<meta property="article:published_time" content="2026-02-{number + 1:02}T10:00:00Z">'
        f'<div class="story">{_text(number)}</div>'
    )


def _text(number: int) -> str:
    town = TOWNS[number]
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


def _serve(server: SiteServer, page: object, count: int = len(_TOWNS)) -> None:
    for number in range(count):
        body = page(number) if callable(page) else str(page)
        kind = {"Content-Type": "text/html"}
        server.override(f"/news/ferries-{number}", status=200, body=body, headers=kind)


def _item(link: str, title: str, more: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{more}</item>"


def _serve_feed(server: SiteServer, items: str) -> None:
    rss = f'<rss version="2.0"><channel><title>G</title>{items}</channel></rss>'
    server.override("/rss", status=200, body=rss, headers={"Content-Type": "application/xml"})


def _send_on_once(server: SiteServer, path: str, to: str) -> None:
    server.override(path, status=302, body="", headers={"Location": to}, times=1)


@pytest.fixture
def crawled(make_database: MakeDatabase, tmp_path: Path) -> dict[str, str]:
    """Where the archive is of an outlet whose articles were stored before the change."""
    return crawl(make_database, tmp_path, before)


def crawl(
    make_database: MakeDatabase, home: Path, page: Callable[[int], str], count: int = len(_TOWNS)
) -> dict[str, str]:
    environ = {"NEWSCRAWL_HOME": str(home), "NEWSCRAWL_DATABASE_URL": make_database.with_schema()}
    file = home / "outlets" / "gazette.py"
    file.parent.mkdir()
    file.write_text(FILE)
    links = (f"{HOME}/news/ferries-{number}" for number in range(count))
    with serve(ExampleSite()) as server:
        _serve_feed(server, "".join(_item(link, "F") for link in links))
        _serve(server, page, count)
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
    told = f"to write the file: newscrawl {' '.join(asked[:-1])} 0.0 --accept"
    assert f"nothing was written; {told}" in shown.stdout
    assert re.search(r"text 0\.\d\d .*no date_published → text 1\.00 \(story-2", shown.stdout)
    assert "the newest 8 kept pages with it: story 8" in shown.stdout
    assert written.returncode == 0, written.stderr
    assert "newscrawl replay --outlet gazette" in written.stdout
    assert (tmp_path / "outlets" / "_gazette_before.py").read_text() == FILE
    outlet = at_path(file).outlet
    assert outlet is not None
    assert [layout.body for layout in outlet.layouts] == [".article-copy", ".story"]
    assert 'meta("gazette:stand")' in file.read_text()
    assert "nothing is broken: these pages are read as before" in again.stdout
    checked = newscrawl("outlets", "check", "gazette", **crawled)
    assert checked.returncode == 0, checked.stdout
    replayed = newscrawl("replay", "--outlet", "gazette", **crawled)
    assert replayed.returncode == 0, replayed.stderr


def test_the_only_outlet_whose_file_is_wrong_is_named_by_every_command(
    crawled: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "outlets" / "gazette.py").write_text(FILE.replace("language", "languge"))
    for command in (
        ("crawl-due",),
        ("crawl-due", "gazette"),
        ("replay", "--outlet", "gazette"),
        ("outlets", "repair", "gazette"),
    ):
        done = newscrawl(*command, **crawled)
        assert (done.returncode, done.stdout) == (2, ""), command
        assert "gazette.py:6: there is no word 'languge' of Outlet" in done.stderr, command


def test_two_repairs_of_one_day_rest_on_each_other(crawled: dict[str, str], tmp_path: Path) -> None:
    with serve(ExampleSite()) as server:
        asked = ("outlets", "repair", "gazette", "--mirror", server.url, "--delay", "0", "--accept")
        for name in ("article-copy", "second-copy"):
            _serve(server, lambda n, name=name: _after(n).replace("article-copy", name))
            done = newscrawl(*asked, **crawled)
            assert done.returncode == 0, done.stderr

    outlet = at_path(tmp_path / "outlets" / "gazette.py").outlet
    assert outlet is not None
    assert [layout.body for layout in outlet.layouts] == [".second-copy", ".article-copy", ".story"]
    assert "from ._gazette_before_2 import OUTLET as BEFORE" in done.stdout
    assert sorted(path.name for path in (tmp_path / "outlets").glob("_*.py")) == [
        "_gazette_before.py",
        "_gazette_before_2.py",
    ]


def test_older_pages_that_a_new_rule_reads_otherwise_are_named(
    make_database: MakeDatabase, tmp_path: Path
) -> None:
    """What is a box of promises today was a part of the text."""

    def page(number: int) -> str:
        first = _text(number).partition("</p>")[0] + "</p>"
        return before(number).replace(first, f"<div class='map-strip'>{first}</div>")

    environ = crawl(make_database, tmp_path, page)
    with serve(ExampleSite()) as server:
        _serve(server, lambda n: _after(n).replace("promo-strip", "map-strip"))
        done = newscrawl(
            "outlets", "repair", "gazette", "--mirror", server.url, "--delay", "0", **environ
        )

    assert 'Under("no-text-1", "map-strip")' in done.stdout
    assert done.stdout.count("reads another text than is stored (0.") == 5
    assert "\nso do 3 more\n" in done.stdout


def test_a_field_that_some_pages_lost_for_good_is_said_with_their_number(
    crawled: dict[str, str],
) -> None:
    """A third of the pages says its date nowhere: nobody must count lines to learn that."""

    def page(number: int) -> str:
        stand = re.compile(r"<meta[^>]*>")
        return stand.sub("", _after(number)) if number < 3 else _after(number)

    with serve(ExampleSite()) as server:
        _serve(server, page)
        asked = ("outlets", "repair", "gazette", "--mirror", server.url, "--delay", "0")
        done = newscrawl(*asked, "--accept", **crawled)

    assert done.returncode == 1, done.stdout
    assert "\nstill lost: date_published on 3 of 8 pages\n" in done.stdout
    assert "# Still lost: date_published on 3 of 8 pages." in done.stdout
    assert "written to " in done.stdout


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
        done = newscrawl(*asked, "--before", "2099-01-01", "--accept", **crawled)

    assert done.returncode == 1, done.stdout
    assert "8 articles that were fetched before 2099-01-01, as they look now" in done.stdout
    assert "no file can fix this: 0% of the known text stands on these pages" in done.stdout
    assert "lost: body on 8, headline on 8, date_published on 8 of 8 pages" in done.stdout
    assert (tmp_path / "outlets" / "gazette.py").read_text() == FILE


def _full_item(number: int) -> str:
    day = f"<pubDate>Sun, {number + 1:02} Feb 2026 10:00:00 GMT</pubDate>"
    text = f"<description><![CDATA[{_text(number)}]]></description>"
    return _item(f"{HOME}/news/ferries-{number}", f"Ferries to {_TOWNS[number]}", day + text)


def test_what_pages_do_not_say_any_more_is_read_of_the_feed_that_is_kept_beside_them(
    crawled: dict[str, str], tmp_path: Path
) -> None:
    """What was read before stays, and replay reads of the kept feed what the crawl read.

    An article that the feed has no more is read by what the feed said of it. A list that is
    there no more costs nothing. A feed is asked for once, and may be sent elsewhere. A page that
    alone is no article is kept with its own parts, too.
    """
    bare = "<div class=story><p>Sail.</p></div>"
    wall = f"<title>News</title><h1>News from the river</h1>{bare}"
    with serve(ExampleSite()) as server:
        _serve(server, wall)
        _serve_feed(server, "".join(map(_full_item, range(len(_TOWNS) - 1))))
        asked = ("outlets", "repair", "gazette", "--mirror", server.url, "--delay", "0")
        done = newscrawl(*asked, "--accept", **crawled)
        file = tmp_path / "outlets" / "gazette.py"
        written = file.read_text()
        assert f'beside=("{HOME}/rss",)' in written
        told = f'beside=("{HOME}/is-gone", "https://www.gazette.example/told")'
        own = f'parts=lambda page: ("{HOME}/note",) if page.url.endswith("107") else ()'
        file.write_text(written.replace(f'beside=("{HOME}/rss",)', f"{told}, {own}"))
        new = _full_item(7).replace("ferries-7", "ferries-107")
        _serve_feed(server, "".join(map(_full_item, range(7))) + new)
        kind = {"Content-Type": "text/html"}
        server.override("/note", status=200, body="<p>No text of its own.</p>", headers=kind)
        server.override("/news/ferries-107", status=200, body=bare, headers=kind)
        mirror = ("-a", f"mirror={server.url}", "-s", "DOWNLOAD_DELAY=0")
        _send_on_once(server, "/told", "/rss")
        again = newscrawl("crawl", "gazette", "-a", "since=2026-01-01", *mirror, **crawled)
        _send_on_once(server, "/told", "/rss")
        _serve_feed(server, "".join(map(_full_item, range(7))))
        server.override("/news/ferries-107", status=200, body=f"{bare}<p>Sail!</p>", headers=kind)
        named = ("-a", f"urls={HOME}/news/ferries-107")
        later = newscrawl("crawl", "gazette", *named, *mirror, **crawled)
    assert later.returncode == 0, later.stderr
    assert done.returncode == 0, done.stderr + done.stdout
    # A page on which something stays lost may have been edited; of two, it would end with 1.
    assert "found in lists, of the pages that they link to: text, headline, date_pub" in done.stdout
    assert "still lost: body on 1, headline on 1, date_published on 1 of 8 pages" in done.stdout
    assert again.returncode == 0, again.stderr
    for which in (("--outlet", "gazette"), ("--article", f"{HOME}/news/ferries-107")):
        replayed = newscrawl("replay", *which, **crawled)
        assert replayed.returncode == 0, replayed.stderr

    engine = connect(crawled["NEWSCRAWL_DATABASE_URL"])
    with Session(engine) as session:
        rows = session.execute(
            text(
                "SELECT a.url, a.headline, a.body, a.date_published, layout FROM articles a"
                " JOIN revision r ON r.id = a.revision_id ORDER BY a.url"
            )
        )
        found = {row[0].rpartition("-")[2]: tuple(row[1:]) for row in rows}
        parts = session.scalars(text("SELECT url FROM snapshot WHERE part_of IS NOT NULL"))
        assert set(parts) == {f"{HOME}/rss", f"{HOME}/note"}
        assert session.scalar(text("SELECT max(revision_count) FROM articles")) == 1
    engine.dispose()
    headline, body, published, layout = found["107"]
    assert headline == "Ferries to Hazel"
    assert body.split("\n\n") == re.findall("<p>(.*?)</p>", _text(7))
    assert published == datetime(2026, 2, 8, 10, tzinfo=UTC)
    assert re.fullmatch(r"story-2.*-by-feed", layout)
    assert {each[3] for key, each in found.items() if key != "107"} == {"story"}


def test_a_file_that_would_not_be_right_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "outlets" / "gazette.py"
    file.parent.mkdir()
    file.write_text(FILE)
    (file.parent / "_gazette_repaired.py").write_text("# mine\n")
    with pytest.raises(OutletError, match="no valid file could be made"):
        write_repair(at_path(file), "OUTLET = None\n", "._gazette_before", Config(home=tmp_path))

    names = ["_gazette_repaired.py", "gazette.py"]
    assert sorted(path.name for path in file.parent.glob("*.py")) == names
    assert (file.parent / "_gazette_repaired.py").read_text() == "# mine\n"


def test_a_file_that_is_a_link_is_written_where_it_leads(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept" / "river.py", tmp_path / "outlets" / "gazette.py"
    for place in (kept, link):
        place.parent.mkdir()
    kept.write_text(FILE)
    link.symlink_to(kept)
    code = "from ._gazette_before import OUTLET as BEFORE\nOUTLET = BEFORE\n"

    place = write_repair(at_path(link), code, "._gazette_before", Config(home=tmp_path))

    assert (place, link.readlink(), kept.read_text()) == (link, kept, code)
    assert (link.parent / "_gazette_before.py").read_text() == FILE
    assert sorted(path.name for path in tmp_path.glob("*/*.py")) == [
        *("_gazette_before.py", "gazette.py", "river.py")
    ]


def test_an_outlet_without_articles_cannot_be_repaired(
    crawled: dict[str, str], tmp_path: Path
) -> None:
    done = newscrawl("outlets", "repair", "taz", **crawled)
    assert (done.returncode, done.stderr.strip().splitlines()[-1]) == (
        1,
        "newscrawl: the archive has no article of taz with a known text",
    )
