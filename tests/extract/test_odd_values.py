"""Values of every JSON type in every property, meta tag and microdata: no page raises."""

import json
from html import escape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl import read_article
from newscrawl.errors import ExtractionError
from newscrawl.extract import extract
from newscrawl.page import Page
from tests.rows import every_row

URL = "https://www.harbor.test/2026/03/04/story"
TEXT = "The ferry to the northern islands stopped on Tuesday in the middle of the strait."
PROPERTIES = (
    "@type @id @graph @context headline name alternativeHeadline description author creator editor "
    "contributor datePublished dateCreated dateModified uploadDate articleSection keywords about "
    "publisher inLanguage image thumbnailUrl url mainEntityOfPage mainEntity isAccessibleForFree "
    "hasPart isPartOf articleBody wordCount itemListElement sourceOrganization copyrightHolder "
    "liveBlogUpdate comment citation"
).split()
METAS = (
    "author article:author og:title og:description description og:type og:locale og:image og:url "
    "og:site_name article:published_time article:modified_time article:section article:tag "
    "keywords news_keywords date pubdate dc.creator dcterms.created parsely-pub-date "
    "article:content_tier content-language robots twitter:title twitter:image"
).split()
ITEMS = "headline author name datePublished dateModified articleBody articleSection image".split()

TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["\x00\x1f", "\u202e", "&#99999999999;", "9" * 5000, "-1", "1e999", "NaN", "http://[", "//",
         "0000-00-00", "2026-03-04T05:06:07+99:99", "<p>", "</script", "a" * 3000, "\ud83d", "]]>"]
    ),
)  # fmt: skip
PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([10**400, -(10**30), 1772600000000, 2**63]),
    st.floats(),
    TEXTS,
)
KEYS = st.sampled_from(["@value", "@list", "@set", "@id", "@type", "@language", "name", "url"])
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(KEYS, st.text(max_size=5)), inner, max_size=3),
    ),
    max_leaves=8,
)


def page(told: object = None, head: str = "", inside: str = "") -> bytes:
    data = json.dumps(told).replace("</", "<\\/")
    return (
        f'<html><head><title>The Ferry</title>{head}<script type="application/ld+json">{data}'
        f"</script></head><body><article><h1>The Ferry</h1>{inside}<p>{TEXT}</p></article></body>"
    ).encode("utf-8", "surrogatepass")


def told(**named: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "The Ferry", **named}


def outcome(html: bytes) -> tuple[str, dict[str, str]]:
    """What a page comes to, and which of its readers raised."""
    read = Page(URL, html)
    try:
        extract(read)
        read_article(html, URL)
    except ExtractionError as error:
        return error.reason, read.raised
    return "article", read.raised


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.dictionaries(st.sampled_from(PROPERTIES), VALUES, min_size=1, max_size=4))
def test_any_value_in_any_property_of_json_ld_raises_nothing(named: dict[str, Any]) -> None:
    assert outcome(page(told(**named)))[1] == {}


@every_row(
    "value",
    [
        *("7", "-1.5", "9" * 400, "1e999", "NaN", "-Infinity", "true", "null", '""', "[]", "{}"),
        *("20260304", "1772600000000000", '"-0001-01-01"', '"9999-12-31T23:59:59-14:00"'),
        *('{"@value": 5}', '{"@value": [["a"]]}', '{"@list": [["a"], {"@list": [3]}]}'),
        *('{"@set": null}', '{"@id": 3}', '{"@type": [null, 3], "name": [{}]}', "[[null, [{}]]]"),
        *('"http://[::1"', '"²"', '"\\ud800"', "[" * 50 + "]" * 50),
        *(f'{{"{name}": ' * 50 + "3" + "}" * 50 for name in ("name", "@value", "author")),
    ],
)
def test_each_value_in_all_properties_of_json_ld_raises_nothing(value: str) -> None:
    all_of_them = {name: "VALUE" for name in PROPERTIES if name != "headline"}
    within = dict.fromkeys(("author", "image", "publisher", "hasPart", "liveBlogUpdate"))
    for named in (all_of_them, {name: {"@type": "Person", **all_of_them} for name in within}):
        raw = json.dumps(told(**named)).replace('"VALUE"', value)
        script = f'<script type="application/ld+json">{raw}</script>'
        assert outcome(page(None, script))[1] == {}


