"""From an address to an outlet file that reads what the site says, and never over another."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from stat import S_IMODE

import pytest

from newscrawl.describe.address_shapes import article_patterns
from newscrawl.describe.named_feeds import feeds_in, is_of_comments
from newscrawl.describe.outlet_draft import draft_of, idle_parameters
from newscrawl.outlet import Feed, Outlet, Section, Sitemap
from newscrawl.outlet_files.load_outlet_files import at_path
from newscrawl.page import Page
from newscrawl.read_page import article_of
from tests.cli.runner import newscrawl
from tests.rows import every_row
from tests.site.example import ExampleSite, SiteServer, serve

_HTML = {"Content-Type": "text/html; charset=utf-8"}
_AT_ONCE = ("--delay", "0")
HOME = "https://www.gazette.example"
SISTER = "https://www.bulletin.example"
_TOWNS = "amber birch cedar delta elder fern grove hazel".split()


def _page(number: int) -> str:
    town = _TOWNS[number].title()
    text = "".join(
        f"<p>The ferry to {town} sails at {hour} o'clock on every day of week {number}, and comes "
        f"back before the tide of {hour + number} turns against it.</p>"
        for hour in range(6, 12)
    )
    return (
        f'<html lang="en"><head><title>Ferries to {town} - The Gazette</title>'
        f'<link rel="canonical" href="{HOME}{_path(number)}">'
        '<link rel="alternate" type="application/rss+xml" href="/feeds/all.xml">'
        '<meta property="og:site_name" content="The Gazette">'
        f'<meta property="article:published_time" content="2026-02-{number + 1:02}T10:00:00Z">'
        f"</head><body><nav><a href='/'>Home</a></nav><h1>Ferries to {town}</h1>"
        f'<div class="story-text">{text}<p>Letters from the river, every Friday</p></div>'
        "<footer><p>Printed by the river, and on it.</p></footer></body></html>"
    )


def _path(number: int) -> str:
    return f"/news/2026/02/{number + 1:02}/ferries-to-{_TOWNS[number]}-{41170 + number}"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(len(_TOWNS)):
        (folder / f"{number}.html").write_text(_page(number))
    return folder


def _holds_what_the_site_is(file: Path) -> None:
    found = at_path(file)
    assert found.faults == ()
    outlet = found.outlet
    assert outlet is not None
    assert (outlet.title, outlet.home, outlet.language) == ("The Gazette", HOME, "en")
    assert Feed("/feeds/all.xml") in outlet.sources
    assert [layout.body for layout in outlet.layouts] == [".story-text"]
    assert outlet.key(HOME + _path(3)) == "41173"
    assert str(outlet.date_of(HOME + _path(3))) == "2026-02-04"
    assert outlet.key(f"{HOME}/news/about") is None
    assert any("Letters from the river" in repr(rule) for rule in outlet.boilerplate)
    assert len(file.read_text().splitlines()) <= 40


def test_saved_pages_make_a_file_with_its_proof(pages: Path, tmp_path: Path) -> None:
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}
    command = ("outlets", "add", HOME, "--pages", str(pages))
    file = tmp_path / "home" / "outlets" / "gazette.py"

    tried = newscrawl(*command, "--dry-run", **home)
    assert (tried.returncode, file.exists()) == (0, False), tried.stderr
    made = newscrawl(*command, **home)
    first = file.read_text()
    again = newscrawl(*command, **home)

    assert made.returncode == 0, made.stderr
    _holds_what_the_site_is(file)
    assert "8 pages read: story 8; agreement" in made.stdout
    assert made.stdout.count(f": {HOME}/news/") == 8
    assert (again.returncode, file.read_text()) == (2, first)
    assert "nothing is written" in again.stderr


def test_one_page_makes_the_file_that_it_allows(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(_page(1))
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}

    done = newscrawl("outlets", "add", HOME, "--pages", str(tmp_path), **home)

    file = tmp_path / "home" / "outlets" / "gazette.py"
    outlet = at_path(file).outlet
    assert (done.returncode, outlet is not None) == (0, True), done.stderr
    assert outlet is not None
    assert outlet.key(f"{HOME}/sport/2026/03/04/a-race-50170") == "50170"
    assert (outlet.layouts, outlet.sources) == ((), (Feed("/feeds/all.xml"),))
    assert "It rests on one page: no other tells" in file.read_text()


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([], "no page of an article was found at www.gazette.example"),
        ([_page(1).replace(_path(1), "/about")], f"nothing tells {HOME}/about from the address"),
        ([_page(1).replace(f"{HOME}{_path(1)}", "/news/1")], "no page of an article was found"),
    ],
)
def test_what_makes_no_file_is_told_in_one_line(
    files: list[str], told: str, tmp_path: Path
) -> None:
    for number, text in enumerate(files):
        (tmp_path / f"{number}.html").write_text(text)
    (tmp_path / "page.mhtml").write_text("MIME-Version: 1.0")
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}

    done = newscrawl("outlets", "add", HOME, "--pages", str(tmp_path), **home)

    assert ("holds no .html: save pages as HTML" in done.stderr) == (not files)
    last = done.stderr.strip().splitlines()[-1]
    assert (done.returncode, told in last, "give --pages DIR" in last) == (1, True, True), last
    is_nameless = any('href="/news/1"' in text for text in files)
    assert ("add <!-- saved from url=(1)ADDRESS --> at its top" in done.stderr) == is_nameless
    assert not (tmp_path / "home" / "outlets").exists()


class _Served:
    """The Gazette's site: what it answers, and where."""

    def __init__(self) -> None:
        links = [HOME + _path(number) for number in range(len(_TOWNS))]
        items = "".join(f"<item><title>F</title><link>{url}</link></item>" for url in links[:5])
        rows = "".join(f"<url><loc>{url}</loc></url>" for url in links)
        months = "".join(
            f"<sitemap><loc>{HOME}/maps/2026-{month:02}.xml</loc></sitemap>" for month in (1, 2)
        )
        cards = "".join(f'<a href="{_path(n)}">F</a>' for n in range(4))
        further = "".join(f'<a href="{_path(n)}">F</a>' for n in range(4, 8))
        head = "<link rel='alternate' type='application/rss+xml' href='/feeds/all.xml'>"
        self.bodies = {
            "/": f"<html><head>{head}</head><body><nav><a href='/about'>About</a>"
            "<a href='/ferries'>Ferries</a></nav></body></html>",
            "/robots.txt": f"User-agent: *\nDisallow: /news/2026/02/03/\nSitemap: {HOME}/map.xml\n",
            "/feeds/all.xml": f'<rss version="2.0"><channel>{items}</channel></rss>',
            "/map.xml": f"<sitemapindex>{months}</sitemapindex>",
            "/maps/2026-02.xml": f"<urlset>{rows}</urlset>",
            "/ferries": f"<html><body>{cards}<a rel='next' href='/ferries/page/2'>2</a></body>",
            "/ferries/page/2": f"<html><body>{further}</body></html>",
            **{_path(n): _page(n) for n in range(8)},
        }

    def answer_by(self, server: SiteServer) -> None:
        for path, body in self.bodies.items():
            kind = (
                "application/xml"
                if body.startswith(("<rss", "<sitemapindex", "<urls"))
                else ("text/plain" if path == "/robots.txt" else "text/html")
            )
            server.override(path, status=200, body=body, headers={"Content-Type": kind})


