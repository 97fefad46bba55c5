import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from newscrawl import read_article
from newscrawl.errors import NoHeadline, NotAnArticle, ReaderFailed, TooDeep, TooLarge, Undecodable
from newscrawl.markup.nesting import deepest_nesting
from newscrawl.markup.parser_limits import MOST_ELEMENTS
from newscrawl.page import Page
from newscrawl.size_limits import LARGEST_PAGE
from tests.rows import every_row

URL = "https://a.test/a"
TEXT = "Россия и мир сегодня: новости"


def written(encoding: str, meta: str = "") -> bytes:
    return f"<head>{meta}</head><body><h1>{TEXT}</h1><p>{TEXT}</p>".encode(encoding)


def charset(name: str) -> str:
    return f'<meta charset="{name}">'


@every_row(
    ("html", "declared"),
    [
        (written("utf-8"), None),
        (written("utf-8"), "utf-8"),
        (written("utf-8-sig"), None),
        (written("utf-8"), "no-such-charset"),
        (written("utf-8"), "iso-8859-1"),
        (written("utf-8", charset("windows-1251")), None),
        (written("utf-8", charset("utf-16")), None),
        (written("windows-1251"), "windows-1251"),
        (written("windows-1251", charset("windows-1251")), None),
        (written("windows-1251", charset("windows-1251")), "utf-8"),
        (written("koi8-r", charset("koi8-r")), None),
        (written("utf-16"), None),
        (written("utf-16"), "utf-16"),
    ],
)
def test_a_page_is_read_in_its_own_encoding(html: bytes, declared: str | None) -> None:
    assert Page(URL, html, declared=declared).text_of("h1") == TEXT


def test_bytes_that_fit_no_encoding_are_refused() -> None:
    with pytest.raises(Undecodable):
        _ = Page(URL, random.Random(1).randbytes(9000)).tree


SENTENCES = {
    "ru": (
        ["windows-1251", "koi8-r", "cp866"],
        "В городе третий день идёт снег. Жители говорят: мэр обещал им к субботе тёплый дождь.",
    ),
    "de": (["windows-1252"], "Über die Brücke fährt heute kein Zug, sagte der Bürgermeister."),
    "pl": (["windows-1250"], "Śnieg pada już trzeci dzień, a nikt się nie skarży, mówią wędkarze."),
    "el": (["windows-1253"], "Το χιόνι πέφτει στην πόλη για τρίτη μέρα και κανείς δεν μιλάει."),
    "zh": (["gb18030"], "在这个国家，人们用了一年的时间来建造一座大桥，工程师们说这是为了未来。"),
    "ja": (
        ["shift_jis", "euc_jp"],
        "この町では三日間雪が降り続いているが、誰もそれを気にしていない。",
    ),
}


def articles() -> list[tuple[str, str]]:
    """Forty articles, each with an encoding that can write it."""
    made = [
        (name, f"{story} {number} {story[number:]}")
        for number in range(3)
        for encodings, story in SENTENCES.values()
        for name in (*encodings, "utf-8", "utf-16")
    ]
    return made[:40]


@pytest.mark.parametrize(
    ("header", "meta"),
    [("{}", ""), ("iso-8859-1", ""), ("utf-8", "{}"), ("", "iso-8859-1"), ("", "utf-8"), ("", "")],
)
def test_articles_are_read_exactly_whatever_is_said_of_their_encoding(
    header: str, meta: str
) -> None:
    wrong = []
    for encoding, story in articles():
        said = charset(meta.format(encoding)) if meta else ""
        text = f"<head>{said}</head><body><h1>{story}</h1><p>{story}</p></body>"
        html = text.encode(encoding)
        page = Page(URL, html, declared=header.format(encoding) or None)
        if page.text_of("h1") != " ".join(story.split()):
            wrong.append((encoding, page.encoding))

    assert len(articles()) == 40
    assert wrong == []


