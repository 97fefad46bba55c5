"""The text of pages that scripts render, in the forms that their frameworks send it in."""

import html as html_module
import json
from collections.abc import Callable
from urllib.parse import quote

from newscrawl import read_article
from newscrawl.article import Article
from tests.extract.ferry_story import EACH, SAID, URL
from tests.rows import every_row

NOTE = {
    "en": "Rangers found a bear asleep in the library of Northport, between the old atlases.",
    "de": "Förster fanden in der Bücherei einen Bären, der zwischen den Atlanten schlief.",
    "ru": "Лесники нашли медведя в библиотеке: он спал между двумя полками старых атласов.",
}


def rendered(inside: str) -> Article:
    page = f'<meta charset="utf-8"><title>The Ferry</title><h1>The Ferry</h1>{inside}'
    return read_article(page.encode(), URL)


def pushed(row: str) -> str:
    parts = (row[at : at + 200] for at in range(0, len(row), 200))
    return "".join(
        f"<script>self.__next_f.push({json.dumps([1, part])})</script>" for part in parts
    )


def script(text: str) -> str:
    return f"<script>{text}</script>"


def attribute(name: str, value: object) -> str:
    return f'<div {name}="{html_module.escape(json.dumps(value))}"></div>'


#: What a framework makes of the article's markup.
FORMS: dict[str, Callable[[str], str]] = {
    "a text of so many bytes, and what stands behind it": lambda body: pushed(
        f'4:T{len(body.encode()):x},{body}5:["$","div",null,{{"__html":"$4"}}]\n'
    ),
    "JSON within JSON": lambda body: (
        f'<script type="application/json">{json.dumps([json.dumps({"html": body})])}</script>'
    ),
    "Angular's signs": lambda body: (
        '<script id="app-state" type="application/json">'
        + json.dumps({"body": body}).replace("&", "&a;").replace('"', "&q;").replace("<", "&l;")
        + "</script>"
    ),
    "an encoded text": lambda body: script(
        f'a = JSON.parse(decodeURIComponent("{quote(json.dumps({"body": body}))}"))'
    ),
    "a template": lambda body: script(f"var a = {{body: `{body}`}};"),
    "a text in single marks": lambda body: script(f"var a = {{b: 'It\\'s', body: '{body}'}};"),
    "HTML that is written as a text": lambda body: script(
        f"var a = {{body: '{html_module.escape(body)}'}};"
    ),
    "an attribute": lambda body: attribute("data-page", {"props": {"body": body}}),
    "an island's attribute": lambda body: attribute("props", {"body": [0, body]}),
    "beside a note that it loads": lambda body: (
        '<div id="root"><p>Loading...</p></div><script type="application/json">'
        f"{json.dumps({'body': body})}</script>"
    ),
}


@EACH
@every_row("form", FORMS)
def test_data_of_a_script_is_read_in_the_form_that_it_is_sent_in(language: str, form: str) -> None:
    said = [f"{n}: {text}" for n in range(3) for text in SAID[language]]
    article = rendered(FORMS[form]("".join(f"<p>{text}</p>" for text in said)))
    assert [block.text for block in article.blocks] == said
    assert article.layout == "script"


@EACH
def test_the_pieces_of_a_paragraph_are_one_and_paragraphs_are_not(language: str) -> None:
    said = [f"{n}: {text}" for n in range(3) for text in SAID[language]]
    set_otherwise = [
        {"type": "p", "content": [{"type": "text", "text": text[:20]},
                                  {"type": "text", "marks": [], "text": text[20:]}]}
        for text in said
    ]  # fmt: skip
    whole = [{"type": "text", "text": text} for text in said]
    for data in (set_otherwise, whole):
        found = rendered(f'<script type="application/json">{json.dumps(data)}</script>')
        assert [block.text for block in found.blocks] == said