@settings(max_examples=100, deadline=None, derandomize=True)
@given(VALUES)
def test_json_ld_may_be_any_value(value: Any) -> None:
    assert outcome(page(value))[1] == {}


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.dictionaries(st.sampled_from(METAS), TEXTS, min_size=1, max_size=4))
def test_any_text_in_any_meta_tag_raises_nothing(named: dict[str, str]) -> None:
    head = "".join(
        f'<meta {way}="{name}" content="{escape(value)}">'
        for name, value in named.items()
        for way in ("name", "property")
    )
    assert outcome(page(None, head))[1] == {}


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.dictionaries(st.sampled_from(ITEMS), TEXTS, min_size=1, max_size=4))
def test_any_text_in_any_item_of_microdata_or_rdfa_raises_nothing(named: dict[str, str]) -> None:
    inside = "".join(
        f'<{tag} {way}="{name}" {where}="{escape(value)}">{escape(value)}</{tag}>'
        for name, value in named.items()
        for way in ("itemprop", "property")
        for tag, where in (("span", "content"), ("time", "datetime"), ("meta", "content"))
    )
    assert outcome(page(None, inside=inside))[1] == {}


ANN = {"@type": "Person", "name": "Ann Lee"}


@every_row(
    "value",
    [
        *("Ann Lee", ["Ann Lee"], [["Ann Lee"]], ANN, [ANN], {"@value": "Ann Lee"}),
        *({"@list": ["Ann Lee"]}, {"@list": [ANN]}, {"@set": [ANN]}, {"name": ["Ann Lee"]}),
        *({"name": {"@value": "Ann Lee"}}, [None, 3, "Ann Lee"]),
        {"name": None, "@value": "Ann Lee"},
        {"@type": "Person", "givenName": "Ann", "familyName": ["Lee"]},
        {"@type": "Person", "alternateName": "Ann Lee"},
        ["undefined", {"name": "null null"}, ANN],
        *({"0": ANN}, {"en": "Ann Lee", "de-DE": "Anna Lee"}, {"value": "Ann Lee"}),
    ],
)  # fmt: skip
def test_a_name_is_read_from_each_shape_that_json_ld_has(value: object) -> None:
    assert read_article(page(told(author=value)), URL).authors == ("Ann Lee",)


@every_row(
    "value",
    [
        *("2026-03-04T04:53:20Z", ["2026-03-04T04:53:20Z"], {"@value": "2026-03-04T04:53:20Z"}),
        *(1772600000, 1772600000.0, 1772600000000, "1772600000", "1772600000000"),
        *({"@type": "DateTime", "@value": "2026-03-04T04:53:20Z"}, {"@list": [1772600000]}),
        *({"@value": 1772600000}, [None, "2026-03-04T04:53:20Z"]),
        {"@type": "DateTime", "value": "2026-03-04T04:53:20Z"},
        *({"date": "2026-03-04T04:53:20Z", "timezone": "UTC"}, {"$date": "2026-03-04T04:53:20Z"}),
    ],
)
def test_a_date_is_read_from_each_shape_that_json_ld_has(value: object) -> None:
    date = read_article(page(told(datePublished=value)), URL).date_published
    assert date is not None
    assert date.isoformat() == "2026-03-04T04:53:20+00:00"


def test_properties_that_begin_large_are_read() -> None:
    large = {"@type": "NewsArticle", "Headline": "The Ferry", "Author": "Ann Lee"}
    assert read_article(page({"author": "Bo Ray", **large}), URL).authors == ("Bo Ray",)
    assert read_article(page(large), URL).authors == ("Ann Lee",)


@pytest.mark.parametrize("value", ["A ferry.", {"@value": "A ferry."}, [{"@value": "A ferry."}]])
@pytest.mark.parametrize(
    ("name", "field"), [("description", "description"), ("articleSection", "section")]
)
def test_a_text_is_read_from_each_shape_that_json_ld_has(
    value: object, name: str, field: str
) -> None:
    assert getattr(read_article(page(told(**{name: value})), URL), field) == "A ferry."


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("<p>A <b>ferry</b>, late.<br/>Again.</p>", "A ferry, late. Again."),
        ("A <a href='/sea'>fer</a>ry.", "A ferry."),
        ("They saw <The Palace: Tale of a Sea>.", "They saw <The Palace: Tale of a Sea>."),
        ("<A Love Story>, told again.", "<A Love Story>, told again."),
    ],
)
def test_a_description_has_no_tags_and_each_of_its_words(value: str, said: str) -> None:
    assert read_article(page(told(description=value)), URL).description == said