def test_a_page_of_more_than_ten_megabytes_is_refused() -> None:
    assert Page(URL, b" " * LARGEST_PAGE).tree is not None
    with pytest.raises(TooLarge):
        _ = Page(URL, b" " * (LARGEST_PAGE + 1)).tree


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "html",
    [
        b"<div>" * 200_000,
        b"<div></span>" * 100_000,
        b"<div\n>" * 100_000,
        b"<x-y/>" * 100_000,
        b"<path/>" * 100_000,
        b"<svg><path><td>" * 70_000,
        b"<p><b k=1>" * 100_000,
        b"<table><tr><td>" * 70_000,
        b"<ul><li>" * 100_000,
    ],
)
def test_absurd_nesting_is_refused_before_it_is_parsed(html: bytes) -> None:
    with pytest.raises(TooDeep):
        _ = Page(URL, html).tree


@pytest.mark.parametrize(
    "unit", [b"<p>x", b"<li>x", b"<svg><path/><g><use/></g></svg>", b"<div><span>x</div>", b"<br>"]
)
def test_a_long_page_is_not_a_deep_one(unit: bytes) -> None:
    assert Page(URL, unit * 6_100).tree is not None


TAGS = st.sampled_from("div span section p li ul b i a x-y".split())
PIECES = st.lists(st.tuples(st.sampled_from(["<{}>", "</{}>", "<{}/>"]), TAGS), min_size=1)


@given(PIECES)
@example([("<{}>", "x-y"), ("<{}>", "div"), ("</{}>", "div"), ("<{}>", "p"), ("</{}>", "x-y")])
@settings(max_examples=200, deadline=None)
def test_the_scan_sees_what_the_parser_will_build(pieces: list[tuple[str, str]]) -> None:
    html = "".join(form.format(tag) for form, tag in pieces).encode() * 30

    built = _built(LexborHTMLParser(html).body)

    assert built <= 3 * deepest_nesting(html, 10_000) + 10


def _built(body: LexborNode | None) -> int:
    level = [body] if body else []
    depth = -1
    while level:
        level = [child for node in level for child in node.iter()]
        depth += 1
    return depth


@pytest.mark.parametrize("html", [b"<", b"<!--", b"<html"])
def test_a_page_of_nothing_has_no_headline(html: bytes) -> None:
    with pytest.raises(NoHeadline):
        read_article(html, URL)


@pytest.mark.parametrize(
    ("html", "reason"),
    [(b"", "empty"), (b" ", "empty"), (b"\x00", "not_html"), (b"\xef\xbb\xbf", "not_html")],
)
def test_what_is_no_page_is_no_article(html: bytes, reason: str) -> None:
    with pytest.raises(NotAnArticle, match=reason):
        read_article(html, URL)


def test_nuls_and_lone_surrogates_do_no_harm() -> None:
    html = b"<h1>a\0b &#xD800;</h1><p>Text\0 &#xDFFF; of the story.</p>"

    body = read_article(html, URL).body

    assert body.encode()
    assert "of the story" in body


def test_a_reader_that_raised_may_be_tried_otherwise() -> None:
    page = Page("https://a.test/1", b"<p>Gulls</p>")
    with pytest.raises(ReaderFailed):
        page.need("body/main", lambda page: [][0])
    assert page.need("body/main", lambda page: "Gulls") == "Gulls"
    assert page.raised == {}


def test_the_first_meta_tag_of_a_name_wins() -> None:
    html = b'<meta name=Author content=" A "><meta property=author content=B><meta name=x content>'

    assert Page(URL, html).metas == {"author": "A"}


def test_a_page_of_more_elements_than_any_writer_writes_is_too_large() -> None:
    html = b"<title>A</title><article>" + b"<p>a." * (MOST_ELEMENTS + 1)

    with pytest.raises(TooLarge, match="elements"):
        _ = Page("https://a.test/1", html).tree
