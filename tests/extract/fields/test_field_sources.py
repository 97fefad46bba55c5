import json
from typing import Any

import pytest

from newscrawl.article import Article, Kind
from newscrawl.errors import EmptyBody, NoHeadline
from newscrawl.extract import extract
from newscrawl.outlet import Outlet
from newscrawl.page import Page
from tests.rows import every_row

URL = "https://www.paper.test/2024/a-story"
PROSE = "<p>A first sentence that is long enough to be prose of a story. And one more.</p>"
OUTLET = Outlet(
    name="paper",
    title="Paper",
    home="https://www.paper.test",
    language="en",
    articles=(r"^/\d+/(?P<key>\d+)-",),
)


def page(head: str = "", body: str = f"<h1>News</h1>{PROSE}", url: str = URL) -> Page:
    return Page(url, f"<html><head>{head}</head><body>{body}</body></html>".encode())


def linked(**given: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(given)}</script>'


def read(head: str) -> Article:
    return extract(page(head))


NEWS = {"@type": "NewsArticle", "headline": "Told"}


@pytest.mark.parametrize(
    "value",
    [
        NEWS,
        [NEWS],
        {"@graph": [{"@type": "WebSite"}, NEWS]},
        [[NEWS]],
        {**NEWS, "@type": ["NewsArticle"]},
    ],
)
def test_the_article_is_found_in_every_shape_of_linked_data(value: Any) -> None:
    script = f'<script type="application/ld+json">{json.dumps(value)}</script>'

    assert read(script).headline == "Told"


@pytest.mark.parametrize("broken", ['{"a": 1,}', "", "[" * 5000, "null", "17", '"x"'])
def test_a_broken_block_does_not_hide_a_good_one(broken: str) -> None:
    script = f'<script type="application/ld+json">{broken}</script>'

    assert read(script + linked(**NEWS)).headline == "Told"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ann Lee", ("Ann Lee",)),
        ({"@type": "Person", "name": "Ann Lee"}, ("Ann Lee",)),
        ([{"name": "Ann Lee"}, "Bo Ray"], ("Ann Lee", "Bo Ray")),
        ({"name": ["Ann Lee", {"@value": "Bo Ray"}]}, ("Ann Lee", "Bo Ray")),
        ([None, 17, {}], ()),
        ({"name": "The Paper"}, ()),
    ],
)
def test_authors_in_every_shape(author: Any, names: tuple[str, ...]) -> None:
    head = linked(**NEWS, author=author, publisher={"name": "The Paper"})

    assert read(head).authors == names


@pytest.mark.parametrize(
    "head",
    [
        linked(**{**NEWS, "headline": "T&#252;rkiye&#039;de &amp; Paris"}),
        '<meta property="og:title" content="T&amp;#252;rkiye&amp;#039;de &amp;amp; Paris">',
    ],
)
def test_entities_are_read(head: str) -> None:
    assert read(head).headline == "Türkiye'de & Paris"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Told - The Paper", "Told"),
        ("Told | the paper", "Told"),
        ("A - B – The Paper", "A - B"),
        ("Told | The Paper - The Paper", "Told"),
        ("The Paper - Told", "Told"),
        ("The Paper", "The Paper"),
    ],
)
def test_the_headline_does_not_name_the_site(title: str, headline: str) -> None:
    head = f'<meta property="og:title" content="{title}">'

    assert read(head + '<meta property="og:site_name" content="The Paper">').headline == headline


@pytest.mark.parametrize(
    "keywords", ["a, b", ["a", "b"], ["a,b", "a"], "a;b", "a، b", "a、b", '["a", "b"]']
)
def test_keywords_are_a_text_or_a_list(keywords: Any) -> None:
    assert read(linked(**NEWS, keywords=keywords)).keywords == ("a", "b")


@every_row(
    ("given", "is_free"),
    [
        *(
            (True, True),
            ("False", False),
            ("true", True),
            (None, None),
            (0, False),
            ([False], False),
        ),
        *(({"@value": "false"}, False), ("https://schema.org/False", False), ({"a": [1]}, None)),
    ],
)
def test_free_or_not_in_every_shape(given: Any, is_free: bool | None) -> None:
    assert read(linked(**NEWS, isAccessibleForFree=given)).is_free is is_free