@every_row(
    "nearly",
    [
        "{}; ", "{} ,", "// sea\n{}", "/* sea */ {}", "<!-- {} -->", "//<![CDATA[\n{}\n//]]>",
        "<![CDATA[{}]]>", "\ufeff{}", "[{},]", "{}\n{}", "{}{}", '{{"@graph": [{},]}}',
        "/*<![CDATA[*/{}/*]]>*/", "<!--\n{}\n//-->", "[{} {}]", "[{},,{}]", "{}; [sea",
        *("null\n{}", "window.story = {};", "var story={}", "story = {}"),
        *("<!-- sea -->\n{}", '[{{"image": , "about":}}, {}]'),
        '[{{"free": True, "size": +1, "id": 007, "no": 00, "image": None}}, {}]',
         '[{{None: 1}}, {}]',
        "<br />\n<b>Warning</b>: no sea in <b>/a.php</b> on line <b>3</b><br />\n{}",
        "# sea\n{}", "Notice: no sea\n{}", "```json\n{}\n```", "({})", "JSON.parse('{}')",
        " \ufeff\n{}", "(function () {{ return {} }})()", '[{{"about": "\\u00 sea"}},&nbsp;{}]',
        '[{{"a": <?php echo $sea ?>, "b": new Date(), "c": 0x1F, "d": .5}}, {}]',
        '[{{"image": undefined}}, {}]', '[{{"about": "a ferry\\\'s"}}, {}]',
    ],
)  # fmt: skip
@every_row("kind", ["application/ld+json", "application/ld+json; charset=utf-8",
                                  "Application/LD+JSON", " application/ld+json "])  # fmt: skip
def test_json_ld_that_is_nearly_json_is_read(nearly: str, kind: str) -> None:
    one = json.dumps(told(author="Ann Lee", about="// no comment, } ,]"))
    said = nearly.format(*[one] * nearly.count("{}"))
    head = f'<script type="{kind}">{said}</script>'
    assert read_article(page(None, head), URL).authors == ("Ann Lee",)


@every_row("commented", ["/* {} */", "// {}", '{{"a" "b" ! {}}}', 'sea "is" {}'])
def test_json_ld_that_is_in_a_comment_or_a_broken_value_is_not_read(commented: str) -> None:
    said = commented.format(json.dumps(told(author="Ann Lee")))
    head = f'<script type="application/ld+json">{said}</script>'
    assert read_article(page(None, head), URL).authors == ()


@every_row(
    "spelled",
    [
        '{"@type": "NewsArticle", "author": "Ann Lee", "about": "sea"',
        '{"@type": "NewsArticle", "author": "Ann Lee", "image": {"url": ["/a.jpg"',
        '{"@type": "NewsArticle", "author": {"name": "Ann Lee"}, "articleBody": "The ferry st',
        "{'@type': 'NewsArticle', 'about': 'a ferry\\'s \"bell\"', 'author': 'Ann Lee'}",
        '{"@type": "NewsArticle", author: "Ann Lee", about: {sea: true}}',
        '{"@type": "NewsArticle", "about": "A "ferry", and a bell", "author": "Ann Lee"}',
        '{"@type": "NewsArticle" "about": ["sea"] "author": "Ann Lee"}',
        '"{\\"@type\\": \\"NewsArticle\\", \\"author\\": \\"Ann Lee\\"}"',
        '{"@graph": {"a": {"@type": "NewsArticle", "author": "Ann Lee"}}}',
        '{,"@type": "NewsArticle",, "author": "Ann Lee"}',
        "{“@type”: “NewsArticle”, “author”: “Ann Lee”}",
        '{"@type": "schema:NewsArticle", "schema:author": {"https://schema.org/name": "Ann Lee"}}',
        '{"type": "NewsArticle", "author": {"type": "Person", "id": "#ann", "name": "Ann Lee"}}',
        '{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "The Harbor"}, '
        '"creator": {"@type": "Person", "name": "Ann Lee"}}',
    ],
)
def test_json_ld_that_is_spelled_otherwise_is_read(spelled: str) -> None:
    head = f'<script type="application/ld+json">{spelled}</script>'
    assert read_article(page(None, head), URL).authors == ("Ann Lee",)


