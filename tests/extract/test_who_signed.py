"""Who signed a page, of all whom it names: the labels beside names, desks, the outlet itself."""

import json

import pytest

from newscrawl import read_article
from tests.rows import every_row

HOST = "www.harbor.example"
URL = f"https://{HOST}/story"
STORY = (
    "<p>The ferry to the northern islands stopped on Tuesday in the middle of the strait.</p>"
    "<p>Nobody was hurt, the harbor master said, and a tug would bring all of them home.</p>"
)


def authors_of(above: str, head: str = "", url: str = URL) -> tuple[str, ...]:
    html = (
        f'<html><head><meta charset="utf-8"><title>The Ferry</title>{head}</head><body><article>'
        f"<h1>The Ferry</h1>{above}{STORY}</article></body></html>"
    )
    return read_article(html.encode(), url).authors


def linked(*names: str) -> str:
    told = {"@type": "NewsArticle", "headline": "The Ferry", "author": [*names]}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


@every_row(
    "label",
    [
        *(
            "Reviewed by",
            "Medically reviewed by:",
            "Fact checked by",
            "Edited by",
            "Photography by",
        ),
        *("Fotos von", "Übersetzt von", "Traduit par", "Photos de", "Traducido por", "Foto di"),
        *("Vertaald door", "Zdjęcia:", "Фото:", "写真：", "翻訳者"),
    ],
)
def test_who_did_something_else_for_an_article_did_not_write_it(label: str) -> None:
    other = f'<div><span>{label}</span> <a class="author">Bo Ray</a></div>'
    writer = '<div>By <a class="author">Ann Lee</a></div>'

    assert authors_of(other + writer) == authors_of(writer + other) == ("Ann Lee",)
    assert authors_of(other + writer, linked("Ann Lee", "Bo Ray")) == ("Ann Lee",)
    # Machines are told of nobody else.
    assert authors_of(other, linked("Bo Ray")) == ("Bo Ray",)
    marked = other.replace("class", 'itemprop="author" class')
    assert authors_of(marked) == ("Bo Ray",)
    assert authors_of(marked + writer.replace("class", 'itemprop="author" class')) == ("Ann Lee",)


@pytest.mark.parametrize(
    "label", ["Words and photos by", "Text und Fotos von", "Texte et photos de"]
)
def test_who_wrote_and_took_the_pictures_is_the_author(label: str) -> None:
    assert authors_of(f'<div><i>{label}</i> <a class="author">Ann Lee</a></div>') == ("Ann Lee",)


@pytest.mark.parametrize(
    "line",
    [
        *("Photos and story by Ann Lee", "Autorin/Autor: Ann Lee", "Contributors: Ann Lee"),
        *("Publié par Ann Lee", "Blog Beitrag von Ann Lee", "Erstellt von Ann Lee"),
        *("Publicado por Ann Lee", "This post was written by Ann Lee, Head of Sea and Boats"),
        *("Guest author: Ann Lee", "Article written by: Ann Lee, MD", "Gastautorin: Ann Lee"),
        "Photos and Story By Ann Lee Special Correspondent to THE HARBOR",
    ],
)
def test_a_byline_begins_in_many_ways(line: str) -> None:
    assert authors_of(f"<p>{line}</p>") == ("Ann Lee",)


@pytest.mark.parametrize(
    "desk", ["Reporting by The Associated Press.", "By Harbor Sports Desk", "Von Redaktion Sport"]
)
def test_where_a_desk_signs_names_behind_it_are_of_others(desk: str) -> None:
    tag = '<p><b class="author">Sea Ball</b></p>'

    assert authors_of(f'<p class="author">{desk}</p>{tag}') == ()
    assert authors_of(tag) == ("Sea Ball",)
    assert authors_of(f'<p class="author">By Ann Lee</p><p class="author">{desk}</p>') == (
        "Ann Lee",
    )


@pytest.mark.parametrize(
    "name",
    [f"Harbor Wave ({HOST})", "Harbor Wave (harbor.example)", "HDN", "your harbor team"],
)
def test_what_machines_are_told_that_is_no_person_yields_to_a_byline(name: str) -> None:
    meta = f'<meta name="author" content="{name}">'

    assert authors_of("<p>By Ann Lee</p>", meta) == ("Ann Lee",)
    assert authors_of("<p>By Ann Lee</p>", '<meta name="author" content="Bo Ray">') == ("Bo Ray",)


