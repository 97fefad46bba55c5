"""Pages as no site would print them: cut, spliced, damaged, nested."""

import random
import time

import pytest

from newscrawl import Outlet, read_article
from newscrawl.errors import ExtractionError
from newscrawl.outlets import load_outlet
from tests.rows import every_row
from tests.site.example import ExampleSite

SITE = ExampleSite()
PAGES = [(SITE.truth(story.key)["url"], SITE.respond(story.path)[2]) for story in SITE.stories]
OUTLET = load_outlet("moscow_times")
HARM = (
    *(b"\0", b"\xff\xfe", b"\xd0", b"<div>" * 4000, b"<b>" * 300, b"</div>" * 50, b"&#xD800;"),
    *(b"<!--", b"<script>", b"<svg>", b"<table><tr>", b'"', b"[", b"null", b'{"@type":'),
    b'<meta property="article:published_time" content="9999-12-31T23:59:59-23:59">',
    b'<time datetime="0000-00-00">',
    b'<link rel="canonical" href="http://[">',
)


def mutated(chance: random.Random) -> tuple[str, bytes]:
    url, html = chance.choice(PAGES)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(html) + 1)
        html = chance.choice((_cut, _spliced, _harmed, _damaged))(html, at, chance)
    return url, html


def _cut(html: bytes, at: int, chance: random.Random) -> bytes:
    return html[:at]


def _spliced(html: bytes, at: int, chance: random.Random) -> bytes:
    other = chance.choice(PAGES)[1]
    return html[:at] + other[chance.randrange(len(other)) :][:5000] + html[at:]


def _harmed(html: bytes, at: int, chance: random.Random) -> bytes:
    return html[:at] + chance.choice(HARM) + html[at:]


def _damaged(html: bytes, at: int, chance: random.Random) -> bytes:
    damaged = bytearray(html)
    for _ in range(chance.randint(1, 200) if html else 0):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


@pytest.mark.parametrize("outlet", [OUTLET, None], ids=["outlet", "generic"])
def test_a_mutated_page_is_an_article_or_an_extraction_error(outlet: Outlet | None) -> None:
    outcomes = {_outcome(*mutated(random.Random(seed)), outlet) for seed in range(150)}

    assert outcomes > {"article"}


def _outcome(url: str, html: bytes, outlet: Outlet | None) -> str:
    started = time.process_time()
    try:
        read_article(html, url, outlet)
    except ExtractionError as error:
        return error.reason
    finally:
        assert time.process_time() - started < 1
    return "article"


@every_row(
    "page",
    [
        "<title>A - B{} - C</title><h1>The ferry</h1><p>It stopped at night.</p>",
        '<meta property="og:title" content="A{}"><h1>The ferry</h1><p>It stopped at night.</p>',
        "<title>A</title><h1>The {} ferry</h1><p>It stopped at night.</p>",
        '<title>A</title><div class="a{}"><h1>The ferry</h1>' + "<p>It stopped.</p>" * 50,
        "<title>A</title>{}<h1>The ferry</h1><p>It stopped at night.</p>",
        "<title>A</title><h1>The ferry</h1><p>It stopped at night.{}</p>",
    ],
)
@every_row("unit", [" ", "a ", " - ", "a", "é>", "<", "&amp;", "share ", "1."])
def test_a_megabyte_of_one_thing_anywhere_takes_less_than_a_second(page: str, unit: str) -> None:
    filled = page.replace("{}", unit * (1_000_000 // len(unit)))

    assert _outcome("https://a.test/1", filled.encode("cp1252"), None)