@pytest.mark.parametrize("address", [HOME + "/", HOME + _path(6)])
def test_a_served_site_is_asked_for_all_that_lists_its_articles(
    address: str, tmp_path: Path
) -> None:
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}

    with serve(ExampleSite()) as server:
        _Served().answer_by(server)
        done = newscrawl("outlets", "add", address, "--mirror", server.url, *_AT_ONCE, **home)
        asked = [request.path for request in server.requests]

    assert done.returncode == 0, done.stderr
    file = tmp_path / "home" / "outlets" / "gazette.py"
    _holds_what_the_site_is(file)
    outlet = at_path(file).outlet
    assert outlet is not None
    [feed, sitemap, section] = outlet.sources
    assert feed == Feed("/feeds/all.xml")
    assert isinstance(sitemap, Sitemap)
    assert (sitemap.url, sitemap.month is not None) == ("/map.xml", True)
    assert section == Section("/ferries", "/ferries/page/{offset}", 2, 1)
    # The third of the month is forbidden by robots.txt.
    assert "3 sources, 7 pages" in done.stderr
    assert asked.count("/robots.txt") == 1
    assert f"asking {HOME}/ferries/page/2" in done.stderr
    assert "+ " not in done.stdout


def test_what_was_cut_off_goes_on_without_asking_again(tmp_path: Path) -> None:
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}
    command = ("outlets", "add", HOME, "--dry-run", *_AT_ONCE)

    with serve(ExampleSite()) as server:
        _Served().answer_by(server)
        first = newscrawl(*command, "--mirror", server.url, **home)
        for kept in [*(tmp_path / "home" / "surveys").rglob("*")][-3:]:
            kept.unlink(missing_ok=True)
        second = newscrawl(*command, "--mirror", server.url, **home)
    written = newscrawl("outlets", "add", HOME, "--mirror", server.url, *_AT_ONCE, **home)

    assert (first.returncode, second.returncode) == (0, 0), second.stderr
    assert S_IMODE((tmp_path / "home").stat().st_mode) == 0o700
    assert second.stderr.count("asking ") == 3
    assert "of an earlier try" not in first.stderr
    assert "of an earlier try" in second.stderr
    assert second.stdout == first.stdout
    # With the server gone, all that was heard is still there, until the file is written.
    assert written.returncode == 0, written.stderr
    assert not [*(tmp_path / "home" / "surveys").iterdir()]


