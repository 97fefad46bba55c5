"""The entries of a live blog, in whatever shape a page has them."""

import json
from typing import Any

import pytest

from newscrawl.article import Article, blocks_of_entries
from newscrawl.boilerplate import After, Says, clean
from newscrawl.extract import extract
from newscrawl.outlet import Layout, LiveEntries, Outlet
from newscrawl.page import Page

URL = "https://herald.test/live"
STORM = "The storm closed three bridges in the north of the city."


def in_html(*entries: str, behind: str = "", **words: Any) -> Article:
    """A page of the outlet whose entries are these elements."""
    selectors = LiveEntries(words.pop("each", ".post"), **words)
    layout = Layout("live", body=".blog", entries=selectors)
    outlet = Outlet(
        name="herald",
        title="The Herald",
        home="https://herald.test",
        language="en",
        timezone="Europe/Riga",
        layouts=(layout,),
    )
    html = f"<h1>Storm</h1><div class='blog'><p>A storm came.</p>{''.join(entries)}</div>{behind}"
    return extract(Page(URL, html.encode()), outlet)


def in_data(*entries: Any, body: str = "", **fields: Any) -> Article:
    """A page without a layout, with these entries in its JSON-LD."""
    blog = {"@type": "LiveBlogPosting", "headline": "Storm", "liveBlogUpdate": list(entries)}
    script = f'<script type="application/ld+json">{json.dumps(blog | fields)}</script>'
    html = f"<title>Storm</title>{script}<main><h1>Storm</h1><p>{STORM}</p>{body}</main>"
    return extract(Page(URL, html.encode()))


def texts(article: Article) -> list[str]:
    return ["|".join(block.text for block in blocks) for blocks in blocks_of_entries(article)]


def post(body: str = "<p>Rain.</p>", given: str = 'id="a"') -> str:
    return f"<div class='post' {given}>{body}</div>"


def update(text: str = STORM, **fields: Any) -> dict[str, Any]:
    return {"@type": "BlogPosting", "articleBody": text, **fields}


@pytest.mark.parametrize(
    ("body", "words", "text"),
    [
        ("<h3>Rain</h3><time>1.00</time><p>It rains.</p><p>Still.</p>", {}, "It rains.|Still."),
        ("<div><time>1.00</time> | By <b class='by'>Ann</b></div><p>It rains.</p>",
         {"author": ".by"}, "It rains."),
        ("<p>Share this</p><div class='text'><p>It rains.</p></div>", {"body": ".text"},
         "It rains."),
        # A heading that is no headline of this entry is text.
        ("<h3>Rain</h3><p>It rains.</p><h4>At sea</h4>", {}, "It rains.|At sea"),
    ],
)  # fmt: skip
def test_the_text_is_all_but_time_headline_and_author(
    body: str, words: dict[str, str], text: str
) -> None:
    assert texts(in_html(post(body), **words)) == [text]


@pytest.mark.parametrize(
    ("given", "key", "name"),
    [
        ('id="p-1" data-id="2"', None, "p-1"),
        ('data-id="2"', None, "2"),
        ('id="p-1" data-uid="u3"', "data-uid", "u3"),
        ('id="p-1"', "a@href", "anchor"),
        ('id="p-1"', "data-uid", "2026-03-01T10:05:00+00:00/319b44c570a4"),
    ],
)
def test_an_entry_is_known_by_its_name_else_by_time_and_headline(
    given: str, key: str | None, name: str
) -> None:
    body = "<h3>Rain</h3><time datetime='2026-03-01 12:05'></time><a href='#anchor'>#</a><p>x</p>"

    [entry] = in_html(post(body, given), key=key).entries

    assert entry.key == name
    assert (entry.headline, entry.date_published and entry.date_published.hour) == ("Rain", 10)


def test_entries_without_names_that_are_alike_are_two() -> None:
    one, other = in_html(post("<p>Rain.</p>", ""), post("<p>Hail.</p>", "")).entries
    alike = in_html(*(post(f"<time>2026-03-01</time><p>{t}</p>", "") for t in "ab")).entries

    assert one.key != other.key
    assert [entry.key.count("/") for entry in alike] == [0, 1]


def test_of_two_entries_of_one_name_the_first_counts() -> None:
    pinned = in_html(post("<p>Rain.</p>"), post("<p>Hail.</p>", 'id="b"'), post("<p>Rain.</p>"))
    told = in_data(*(update("Only here.", identifier="7") for _ in range(2)))

    assert [[entry.key for entry in one.entries] for one in (pinned, told)] == [["a", "b"], ["7"]]
    assert [block.text for block in told.blocks].count("Only here.") == 1


