"""Headlines in any script, beside a site's name, and under a logo; canonical links; languages."""

import json
from time import process_time

import pytest

from newscrawl.extract import extract
from newscrawl.extract.fields.language_codes import language_code
from newscrawl.extract.fields.stated_fields import language_of
from newscrawl.extract.fields.title_words import words_in
from newscrawl.outlets import load_outlet
from newscrawl.page import Page
from tests.rows import every_row

URL = "https://www.harbor.example/story"
PROSE = (
    "<p>The ferry to the northern islands stopped on Tuesday in the middle of the strait.</p>"
    "<p>Harbor master Lena Voss told passengers that a tug would bring them home.</p>"
)


def page(body: str, head: str = "", lang: str = "", url: str = URL) -> Page:
    root = f'<html lang="{lang}">' if lang else "<html>"
    made = f"<!doctype html>{root}<head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return Page(url, made.encode())


def headline(body: str, title: str, head: str = "", url: str = URL) -> str:
    found = extract(page(body + PROSE, f"<title>{title}</title>{head}", url=url))
    return found.headline


SPACELESS = [
    ("渡轮在海峡停驶", "渡轮在海峡停驶_科技_港口网"),
    ("渡轮在海峡停驶", "渡轮在海峡停驶-港口网"),
    ("渡輪在海峽停駛", "渡輪在海峽停駛｜港口日報"),
    ("連絡船が海峡で止まる", "連絡船が海峡で止まる：港の新聞デジタル"),
    ("連絡船が海峡で止まる", "連絡船が海峡で止まる - 港の新聞"),
    ("เรือข้ามฟากหยุดกลางช่องแคบ", "เรือข้ามฟากหยุดกลางช่องแคบ | ข่าวท่าเรือ"),
    ("သင်္ဘော ရေလက်ကြားတွင် ရပ်သွား", "သင်္ဘော ရေလက်ကြားတွင် ရပ်သွား - ဆိပ်ကမ်း"),
    ("កាណូតឈប់នៅច្រកសមុទ្រ", "កាណូតឈប់នៅច្រកសមុទ្រ | កំពង់ផែ"),
    ("여객선이 해협에서 멈췄다", "여객선이 해협에서 멈췄다 - 항구신문"),
]


@every_row(("said", "title"), SPACELESS)
def test_a_heading_in_a_script_without_spaces_is_the_headline(said: str, title: str) -> None:
    assert headline(f"<h1>{said}</h1>", title) == said
    another = f"<h1>港の天気と潮の時刻表</h1><article><h1>{said}</h1></article>"
    assert headline(another, title) == said


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("The ferry stopped", 3),
        ("渡轮停驶", 2),
        ("渡轮停驶了", 3),
        # "The boat stops".
        ("เรือหยุด", 2),
        ("नौका आज फिर देर से आई", 6),
        ("العبّارة تأخّرت", 2),
        ("COVID-19 流行", 3),
        ("", 0),
    ],
)
def test_signs_stand_for_a_word_where_none_are_parted(said: str, count: int) -> None:
    assert words_in(said) == count


def test_without_a_heading_the_longest_part_between_underscores_is_the_headline() -> None:
    assert headline("<div></div>", "渡轮在海峡中央停驶_科技_港口网") == "渡轮在海峡中央停驶"


