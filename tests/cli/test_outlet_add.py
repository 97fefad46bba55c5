"""From an address to an outlet file that reads what the site says, and never over another."""

from pathlib import Path

import pytest

from newscrawl.describe.address_shapes import article_patterns
from newscrawl.outlet import Feed
from newscrawl.outlet_files.outlet_modules import at_path
from tests.cli.runner import newscrawl
from tests.site.example import ExampleSite, serve

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


def test_a_served_site_is_asked_for_what_it_lists(tmp_path: Path) -> None:
    items = "".join(
        f"<item><title>F</title><link>{HOME}{_path(number)}</link></item>"
        for number in range(len(_TOWNS))
    )
    rss = f'<rss version="2.0"><channel><title>G</title>{items}</channel></rss>'
    front = (
        "<html><head><title>The Gazette</title><link rel='alternate' type='application/rss+xml'"
        " href='/feeds/all.xml'></head><body><a href='/about'>About</a></body></html>"
    )
    served = {"/": front, "/feeds/all.xml": rss, **{_path(n): _page(n) for n in range(8)}}
    home = {"NEWSCRAWL_HOME": str(tmp_path / "home")}

    with serve(ExampleSite()) as server:
        for path, body in served.items():
            kind = "application/xml" if path.endswith(".xml") else "text/html"
            server.override(path, status=200, body=body, headers={"Content-Type": kind})
        for path in ("/robots.txt", "/sitemap.xml", "/sitemap_index.xml"):
            server.override(path, status=404, body="", headers={"Content-Type": "text/plain"})
        done = newscrawl("outlets", "add", HOME + "/", "--mirror", server.url, **home)

    assert done.returncode == 0, done.stderr
    _holds_what_the_site_is(tmp_path / "home" / "outlets" / "gazette.py")
    assert "1 sources, 8 pages" in done.stderr


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
        ([f"/{s}/ice-{s}.html" for s in "abc"], r"^/[^/?]+/[^/?]+\.html/?$"),
    ],
)
def test_the_pattern_of_addresses_is_learned_with_its_key(
    addresses: list[str], pattern: str
) -> None:
    assert article_patterns([HOME + path for path in [*addresses, "/about"]]) == [pattern]
