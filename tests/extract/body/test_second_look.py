"""Pages on which the first good guess is wrong: nothing of the article may be lost, or added."""

import json

import pytest

from newscrawl import read_article
from newscrawl.extract import extract
from newscrawl.page import Page
from tests.rows import every_row

URL = "https://strait.test/news/ferry-stops"
HEADLINE = "Ferry Stops in the Strait"
DEK = "A broken engine leaves the islanders without a way home."
PROSE = [
    "The ferry to the northern islands stopped on Tuesday after its engine gave out in the strait.",
    "The harbor master told passengers that a tug would bring them home before the evening.",
    "The company has two other boats, but both are in a dock until the end of the month.",
    "Fishermen offered to carry mail and medicine until the ferry is running again.",
    "The council met on Wednesday and asked the ministry for another boat before the winter.",
    "A spokesman said that one could be spared if the crew agreed to the longer way.",
]
OTHER = [
    f"Rangers found bear number {n} in the library of Northport, asleep between two shelves."
    for n in range(8)
]


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(body: str, head: str = "") -> bytes:
    metas = f'<title>{HEADLINE}</title><meta name="description" content="{DEK}">'
    return f"<!doctype html><meta charset=utf-8>{metas}{head}<body>{body}".encode()


def read(body: str, head: str = "") -> str:
    return read_article(page(body, head), URL).body


def sections(form: str) -> str:
    return "".join(
        form.format(n=n, text=paragraphs(PROSE[2 * n : 2 * n + 2]), title=f"<h2>Part {n}</h2>")
        for n in range(3)
    )


_CARD = "<aside><h3><a href=/boat>Boat</a></h3><p>A boat for two, with paddles. $99</p></aside>"
_SPLIT = {
    "the dek in an article of its own": (
        f"<article><h1>{HEADLINE}</h1><p>{DEK}</p></article>"
        f"<article><h2>What happened</h2>{paragraphs(PROSE)}</article>"
    ),
    "the dek in the header": (
        f"<header><h1>{HEADLINE}</h1><p>{DEK}</p></header><div>{paragraphs(PROSE)}</div>"
    ),
    "a lead, then articles as sections": (
        f"<main><article><h1>{HEADLINE}</h1><p>{DEK}</p></article>"
        + sections("<article id=s{n}>{title}{text}</article>")
        + "</main>"
    ),
    "sections with ids, cards between": f"<main><h1>{HEADLINE}</h1>"
    + _CARD.join([sections("<section id=part-{n}>{title}{text}</section>"), ""]),
    "sections with names, at other depths": f"<h1>{HEADLINE}</h1><div>"
    + sections("<div class=x{n}a><div>{title}{text}</div></div>"),
    "rows of one paragraph each": f"<h1>{HEADLINE}</h1><div>"
    + "".join(f"<div class=r{n}>{'<div>' * n}{p}{'</div>' * n}</div>" for n, p in enumerate(PROSE)),
    "a list alone": f"<h1>{HEADLINE}</h1><div><ul>{''.join(f'<li>{p}' for p in PROSE)}</ul></div>",
    "a table alone": f"<h1>{HEADLINE}</h1><table>"
    + "".join(f"<tr><td>{n}.30<td>{p}" for n, p in enumerate(PROSE))
    + "</table>",
    "definitions alone": f"<h1>{HEADLINE}</h1><dl>"
    + "".join(f"<dt>Question {n}?<dd>{p}" for n, p in enumerate(PROSE))
    + "</dl>",
    "all in an aside that was left open": (
        f"<aside><a href=/>Home</a><main><h1>{HEADLINE}</h1>{paragraphs(PROSE)}</main>"
    ),
    "all in an aside": f"<h1>{HEADLINE}</h1><aside>{paragraphs(PROSE)}</aside>",
    "all in a label": f"<h1>{HEADLINE}</h1><label>{paragraphs(PROSE)}</label>",
    "a breadcrumb that ends like a sentence": (
        f"<div><span>You are here: home, news, islands and the north.</span></div>"
        f"<h1>{HEADLINE}</h1><dl>{''.join(f'<dt>{n}?<dd>{p}' for n, p in enumerate(PROSE))}</dl>"
    ),
}


@every_row("body", _SPLIT.values())
def test_an_article_in_parts_is_read_whole(body: str) -> None:
    found = read(body)

    assert [text for text in PROSE if text not in found] == []


def _cards(form: str) -> str:
    return "".join(form.format(n=n, text=text) for n, text in enumerate(OTHER[:4]))


_BEHIND = {
    "cards": "<div>"
    + _cards('<div class="x{n}"><h3><a href="/bear-{n}">Bear {n} Found</a></h3><p>{text}</p></div>')
    + "</div>",
    "links around headings": "<section><h2>Elsewhere</h2>"
    + _cards('<div><a href="/bear-{n}"><h3>Bear {n} Found</h3></a><div>{text}</div></div>')
    + "</section>",
    "articles": _cards(
        '<article><h2><a href="/bear-{n}">Bear {n} Found</a></h2><p>{text}</p></article>'
    ),
}


