"""What readers see is text, what they do not see is not, in several languages and markups."""

import json

import pytest

from newscrawl import read_article

URL = "https://www.harbor.test/story"
SAID = {
    "en": ("The ferry to the northern islands stopped on Tuesday in the middle of the strait.",
           "Nobody was hurt, the harbor master said, and a tug would bring all of them home.",
           "The company has two other boats, but both are in a dock until the month is over."),
    "de": ("Die Fähre zu den nördlichen Inseln blieb am Dienstag mitten in der Meerenge stehen.",
           "Niemand wurde verletzt, sagte die Hafenmeisterin, ein Schlepper bringe alle heim.",
           "Die Reederei hat zwei weitere Schiffe, doch beide liegen bis zum Monatsende im Dock."),
    "ru": ("Паром на северные острова остановился во вторник посреди пролива из-за двигателя.",
           "Никто не пострадал, сказала начальница порта, и буксир доставит всех домой.",
           "У компании есть ещё два судна, но оба стоят в доке до самого конца месяца."),
}  # fmt: skip
EACH = pytest.mark.parametrize("language", SAID)


def read(inside: str, language: str = "en", head: str = "") -> list[str]:
    page = (
        f'<html lang="{language}"><meta charset="utf-8"><title>The Ferry</title>{head}'
        f"<body><h1>The Ferry</h1>{inside}</body></html>"
    )
    return [block.text for block in read_article(page.encode(), URL).blocks]


def story(language: str, at: int = 3, inside: str = "") -> str:
    """The story's paragraphs, with something before one of them."""
    paragraphs = [f"<p>{said}</p>" for said in SAID[language]]
    return "".join([*paragraphs[:at], inside, *paragraphs[at:]])


@EACH
@pytest.mark.parametrize(
    "opened",
    ['<p style="display:none">', '<p style="visibility: hidden">', "<p hidden>",
     '<p style="color:red;DISPLAY : none !important">', '<div style="visibility:collapse"><p>',
     '<p style="position:absolute; left:-9999px">', '<p style="clip: rect(0,0,0,0)">',
     '<p style="clip-path: inset(50%)">', '<div class="print-only"><p>', "<div popover><p>",
     '<p class="hidden">', "<template><p>", "<noscript><p>", "<p><template>"],
)  # fmt: skip
def test_what_is_hidden_is_no_text(language: str, opened: str) -> None:
    unseen = f"{opened}{SAID[language][0].replace(',', '')} x y z.</p></div></template></noscript>"
    said = read(f"<article>{story(language, 1, unseen)}</article>", language)
    assert said == list(SAID[language])


@EACH
@pytest.mark.parametrize("opened", ['<div style="display:none">', "<div hidden>"])
def test_a_story_that_a_script_shows_is_text(language: str, opened: str) -> None:
    assert read(f"{opened}{story(language)}</div>", language) == list(SAID[language])


@EACH
@pytest.mark.parametrize(
    "copy",
    ['<div class="print-version" style="display:none">{}</div>', "<div hidden>{}</div>",
     '<div class="mobile-only hidden">{}</div>'],
)  # fmt: skip
def test_a_copy_for_print_or_phones_says_nothing_twice(language: str, copy: str) -> None:
    text = story(language)
    assert read(f"<article>{text}</article>{copy.format(text)}", language) == list(SAID[language])
    assert read(f"{copy.format(text)}<article>{text}</article>", language) == list(SAID[language])
    # Between the paragraphs, where it is half of what stands there.
    amid = f"<article>{story(language, 1, copy.format(text))}</article>"
    assert read(amid, language) == list(SAID[language])


@EACH
@pytest.mark.parametrize(
    "inside",
    ['<x-story><template shadowrootmode="open"><article>{}</article></template></x-story>',
     "<x-story><template shadowroot='open'>{}</template></x-story>",
     '<x-a><TEMPLATE shadowRootMode=open><x-b><template shadowrootmode="closed">{}</template></x-b>'
     "</TEMPLATE></x-a>",
     "<details open><summary></summary>{}</details>",
     '<figure class="paragraph-image"><div>{}</div></figure>'],
)  # fmt: skip
def test_text_is_text_whatever_holds_it(language: str, inside: str) -> None:
    assert read(inside.format(story(language)), language) == list(SAID[language])


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("Each boat has a <button>bilge pump</button> below.", "Each boat has a bilge pump below."),
        ("Each <label>boat</label> has a pump below it.", "Each boat has a pump below it."),
        ("She said <q>go</q> and they all went home.", "She said “go” and they all went home."),
        ("Dug in 1874<sup>2</sup> by men of the isles.", "Dug in 1874² by men of the isles."),
        ("Water is H<sub>2</sub>O, they said to them.", "Water is H₂O, they said to them."),
        ("Pulls <math><mi>F</mi><mo>=</mo><mn>12</mn></math> tons.", "Pulls F=12 tons."),
        ("Die Donau&shy;dampf&shy;schiffe ruhen heute.", "Die Donaudampfschiffe ruhen heute."),
        ("Паро&shy;мы стоят у причала до вечера.", "Паромы стоят у причала до вечера."),
        ("Le 1<sup>er</sup> mai, le bateau est parti.", "Le 1er mai, le bateau est parti."),
    ],
)
def test_a_sentence_is_read_as_readers_see_it(sentence: str, seen: str) -> None:
    first, *others = SAID["en"]
    paragraphs = "".join(f"<p>{said}</p>" for said in (first, sentence, *others))
    assert read(f"<article>{paragraphs}</article>") == [first, seen, *others]