@every_row(
    ("said", "title", "body"),
    [
        ("Ferry stops in May…", "Ferry stops in May… | Sea 2.0 and More", "<h2>{}</h2>"),
        ("Fähre hält im Mai", "Meer und mehr - Fähre hält im Mai - News - Nord", "<h3>{}</h3>"),
        ("連絡船が海峡で止まる", "連絡船が海峡で止まる:海の開発日誌", '<p class="title">{}</p>'),
        ("Le ferry s’arrête en mer", "Le ferry s’arrête en mer : Archives | Depuis 2005",
         '<div itemprop="headline">{}</div>'),
        # Nothing but the title says it.
        ("Ferry stops in the strait", "Ferry stops in the strait – My website", ""),
        ("Паром остановился посреди пролива", "Паром остановился посреди пролива | Вести", ""),
        ("เรือเฟอร์รี่มาถึงช้าอีกครั้งในวันนี้", "เรือเฟอร์รี่มาถึงช้าอีกครั้งในวันนี้ | ไทยท่าเรือ", ""),
        ("សាឡាងមកយឺតម្ដងទៀតនៅថ្ងៃនេះ", "សាឡាងមកយឺតម្ដងទៀតនៅថ្ងៃនេះ - ដំណឹងកំពង់ផែ", ""),
        ("ဖယ်ရီယနေ့ထပ်မံနောက်ကျသည်", "ဖယ်ရီယနေ့ထပ်မံနောက်ကျသည် | ဆိပ်ကမ်းသတင်း",
         "<h2>{}</h2>"),
        ("नौका आज फिर देर से आई", "नौका आज फिर देर से आई | बंदरगाह समाचार", ""),
        ("渡轮在海峡中央停驶", "渡轮在海峡中央停驶丨港口网", "<h2>{}</h2>"),
        ("Is it safe at sea - what we know.", "Is it safe at sea - what we know.", ""),
        ("Ferry stops - who pays the bill", "Ferry stops - who pays the bill", ""),
        # What the title says whole, and what is called like a site's name.
        ("Sea Diary of the North - Ferry stops in May, again",
         "Sea Diary of the North - Ferry stops in May, again",
         '<h2 class="site-title">Sea Diary of the North</h2>'),
    ],
)  # fmt: skip
def test_without_a_main_heading_a_part_of_the_title_is_the_headline(
    said: str, title: str, body: str
) -> None:
    assert headline(body.format(said), title) == said


@pytest.mark.parametrize("label", ["Exclusive", "Zur See", "Мнение"])
def test_what_stands_before_the_headline_and_not_in_the_title_is_no_part_of_it(label: str) -> None:
    heading = f"<h1><span>{label}</span> Ferry stops in the strait</h1>"

    assert headline(heading, "Ferry stops in the strait - Sea") == "Ferry stops in the strait"
    whole = f"{label} Ferry stops in the strait"
    assert headline(f"<h1>{whole}</h1>", "Ferry stops in the strait - Sea") == whole
    whole = f"{label}: Ferry stops in the strait"
    assert headline(f"<h1>{whole}</h1>", "Ferry stops in the strait - Sea") == whole
    assert headline(f"<h1>{whole}</h1>", whole) == whole


def test_markup_in_what_machines_are_told_is_no_part_of_the_headline() -> None:
    head = (
        '<meta property="og:title" content="Ferry &lt;em class=x&gt;stops&lt;/em&gt; at x &lt; 3">'
    )

    assert headline("", "Sea", head) == "Ferry stops at x < 3"
    parted = '<meta property="og:title" content="Ferry stops&lt;br/&gt;at sea">'
    assert headline("", "Sea", parted) == "Ferry stops at sea"
    whole = "What the &lt;b&gt; tag does at sea"
    assert headline(f"<h1>{whole}</h1>", whole) == "What the <b> tag does at sea"


@pytest.mark.parametrize("heading", ["Ferry and the Strait", "Ferry and the Strait: No boat"])
def test_a_heading_is_no_headline_where_the_page_is_called_more_without_its_site(
    heading: str,
) -> None:
    whole = "Ferry and the Strait: No boat for the islands"
    head = f'<meta property="og:title" content="{whole}">'
    assert headline(f"<h2>{heading}</h2>", f"{whole} | Harbor", head) == whole
    dashed = whole.replace(":", " –")
    below = f"<h2>{heading}</h2><h3>{dashed.replace('–', '-')}</h3>"
    assert headline(below, dashed) == dashed.replace("–", "-")
    shared = f'<p class="share-title">{whole} | Harbor</p><p class="title">{whole}</p>'
    assert headline(shared, f"{whole} | Harbor") == whole


def test_a_sites_name_before_a_colon_is_no_part_of_the_headline() -> None:
    site = SITE.format("Harbor Daily")

    assert headline("", "Harbor Daily: Ferry stops in the strait", site) == (
        "Ferry stops in the strait"
    )
    assert headline("", "Harbor: Ferry stops in the strait", site).startswith("Harbor: ")


@pytest.mark.parametrize("tag", ["style", "script"])
def test_what_a_program_puts_into_a_heading_is_no_part_of_it(tag: str) -> None:
    inner = f"<{tag}>.css-1{{color:#777}}</{tag}>"
    heading = f"<h1>{inner}<span>Ferry stops{inner}</span> in the strait</h1>"

    assert headline(heading, "Ferry stops in the strait") == "Ferry stops in the strait"