#: Who runs the tests in the background hands down a SIGINT that is ignored.
_INTERRUPTED = """
import signal, sys
from newscrawl.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)
main(sys.argv[1:])
"""


def test_an_interrupt_ends_it_at_once_and_it_goes_on(tmp_path: Path) -> None:
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}
    with serve(ExampleSite()) as server:
        _Served().answer_by(server)
        command = ("outlets", "add", HOME, "--mirror", server.url)
        process = subprocess.Popen(
            [sys.executable, "-c", _INTERRUPTED, *command, "--delay", "1"],
            env={**os.environ, **home},
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr is not None
        asked = [process.stderr.readline() for _ in range(4)]
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)[1]
        done = newscrawl(*command, *_AT_ONCE, **home)

    assert all(line.startswith("asking ") for line in asked), asked
    assert (process.returncode, "Traceback" in said) == (130, False)
    assert (done.returncode, "3 answers of an earlier try" in done.stderr) == (0, True), done.stderr


def test_a_site_that_answers_and_lists_nothing_is_not_said_to_have_refused(tmp_path: Path) -> None:
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}
    with serve(ExampleSite()) as server:
        served = _Served()
        served.bodies = {"/": "<html><body>Soon.</body></html>"}
        served.answer_by(server)
        done = newscrawl("outlets", "add", HOME, "--mirror", server.url, *_AT_ONCE, **home)

    assert done.returncode == 1
    assert "its first answer" not in done.stderr


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (
            "http://127.0.0.1:9",
            "127.0.0.1:9 is not a public address, so it is not asked: give the",
        ),
        ("http://localhost:9/news", "localhost:9 is not a public address"),
        ("http://[::1]:9", "is not a public address"),
        ("www.gazette.example", "write https://www.gazette.example\n"),
        ("gazette", "write one such as https://gazette.example\n"),
    ],
)
def test_an_address_that_nobody_asks_is_told_with_the_remedy(
    address: str, told: str, tmp_path: Path
) -> None:
    done = newscrawl("outlets", "add", address, NEWSCRAWL_HOME=str(tmp_path))

    assert done.returncode == 2
    assert told in done.stderr
    assert "asking" not in done.stderr


def test_pages_of_another_site_are_told_with_its_address(pages: Path, tmp_path: Path) -> None:
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}

    done = newscrawl("outlets", "add", SISTER, "--pages", str(pages), **home)

    assert done.returncode == 1
    assert done.stderr.endswith(f"most of them are of www.gazette.example; give {HOME}\n")


def test_a_site_that_does_not_answer_is_asked_once(tmp_path: Path) -> None:
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}
    with serve(ExampleSite()) as server:
        gone = server.url
    done = newscrawl("outlets", "add", HOME, "--mirror", gone, *_AT_ONCE, **home)

    assert done.returncode == 1
    assert "1 requests, 0 sources, 0 pages" in done.stderr


