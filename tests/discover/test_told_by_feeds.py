"""An entry of a feed is found for its page, however the feed spells the page's address."""

import gzip

import pytest

from newscrawl.discover.told_by_feeds import feed_text, in_feed, in_list
from newscrawl.extract.body.blocks import blocks_in
from newscrawl.page import Page
from tests.rows import every_row

HOME = "https://www.gazette.example"
PATH = "/news/ferries-1?page=2&old=1"


def _feed(link: str) -> bytes:
    item = f"<item><title>Ferries</title><link>{link}</link></item>"
    return f'<rss version="2.0"><channel><title>G</title>{item}</channel></rss>'.encode()


@every_row("path", [PATH, "/новости/ferries-1", "/news/ferries-1/"])
@every_row("home", [HOME, "http://www.gazette.example", "https://gazette.example"])
def test_a_page_is_known_by_its_host_and_path(home: str, path: str) -> None:
    link = f"{home}{path}".replace("&", "&amp;")
    beside = {
        f"{HOME}/rss": _feed(link),
        f"{HOME}/arts": f"<h1>Arts</h1><a href='{link}'>Ferries</a>".encode(),
    }

    page = Page(f"{HOME}{path}".rstrip("/"), b"", parts=beside)

    assert in_feed("headline")(page) == "Ferries"
    assert in_list(page) == "Arts"


@pytest.mark.parametrize(
    "body",
    [
        _feed(f"{HOME}/news/ferries-12"),
        _feed(f"https://herald.example{PATH}"),
        _feed(f"{HOME}{PATH}")[:-70],
        gzip.compress(_feed(f"{HOME}{PATH}"))[:40],
        b"\x1f\x8b",
        b"",
    ],
)
def test_what_leads_elsewhere_or_is_cut_off_tells_nothing(body: bytes) -> None:
    page = Page(f"{HOME}{PATH}", b"", parts={f"{HOME}/rss": body})

    assert in_feed("headline")(page) is None


def test_of_several_feeds_the_first_is_believed_or_the_one_that_is_named() -> None:
    """Its text, too: another may have a summary there."""
    first, second = (
        _feed(f"{HOME}{PATH}".replace("&", "&amp;")).replace(
            b"<title>Ferries</title>", f"<title>{title}</title><summary>{text}</summary>".encode()
        )
        for title, text in (("Ferries", "Read on."), ("Ann: Ferries", "The ferry sails at six."))
    )
    page = Page(f"{HOME}{PATH}", b"", parts={f"{HOME}/rss": first, f"{HOME}/all": second})

    assert in_feed("headline")(page) == "Ferries"
    assert in_feed("headline", f"{HOME}/all")(page) == "Ann: Ferries"
    assert in_feed("headline", f"{HOME}/gone")(page) is None
    texts = [feed_text("summary", feed)(page, blocks_in) for feed in (None, f"{HOME}/all")]
    assert [[block.text for block in found] for found in texts] == [
        ["Read on."],
        ["The ferry sails at six."],
    ]


def test_words_in_xhtml_are_told_in_their_order_and_their_elements_are_blocks() -> None:
    drawn = "<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>"
    inner = (
        f"The <b>ferry</b> sails<br/> &lt; six, <a href='/?b=1&amp;c'>{drawn}says <i>Ann</i></a>."
    )
    xhtml = "type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
    entry = (
        f"<entry><title {xhtml}{inner}</div></title><content {xhtml}<p>{inner}</p><p>Read on.</p>"
        f"</div></content><link href='{HOME}{PATH.replace('&', '&amp;')}'/></entry>"
    )
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>G</title>{entry}</feed>"
    page = Page(f"{HOME}{PATH}", b"", parts={f"{HOME}/atom": feed.encode()})

    assert in_feed("headline")(page) == "The ferry sails < six, says Ann."
    texts = [block.text for block in feed_text("content")(page, blocks_in)]
    assert texts == ["The ferry sails < six, says Ann.", "Read on."]


@every_row(("type_", "name"), [("type='html'", "ferries"), ("", "<i>ferries</i>")])
def test_an_element_is_markup_where_the_type_says_so(type_: str, name: str) -> None:
    title = f"<title {type_}>R&amp;amp;D of &lt;i>ferries&lt;/i>, and more</title>"
    entry = f"<entry>{title}<link href='{HOME}/1'/></entry>"
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>G</title>{entry}</feed>"
    page = Page(f"{HOME}/1", b"", parts={f"{HOME}/atom": feed.encode()})

    assert in_feed("headline")(page) == f"R&D of {name}, and more"


def test_a_text_in_xhtml_that_was_never_closed_ends_at_the_next_field() -> None:
    entry = (
        "<entry><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Ferries"
        f"<link xmlns='http://www.w3.org/2005/Atom' href='{HOME}/1'/></entry>"
    )
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>G</title>{entry}</feed>"
    page = Page(f"{HOME}/1", b"", parts={f"{HOME}/atom": feed.encode()})

    assert in_feed("headline")(page) == "Ferries"