@every_row("around", ["<main>{}{}</main>", "<div>{}</div>{}", "<div>{}<div>{}"])
@every_row("behind", _BEHIND.values())
def test_teasers_behind_the_story_are_no_part_of_it(behind: str, around: str) -> None:
    story = f"<div><h1>{HEADLINE}</h1>{paragraphs(PROSE)}</div>"

    assert read(around.format(story, behind)).split("\n\n") == PROSE


_BOX = '<div class=z><h3><a href="{to}">{title}</a></h3><p>{text}</p></div>'
_BOXES = (
    _BOX,
    '<ul class=q><li><h3><a href="{to}">{title}</a></h3><div><p>{text}</p></div></ul>',
    '<div class=s><div class=t><h4><a href="{to}">{title}</a></h4></div><p>{text}</p></div>',
)
_EXCERPTS = {
    "Bear Found in Library": "Rangers found it asleep between two shelves on Monday morning.",
    "Bär in der Bücherei": "Förster fanden ihn am Montag schlafend zwischen zwei Regalen.",
    "Медведь в библиотеке": "Лесники нашли его в понедельник спящим между двумя полками.",
    "熊が図書館に": "森の番人は月曜日、二つの棚の間で眠っている熊を見つけ、金曜日に森へ返した。",
}


def _with_box(box: str, beside: str = "") -> list[str]:
    told = f"{paragraphs(PROSE[:2])}{box}{paragraphs(PROSE[2:])}{beside}"
    return read(f"<main><div><h1>{HEADLINE}</h1>{told}</div></main>").split("\n\n")


@every_row("box", _BOXES)
@every_row(("title", "text"), _EXCERPTS.items())
def test_the_excerpt_in_a_box_among_the_paragraphs_goes_with_its_title(
    box: str, title: str, text: str
) -> None:
    assert _with_box(box.format(to="/2026/bear", title=title, text=text)) == PROSE


@every_row("to", ["https://shop.test/bear", "#bear", "mailto:bear@harbor.test"])
@every_row("box", _BOXES)
@every_row(("title", "text"), _EXCERPTS.items())
def test_what_leads_to_no_other_page_of_the_host_has_no_excerpt(
    to: str, box: str, title: str, text: str
) -> None:
    assert text in _with_box(box.format(to=to, title=title, text=text))


def test_a_digest_is_made_of_excerpts_and_a_long_one_is_a_part_of_the_story() -> None:
    long = _BOX.format(to="/bear", title="Bear", text=OTHER[0] * 4)
    assert OTHER[0] * 4 in _with_box(long)
    digest = "".join(
        _BOX.format(to=f"/{n}", title="Bear", text=text) for n, text in enumerate(OTHER)
    )
    assert set(OTHER) <= set(_with_box(digest, digest))
    names = "".join(
        _BOX.format(to=f"/{name}", title=name, text=f"{name}: {text}")
        for name, text in (
            ("Lund", "nine boats, of which three are out at sea."),
            ("Visby", "six boats and a dog in all that rain."),
        )
    )
    assert "Visby: six boats and a dog in all that rain." in _with_box(names)
    flat = f'<h3><a href="/bear">Bear</a></h3><p>{OTHER[0]}</p>'
    assert OTHER[0] in _with_box(flat)


@pytest.mark.parametrize(
    "around", ["<div>{}</div>{}", "<main>{}</main>{}", "<section>{}</section>{}"]
)
def test_a_list_that_is_longer_than_the_paragraphs_is_not_the_article(around: str) -> None:
    items = "".join(f"<li><a href=/b{n}>Bear</a> {text * 5}</li>" for n, text in enumerate(OTHER))
    story = f"<div><h1>{HEADLINE}</h1>{paragraphs(PROSE)}</div>"

    assert read(around.format(story, f"<div><ul>{items}</ul></div>")).split("\n\n") == PROSE


_CONSENT = {
    "en": [
        "We value your privacy",
        "We and our 843 partners store information on your device, such as cookies, for ads.",
        "Your preferences will apply to this website only and can be changed at any time.",
    ],
    "de": [
        "Wir und unsere 212 Partner speichern Informationen auf Ihrem Gerät und verarbeiten sie.",
    ],
    "fr": ["Nous et nos 98 partenaires utilisons des cookies pour mesurer nos annonces."],
    "es": ["Nosotros y nuestros socios usamos cookies en su dispositivo para medir anuncios."],
}


@every_row("box", ["<div class=z>{}</div>", "{}", "<section id=q>{}</section>"])
@every_row("language", _CONSENT)
def test_a_consent_dialog_among_the_paragraphs_is_known_by_its_words(
    language: str, box: str
) -> None:
    dialog = box.format(paragraphs(_CONSENT[language]))
    text = paragraphs(PROSE[:3]) + dialog + paragraphs(PROSE[3:])

    assert read(f"<main><h1>{HEADLINE}</h1>{text}</main>").split("\n\n") == PROSE