def test_a_front_page_is_the_source_where_there_is_no_other(tmp_path: Path) -> None:
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}
    links = "".join(f'<a href="{_path(n)}">-</a>' for n in range(len(_TOWNS)))
    with serve(ExampleSite()) as server:
        for number in range(len(_TOWNS)):
            server.override(_path(number), status=200, body=_page(number), headers=_HTML)
        for path in ("/robots.txt", "/feeds/all.xml"):
            server.override(path, status=404)
        server.override("/", status=200, body=f"<title>-</title>{links}", headers=_HTML)
        done = newscrawl("outlets", "add", HOME, "--mirror", server.url, *_AT_ONCE, **home)

    assert done.returncode == 0, done.stderr
    outlet = at_path(tmp_path / "home" / "outlets" / "gazette.py").outlet
    assert outlet is not None
    assert outlet.sources == (Section("/"),)


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("The Gazette", "The Gazette"),
        ("The&#10; Gazette", "The Gazette"),
        ("gazette.example", "River Press"),
        ("", "River Press"),
    ],
)
def test_a_site_that_calls_itself_by_its_address_is_called_as_its_publisher(
    named: str, title: str
) -> None:
    told = '{"@type": "NewsArticle", "publisher": {"name": "River \\ud83d Press"}}'
    data = f'<script type="application/ld+json">{told}</script></head>'
    html = [
        _page(n).replace('content="The Gazette"', f'content="{named}"').replace("</head>", data)
        for n in range(3)
    ]
    pages = [Page(HOME + _path(n), each.encode()) for n, each in enumerate(html)]

    assert draft_of(HOME, pages, (), ()).outlet.title == title


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (403, "No.", " addresses: http_403): save some pages of articles"),
        (200, "", " pages is an article, "),
    ],
)
def test_articles_that_cannot_be_read_make_no_file(
    status: int, body: str, told: str, tmp_path: Path
) -> None:
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}
    with serve(ExampleSite()) as server:
        _Served().answer_by(server)
        for number in range(len(_TOWNS)):
            server.override(_path(number), status=status, body=body, headers=_HTML)
        done = newscrawl("outlets", "add", HOME, "--mirror", server.url, *_AT_ONCE, **home)

    assert done.returncode == 1
    assert told in done.stderr
    assert "of an earlier try" not in done.stderr
    assert not [*(tmp_path / "home" / "surveys").iterdir()]


def test_of_many_addresses_that_lead_nowhere_few_are_asked(tmp_path: Path) -> None:
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}
    links = "".join(f"<a href='/news/2026/02/07/ferries-to-{4117 + n}'>-</a>" for n in range(90))
    with serve(ExampleSite()) as server:
        for path in ("/robots.txt", "/rss", "/rss.xml", "/sitemap.xml"):
            server.override(path, status=404)
        server.override("/", status=200, body=f"<title>-</title>{links}", headers=_HTML)
        done = newscrawl("outlets", "add", HOME, "--mirror", server.url, *_AT_ONCE, **home)

    assert "(24 of 24 addresses: http_404)" in done.stderr
    assert (done.returncode, done.stderr.count("asking ") < 40) == (1, True)


def test_a_name_that_is_taken_is_told_before_anybody_is_asked(tmp_path: Path) -> None:
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}
    done = newscrawl("outlets", "add", HOME, "--name", "guardian", **home)
    assert (done.returncode, "asking" in done.stderr) == (2, False)
    assert "there is an outlet guardian in" in done.stderr


def test_a_site_that_an_outlet_archives_is_not_asked_again(tmp_path: Path) -> None:
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}
    done = newscrawl("outlets", "add", "https://themoscowtimes.com/news", **home)
    assert (done.returncode, "asking" in done.stderr) == (2, False)
    assert "a host of the outlet moscow_times in" in done.stderr


def test_a_site_that_forbids_it_is_told_in_one_line(tmp_path: Path) -> None:
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}
    with serve(ExampleSite()) as server:
        served = _Served()
        served.bodies["/robots.txt"] = "User-agent: *\nDisallow: /\n"
        served.answer_by(server)
        done = newscrawl("outlets", "add", HOME, "--mirror", server.url, *_AT_ONCE, **home)

    last = done.stderr.strip().splitlines()[-1]
    assert done.returncode == 1
    assert last == (
        "newscrawl: no page of an article was found at www.gazette.example (its first answer: "
        "robots): save some pages of articles, and give --pages DIR"
    )
    assert not (tmp_path / "home" / "outlets").exists()