@EACH
@every_row(
    "shell",
    ["<footer><p>© 2026 The Harbor Daily Ltd., Northport. All rights reserved.</p></footer>",
     "<div><p>We use cookies to improve what you read.</p><p>Alle Rechte vorbehalten.</p></div>",
     "<p>Подписывайтесь на наш канал в Telegram, чтобы читать новости первыми.</p>"],
)  # fmt: skip
def test_furniture_of_a_page_that_waits_for_its_text_is_no_text(language: str, shell: str) -> None:
    said = [*SAID[language], *(f"{n}: {text}" for n in "12" for text in SAID[language])]
    script = f'<script type="application/json">{json.dumps({"story": said})}</script>'

    article = rendered(f"<div id=app></div>{shell}{script}")

    assert [block.text for block in article.blocks] == said


@EACH
@every_row(
    "script",
    ['<script id="__NEXT_DATA__" type="application/json">{}</script>',
     '<script type="application/json">{}</script>', "<script>window.__STATE__ = {};</script>",
     "<script>var state = {}; start(state)</script>",
     "<script>window.Site=window.Site||{{}};Site.page={};Site.go()</script>"],
)  # fmt: skip
def test_data_of_a_script_is_the_last_resort(language: str, script: str) -> None:
    said = [*SAID[language], *(f"{n}: {text}" for n in "12" for text in SAID[language])]
    data = json.dumps({"props": {"story": {"body": [{"type": "p", "text": t} for t in said]}}})
    page = f"<title>The Ferry</title><h1>The Ferry</h1><div id=app></div>{script.format(data)}"
    article = read_article(page.encode(), URL)
    assert [block.text for block in article.blocks] == said
    assert article.layout == "script"
    shown = "".join(f"<p>{text}</p>" for text in SAID[language])
    beside = rendered(shown + script.format(data))
    assert [block.text for block in beside.blocks] == list(SAID[language])


@EACH
def test_a_short_body_that_only_a_script_knows_is_read(language: str) -> None:
    told = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(SAID[language][:2])})
    long = "".join(f"<p>{text} {text}</p>" for text in SAID[language])
    parsed = json.dumps(json.dumps({"story": [f"{t} {t[::-1]}" for t in SAID[language]]}))
    row = json.dumps(["$", "div", None, [["$", "p", None, {"c": t * 2}] for t in SAID[language]]])
    pushed = [json.dumps([1, part]) for part in (f'1:"$Sreact"\n2a:{row[:90]}', f"{row[90:]}\n")]

    for script in (
        f'<script type="application/ld+json">{told}</script>',
        f"<script>window.__APOLLO__ = JSON.parse({parsed});</script>",
        f"<script>window.__NUXT__=(function(a){{return {{body:a}}}}({json.dumps(long)}))</script>",
        "".join(f"<script>self.__next_f.push({each})</script>" for each in pushed),
    ):
        page = f"<title>The Ferry</title><h1>The Ferry</h1><div id=app></div>{script}"
        article = read_article(page.encode(), URL)
        assert SAID[language][0] in article.body
        assert article.layout == "script"


@EACH
@every_row(("shown", "layout"), [(0, "script"), (1, "generic")])
def test_an_article_that_json_ld_alone_has_is_read_instead_of_a_note(
    language: str, shown: int, layout: str
) -> None:
    told = " ".join(f"{n}: {text}" for n in range(4) for text in SAID[language])
    data = json.dumps({"@type": "NewsArticle", "articleBody": told})
    note = told[:150] if shown else NOTE[language]
    page = f"<title>The Ferry</title><h1>The Ferry</h1><p>{note}</p><div id=app></div>"
    page += f'<script type="application/ld+json">{data}</script>'

    assert read_article(page.encode(), URL).layout == layout


@every_row(
    "text",
    [
        "A storm came today, all is well.",
        "Heute kam ein Sturm.",
        "嵐が来た。港の船はすべて無事である。",
    ],
)
def test_a_short_text_that_readers_see_is_no_note_beside_other_articles(text: str) -> None:
    others = [{"title": f"Bear {n}", "text": " ".join(SAID["en"] * 2)} for n in range(3)]
    script = f'<script type="application/json">{json.dumps({"related": others})}</script>'
    page = f"<title>Storm</title><article><h1>Storm</h1><p>{text}</p></article>{script}"

    assert read_article(page.encode(), URL).body == text