@every_row("mark", ["&quot;", "&#34;", "&#x22;"])
def test_json_ld_that_was_escaped_as_html_is_read(mark: str) -> None:
    escaped = escape(json.dumps(told(author="Ann Lee"))).replace("&quot;", mark)
    head = f'<script type="application/ld+json">{escaped}</script>'

    assert read_article(page(None, head), URL).authors == ("Ann Lee",)


@every_row(
    "unfilled",
    ["undefined", "undefined undefined", "null", "NaN", "[object Object]", "{{ author.name }}",
     "[[author]]", "${author}", "<%= author %>", "%%author%%", "__AUTHOR__", "Invalid Date"],
)  # fmt: skip
def test_what_a_program_left_empty_is_no_value(unfilled: str) -> None:
    named = dict.fromkeys(("headline", "author", "description", "articleSection"), unfilled)
    content = escape(unfilled)
    head = "".join(
        f'<meta property="og:{name}" content="{content}">' for name in ("title", "description")
    )
    head += f'<meta name="author" content="{content}"><title>{content}</title>'

    article = read_article(page(told() | named, head), URL)
    assert (article.headline, article.authors) == ("The Ferry", ())
    assert (article.description, article.section) == (None, None)


@pytest.mark.parametrize("kind", ["WebPage", "schema:WebPage", ["ItemPage", "WebPage"]])
@pytest.mark.parametrize("is_lone", [True, False])
def test_what_the_pages_own_object_says_counts_where_the_articles_says_nothing(
    kind: object, is_lone: bool
) -> None:
    site = {"@type": "WebPage", "url": "https://www.harbor.test/", "dateModified": "2020-01-01"}
    own = {"@type": kind, "url": URL, "author": "Ann Lee", "datePublished": "2026-03-04"}
    articles = [] if is_lone else [{"@type": "Article", "headline": "The Ferry", "author": []}]

    article = read_article(page({"@graph": [site, own, *articles]}), URL)
    assert article.authors == ("Ann Lee",)
    assert (str(article.date_published)[:10], article.date_modified) == ("2026-03-04", None)
    named = read_article(page([own, told(author="Bo Ray")]), URL)
    assert named.authors == ("Bo Ray",)


HERE, THERE = {"headline": "The Ferry"}, {"headline": "A Bear Sleeps in a Library"}
ANOTHER = {"@type": "NewsArticle", "author": "Bo Ray", "datePublished": "2020-01-01"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({**THERE, "url": "/2025/01/01/bear"}, {**HERE, "url": "/2026/03/04/story"}),
        ({**THERE, "url": "/2025/01/01/bear"}, {"headline": "Seen", "url": "/2026/03/04/story"}),
        ({**HERE, "@type": "DiscussionForumPosting"}, HERE),
        ({**HERE, "@type": ["SocialMediaPosting"]}, HERE),
        (THERE, {"@id": f"{URL}#article"}),
    ],
)
def test_of_several_articles_the_one_of_this_page_counts(
    first: dict[str, object], second: dict[str, object]
) -> None:
    graph = [{**ANOTHER, **first}, told(author="Ann Lee") | second]

    for values in (graph, graph[::-1], {"@type": "WebPage", "mainEntity": graph}):
        assert read_article(page(values), URL).authors == ("Ann Lee",)


def test_a_lone_article_that_says_it_is_another_page_is_not_this_one() -> None:
    another = ANOTHER | THERE | {"url": "https://www.harbor.test/bear"}

    assert read_article(page(another), URL).authors == ()
    # An address alone may be spelled otherwise.
    assert read_article(page(another | HERE), URL).authors == ("Bo Ray",)
    # It is this one where the page, a copy for phones, says that it is at that address.
    for own in ('<link rel="canonical" href="{}">', '<meta property="og:url" content="{}">'):
        copy = page(another, own.format(another["url"]))
        assert read_article(copy, URL).authors == ("Bo Ray",)


@every_row(
    "named",
    [
        {"name": "Ann Lee"},
        {"givenName": "Ann", "familyName": "Lee"},
        {"alternateName": "Ann Lee"},
    ],
)
@every_row("value", [{"@id": "#ann"}, "#ann", [{"@id": "#ann"}, "#ann"]])
def test_an_author_may_be_named_elsewhere_in_the_graph(value: object, named: object) -> None:
    ann = {"@type": "Person", "@id": "#ann", **named}  # type: ignore[dict-item]

    assert read_article(page({"@graph": [told(author=value), ann]}), URL).authors == ("Ann Lee",)