@pytest.mark.parametrize(("named", "code"), [("English", None), ("en-US", "en"), ("pt_BR", "pt")])
def test_a_language_is_a_code(named: str, code: str | None) -> None:
    assert read(linked(**NEWS, inLanguage=named)).language == code


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/2024/7-new", ("https://www.paper.test/2024/7-new", "7")),
        ("https://evil.test/2024/7-a", (f"{OUTLET.home}/2024/7-a", "7")),
        ("https://www.paper.test/2024/8-other", (f"{OUTLET.home}/2024/7-a", "7")),
        ("https://www.paper.test/", (f"{OUTLET.home}/2024/7-a", "7")),
        ("http://[", (f"{OUTLET.home}/2024/7-a", "7")),
    ],
)
def test_a_canonical_link_names_the_same_article_or_nothing(
    link: str, expected: tuple[str, str]
) -> None:
    given = page(f'<link rel="canonical" href="{link}">', url=f"{OUTLET.home}/2024/7-a")

    article = extract(given, OUTLET)

    assert (article.canonical_url, article.key) == expected


def test_without_an_outlet_only_the_own_site_is_believed() -> None:
    own = read('<link rel="canonical" href="https://paper.test/b">')
    other = read('<link rel="canonical" href="https://evil.test/b">')

    assert (own.canonical_url, own.key) == ("https://paper.test/b", "/b")
    assert (other.canonical_url, other.key) == (URL, "/2024/a-story")


def test_a_page_without_a_headline_says_so() -> None:
    with pytest.raises(NoHeadline):
        extract(page(body=PROSE))


def test_a_page_without_text_says_so() -> None:
    with pytest.raises(EmptyBody):
        extract(page(body="<h1>News</h1>"))


def test_a_live_blog_may_be_without_text() -> None:
    head = linked(**{"@type": "LiveBlogPosting", "headline": "Live"})

    assert extract(page(head, "<h1>Live</h1>")).kind is Kind.LIVE


def test_an_author_who_is_only_referred_to_is_found_by_the_id() -> None:
    person = {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}

    head = linked(**{"@graph": [{**NEWS, "author": {"@id": "#ann"}}, person]})

    assert read(head).authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ('<p class="byline">By Ann Lee and Bo Ray</p>', ("Ann Lee", "Bo Ray")),
        ('<p class="byline">By Bo Ray</p>', ("Ann Lee",)),
        ('<p class="comment byline">By Ann Lee and Bo Ray</p>', ("Ann Lee",)),
    ],
)
def test_a_byline_adds_to_the_authors_that_machines_are_told(
    byline: str, authors: tuple[str, ...]
) -> None:
    head = linked(**NEWS, author="Ann Lee")

    assert extract(page(head, f"<h1>News</h1>{byline}{PROSE}")).authors == authors


@pytest.mark.parametrize(
    "byline",
    [
        '<a rel="author">Ann Lee</a>',
        "<p>By <a>Ann Lee</a></p>",
        "<p>Von Ann Lee</p>",
        '<main class="with-sidebar"><p class="byline">Ann Lee</p></main>',
    ],
)
def test_a_byline_is_read_where_machines_are_told_nothing(byline: str) -> None:
    assert extract(page("", f"<h1>News</h1>{byline}{PROSE}")).authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("author", "above", "authors"),
    [
        ("The Paper", "<p><b>Ann Lee/Bo Ray</b></p>", ("Ann Lee", "Bo Ray")),
        ("The Paper", "<p>ANN LEE</p> <p> </p>", ("ANN LEE",)),
        ("The Paper", "<p>Ann Lee was here</p>", ()),
        ("The Paper", "<div><p>My Account</p></div>", ()),
        (None, "<p>New Delhi</p>", ()),
    ],
)
def test_a_line_of_names_above_the_text_signs_what_the_site_seems_to_sign(
    author: str | None, above: str, authors: tuple[str, ...]
) -> None:
    head = linked(**NEWS, author=author, publisher={"name": "The Paper"})

    assert extract(page(head, f"<h1>News</h1>{above}{PROSE}")).authors == authors


@pytest.mark.parametrize(("author", "authors"), [("dpa", ()), ("None", ("Ann Lee",))])
def test_bylines_beside_an_agencys_story_are_of_other_stories(
    author: str, authors: tuple[str, ...]
) -> None:
    body = f'<h1>News</h1>{PROSE}<p class="byline">Von Ann Lee</p>'

    assert extract(page(linked(**NEWS, author=author), body)).authors == authors