STORIES = {
    "en": ("Ferry Stops in the Strait", "The Herald"),
    "de": ("Fähre bleibt in der Meerenge liegen", "Der Bote"),
    "ru": ("Паром остановился посреди пролива", "Вестник"),
    "zh": ("渡轮在海峡中央停驶", "港口网"),
    "el": ("Το πλοίο σταμάτησε στον πορθμό", "Ο Κήρυκας"),
}
SITE = '<meta property="og:site_name" content="{}">'
PUBLISHER = '<script type="application/ld+json">{}</script>'


@every_row(
    "separator", [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " : ", " ~ ", " // ", " > "]
)
@every_row(("said", "site"), STORIES.values())
def test_the_sites_name_is_no_part_of_the_headline_at_either_end(
    said: str, site: str, separator: str
) -> None:
    told = SITE.format(site)
    assert headline("", f"{site}{separator}{said}", told) == said
    assert headline("", f"{said}{separator}{site}", told) == said
    assert headline("", f"{site}{separator}{said}{separator}{site}", told) == said


@pytest.mark.parametrize("separator", ["_", "|", "｜", "丨", "-", "－", "＿", "│"])
def test_chinese_titles_have_no_spaces_around_what_parts_them(separator: str) -> None:
    said, site = STORIES["zh"]
    assert headline("", f"{site}{separator}{said}", SITE.format(site)) == said
    assert headline("", f"{said}{separator}{site}", SITE.format(site)) == said


@pytest.mark.parametrize(
    ("site", "head", "url"),
    [
        ("Harbor News", "", "https://www.harbornews.example/story"),
        (
            "Harbor",
            PUBLISHER.format(json.dumps({"@type": "WebSite", "name": "Harbor"})),
            URL,
        ),
        ("harbor.example", "", URL),
        ("www.harbor.example", "", URL),
    ],
)
def test_whatever_names_the_site_names_it_in_titles_too(site: str, head: str, url: str) -> None:
    said = "Ferry Stops in the Strait"
    assert headline("", f"{site} | {said}", head, url) == said
    assert headline("", f"{said} | {site}", head, url) == said


@pytest.mark.parametrize(
    "said",
    ["Herald of Free Enterprise: The Inquest", "Post - War Poems Are Found", "Up-to-date | A Word"],
)
def test_a_headline_keeps_what_only_resembles_a_sites_name(said: str) -> None:
    assert headline(f"<h1>{said}</h1>", f"{said} | The Herald", SITE.format("The Herald")) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Ferry Stops in the Strait | News | The Herald", "Ferry Stops in the Strait"),
        ("Ferry Stops in the Strait - Islands - The Herald", "Ferry Stops in the Strait"),
        ("連絡船が海峡で止まる【The Herald】", "連絡船が海峡で止まる"),
        ("Ferry Stops - Tugs - The Herald", "Ferry Stops - Tugs"),
        (
            "Ferry Stops in the Strait - tug comes - The Herald",
            "Ferry Stops in the Strait - tug comes",
        ),
    ],
)
def test_a_section_before_the_sites_name_is_no_part_of_the_headline(title: str, said: str) -> None:
    assert headline("", title, SITE.format("The Herald")) == said


def test_a_sign_that_links_to_a_heading_is_no_part_of_it() -> None:
    said = "Ferry Stops in the Strait"
    assert headline(f'<h1>{said}<a href="#a">#</a></h1>', f"{said} | The Herald") == said
    assert headline("<h1>Ferries Learn C#</h1>", "Ferries Learn C#") == "Ferries Learn C#"


LOGOS = {
    "link": '<header><h1><a href="/"><img alt="">{}</a></h1></header>',
    "whole link": '<header><h1 class="x"><a href="https://www.harbor.example/">{}</a></h1></header>',
    "class": '<header><h1 class="site-title">{}</h1></header>',
    "id": '<header><h1 id="logo">{}</h1></header>',
    "language": '<header><h1><a href="/en/"><span>{}</span></a></h1></header>',
}


@every_row("logo", LOGOS)
@every_row(("said", "site"), STORIES.values())
def test_a_logo_as_the_only_main_heading_is_no_headline(logo: str, said: str, site: str) -> None:
    heading = LOGOS[logo].format(site)

    assert headline(f"{heading}<h2>{said}</h2>", f"{said} - {site}") == said
    assert headline(f"{heading}<h2>{said}</h2>", f"{site} | {said}") == said
    assert headline(f"{heading}<article><h2>{said}</h2></article>", site) == said


