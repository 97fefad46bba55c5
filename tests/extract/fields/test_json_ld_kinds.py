"""What JSON-LD leaves empty, says in several objects, or says of something else than an article."""

import json

import pytest

from newscrawl import Article, read_article
from tests.rows import every_row

URL = "https://www.a.test/ferry-stops"
STORY = "<p>The ferry stopped in the strait on Tuesday, and nobody on board of it was hurt.</p>" * 3
OWN = {"@type": "NewsArticle", "headline": "Ferry Stops in the Strait"}
ANN = {"@type": "Person", "name": "Ann Lee"}
MOMENT = "2026-03-04T05:06:07Z"


def read(*said: object, head: str = "", inner: str = "") -> Article:
    blocks = "".join(
        f'<script type="application/ld+json">{json.dumps(each)}</script>' for each in said
    )
    html = (
        f"<head><title>Ferry Stops in the Strait</title>{blocks}{head}</head><body>{inner}"
        f"<article><h1>Ferry Stops in the Strait</h1>{STORY}</article></body>"
    )
    return read_article(html.encode(), URL)


@pytest.mark.parametrize("empty", ["", " ", None, [], [""], {}, {"@type": "Person", "name": ""}])
def test_what_is_left_empty_hides_nothing(empty: object) -> None:
    named = [{**OWN, "author": empty, "datePublished": empty}]
    told = {**OWN, "author": ANN, "datePublished": MOMENT}
    metas = (
        '<meta name="author" content="Ann Lee">'
        f'<meta property="article:published_time" content="{MOMENT}">'
    )

    for found in (read(*named, told), read({"@graph": [*named, told]}), read(*named, head=metas)):
        assert found.authors == ("Ann Lee",)
        assert str(found.date_published) == "2026-03-04 05:06:07+00:00"


@pytest.mark.parametrize(
    "other",
    [
        {**OWN, "headline": "Bear Sleeps in a Library", "author": ANN},
        {**OWN, "url": "https://www.a.test/bear", "author": ANN},
        {"@type": "SocialMediaPosting", "headline": OWN["headline"], "author": ANN},
    ],
)
def test_what_is_left_empty_is_not_taken_from_another(other: dict[str, object]) -> None:
    assert read({**OWN, "url": URL}, other).authors == ()


def test_a_page_does_not_say_that_its_closed_article_is_free() -> None:
    about = {"@type": "WebPage", "isAccessibleForFree": True}

    assert read(about, {**OWN, "isAccessibleForFree": False}).is_free is False
    assert read({**about, "isAccessibleForFree": False}, OWN).is_free is False
    assert read(about, OWN).is_free is True


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<meta itemprop="isAccessibleForFree" content="False">', False),
        ('<meta property="isAccessibleForFree" content="true">', True),
        ('<meta itemprop="isAccessibleForFree" content="http://schema.org/False">', False),
        ('<meta itemprop="isAccessibleForFree" content="perhaps">', None),
        ('<link itemprop="isAccessibleForFree" href="https://schema.org/False">', False),
        ('<span itemprop="isAccessibleForFree">True</span>', True),
        ('<meta property="article:content-tier" content="locked">', False),
    ],
)
def test_microdata_says_whether_a_page_is_free(inner: str, expected: bool | None) -> None:
    assert read(inner=inner).is_free is expected


@pytest.mark.parametrize("bad", ["-", "0000-00-00 00:00:00", "soon", "0001-01-01", ["", 7]])
def test_a_date_that_is_none_hides_no_other(bad: object) -> None:
    created = {**OWN, "datePublished": bad, "dateCreated": MOMENT}
    head = '<meta name="pubdate" content="n/a"><meta name="dc.date" content="2026-03-04T05:06:07Z">'

    for found in (read(created), read(head=head)):
        assert str(found.date_published) == "2026-03-04 05:06:07+00:00"


@pytest.mark.parametrize(
    "author",
    [
        {"@type": "Role", "roleName": "Reporter", "author": ANN},
        [{"@type": "OrganizationRole", "author": [ANN]}],
        {"author": {"@id": "#ann"}},
    ],
)
def test_a_person_is_found_within_a_role(author: object) -> None:
    assert read({"@graph": [{**OWN, "author": author}, {**ANN, "@id": "#ann"}]}).authors == (
        "Ann Lee",
    )
    assert read({**OWN, "authors": [ANN]}).authors == ("Ann Lee",)


@pytest.mark.parametrize(
    "kind", ["VideoObject", "PodcastEpisode", "ImageGallery", "Interview", "Recipe", "newsarticle"]
)
def test_a_page_may_be_about_another_work(kind: str) -> None:
    work = {"@type": kind, "name": OWN["headline"], "author": ANN, "datePublished": MOMENT}
    others = {**work, "name": "Ferry"}, {**work, "url": "https://www.a.test/bear"}

    assert read(work).authors == ("Ann Lee",)
    assert str(read(work).date_published) == "2026-03-04 05:06:07+00:00"
    if kind != "newsarticle":
        assert read(*others).authors == ()


def test_a_video_may_be_older_than_its_page() -> None:
    video = {"@type": "VideoObject", "name": OWN["headline"], "uploadDate": "2015-01-02T03:04:05Z"}
    head = '<meta name="date" content="2026-03-04">'

    assert str(read(video, head=head).date_published)[:10] == "2026-03-04"
    assert str(read(video).date_published)[:10] == "2015-01-02"


def test_a_name_is_the_headline_where_all_else_names_the_site() -> None:
    named = json.dumps({"@type": "NewsArticle", "name": "Ferry Stops in the Strait"})
    html = f'<title>A</title><script type="application/ld+json">{named}</script><div>{STORY}</div>'

    assert read_article(html.encode(), URL).headline == "Ferry Stops in the Strait"


TOLD = json.dumps({**OWN, "author": {"@type": "Person", "name": "Ann Lee"}})


@every_row(
    "block",
    [
        *(f'<script type="{kind}">{TOLD}</script>' for kind in (
            "application/json+ld", "application/ld-json", "text/ld+json", "application/jsonld")),
        f'<script type="application/ld+json"><p>{TOLD.replace(", ", ",<br />")}</p></script>',
        f'<script type="application/ld+json">{TOLD.replace(", ", f",{chr(160)}")}</script>',
        f'<script type="application/ld+json">{{"w": {{{{ x }}}}, {TOLD[1:]}</script>',
        *(f'<script type="application/ld+json">{json.dumps(told)}</script>' for told in (
            {**json.loads(TOLD), "@type": "NewsArticle "},
            {**json.loads(TOLD), "@type": "https://schema.org/NewsArticle/"},
            {name: value for name, value in json.loads(TOLD).items() if name != "@type"},
            {**OWN, "author ": {"name ": "Ann Lee"}},
            {"@type": "AboutPage", "author": {"name": "Ann Lee"}},
            {"@type": "WebPage", "hasPart": json.loads(TOLD)})),
    ],
)  # fmt: skip
def test_linked_data_is_known_however_it_is_spelled(block: str) -> None:
    html = (
        f"<head>{block}</head><body><h1>{OWN['headline']}</h1>"
        + "<p>The ferry has stopped in the strait.</p>" * 4
    )
    assert read_article(html.encode(), "https://www.a.test/story").authors == ("Ann Lee",)