def test_an_entry_inside_another_keeps_its_text_to_itself() -> None:
    inner = post("<p>Inner.</p>", 'id="b"')

    assert texts(in_html(post(f"<p>Outer.</p>{inner}<p>End.</p>"))) == ["Outer.|End.", "Inner."]


@pytest.mark.parametrize(
    ("body", "given", "key", "text"),
    [
        # Under the element that the address names, whatever the data says of its text.
        ("<section id='b1'><p>Rain.</p><p>Hail.</p></section>",
         {"articleBody": "Rain", "url": f"{URL}#b1"}, "b1", "Rain.|Hail."),
        (f"<section id='b1'><p>1.05 Ann Lee</p><p>{STORM * 2}</p><p>Share</p></section>",
         {"articleBody": STORM * 2, "url": f"{URL}#b1"}, "b1", STORM * 2),
        # Where its letters stand.
        ("", {"identifier": "7"}, "7", STORM),
        ("<p>Trains stop.</p><p>Ice.</p>",
         {"articleBody": f"{STORM} Trains stop.", "identifier": "7"}, "7", f"{STORM}|Trains stop."),
        ("", {"url": "/live/one-entry"}, "/live/one-entry", STORM),
        # In the data alone.
        ("", {"articleBody": "<p>Ice came.</p><p>Then it went.</p>", "@id": "#b2"}, "b2",
         "Ice came.|Then it went."),
        ("", {"articleBody": ["Ice came."], "headline": {"@value": "Ice"}, "@id": "#b3"}, "b3",
         "Ice came."),
    ],
)  # fmt: skip
def test_an_entry_of_the_data_finds_its_text(
    body: str, given: dict[str, Any], key: str, text: str
) -> None:
    article = in_data(update(**given), body=body)

    assert [entry.key for entry in article.entries] == [key]
    assert texts(article) == [text]
    assert article.body == in_data(body=body).body


@pytest.mark.parametrize(
    "odd", [None, 3, [], "text", {"@type": "BlogPosting"}, {"headline": None, "articleBody": {}}]
)
def test_what_is_no_entry_is_passed_over(odd: Any) -> None:
    assert [entry.key for entry in in_data(odd, update(identifier="1")).entries] == ["1"]


def test_a_live_blog_of_another_page_has_no_entry_of_this_one() -> None:
    blog = {"@type": "LiveBlogPosting", "url": "/other", "liveBlogUpdate": [update()]}
    told = [{"@type": "NewsArticle", "headline": "Storm", "url": URL}, blog | {"url": URL + "2"}]
    script = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    html = f"<title>Storm</title>{script}<h1>Storm</h1><p>{STORM}</p>"

    assert extract(Page(URL, html.encode())).entries == ()


@pytest.mark.parametrize(
    ("behind", "words", "has_more"),
    [
        ("", {}, False),
        ("<a href='/x'>Storm</a>", {}, False),
        ("<button>Load more posts</button>", {}, True),
        ("<button>Показать ещё</button>", {}, True),
        ("<a rel='next' href='?page=2'>2</a>", {}, True),
        ("<i class='older'>2</i>", {"more": ".older"}, True),
        # An outlet's own word says it all.
        ("<button>Load more posts</button>", {"more": ".older"}, False),
    ],
)
def test_a_page_may_say_that_it_has_more(
    behind: str, words: dict[str, str], has_more: bool
) -> None:
    assert in_html(post(), behind=behind, **words).has_more_entries is has_more


def test_a_reader_that_raises_costs_the_entries_alone() -> None:
    article = in_html(post(), each="..")

    assert (article.entries, article.body) == ((), "A storm came.\n\nRain.")


def test_rules_take_from_entries_and_what_stands_in_the_data_is_no_neighbour() -> None:
    read = in_data(update("Ice came to the bridges.\nGive!", **{"@id": "#b"}),
                   body="<p>More news</p>")  # fmt: skip

    article = clean(read, [Says("plea", "^Give"), After("more", "^More news")])

    assert article.body.endswith(STORM)
    assert texts(article) == ["Ice came to the bridges."]
    assert [(one.rule, one.at, str(one.block.kind)) for one in article.removed] == [
        ("more", 2, "paragraph"),
        ("plea", 4, "entry"),
    ]
    assert clean(article, []) == read