def test_pages_that_a_browser_saved_need_not_say_their_address_or_a_feed(tmp_path: Path) -> None:
    """A page that papers share may name another one first; what is of another one is named."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(4):
        link = f'<link rel="canonical" href="{HOME}{_path(number)}">'
        bare = _page(number).replace(link, "").replace('rel="alternate"', "")
        saved = f"<!-- saved from url=(0042){HOME}{_path(number)} -->\n{bare}"
        if number == 3:
            saved = saved.replace("<title>", f"<link rel=canonical href={SISTER}/a><title>")
        (folder / f"{number}.html").write_text(saved)
    (folder / "strange.html").write_text(_page(5).replace(HOME, SISTER))
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}

    done = newscrawl("outlets", "add", HOME, "--pages", str(folder), "--name", "river", **home)

    assert done.returncode == 0, done.stderr
    assert "4 of 5 pages in" in done.stderr
    assert f"skipped, since its address is {SISTER}{_path(5)}\n" in done.stderr
    assert "4 pages read: story 4" in done.stdout
    assert done.stdout.endswith("from its line of sources, and write there what the site has\n")
    path = tmp_path / "home" / "outlets" / "river.py"
    file = path.read_text()
    assert "without sources a crawl asks nobody" in " ".join(file.replace("#", "").split())
    # What the comment shows needs no import of the reader's own.
    path.write_text(file.replace("# sources=", "sources="))
    outlet = at_path(path).outlet
    assert outlet is not None
    assert outlet.sources == (Feed("/rss"), Sitemap("/sitemap.xml"), Section("/news"))


@pytest.mark.parametrize(
    ("addresses", "pattern"),
    [
        (
            [f"/2026/02/25/a-bridge-a{n}" for n in range(9700, 9706)],
            r"^/(?P<year>\d{4})/(?P<month>\d{2})/(?P<day>\d{2})/[^/?]+[-_.]a(?P<key>\d{4,})/?$",
        ),
        ([f"/a/{s}-{n}" for n in (4001, 4002) for s in ("ice", "tea")], r"^/a/[^/?]+[-_][^/?]+/?$"),
        ([f"/ice/{n}" for n in range(4001, 4006)], r"^/ice/(?P<key>\d{4,})/?$"),
        ([f"/the-year-{n}" for n in range(2020, 2026)], r"^/[^/?]+[-_][^/?]+/?$"),
        (
            [f"/a/ice-{n}?from=rss" for n in (4001, 4002)],
            r"^/(?:[^/?]+/)*[^/?]+[-_.](?P<key>\d{4,})/?(?:\?from=[^&]*(?:&from=[^&]*)*)?$",
        ),
        ([f"/{s}/ice-{s}.html" for s in "abc"], r"^/[^/?]+/[^/?]+\.html/?$"),
    ],
)
def test_the_pattern_of_addresses_is_learned_with_its_key(
    addresses: list[str], pattern: str
) -> None:
    assert article_patterns([HOME + path for path in [*addresses, "/about"]]) == [pattern]


def test_a_number_that_translations_share_is_no_key() -> None:
    paths = [f"{s}/ice/{number}" for number in range(4001, 4007) for s in ("", "/de")]
    patterns = article_patterns([HOME + path for path in paths])
    outlet = Outlet(name="g", title="G", home=HOME, language="en", articles=tuple(patterns))
    assert {outlet.key(HOME + path) for path in paths} == set(paths)


_HEX = "5f1a3c9e8b7d6a5f4e3d2c"
_SLUGS = ("the-town-builds-a-bridge", "a-ferry-sails-at-noon", "no-ice-this-winter")


@every_row(
    ("listed", "asked", "key"),
    [
        ([f"/river/{_SLUGS[n]},UAf{n}GNd" for n in (0, 1)], "/sea/all-is-calm,TzVgXyZ", "TzVgXyZ"),
        ([f"/river/{_HEX}0{n}" for n in (1, 2)], f"/sea/{_HEX}99", f"{_HEX}99"),
        ([f"/a-{_HEX}0{n}.html" for n in (1, 2)], f"/all-is-calm-{_HEX}99.html", f"{_HEX}99"),
        (
            [f"/{s}-0f3e4d5c-1a2b-3c4d-5e6f-a1b2c3d4e5f{n}" for n, s in enumerate(_SLUGS)],
            "/calm-9f3e4d5c-1a2b-3c4d-5e6f-a1b2c3d4e5f9",
            "9f3e4d5c-1a2b-3c4d-5e6f-a1b2c3d4e5f9",
        ),
        ([f"/river/ice-1.71234{n}" for n in (56, 57)], "/sea/calm-1.7234999", "1.7234999"),
        ([f"/story/30001234{n}/{_SLUGS[n]}" for n in (0, 1)], "/live/300099999/ice", "300099999"),
        ([f"/river/article2450{n}5596/ice.html" for n in (1, 2)], "/sea/article99/b.html", None),
        (
            [f"/river/article2450{n}5596/ice.html" for n in (1, 2)],
            "/article24599999/b.html",
            "24599999",
        ),
        ([f"/view/{n}00017-the-ice" for n in (1, 2)], "/view/900017-calm", "900017"),
        (
            [f"/a/AST{n}F4445T1FUTIL02S.html" for n in (1, 2)],
            "/a/ASM2Q5HKNM2QUCVL02D.html",
            "ASM2Q5HKNM2QUCVL02D",
        ),
        (
            [f"/gma/{s}/story?id=1058677{n}" for n, s in enumerate(_SLUGS)],
            "/us/ice/story?id=44233864&cid=x",
            "44233864",
        ),
        # Two pages are no proof that all others stand in their section, or as deep.
        ([f"/river/{slug}" for slug in _SLUGS[:2]], "/sea/north/all-is-calm-there", ""),
        ([f"/river/{slug}" for slug in _SLUGS[:2]], "/authors/jane-doe", None),
        ([f"/2026/10/{n}1/{_SLUGS[n]}" for n in (1, 2)], "/sea/2026/3/9/all-is-calm-there", ""),
        ([f"/2026/feb/{n}1/{_SLUGS[n]}" for n in (1, 2)], "/sea/2026/mar/01/all-is-calm-there", ""),
        # What a feed adds to its links is no part of the key, and a further page is no article.
        (
            [f"/river/{slug}?cmp=rss" for slug in _SLUGS],
            "/river/all-is-calm-there?cmp=feed",
            "/river/all-is-calm-there",
        ),
        (
            [f"/river/{slug}?cmp=rss" for slug in _SLUGS],
            "/river/all-is-calm-there",
            "/river/all-is-calm-there",
        ),
        ([f"/river/{slug}?cmp=rss" for slug in _SLUGS], "/river/all-is-calm-there?page=2", None),
    ],
)
def test_articles_that_nobody_listed_have_their_key(
    listed: list[str], asked: str, key: str | None
) -> None:
    patterns = article_patterns([HOME + path for path in listed])
    outlet = Outlet(name="g", title="G", home=HOME, language="en", articles=tuple(patterns))

    assert outlet.key(HOME + asked) == (asked if key == "" else key), patterns


@pytest.mark.parametrize(
    ("listed", "canonical", "idle"),
    [
        ("/ice?cmp=rss", "/ice", {"cmp"}),
        ("/ice?id=17&ref=rss", "/ice?id=17", {"ref"}),
        ("/ice?id=17", "/ice?id=17", set()),
        ("/ice?id=17", "/other", set()),
    ],
)
def test_what_pages_leave_out_of_their_addresses_is_idle(
    listed: str, canonical: str, idle: set[str]
) -> None:
    text = _page(1).replace(HOME + _path(1), HOME + canonical)
    page = Page(HOME + listed, text.encode())
    article = article_of(page, None)
    assert article is not None

    assert idle_parameters([(page, article)]) == idle


@every_row(
    ("href", "title", "is_source"),
    [
        ("/feeds/all.xml", "The Gazette", True),
        ("/comments/feed/", "The Gazette » Comments Feed", False),
        ("/feeds/talk.xml", "Kommentare zu: Ice", False),
        (f"{_path(1)}/feed/", "The Gazette » Ferries to Birch", False),
        (f"{_path(1)}/?feed=rss2", "", False),
        ("/news/feed/", "News", True),
        ("https://www.comments.example/rss", "The Gazette", True),
        ("/comment/rss", "Comment and Analysis", True),
        ("/yorum/rss", "Yorum", True),
        ("http://[rss", "News", False),
        ("/feed/x", "Комментарии к записи «Лёд»", False),
    ],
)
def test_no_feed_of_comments_is_a_source(href: str, title: str, is_source: bool) -> None:
    # A relation is one of several words, in any letters.
    named = f'<link rel="Alternate home" type="application/rss+xml" title="{title}" href="{href}">'
    page = Page(HOME + _path(1), f"<html><head>{named}</head><body></body></html>".encode())
    outlet = Outlet(name="g", title="G", home=HOME, language="en")

    assert bool([*feeds_in(page, outlet)]) is is_source


def test_a_feed_of_comments_is_known_by_what_it_lists() -> None:
    item = "<item><title>By A</title><link>https://a.example/ice#comment-17</link></item>"
    plain = "<item><title>Ice</title><link>https://a.example/ice</link><comments>https://a.example/ice#comments</comments></item>"

    in_data = item.replace("<link>", "<link><![CDATA[").replace("</link>", "]]></link>")

    assert is_of_comments((item * 3).encode(), 1)
    assert is_of_comments((in_data * 3).encode(), 3)
    assert not is_of_comments(b"<link " + b"#c" * 200_000, 1), "in no time"
    assert not is_of_comments((plain * 3).encode(), 3)