def test_a_footer_of_the_headline_has_the_byline() -> None:
    html = '<div class="headline__footer"><p class="byline">By Ann Lee and Bo Ray, CNN</p></div>'

    assert authors_of(html, linked("Ann Lee")) == ("Ann Lee", "Bo Ray")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Eva Kern", ("Eva Kern",)),
        ("<i>Eva Kern, Paul Stein</i>", ("Eva Kern", "Paul Stein")),
        ("<b>Anna Rossi</b>", ("Anna Rossi",)),
        ("Анна Орлова", ("Анна Орлова",)),
    ],
)
def test_a_name_alone_below_the_story_signs_it_where_nobody_else_does(
    line: str, names: tuple[str, ...]
) -> None:
    html = f"<title>The Ferry</title><article><h1>The Ferry</h1>{STORY}<p>{line}</p></article>"

    assert read_article(html.encode(), URL).authors == names
    # A place, a name of which nobody knows whether it is one, and where somebody signs above.
    for other in ("New Harbor", "Blue Sea", "By the sea"):
        assert read_article(html.replace(line, other).encode(), URL).authors == ()
    signed = html.replace("</h1>", '</h1><p class="byline">By Ann Lee</p>')
    assert read_article(signed.encode(), URL).authors == ("Ann Lee",)
    wired = html.replace("</h1>", '</h1><p class="byline">Reuters</p>')
    assert read_article(wired.encode(), URL).authors == ()


@pytest.mark.parametrize(
    ("told", "line", "names"),
    [
        ("Ann Lee", "Written by: Ann Lee Digital Editor and Master Sailor", ("Ann Lee",)),
        ("Ann Lee", "Ann Lee, Specialist at Sea | Harbor Diver", ("Ann Lee",)),
        ("Ann Lee", "By Ann Lee and Zoltar Ray", ("Ann Lee", "Zoltar Ray")),
        ("Ann Lee", "By Ann Lee, Political Editor, and Bob Ray", ("Ann Lee", "Bob Ray")),
        ("Ann Lee", "By Ann Lee and Zoltar Ray, Staff Writers", ("Ann Lee", "Zoltar Ray")),
        ("Ann Lee", "By Ann Lee, Editor, and Zoltar Ray, Reporter", ("Ann Lee", "Zoltar Ray")),
        ("Ann Lee", "By Ann Lee, Head of Seas and Lund Affairs", ("Ann Lee",)),
        ("Ann Lee", "Ann Lee, Specialist & Wizard | Harbor Diver in Lakes & Seas", ("Ann Lee",)),
        ("Ann Lee - Remote Boats", "", ("Ann Lee",)),
        ("Anna Lee - Bob Ray", "", ("Anna Lee", "Bob Ray")),
        ("Ann (Annie) Lee", "", ("Ann (Annie) Lee",)),
        ("Ann Lee (Reuters)", "", ("Ann Lee",)),
        ("O'Brien, Ann", "", ("Ann O'Brien",)),
        ("Anna Ray sowie Bernd Fuchs", "", ("Anna Ray", "Bernd Fuchs")),
        ("Ann Lee with additional reporting by Bo Ray", "", ("Ann Lee",)),
        ("Av Anna Berg och Lars Ek", "", ("Anna Berg", "Lars Ek")),
        ("记者张伟／台北报导", "", ("张伟",)),
    ],
)
def test_a_byline_tells_more_names_and_no_more_of_what_one_is(
    told: str, line: str, names: tuple[str, ...]
) -> None:
    assert authors_of(f'<p class="byline">{line}</p>', linked(told)) == names


@pytest.mark.parametrize(
    "line",
    [
        "Harbor Wave Sponsored",
        "Licensed Boat Builder, M.A. Journalism",
        "ABONE OL",
        "By HomeHarbor",
        "The report was written by Ann Lee of the ministry.",
    ],
)
def test_what_is_no_name_signs_nothing(line: str) -> None:
    head = '<meta property="og:site_name" content="Harbor Wave">'

    assert authors_of(f'<p class="author">{line}</p>', head, "https://homeharbor.example/a") == ()


def test_beside_a_desk_that_is_marked_other_names_are_of_other_articles() -> None:
    desk = '<a rel="author" href="/staff">Harbor.example Staff</a>'
    cards = '<b class="author">Bo Ray -</b> <b class="author">Cy Fox -</b>'

    assert authors_of(f"{desk}{cards}") == ()
    assert authors_of(f'{desk}<p class="byline">By Ann Lee</p>') == ("Ann Lee",)


@pytest.mark.parametrize("line", ["by Ann Lee", "posted on 2026-03-04 23:30 EST by Ann Lee"])
def test_a_byline_may_stand_in_the_headlines_own_box(line: str) -> None:
    html = f"<title>The Ferry</title><div><h1>The Ferry</h1> {line} <i>x</i></div>{STORY}"

    assert read_article(html.encode(), URL).authors == ("Ann Lee",)


@pytest.mark.parametrize("line", ["Posted by Sukarta on May 4, 2026", "Posted By: Sukarta"])
def test_one_name_may_sign_a_post(line: str) -> None:
    assert authors_of(f'<p class="byline">{line}</p>') == ("Sukarta",)


def test_names_between_deks_and_story_sign_where_machines_are_told_of_the_site() -> None:
    deks = "<p>…as the islands cry foul over their mail, and nobody on the mainland hears it</p>"
    head = (
        '<meta property="og:site_name" content="Sea Wave"><meta name="author" content="Sea Wave">'
    )

    assert authors_of(f"{deks}<p><b>Ann Lee/Bo Ray</b></p>", head) == ("Ann Lee", "Bo Ray")