def test_who_writes_of_partners_that_store_grain_is_no_dialog() -> None:
    said = "We and our partners in the north have sold boats for years, said the harbor master."

    assert said in read(f"<h1>{HEADLINE}</h1>{paragraphs([*PROSE, said])}")


@pytest.mark.parametrize("vendor", ["coi-banner__text", "cmpbox", "tarteaucitronRoot", "axeptio_o"])
def test_a_vendors_dialog_that_is_longer_than_the_story_is_passed_over(vendor: str) -> None:
    dialog = f"<div class='{vendor}'>{paragraphs(OTHER)}</div>"

    assert read(f"{dialog}<div><h1>{HEADLINE}</h1>{paragraphs(PROSE[:4])}</div>") == "\n\n".join(
        PROSE[:4]
    )


def test_cards_that_are_what_the_page_is_about_are_read() -> None:
    cards = "".join(
        f'<div><h2><a href="/{n}">Island {n}</a></h2><p>{text}</p></div>'
        for n, text in enumerate(PROSE)
    )
    found = read(f"<main><h1>{HEADLINE}</h1><p>{DEK}</p>{cards}</main>")

    assert [text for text in PROSE if text not in found] == []


@pytest.mark.parametrize("copy", ["<div class=a{}b>{}</div>", "<section id=s{}>{}</section>"])
@pytest.mark.parametrize("beside", ["", f"<p>{OTHER[0]}</p>"])
def test_a_text_that_is_laid_out_for_each_screen_is_read_once(copy: str, beside: str) -> None:
    copies = "".join(copy.format(n, paragraphs(PROSE)) for n in range(3))
    blocks = extract(Page(URL, page(f"<h1>{HEADLINE}</h1>{copies}{beside}"))).blocks

    assert [block.text for block in blocks if block.text in PROSE] == PROSE


_DATED = f"<article><h1>{HEADLINE}</h1>{paragraphs(PROSE[:1])}</article>" + "".join(
    f"<article><h2>Hour {n}</h2><time>{n}.30</time>{paragraphs([text])}</article>"
    for n, text in enumerate(PROSE[1:])
)
_LONG = sum(map(len, PROSE))


@pytest.mark.parametrize(
    ("said", "is_whole"),
    [
        (f'"wordCount": {_LONG // 6}', True),
        (f'"wordCount": "{_LONG // 6}"', True),
        (f'"wordCount": {{"@value": "{_LONG // 6}.0"}}', True),
        ('"wordCount": 15', False),
        ('"wordCount": [true, null, {}]', False),
        ('"description": "A ferry"', False),
    ],
)
def test_how_long_a_page_says_to_be_decides_between_readings(said: str, is_whole: bool) -> None:
    linked = f'{{"@type": "NewsArticle", "headline": "{HEADLINE}", {said}}}'
    seen = Page(URL, page(_DATED, f'<script type="application/ld+json">{linked}</script>'))

    found = [block.text for block in extract(seen).blocks if block.text in PROSE]

    assert found == (PROSE if is_whole else PROSE[:1])
    assert seen.doubts == {"body"}


def test_an_ordinary_page_raises_no_doubt() -> None:
    seen = Page(URL, page(f"<main><h1>{HEADLINE}</h1>{paragraphs(PROSE)}</main>"))
    extract(seen)

    assert not seen.doubts


@pytest.mark.parametrize("told", ["{0}", "{1} {0}", "<p>{0}</p>"])
def test_a_body_in_json_ld_that_is_the_dek_says_nothing_of_the_text(told: str) -> None:
    long_dek = " ".join(OTHER[:4])
    named = json.dumps(
        {
            "@type": "NewsArticle",
            "headline": HEADLINE,
            "description": long_dek,
            "articleBody": told.format(long_dek, HEADLINE),
        }
    )
    head = f'<script type="application/ld+json">{named}</script>'
    text = f"<header><h1>{HEADLINE}</h1><h2>{long_dek}</h2></header><div>{paragraphs(PROSE)}</div>"

    assert [said for said in PROSE if said not in read(text, head)] == []


@pytest.mark.parametrize(
    "name", ["style_commentlinks", "leserkommentare", "comentarios", "yorumlar"]
)
def test_what_readers_wrote_is_no_text_however_long(name: str) -> None:
    wrote = f"<ul class={name}>{''.join(f'<li>{paragraphs(OTHER[:3])}</li>' for _ in OTHER)}</ul>"

    assert read(f"<div><h1>{HEADLINE}</h1>{paragraphs(PROSE)}</div>{wrote}") == "\n\n".join(PROSE)


def test_a_brief_that_is_printed_twice_is_the_text_all_the_same() -> None:
    brief = f"<p>{' '.join(PROSE)}</p>"
    offer = "<div><p>Good reporting costs money, and this paper offers all of it to you.</p></div>"

    found = read(f"<h1>{HEADLINE}</h1><div>{brief}</div>{offer}<section>{brief}</section>")
    assert " ".join(PROSE) in found
