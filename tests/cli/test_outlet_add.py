"""From an address to an outlet file that reads what the site says, and never over another."""

from pathlib import Path
from stat import S_IMODE

import pytest

from newscrawl.describe.address_shapes import article_patterns
from newscrawl.outlet import Feed, Section, Sitemap
from newscrawl.outlet_files.outlet_modules import at_path
from tests.cli.runner import newscrawl
from tests.site.example import ExampleSite, SiteServer, serve

_AT_ONCE = ("--delay", "0")
HOME = "https://www.gazette.example"
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


def test_too_few_pages_make_no_file(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(_page(1))
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}

    done = newscrawl("outlets", "add", HOME, "--pages", str(tmp_path), **home)

    assert (done.returncode, "give --pages DIR" in done.stderr) == (1, True)
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
    assert second.stdout == first.stdout
    # With the server gone, all that was heard is still there, until the file is written.
    assert written.returncode == 0, written.stderr
    assert not [*(tmp_path / "home" / "surveys").iterdir()]


def test_a_site_that_answers_and_lists_nothing_is_not_said_to_have_refused(tmp_path: Path) -> None:
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}
    with serve(ExampleSite()) as server:
        served = _Served()
        served.bodies = {"/": "<html><body>Soon.</body></html>"}
        served.answer_by(server)
        done = newscrawl("outlets", "add", HOME, "--mirror", server.url, *_AT_ONCE, **home)

    assert done.returncode == 1
    assert "its first answer" not in done.stderr


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
        "newscrawl: 0 pages of articles were found at www.gazette.example (its first answer: "
        "robots): save some, and give --pages DIR"
    )
    assert not (tmp_path / "home" / "outlets").exists()


def test_pages_that_a_browser_saved_need_not_say_their_address(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(4):
        link = f'<link rel="canonical" href="{HOME}{_path(number)}">'
        bare = _page(number).replace(link, "")
        saved = f"<!-- saved from url=(0042){HOME}{_path(number)} -->\n{bare}"
        (folder / f"{number}.html").write_text(saved)
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}

    done = newscrawl("outlets", "add", HOME, "--pages", str(folder), "--name", "river", **home)

    assert done.returncode == 0, done.stderr
    assert "4 pages read: story 4" in done.stdout
    assert (tmp_path / "home" / "outlets" / "river.py").exists()


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
            r"^/a/[^/?]+[-_.](?P<key>\d{4,})/?(?:\?.*)?$",
        ),
        ([f"/{s}/ice-{s}.html" for s in "abc"], r"^/[^/?]+/[^/?]+\.html/?$"),
    ],
)
def test_the_pattern_of_addresses_is_learned_with_its_key(
    addresses: list[str], pattern: str
) -> None:
    assert article_patterns([HOME + path for path in [*addresses, "/about"]]) == [pattern]
