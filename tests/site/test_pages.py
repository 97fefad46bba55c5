"""The pages of the example site hold what their truth says, and all the traps."""

import html
import re

import pytest

from tests.rows import every_row
from tests.site.example import ExampleSite, RussianSite, eras

KINDS = {"article", "opinion", "analysis", "gallery", "video", "podcast", "live", "sponsored"}
RULES = {
    *("related related-words newsletter newsletter-words support-teaser support-honest").split(),
    *(
        "support-about-us support-attack support-foreign-agent support-favor support-message"
    ).split(),
    *("support-form support-ad-free tags read-more more-lists sidebar share spot-mistake").split(),
    *("copyright partners pdf-amp other-language opinion-disclaimer wire-credit").split(),
    *("republished sponsored-label reading-time legal-label legal-footnote contribute").split(),
}
SITES = (ExampleSite(), RussianSite())
PAGES = [(site, story) for site in SITES for story in site.stories]
every_page = every_row(("site", "story"), PAGES)


def page_of(site: ExampleSite, path: str) -> str:
    status, headers, body = site.respond(path)
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    return body.decode()


def text_of(page: str) -> str:
    """All text between tags, white space folded: a reader too simple to be wrong."""
    page = re.sub(r"(?s)<(script|style|head)\b.*?</\1>|<!--.*?-->", " ", page)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def squeezed(text: str) -> str:
    return "".join(text.split())


def all_texts(truth: dict) -> list[tuple[int, str, str]]:
    """Every block as read, in order: its place, kind and text."""
    removed = {each["at"]: (each["kind"], each["text"]) for each in truth["removed"]}
    kept = iter([(block["kind"], block["text"]) for block in truth["blocks"]])
    count = len(truth["blocks"]) + len(removed)
    return [(at, *(removed[at] if at in removed else next(kept))) for at in range(count)]


def test_there_are_forty_articles_and_every_kind() -> None:
    stories = ExampleSite().stories

    assert len(stories) >= 40
    assert {story.kind for story in stories} == KINDS
    assert len({story.path for story in stories}) == len({story.key for story in stories})


@every_page
def test_blocks_stand_on_the_page_in_the_order_of_the_truth(site, story) -> None:
    page = squeezed(text_of(page_of(site, story.path)))
    at = 0

    for _place, kind, text in all_texts(site.truth(story.key)):
        if kind != "embed":
            at = page.index(squeezed(text), at) + len(squeezed(text))


@every_page
def test_marks_are_names_on_the_page(site, story) -> None:
    page = page_of(site, story.path)
    names = set(" ".join(re.findall(r'(?:class|id)="([^"]*)"', page)).split())
    tags = {f"<{tag}>" for tag in ("aside", "form", "blockquote", "figure", "a")}

    for block in site.truth(story.key)["blocks"]:
        assert set(block["marks"]) <= names | tags
        assert len(block["marks"]) == len(set(block["marks"]))


@every_page
def test_images_and_related_links_are_on_the_page(site, story) -> None:
    page, truth = page_of(site, story.path), site.truth(story.key)

    for image in truth["images"]:
        assert f'src="{image["url"]}"' in page
    for address in truth["related"]:
        assert f'href="{address.removeprefix(site.edition.home)}"' in page


@every_page
def test_pages_are_as_heavy_as_pages_are(site, story) -> None:
    assert 9_000 < len(page_of(site, story.path).encode()) < 40_000


@every_page
def test_the_canonical_link_is_the_url_of_the_truth(site, story) -> None:
    truth = site.truth(story.key)

    assert f'<link rel="canonical" href="{truth["canonical_url"]}">' in page_of(site, story.path)
    assert truth["url"] == site.edition.home + story.path


def test_every_rule_has_something_to_take() -> None:
    taken = set()
    for site in (ExampleSite(), RussianSite()):
        for story in site.stories:
            taken |= {each["rule"] for each in site.truth(story.key)["removed"]}

    assert taken == RULES


@every_row("era", eras())
def test_pleas_change_pages_and_leave_articles_alone(era: str) -> None:
    before, after = SITES[0], ExampleSite()
    after.set_plea(era)

    for story in before.stories:
        if (story.plea or "2024") != era:
            assert before.respond(story.path)[2] != after.respond(story.path)[2]
        for name in ("blocks", "body", "headline", "credits"):
            assert before.truth(story.key)[name] == after.truth(story.key)[name]


def test_the_same_site_prints_the_same_bytes() -> None:
    for path in (*SITES[0].paths(), "/rss/all", "/news", "/sitemap/sitemap.xml"):
        assert ExampleSite().respond(path) == SITES[0].respond(path)


@pytest.mark.parametrize("site", [ExampleSite, RussianSite])
def test_hashing_changes_names_and_no_text(site) -> None:
    plain, hashed = site(), site(hashed=True)

    for path in plain.paths():
        clear, dark = page_of(plain, path), page_of(hashed, path)
        assert text_of(clear) == text_of(dark)
        assert re.search(r'(class|id)="[^"]*\barticle', clear)
        assert not re.search(r'(class|id)="[^"]*(article|contribute|label)', dark)