@pytest.mark.parametrize(
    "title", ["Home", "Untitled Document", "harbor.example", "www.harbor.example"]
)
def test_a_title_of_hardly_a_word_names_less_than_the_heading(title: str) -> None:
    said = "Ferry Stops in the Strait"

    assert headline(f"<h1>{said}</h1>", title) == said
    assert headline("", title) == title


def test_a_headline_that_is_named_like_a_logo_or_links_to_itself_is_one() -> None:
    said = "Ferry Stops in the Strait"
    assert headline(f'<h1 class="logo">{said}</h1>', f"{said} - The Herald") == said
    assert headline(f'<h1><a href="/story">{said}</a></h1>', "The Herald") == said


@every_row(
    ("head", "body"),
    [
        ("", '<link rel="canonical" href="https://www.harbor.example/other">'),
        ('<link rel="canonical" href="https://www.harbor.example/">', ""),
        ('<link rel="canonical" href="https://www.harbor.example">', ""),
        ('<link rel="canonical" href="/index.html">', ""),
        ('<link rel="canonical" href="/en/">', ""),
        ('<link rel="canonical" href="https://www.agency.example/story">', ""),
        ('<link rel="canonical" href="https://harbor.example.evil.example/story">', ""),
        ('<link rel="canonical" href="/other"><link rel="canonical" href="/story">', ""),
        ('<link rel="canonical" href="">', ""),
        ('<link rel="canonical" href="undefined">', ""),
        ('<link rel="canonical" href="/404">', ""),
        ('<link rel="canonical" href="{{ url }}">', ""),
        ('<link rel="canonical" href="/${path}">', ""),
        ('<link rel="canonical" href="javascript:void(0)">', ""),
        (f'<link rel="canonical" href="/{"long" * 900}">', ""),
    ],
)
def test_a_canonical_link_that_cannot_be_the_pages_does_not_count(head: str, body: str) -> None:
    made = page(f"{body}<h1>Ferry Stops in the Strait</h1>{PROSE}", head)

    assert extract(made).canonical_url == URL


@pytest.mark.parametrize(
    ("named", "own", "is_own"),
    [
        ("/news/", "/news/ferry-stops-1", True),
        ("/en/news", "/2026/03/ferry_stops", True),
        ("/ferry", "/ferry-2", False),
        ("/ferry", "/ferry/amp", False),
        ("/ferry-stops", "/news/ferry-stops-1", False),
    ],
)
def test_a_section_is_the_canonical_address_of_no_article(
    named: str, own: str, is_own: bool
) -> None:
    url = f"https://www.harbor.example{own}"
    made = page(f"<h1>The Ferry</h1>{PROSE}", f'<link rel="canonical" href="{named}">', url=url)

    assert (extract(made).canonical_url == url) is is_own


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ('<link rel="canonical" href="/news/story">', "https://www.harbor.example/news/story"),
        ('<link href="//harbor.example/s" rel="Canonical">', "https://harbor.example/s"),
        ('<link rel="nofollow canonical" href="s">', "https://www.harbor.example/s"),
        ('<link rel="canonical" href="www.harbor.example/s">', "https://www.harbor.example/s"),
        ('<base href="/en/"><link rel="canonical" href="s">', "https://www.harbor.example/en/s"),
        (
            '<link rel="canonical" href="https://amp.harbor.example/s">',
            "https://amp.harbor.example/s",
        ),
        ('<link rel="canonical" href="https://m.harbor.example/s">', "https://m.harbor.example/s"),
    ],
)
def test_a_canonical_link_of_the_same_site_counts(link: str, url: str) -> None:
    made = page(f"<h1>Ferry Stops in the Strait</h1>{PROSE}", link, url=f"{URL}?session=1")

    assert extract(made).canonical_url == url