@every_row(
    ("author", "authors", "credited"),
    [
        ("AFP", (), ("AFP",)),
        ({"@type": "Organization", "name": "dpa"}, (), ("dpa",)),
        ({"@type": "NewsMediaOrganization", "name": "Budlong"}, (), ("Budlong",)),
        ({"@type": "Organization", "name": "Reporting by Reuters."}, (), ("Reuters",)),
        (
            [
                {"@type": "Organization", "name": name}
                for name in (
                    "The Associated Press",
                    "Reporting by The Associated Press.",
                    "Associated Press",
                )
            ],
            (),
            ("The Associated Press",),
        ),
        (["Ann Lee", "Reuters"], ("Ann Lee",), ("Reuters",)),
        ("Ann Lee (AP)", ("Ann Lee",), ("AP",)),
        ("Ann Lee The Associated Press", ("Ann Lee",), ("The Associated Press",)),
        ("Max Stein, dpa", ("Max Stein",), ("dpa",)),
        ("dpa/lno", (), ("dpa",)),
        ("Redaktion", (), ("Redaktion",)),
        ("Harbor Trust", (), ("Harbor Trust",)),
        ("연합뉴스", (), ("연합뉴스",)),
        ("新华社", (), ("新华社",)),
        ("وكالات", (), ("وكالات",)),
        # The outlet itself, whom every article of it has, and what stands in the place of a name.
        ("The Paper", (), ()),
        ({"@type": "Organization", "name": "The Paper"}, (), ()),
        ("The Paper Staff", (), ()),
        ("admin", (), ()),
        ("Staff Writer", (), ()),
        ("Emily Post", ("Emily Post",), ()),
        ({"@type": ["Person", "Organization"], "name": "Bo Ray"}, ("Bo Ray",), ()),
        # Some templates say so of everybody.
        ({"@type": "Organization", "name": "Anna Ray"}, ("Anna Ray",), ()),
    ],
)
def test_who_signs_and_is_no_person_is_credited(
    author: object, authors: tuple[str, ...], credited: tuple[str, ...]
) -> None:
    head = linked(**NEWS, author=author, publisher={"name": "The Paper"})
    found = extract(page(head, f"<h1>News</h1>{PROSE}"))

    assert (found.authors, found.credits) == (authors, credited)


@every_row(
    ("line", "credited"),
    [
        ("By AFP", ("AFP",)),
        ("Reuters", ("Reuters",)),
        ("Von Ann Lee, dpa", ("dpa",)),
        ("Redaktion", ("Redaktion",)),
        ("Source: Reuters", ("Reuters",)),
        ("Quelle: dpa", ("dpa",)),
        ("Von Ann Lee mit Material von dpa", ("dpa",)),
        ("By Ann Lee of The Associated Press", ("The Associated Press",)),
        ("Par Ann Lee (avec AFP)", ("AFP",)),
        ("Ann Lee (Reuters)", ("Reuters",)),
        ("Share this News Service", ()),
        ("By Ann Lee", ()),
    ],
)
def test_a_byline_that_readers_see_names_agencies_too(line: str, credited: tuple[str, ...]) -> None:
    found = extract(page("", f'<h1>News</h1><p class="byline">{line}</p>{PROSE}'))

    assert found.credits == credited


def test_names_in_elements_of_their_own_are_several() -> None:
    byline = '<div class="byline">\n<b>Ann Lee</b> <b>Bo Ray</b>\n</div>'

    assert extract(page("", f"<h1>News</h1>{byline}{PROSE}")).authors == ("Ann Lee", "Bo Ray")


@pytest.mark.parametrize(
    ("h1", "title", "headline"),
    [
        ("Snow falls on a town", "Snow: falls and drifts on the town", "Snow falls on a town"),
        ("The Paper", "Snow falls on a town - The Paper", "Snow falls on a town"),
        ("Weather Snow falls on a town", "Snow falls on a town", "Snow falls on a town"),
    ],
)
def test_the_headline_is_the_one_that_readers_see(h1: str, title: str, headline: str) -> None:
    head = f'<meta property="og:title" content="{title}"><title>{title}</title>'
    head += '<meta property="og:site_name" content="The Paper">'

    assert extract(page(head, f"<h1>{h1}</h1>{PROSE}")).headline == headline


@pytest.mark.parametrize(
    ("h1", "linked_headline", "title", "headline"),
    [
        ("Snow! Snow! Snow!", "A town in white", "A town in white - Paper", "A town in white"),
        ("Why it snowed so long", "A town in white", "Snow on it | Paper", "Why it snowed so long"),
        ("Snow and ice", "A town in white", "It snows | Paper", "A town in white"),
    ],
)
def test_a_heading_worded_freely_is_believed_unless_all_machines_agree(
    h1: str, linked_headline: str, title: str, headline: str
) -> None:
    head = linked(**{**NEWS, "headline": linked_headline})
    head += f'<meta property="og:title" content="{linked_headline}"><title>{title}</title>'

    assert extract(page(head, f"<h1>{h1}</h1>{PROSE}")).headline == headline