def test_where_names_tell_nothing_rules_of_words_take_the_same() -> None:
    plain, hashed = ExampleSite(), ExampleSite(hashed=True)
    rules = {"related": "related-words", "newsletter": "newsletter-words"}

    for story in plain.stories:
        told, untold = plain.truth(story.key), hashed.truth(story.key)
        assert told["body"] == untold["body"]
        for clear, dark in zip(told["removed"], untold["removed"], strict=True):
            assert dark["at"] == clear["at"]
            assert dark["rule"] == rules.get(clear["rule"], dark["rule"])
            assert dark["rule"] not in {"related", "newsletter", "contribute"}


TRAPS = {
    "broken linked data": ("92104", r'"@type": "WebSite"[^<]*,\}</script>'),
    "nested articles": ("92104", r"(?s)<article y-use.*<article class"),
    "the advertisement in the second block": ("92104", r'(?s)</p>\n<div class="ad-container"'),
    "today's link without a number": ("92131", r'href="/2026/10/12/kalinov-ferry-[a-z-]*ice"'),
    "the author box twice": ("92104", r"(?s)author-excerpt-default.*author-excerpt-small"),
    "the teaser twice": ("92104", r'(?s)"contribute-teaser".*"contribute-teaser-mobile"'),
    "the wrong section": ("92190", r'article:section" content="news"'),
    "all tags in one": ("92104", r'article:tag" content="Kalinov, Ferries, Winter"'),
    "the site's name in the title": ("92104", r'og:title" content="[^"]* - The Moscow Times"'),
    "a date with an offset": ("92104", r'published_time" content="2026-02-03T09:15:00\+03:00"'),
    "the update in the byline": ("92131", r'datetime="2026-02-08T10:05:00[^>]*>Updated: Feb. 8'),
    "a language that is a word": ("92104", r'"inLanguage": "English"'),
    "the next article": ("92131", r'data-next-id="92104"'),
    "infinite scroll": ("92104", r'<div id="load-next-article"'),
    "a gallery's date without a zone": (
        "92227",
        r'datetime="2026-03-04 15:10:00">Mar 4, 2026 - 03',
    ),
    "a gallery's first body without text": ("92227", r"article__content--pictures"),
    "templates of a live blog": ("92875", r'(?s)type="text/html".*\{\{body\}\}.*/live/92875/\{\{'),
    "a byline in a comment": ("92875", r"<!-- [^>]*byline__author"),
    "open spans in the archive": ("/archive/tram-conductor-collects-hats", r"Ash and <span[^>]*>P"),
    "lines torn over spans": ("92344", r"<span><span>Dear</span> <span>readers,</span></span>"),
    "a title that an editor wrote": ("92240", r"<title>A budget in verse, and what it costs<"),
    "an outline without a name": ("92318", r'name="author" content="The Moscow Times"'),
}


@every_row("trap", TRAPS)
def test_the_page_holds_the_trap(trap: str) -> None:
    key, pattern = TRAPS[trap]
    site = ExampleSite()

    assert re.search(pattern, page_of(site, site.story(key).path))


TRUTHS = [
    ("92219", "authors", ["Anna Verbitskaya", "Ilya Gromov", "Tamara Bek"]),
    ("92177", "authors", ["Oleg Varnavin"]),
    ("92203", "authors", []),
    ("92318", "authors", []),
    ("92177", "credits", ["Includes reporting from AFP."]),
    ("92398", "republished_from", "This article was originally published by Severny Telegraph."),
    ("92104", "date_published", "2026-02-03T06:15:00+00:00"),
    ("92227", "date_published", "2026-03-04T12:10:00+00:00"),
    ("92227", "date_raw", "2026-03-04 15:10:00"),
    ("92227", "date_modified", None),
    ("92227", "body", ""),
    ("92131", "description", "The error was found by a postman with two addresses."),
    ("92330", "kicker", "News Analysis"),
    ("92384", "opinion_disclaimer", True),
    ("92954", "is_sponsored", True),
    ("92954", "kind", "article"),
    ("/archive/tram-conductor-collects-hats", "date_source", "json-ld"),
    ("/archive/tram-conductor-collects-hats", "authors", ["Margaret Ash", "Pyotr Vesnin"]),
    ("/plus/lantern-works/a-lamp-for-every-balcony", "section", None),
]


@every_row(("key", "name", "value"), TRUTHS)
def test_truth_is_what_the_story_says(key: str, name: str, value: object) -> None:
    assert ExampleSite().truth(key)[name] == value


def test_a_short_story_may_be_nine_tenths_boilerplate() -> None:
    truth = ExampleSite().truth("92748")
    boilerplate = sum(len(each["text"]) for each in truth["removed"])

    assert len(truth["blocks"]) == 1
    assert boilerplate > 9 * len(truth["body"])


def test_numbers_overlap_between_the_languages() -> None:
    english = {story.key for story in ExampleSite().stories}

    assert {story.key for story in RussianSite().stories} <= english


def test_marks_go_from_the_outer_element_to_the_inner() -> None:
    blocks = ExampleSite().truth("92177")["blocks"]
    quote = next(block for block in blocks if block["kind"] == "quote")

    assert quote["marks"] == [
        "article__block",
        "article__block--quote",
        "article__block--outside",
        "<blockquote>",
        "article__quote",
    ]
    assert quote["text"].endswith("\n– Kirill Zimin, Department of Snow")