CODES = {
    "eng": "en", "EN": "en", "en-GB": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr",
    "zh-Hant-TW": "zh", "zho": "zh", "chi": "zh", "cmn-Hans": "zh", "zh_CN.UTF-8": "zh",
    "pt_BR": "pt", "por": "pt", "rus": "ru", "ukr": "uk", "ces": "cs", "cze": "cs", "ell": "el",
    "gre": "el", "ron": "ro", "rum": "ro", "mo": "ro", "iw": "he", "heb": "he", "in": "id",
    "nob": "nb", "nor": "no", "sr-Latn-RS": "sr", "jp": "ja", "ua": "uk", "cz": "cs", " sl ": "sl",
    "fil": "fil", "ckb-IQ": "ckb", "und": None, "mul": None, "x-default": None, "English": None,
    "gaz": "om", "khk": "mn", "mol": "ro", "tgl": "tl", "bih": "bh", "kmr": "ku",
    "de, en": None, "utf-8": None, "iso-8859-1": None, "all": None, "kr": "ko", "qq": None,
    "": None, "1": None, "-": None,
}  # fmt: skip


@every_row(("tag", "code"), CODES.items())
def test_a_language_is_named_in_one_way(tag: str, code: str | None) -> None:
    assert language_code(tag) == code


LINKED = '<script type="application/ld+json">{"@type":"NewsArticle","inLanguage":%s}</script>'


@every_row(
    ("head", "lang"),
    [
        ('<meta http-equiv="Content-Language" content="{}">', ""),
        ('<meta property="og:locale" content="{}">', ""),
        ('<meta name="dc.language" content="{}">', ""),
        (LINKED % '"{}"', ""),
        (LINKED % '{"@type":"Language","alternateName":"{}"}', "und"),
        ("", "{}"),
        ('<meta property="og:locale" content="{}">', "und"),
    ],
)
@every_row("tag", ["por", "pt_BR", "PT-pt"])
def test_a_pages_language_is_read_wherever_it_is_declared(head: str, lang: str, tag: str) -> None:
    made = page("", head.replace("{}", tag), lang.replace("{}", tag))

    assert language_of(made) == "pt"


def test_an_outlets_language_counts_where_a_page_declares_nonsense() -> None:
    outlet = load_outlet("moscow_times")
    made = page(f"<h1>Ferry Stops in the Strait</h1>{PROSE}", lang="qq")

    assert extract(made, outlet).language == outlet.language


@pytest.mark.parametrize(
    "told",
    [
        '<p itemprop="headline">Ferry Stops in the Strait</p>',
        '<p property="schema:headline" content="Ferry Stops in the Strait">…</p>',
        '<div itemscope itemtype="https://schema.org/NewsArticle">'
        '<h4 itemprop="headline">Ferry Stops in the Strait</h4></div>',
        '<meta name="dcterms.title" content="Ferry Stops in the Strait">',
        '<meta name="parsely-title" content="Ferry Stops in the Strait">',
    ],
)
def test_a_marked_headline_is_read_where_all_else_names_the_site(told: str) -> None:
    assert headline(told, "Herald") == "Ferry Stops in the Strait"
    others = '<div itemscope itemtype="https://schema.org/Product"><p itemprop="headline">A bag</p>'
    assert headline(f"{others}</div>", "Herald") == "Herald"


@pytest.mark.parametrize(
    ("host", "told", "is_told"),
    [
        ("m", "https://www.harbor.example/story", True),
        ("amp", "https://harbor.example/story", True),
        ("m", "https://www.harbor.example/other", False),
        ("mobile", "https://www.agency.example/story", False),
        ("www", "https://harbor.example/story", False),
    ],
)
def test_a_copy_for_phones_may_tell_networks_alone_where_it_is_for_all(
    host: str, told: str, is_told: bool
) -> None:
    url = f"https://{host}.harbor.example/story"
    head = f'<meta property="og:url" content="{told}">'
    made = Page(url, page(f"<h1>Ferry Stops in the Strait</h1>{PROSE}", head).html)

    assert extract(made).canonical_url == (told if is_told else url)


NOTES = [
    "<small>by Ann Lee</small>",
    "<time>4 March 2026</time>",
    '<a href="#comments">12</a>',
    '<a class="edit" href="/edit">Bearbeiten</a>',
    "<span>(harbor.example)</span> <span>87</span>",
]


@every_row("note", NOTES)
@every_row("said", ["“No Ferry,” the Harbor Says", "Keine Fähre mehr zur Insel!"])
def test_what_stands_behind_the_headline_and_not_in_the_title_is_no_part_of_it(
    note: str, said: str
) -> None:
    assert headline(f"<h1>{said} {note}</h1>", f"{said} | The Harbor") == said
    # What a title says as well is the headline's.
    assert headline(f"<h1>{said} <span>at Last</span></h1>", f"{said} at Last") == f"{said} at Last"


