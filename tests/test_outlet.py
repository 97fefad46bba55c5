"""What an outlet says of URLs: whose they are, what they identify, when they date from."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest

from newscrawl.errors import OutletError
from newscrawl.outlet import Outlet, Owners
from newscrawl.outlets import load_outlet
from newscrawl.urls import in_ascii
from tests.rows import every_row

OUTLET = Outlet(
    name="example",
    title="Example",
    home="https://www.example.org",
    language="en",
    aliases=("ru.example.org", "example.net/ru"),
    hosts=("static.example.org",),
    articles=(
        r"^/(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)/[^/]+-a(?P<key>\d+)$",
        r"^/archive/[^/]+$",
    ),
)
MIRRORED = OUTLET.at("http://127.0.0.1:8000/")
NARROWER = Outlet(
    name="harbor", title="Harbor", home="https://harbor.org", language="en", aliases=("ru.net/a/b",)
)


@every_row(
    ("url", "spelling"),
    [
        ("/a", "https://www.example.org/a"),
        ("http://www.example.org/a", "https://www.example.org/a"),
        ("https://example.org/a", "https://www.example.org/a"),
        ("https://ru.example.org/a?b=1", "https://www.example.org/a?b=1"),
        ("https://example.net/ru/a", "https://www.example.org/a"),
        ("https://example.net/ru", "https://www.example.org/"),
        ("https://example.net/rush", "https://example.net/rush"),
        ("http://static.example.org/s.xml", "https://static.example.org/s.xml"),
        ("https://other.org/a", "https://other.org/a"),
        (
            "https://www.example.org/?u=http://other.org",
            "https://www.example.org/?u=http://other.org",
        ),
        ("https://example.org//evil.org/a", "https://www.example.org//evil.org/a"),
        ("https://example.net/ru//evil.org/a", "https://www.example.org//evil.org/a"),
        ("mailto:a@example.org", None),
    ],
)
def test_a_url_is_spelt_as_the_archive_spells_it(url: str, spelling: str | None) -> None:
    assert OUTLET.canonical(url) == spelling


@every_row(
    ("url", "owned"),
    [
        ("https://www.example.org/a", True),
        ("https://example.org/a", True),
        ("https://static.example.org/a", True),
        ("https://example.net/ru/a", True),
        ("https://example.net/a", False),
        ("https://notexample.org/a", False),
        ("https://www.example.org.evil.org/a", False),
        ("http://127.0.0.1:8000/a", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_an_outlet_knows_its_own(url: str, owned: bool) -> None:
    assert OUTLET.owns(url) is owned
    assert Owners([MIRRORED, NARROWER]).of(url) is (MIRRORED if owned or ":8000" in url else None)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://ru.net/a/b/x", "harbor"),
        ("HTTPS://RU.NET:443/a/b", "harbor"),
        ("https://ru.net/a/bc", "wider"),
        ("https://ru.net/c", None),
        ("http://harbor.org/x", "harbor"),
    ],
)
def test_of_two_at_a_host_the_nearer_one_is_the_owner(url: str, name: str | None) -> None:
    wider = replace(NARROWER, name="wider", home="https://wider.org", aliases=("ru.net/a",))
    for outlets in ([wider, NARROWER], [NARROWER, wider]):
        found = Owners(outlets).of(url)
        assert (found and found.name) == name


def test_a_mirror_is_the_outlets_too() -> None:
    url = "https://www.example.org/archive/x?p=1"
    asked = "http://127.0.0.1:8000/archive/x?p=1"

    assert MIRRORED.fetched_from(url) == asked
    assert MIRRORED.owns(asked)
    assert MIRRORED.canonical(asked) == url
    assert MIRRORED.fetched_from("https://other.org/") == "https://other.org/"
    assert OUTLET.fetched_from(url) == url
    # As browsers ask for it, and no other site, which strasse.example is.
    spelled = OUTLET.at("http://straße.example:8000").fetched_from(url)
    assert spelled == "http://xn--strae-oqa.example:8000/archive/x?p=1"


@every_row(
    ("path", "canonical"),
    [
        ("/a-b_c/~d.html", "/a-b_c/~d.html"),
        ("/", "/"),
        ("", "/"),
        ("//a/b", "//a/b"),
        ("/a/../b", "/b"),
        ("/a/.b", "/a/.b"),
        ("/a#b", "/a"),
        ("/a%7Eb", "/a~b"),
        ("/a?utm_source=x", "/a"),
        ("/é", "/%C3%A9"),
    ],
)
def test_an_address_at_a_mirror_is_spelled_as_at_home(path: str, canonical: str) -> None:
    assert MIRRORED.canonical(f"http://127.0.0.1:8000{path}") == f"{OUTLET.home}{canonical}"
    assert OUTLET.canonical(f"{OUTLET.home}{path}") == f"{OUTLET.home}{canonical}"


CYRILLIC = replace(
    OUTLET,
    home="https://Пример.рф",
    aliases=("зеркало.рф/ру",),
    hosts=("файлы.рф",),
    articles=(r"^/news/(?P<key>\d+)$", r"^/новости/[^/]+$"),
)
PUNYCODE = replace(
    CYRILLIC,
    home="https://xn--e1afmkfd.xn--p1ai/",
    aliases=(f"{in_ascii('зеркало.рф')}/%D1%80%D1%83",),
    hosts=(in_ascii("файлы.рф"),),
)


@every_row("outlet", [CYRILLIC, PUNYCODE])
@every_row(
    ("url", "key"),
    [
        ("https://пример.рф/news/1", "1"),
        ("https://xn--e1afmkfd.xn--p1ai/news/1", "1"),
        ("http://www.ПРИМЕР.рф/news/1?ysclid=x", "1"),
        ("/news/1", "1"),
        ("https://зеркало.рф/ру/news/1", "1"),
        ("https://пример.рф/новости/1", quote("/новости/1")),
        ("https://пример.рф/%d0%bd%d0%be%d0%b2%d0%be%d1%81%d1%82%d0%b8/%31", quote("/новости/1")),
        ("https://другой.рф/news/1", None),
    ],
)  # fmt: skip
def test_an_outlet_knows_its_articles_in_any_alphabet(
    outlet: Outlet, url: str, key: str | None
) -> None:
    spelled = outlet.canonical(url)

    assert spelled is not None
    assert spelled.isascii()
    assert outlet.key(spelled) == key
    assert outlet.owns(spelled) is (key is not None)
    assert url.startswith("/") or outlet.owns(url) is (key is not None)
    assert outlet.canonical("https://файлы.рф/a.xml") == outlet.canonical(
        f"https://{in_ascii('файлы.рф')}/a.xml"
    )
    assert outlet.owns("https://файлы.рф/a.xml")


@every_row(
    "mirror",
    [
        *("127.0.0.1:8000", "ftp://127.0.0.1", "http://", ""),
        *("http://host/ru", "http://host//", "http://host?a", "http://host/#a", "http://a:b@host"),
    ],
)
def test_a_mirror_is_an_address(mirror: str) -> None:
    with pytest.raises(OutletError, match="a mirror looks like"):
        OUTLET.at(mirror)


@pytest.mark.parametrize(
    ("url", "key", "day"),
    [
        ("https://www.example.org/2026/03/31/a-title-a77", "77", date(2026, 3, 31)),
        ("https://www.example.org/2026/02/31/a-title-a77", "77", None),
        ("https://www.example.org/archive/old", "/archive/old", None),
        ("https://www.example.org/2026/03/31/a-title-a77?p=2", None, None),
        ("https://www.example.org/2026/03/31/a-title", None, None),
        ("https://other.org/2026/03/31/a-title-a77", None, None),
        ("http://[::1", None, None),
    ],
)
def test_a_url_says_which_article_and_of_which_day(
    url: str, key: str | None, day: date | None
) -> None:
    assert OUTLET.key(url) == key
    assert OUTLET.date_of(url) == day


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2026/mar/31/a-title", date(2026, 3, 31)),
        ("2026/march/31/a-title", date(2026, 3, 31)),
        ("2026/mar/a-title", date(2026, 3, 1)),
        ("2026/moo/31/a-title", None),
    ],
)
def test_a_url_may_name_its_month(path: str, day: date | None) -> None:
    named = r"^/(?P<year>\d{4})/(?P<month>[a-z]+)/(?:(?P<day>\d+)/)?[^/]+$"
    outlet = replace(OUTLET, articles=(named,))

    assert outlet.date_of(f"https://www.example.org/{path}") == day


@pytest.mark.parametrize("wrong", [{"name": "The Times"}, {"articles": ("(",)}])
def test_a_wrong_outlet_is_refused(wrong: dict[str, object]) -> None:
    given = {"name": "example", "title": "E", "home": "https://e.org", "language": "en", **wrong}

    with pytest.raises(OutletError):
        Outlet(**given)  # type: ignore[arg-type]


def test_the_fingerprint_of_an_outlets_reading_is_the_same_in_every_process() -> None:
    told = "from newscrawl import load_outlets; print([o.reading for o in load_outlets().values()])"
    runs = {
        subprocess.run(
            [sys.executable, "-c", told],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(runs) == 1
    changed = replace(load_outlet("moscow_times"), boilerplate=())
    assert changed.reading != load_outlet("moscow_times").reading


def test_the_fingerprint_changes_with_any_file_that_an_outlet_is_written_in(
    tmp_path: Path,
) -> None:
    (tmp_path / "couriers").mkdir()
    outlet = tmp_path / "couriers" / "courier.py"
    shared = tmp_path / "couriers" / "shared.py"
    (tmp_path / "couriers" / "__init__.py").write_text("")
    shared.write_text("def headline(page):\n    return 'News'\n")
    outlet.write_text(
        "from newscrawl.outlet import Outlet\nfrom .shared import headline\n"
        "OUTLET = Outlet(name='courier', title='C', home='https://c.test', language='en',\n"
        "                fields={'headline': headline})\n"
    )
    info = tmp_path / "courier-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: courier\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[newscrawl.outlets]\ncourier = couriers.courier\n")
    told = "from newscrawl import load_outlets; print(load_outlets()['courier'].reading)"

    def reading() -> bytes:
        environ = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            [sys.executable, "-c", told], env=environ, capture_output=True, check=True
        )
        return done.stdout

    first = reading()
    assert reading() == first
    shared.write_text("def headline(page):\n    return 'Olds'\n")
    second = reading()
    outlet.write_text(outlet.read_text().replace("'en'", "'de'"))
    assert len({first, second, reading()}) == 3