@pytest.mark.parametrize(
    ("h1", "title", "headline"),
    [
        ("Weather - Snow falls on a town", "A town: Snow falls on a town", "Snow falls on a town"),
        ("Day 3: Snow falls on a town", "Snow, day 3: Snow falls on a town", None),
        ("Weather - It snows", "A town: It snows", None),
        ("Weather - Snow falls on a town", "A town: Snow fell on a town", None),
    ],
)
def test_words_behind_two_different_kickers_are_the_headline(
    h1: str, title: str, headline: str | None
) -> None:
    head = f'<meta property="og:title" content="{title}"><title>{title}</title>'

    assert extract(page(head, f"<h1>{h1}</h1>{PROSE}")).headline == (headline or h1)


@pytest.mark.parametrize(
    ("h1", "headline"),
    [
        ("Snow is good for us | Opinion", "Snow is good for us"),
        ("Snow is good for us - Analysis", "Snow is good for us"),
        ("A second opinion", "A second opinion"),
    ],
)
def test_the_headline_does_not_say_what_kind_of_text_it_stands_over(h1: str, headline: str) -> None:
    assert extract(page("", f"<h1>{h1}</h1>{PROSE}")).headline == headline


def published(*metas: str, ld: str | None = None, url: str = URL) -> tuple[str | None, str | None]:
    head = "".join(f'<meta property="article:published_time" content="{m}">' for m in metas)
    article = extract(page(head + (linked(**NEWS, datePublished=ld) if ld else ""), url=url))
    moment = article.date_published
    return moment.isoformat() if moment else None, article.date_source


@pytest.mark.parametrize(
    ("meta", "ld", "expected"),
    [
        ("2024-03-01", "2024-03-01T10:00:00+03:00", ("2024-03-01T07:00:00+00:00", "json-ld")),
        ("2024-03-01 10:00", "2024-03-01T10:00+03:00", ("2024-03-01T07:00:00+00:00", "json-ld")),
        ("2024-03-01T09:00Z", "2024-03-01", ("2024-03-01T09:00:00+00:00", "meta")),
        ("2024-03-09T09:00Z", "2024-03-01T10:00Z", ("2024-03-01T10:00:00+00:00", "json-ld")),
    ],
)
def test_the_most_exact_date_of_the_trusted_day_is_taken(
    meta: str, ld: str, expected: tuple[str, str]
) -> None:
    assert published(meta, ld=ld) == expected


def test_the_day_in_the_address_is_the_last_resort() -> None:
    url = "https://www.paper.test/2024/03/01/a-story"

    assert published(url=url) == ("2024-03-01T00:00:00+00:00", "url")
    assert published("2024-03-01T09:00Z", url=url)[1] == "meta"


IN = {
    "de": "Der Schnee fiel drei Tage auf die Stadt, und niemand hat sich darüber beklagt. "
    "Am vierten Tag dankte der Bürgermeister den Wolken, die ihm nicht antworteten.",
    "fr": "La neige est tombée trois jours sur la ville, et personne ne s’est plaint de cela. "
    "Le maire a remercié les nuages dans une lettre, qui ne lui ont pas répondu.",
    "ru": "Снег шёл над городом три дня, и никто не пожаловался на это в мэрию. "
    "На четвёртый день мэр поблагодарил облака, которые ему не ответили.",
    "id": "Salju turun di kota itu selama tiga hari dan tidak ada yang mengeluh tentang hal itu. "
    "Pada hari keempat wali kota berterima kasih kepada awan yang tidak menjawab.",
}


@every_row(("code", "prose"), IN.items())
@every_row(
    ("declared", "is_believed"), [("", False), ("en", False), ("en-US", False), ("it", True)]
)
def test_a_page_that_says_no_language_or_a_templates_is_in_that_of_its_text(
    code: str, prose: str, declared: str, is_believed: bool
) -> None:
    html = page("", f"<h1>Neues</h1><p>{prose}</p>").html.replace(
        b"<html>", f'<html lang="{declared}">'.encode()
    )

    assert extract(Page(URL, html)).language == (declared if is_believed else code)


def test_a_short_text_is_in_the_language_that_its_page_declares() -> None:
    html = b'<html lang="en"><title>Ice</title><h1>Ice</h1><p>Das Eis ist da, sagte er.</p></html>'

    assert extract(Page(URL, html)).language == "en"


@pytest.mark.parametrize(
    "trail",
    [
        '<li itemprop="itemListElement"><a itemprop="item"><b itemprop="name">{}</b></a></li>',
        '<li property="itemListElement"><a property="item"><b property="name">{}</b></a></li>',
    ],
)
def test_the_trail_that_a_page_shows_names_the_section(trail: str) -> None:
    kind = (
        'typeof="BreadcrumbList"'
        if "property" in trail
        else ('itemscope itemtype="https://schema.org/BreadcrumbList"')
    )
    steps = "".join(map(trail.format, ("Home", "The Sea", "News")))

    assert extract(page("", f"<ol {kind}>{steps}</ol><h1>News</h1>{PROSE}")).section == "The Sea"