@every_row("mark", ["+", "★", "▶", "🔒", "***"])
@every_row("said", ["No Ferry, Harbor Says", "Keine Fähre mehr zur Insel!", "パロムが海峡で止まる"])
def test_a_sign_before_the_headline_that_no_title_has_is_no_part_of_it(
    mark: str, said: str
) -> None:
    assert headline(f"<h1><i>{mark}</i> {said}</h1>", f"{said} | Harbor") == said
    for told in ("", f'<meta property="og:title" content="{said}">'):
        title = f"{mark} {said} | Harbor"
        assert headline(f"{told}<h1>{mark} {said}</h1>", title) == f"{mark} {said}"


@every_row("begin", ["$ 5 million", "« Nous avons »", "¿ Qué", "– and then", "# MeToo", "& Sons"])
def test_a_headline_keeps_the_signs_that_it_begins_with(begin: str) -> None:
    said = f"{begin} for the ferry"

    assert headline(f"<h1>{said}</h1>", f"{said} | Harbor") == said


@every_row("name", ["headline", "article-title", "entry-title", "c-post-title__text"])
@every_row("around", ["article", "main"])
def test_an_element_that_is_called_a_headline_is_one_where_there_is_no_heading(
    name: str, around: str
) -> None:
    line = f'<div class="{name}">Ferry Stops in the Strait</div>'

    kicker = '<div class="headline-kicker">The Sea and Boats</div>'
    body = f"<{around}>{kicker}{line}{PROSE}</{around}>"
    assert headline(body, "Harbor Daily") == "Ferry Stops in the Strait"
    assert headline(body, "A Bear in the Library") == "A Bear in the Library"
    assert headline(f"<h1>Nobody Was Hurt</h1>{body}", "Harbor Daily") == "Nobody Was Hurt"
    assert headline(f"<div>{line}</div>", "Harbor Daily") == "Harbor Daily"


def test_however_many_signs_stand_behind_the_headline_it_is_read_at_once() -> None:
    said, began = "No Ferry to the Island", process_time()

    headline(f"<h1>{said} <span>{'!' * 50_000}12</span></h1>", f"{said} | The Harbor")

    assert process_time() - began < 2


def test_a_heading_in_two_elements_of_which_machines_are_told_two_names_is_one() -> None:
    told = '<meta property="og:title" content="No Ferry Today at Last">'
    assert headline("<h1>No Ferry Today <i>Again</i></h1>", "No Ferry Today", told) == (
        "No Ferry Today Again"
    )


@pytest.mark.parametrize("name", ["title", "article:title", "http://ogp.me/ns#title"])
def test_a_tag_that_is_called_a_title_says_more_than_the_sites_name(name: str) -> None:
    told = f'<meta name="{name}" content="Ferry Stops in the Strait">'
    assert headline("", "Harbor", told) == "Ferry Stops in the Strait"


@pytest.mark.parametrize(
    "title",
    [
        "(3) Ferry Stops in the Strait",
        "• Ferry Stops in the Strait",
        "The Harbor - Sea - Ferry Stops in the Strait",
        "Ferry Stops in the Strait | Sea News | The Harbor",
        "Ferry Stops in the Strait- The Harbor",
        "Ferry Stops in the Strait–The Harbor",
    ],
)
def test_a_title_has_more_than_the_headline_at_both_ends(title: str) -> None:
    told = '<meta property="og:site_name" content="The Harbor">'
    assert headline("", title, told) == "Ferry Stops in the Strait"


def test_a_heading_may_be_one_for_those_alone_who_cannot_see() -> None:
    marked = '<div role="heading" aria-level="1">Ferry Stops in the Strait</div>'
    assert headline(marked, "Home") == "Ferry Stops in the Strait"


def test_a_title_that_is_the_hosts_name_is_the_sites() -> None:
    body = "<h1>Harbor</h1><article><h2>Ferry Stops in the Strait</h2>"
    assert headline(body, "Harbor") == "Ferry Stops in the Strait"
    assert headline("<h1>Harbor Ferry Stops at Last</h1>", "Harbor Ferry Stops at Last") == (
        "Harbor Ferry Stops at Last"
    )