@EACH
@pytest.mark.parametrize(
    "hidden",
    [
        *('class="sr-only"', 'class="a visually-hidden"', 'class="screen-reader-text"', "hidden"),
        *('style="display:none"', 'class="u-visuallyhidden"', 'class="hidden"'),
    ],
)
@pytest.mark.parametrize("where", ["{0} {1}", "{1} {0}", '{0}<a href="/x">{1}</a>'])
def test_words_for_screen_readers_alone_are_no_text(language: str, hidden: str, where: str) -> None:
    first, *others = SAID[language]
    inside = where.format(first, f"<span {hidden}>x y z</span>")
    said = read(f"<article><p>{inside}</p>{''.join(f'<p>{o}</p>' for o in others)}</article>")
    assert said == [first, *others]


@pytest.mark.parametrize("shown", ['class="hidden md:inline"', 'class="hiddenite"', 'id="hidden"'])
def test_words_that_are_not_hidden_everywhere_are_text(shown: str) -> None:
    said = f"{SAID['en'][0][:-1]} <span {shown}>again</span>."
    assert read(f"<p>{said}</p>{story('en')}")[0].endswith("strait again.")


ITEM = (
    '<div itemscope itemtype="https://schema.org/{2}">{3}<h2 itemprop="headline">{0}</h2>'
    '<span itemprop="author">{1}</span><time itemprop="datePublished" datetime="{4}">x</time></div>'
)
NESTED = (
    '<div itemscope itemtype="https://schema.org/{2}">{3}<meta itemprop="headline" content="{0}">'
    '<span itemprop="author" itemscope><b itemprop="name">{1}</b></span>'
    '<meta itemprop="about"><time itemprop="datePublished" datetime="{4}">x</time></div>'
)
RDFA = (
    '<div vocab="https://schema.org/" typeof="{2}">{3}<h2 property="headline">{0}</h2>'
    '<span property="author">{1}</span><time property="datePublished" datetime="{4}">x</time></div>'
)


@pytest.mark.parametrize("markup", [ITEM, NESTED, RDFA], ids=["item", "nested", "rdfa"])
@pytest.mark.parametrize(
    ("headline", "kind"),
    [("A Bear Sleeps", "NewsArticle"), ("", "Comment"), ("A Bear", "BlogPosting"), ("x", "Review")],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_microdata_and_rdfa_of_other_things_say_nothing(
    markup: str, headline: str, kind: str, is_first: bool
) -> None:
    own = markup.format("The Ferry", "Ann Lee", "NewsArticle", "", "2026-03-04")
    other = markup.format(headline, "Bo Ray", kind, "", "2025-01-01")
    both = other + own if is_first else own + other
    html = f"<title>The Ferry</title><article><h1>The Ferry</h1>{both}{story('en')}</article>"
    article = read_article(html.encode(), URL)
    assert article.authors == ("Ann Lee",)
    assert str(article.date_published)[:10] == "2026-03-04"


OTHER = {
    "en": "Rangers found a bear asleep in the library of Northport, between the old atlases.",
    "de": "Förster fanden in der Bücherei einen Bären, der zwischen den Atlanten schlief.",
    "ru": "Лесники нашли медведя в библиотеке: он спал между двумя полками старых атласов.",
}


@EACH
@pytest.mark.parametrize(
    "page",
    ["<main><article><h2>The Ferry</h2>{own}</article>{others}</main>",
     "<main>{others}<article><h2>The Ferry</h2>{own}</article></main>",
     '<article id="a"><header><h2>The Ferry</h2></header><div>{own}</div></article><hr>{others}',
     "<div><section><article><h2>The Ferry</h2>{own}</article></section>"
     "<aside>{others}</aside></div>"],
    ids=["behind", "before", "sections", "aside"],
)  # fmt: skip
def test_of_several_articles_the_pages_own_is_read(language: str, page: str) -> None:
    other = f"<p>{OTHER[language]}</p>"
    others = "".join(
        f"<article><h2>Bear {n} in a Library</h2>{other}<p>{n} {OTHER[language]}</p></article>"
        for n in "12345"
    )
    said = read(page.format(own=story(language), others=others), language)
    assert [each for each in said if each != "The Ferry"] == list(SAID[language])


@EACH
@pytest.mark.parametrize(
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
    assert read(story(language) + script.format(data), language) == list(SAID[language])


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
@pytest.mark.parametrize(("shown", "layout"), [(0, "script"), (1, "generic")])
def test_an_article_that_json_ld_alone_has_is_read_instead_of_a_note(
    language: str, shown: int, layout: str
) -> None:
    told = " ".join(f"{n}: {text}" for n in range(4) for text in SAID[language])
    data = json.dumps({"@type": "NewsArticle", "articleBody": told})
    note = told[:150] if shown else OTHER[language]
    page = f"<title>The Ferry</title><h1>The Ferry</h1><p>{note}</p><div id=app></div>"
    page += f'<script type="application/ld+json">{data}</script>'

    assert read_article(page.encode(), URL).layout == layout
