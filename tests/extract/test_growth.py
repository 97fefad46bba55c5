"""What a page may hold in thousands costs its readers time in proportion, and no more."""

import json
import time

import pytest

from newscrawl.extract import extract
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page

URL = "https://news.example/2026/10/11/gulls-1"
STORY = "The harbor office has counted its gulls, and there are more of them than last year."
#: Seconds of the processor for each page: all of them take less than one, and took over twenty.
MOST = 8


def _page(body: str = "", linked: str = "") -> Page:
    scripts = f'<script type="application/ld+json">{linked}</script>' if linked else ""
    return Page(
        URL,
        f"<html><head><title>Gulls</title>{scripts}</head><body><article><h1>Gulls</h1>"
        f"<p>{STORY}</p>{body}</article></body></html>".encode(),
    )


def _class_names() -> Page:
    names = " ".join(f"c{number}" for number in range(30_000))
    said = "".join(
        f"<p>It was said on day {number} that gulls are alike.</p>" for number in range(9_000)
    )
    return _page(f'<div class="{names}">{said}</div>')


def _nested_class_names() -> Page:
    opened = "".join(
        f'<div class="{" ".join(f"c{level}-{number}" for number in range(100))}">'
        for level in range(300)
    )
    return _page(opened + "<p>It was said that gulls are alike.</p>" * 5_000)


def _authors() -> Page:
    story = {"@type": "NewsArticle", "author": [{"@id": f"#{n}"} for n in range(20_000)][::-1]}
    people = [{"@type": "Person", "@id": f"#{n}", "name": f"Ann B{n}"} for n in range(20_000)]
    return _page(linked=json.dumps({"@graph": [story, *people]}))


def _articles() -> Page:
    story = {"@type": "NewsArticle", "headline": "Gulls"}
    return _page(linked=json.dumps([story] * 60_000))


def _scripts() -> Page:
    marks = ("\n", " ", "\\`", "\\'", "'\\", '"\\', "`\\", f'tell("{STORY * 5}")\n')
    scripts = (f"<script>{mark * (200_000 // len(mark))}</script>" for mark in marks)
    return Page(URL, f"<title>Gulls</title><h1>Gulls</h1>{''.join(scripts)}".encode())


def _profiles() -> Page:
    told = "".join(f'<meta name="author" content="https://x.example/{n}">' for n in range(5_000))
    links = "".join(f'<a href="/gull/{n}">Gull {n}</a>' for n in range(15_000))
    return Page(URL, f"<title>Gulls</title>{told}<h1>Gulls</h1><p>{STORY}</p>{links}".encode())


def _asides() -> Page:
    said = f"<p>{STORY}</p>" + "<div><aside><p>It was said that gulls are all alike.</p></aside>"
    return Page(URL, f"<title>Gulls</title><h1>Gulls</h1>{said * 2_900}".encode())


def _folds() -> Page:
    rest = "".join(
        f'<div hidden id="r{n}"><p>{STORY} It is day {n}.</p></div>' for n in range(8_000)
    )
    return _page(f"<p>{STORY}</p>{rest}")


def _author(told: str, linked: str = "") -> Page:
    link = f'<meta name="author" content="{told}"><a href="/{linked}">Ann Lee</a>'
    return Page(URL, f"<title>Gulls</title>{link}<h1>Gulls</h1><p>{STORY}</p>".encode())


GROWN = {
    "a class that each paragraph takes up again": lambda: _page(
        f'<b class="{"a" * 1_000_000}">' + f"<p>{STORY}</p>" * 800
    ),
    "addresses of authors, and links": _profiles,
    "an address of a link": lambda: _author("https://x.example/ann", "a" * 300_000 + "//"),
    "an author of one word": lambda: _author("a" * 200_000),
    "boxes in boxes of their own": _asides,
    "buttons in a heading": lambda: _page("<h2>" + "<button>Why?</button>" * 20_000 + "</h2>"),
    "hidden boxes with ids": _folds,
    "class names of an element": _class_names,
    "class names of nested elements": _nested_class_names,
    "references to authors": _authors,
    "articles in JSON-LD": _articles,
    "comments without an end in JSON-LD": lambda: _page(linked='{"a": 1,}' + "/* " * 100_000),
    "white space and quotation marks in scripts": _scripts,
    "dates around all that follows": lambda: _page(
        '<time datetime="2026-10-11">' * 40 + f"<p>{STORY}</p>" * 10_000
    ),
    "dates in all that is around them": lambda: _page(
        "<div>" * 2_500 + '<time datetime="2026-10-11">now</time>' * 500
    ),
    "quotes without an end in JSON-LD": lambda: _page(linked="{'" + "\\'" * 100_000),
    "brackets without an end in JSON-LD": lambda: _page(linked='{"a": ["b", ' * 40_000),
    "values behind each other in JSON-LD": lambda: _page(linked='{"@type": "Thing"} ' * 100_000),
}


@pytest.mark.parametrize("kind", GROWN)
def test_no_reader_takes_the_square_of_what_a_page_holds(kind: str) -> None:
    page = GROWN[kind]()
    began = time.process_time()

    article = extract(page)

    assert time.process_time() - began < MOST
    assert STORY in article.body


def test_a_layouts_containers_are_read_once_however_they_nest() -> None:
    outlet = Outlet(
        name="herald", title="Herald", home="https://news.example", language="en",
        layouts=(Layout("story", ".part"),),
    )  # fmt: skip
    lines = [f"In street {number} a gull was seen on each roof." for number in range(10_000)]
    nested = '<div class="part">' * 60 + "<br><br>".join(lines)
    began = time.process_time()

    article = extract(_page(nested), outlet)

    assert time.process_time() - began < MOST
    assert article.body.split("\n\n") == lines


def test_the_marks_that_count_are_those_that_an_article_has() -> None:
    """The bound is far above what writers write."""
    names = " ".join(f"c{number}" for number in range(60))
    article = extract(
        _page(f'<div class="{names}"><div class="newsletter"><p>Write to us.</p></div></div>')
    )

    [block] = [block for block in article.blocks if block.text == "Write to us."]
    assert "newsletter" in block.marks
