"""What readers see is text, what they do not see is not, in several languages and markups."""

import json

from newscrawl import read_article
from tests.extract.ferry_story import EACH, SAID, URL
from tests.rows import every_row


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
@every_row(
    "opened",
    ['<p style="display:none">', '<p style="visibility: hidden">', "<p hidden>",
     '<p style="color:red;DISPLAY : none !important">', '<div style="visibility:collapse"><p>',
     '<p style="position:absolute; left:-9999px">', '<p style="clip: rect(0,0,0,0)">',
     '<p style="clip-path: inset(50%)">', '<div class="print-only"><p>', "<div popover><p>",
     '<p class="hidden">', "<template><p>", "<noscript><p>", "<p><template>",
     '<p class="u-hidden">',
     '<p style="content-visibility:hidden">', '<p style="font-size:0">',
     '<div style="height:0;overflow:hidden"><p>', '<p style="left:-999em;position:absolute">',
     '<p style="width:1px;height:1px;overflow:hidden">', '<p style="clip-path:polygon(0 0,0 0)">',
     '<p class="show-for-sr">', '<p class="u-hiddenVisually">', '<p class="a-offscreen">',
     '<p class="invisible">', '<p class="hidden print:block">', "<p layout=nodisplay>",
     '<span role="tooltip">', "<xmp hidden>", '<div class="ng-hide"><p>', "<p><s>",
     "<p><del>", "<del><p>"],
)  # fmt: skip
def test_what_is_hidden_is_no_text(language: str, opened: str) -> None:
    ends = "</s></del></p></del></span></xmp></div></template></noscript>"
    unseen = f"{opened}{SAID[language][0].replace(',', '')} x y z.{ends}"
    said = read(f"<article>{story(language, 1, unseen)}</article>", language)
    assert said == list(SAID[language])


@EACH
@every_row(
    ("is_seen", "rules"),
    [(False, ".x{display:none}"), (False, "article .x{visibility:hidden}"),
     (False, "/* y */ p.x , .y { color:red; display: none !important }"),
     (False, "@media screen{.x{display:none}}"), (False, ".js-x{top:0} .x{display:none"),
     (False, ".x{display:none} @media print{.x{display:block}}"),
     (False, "@import 'y';.y{color:red}article > p.x{position:absolute;left:-9999px}"),
     (False, "@supports (gap:1px) { #n{clip:rect(0 0 0 0)} }"),
     (True, "@media print{.x{display:none}}"), (True, ".x{display:none} .x.open{display:block}"),
     (True, "@media (max-width:600px){.x{display:none}}"), (True, ".no-js .x{display:none}"),
     (True, ".x{display:none}</style><style>@media (min-width:600px){.x{display:block}}"),
     (True, ".x:empty{display:none}"), (True, ".x{background:none;overflow:hidden}"),
     (True, "@keyframes x{.x{display:none}}"), (True, ".x .y{display:none}"),
     (True, "</style><noscript><style>.x{display:none}</style></noscript><style>"),
     (True, "@supports not (gap:1px){.x{display:none}}"),
     (True, ".x{display:none}</style><script>open('#a .x')</script><style>"),
     (True, ">.x..{display:none}"), (True, "</style><style media=print>.x{display:none}")],
)  # fmt: skip
@every_row("held", ["<p class=x id=n>{}</p>", "<p class='x y' id=n><b>{}</b></p>"])
def test_what_a_pages_own_style_hides_from_everyone_is_no_text(
    language: str, is_seen: bool, rules: str, held: str
) -> None:
    text = f"{SAID[language][1]} Again."
    page = f"<article>{story(language, 1, held.format(text))}</article>"
    said = read(page, language, f"<style>{rules}</style>")
    assert (text in said) is is_seen
    assert [each for each in said if each != text] == list(SAID[language])


@EACH
@every_row(
    "held",
    ["<div><b>Why?</b><div class=x>{0}</div><b>How?</b><div class=x>{0}</div></div>",
     "<p class=x style='display:block'>{0}</p>", "<a href=#>Spoiler</a><div class=x>{0}</div>",
     "<p class=x>{0}</p><button>On</button>"],
)  # fmt: skip
def test_what_a_pages_own_style_hides_may_open(language: str, held: str) -> None:
    text = f"{SAID[language][1]} {SAID[language][2]}"
    page = f"<article>{story(language, 1, held.format(text))}</article>"
    assert text in read(page, language, "<style>.x{display:none}</style>")


@EACH
@every_row(
    "held",
    ["<ul><li>{0}</li><li hidden>{1}</li></ul>", "<ol><li><p>{0}<li><p class=sr-only>{1}</ol>",
     "<table><tr><td>{0}</td><td style='display:none'>{1}</td></tr></table>",
     "<blockquote><p>{0}</p><p style='visibility:hidden'>{1}</p></blockquote>",
     "<p>{0}</p><ul><li><div hidden>{1}</div></li></ul>",
     "<ul><li>{0}</li><li><dialog><p>{1}</p></dialog></li></ul>",
     "<div><b hidden>x y z</b> {0}</div>", "<div><i style='display:none'>x y z</i>{0}</div>",
     "<p>{0}</p><blockquote><p class=hidden>{1}</p></blockquote>",
     "<p>{0}</p><noframes><p>{1}</p></noframes>", "<p>{0} <noembed>{1}</noembed></p>",
     "<map name=m><p>{0}</p><area alt='{1}'></map>"],
)  # fmt: skip
def test_what_is_hidden_among_lines_that_are_joined_is_no_text(language: str, held: str) -> None:
    shown, unseen = f"{SAID[language][0]} Again.", f"{SAID[language][1]} x y z."
    said = read(f"<article>{story(language, 1, held.format(shown, unseen))}</article>", language)
    assert said == [SAID[language][0], shown, *SAID[language][1:]]


@EACH
@every_row(
    "item",
    ["<li style='display:none'>{0}</li>" * 3, "<li class='x'>{0}<li class='x is-hidden'>{0}"],
)
def test_the_rest_of_a_list_that_opens_is_text(language: str, item: str) -> None:
    more = item.format(SAID[language][2])
    listed = f"<ul><li>{SAID[language][0]}</li>{more}</ul>"
    said = read(f"<article>{story(language, 1, listed)}</article>", language)
    assert said[1].splitlines() == [SAID[language][0], *[SAID[language][2]] * more.count("<li")]


@EACH
@every_row(
    "opened",
    [
        '<p style="opacity:0;transform:translateY(20px)">', '<p class="hidden md:block">',
        '<p class="overflow-hidden">', '<p style="line-height:0.9">', '<p style="opacity:0.5">',
        '<p style="opacity:0">', '<p style="max-height:0px">', '<p hidden="until-found">',
        '<p style="--display:none">',
    ],
)  # fmt: skip
def test_what_readers_see_in_the_end_is_text(language: str, opened: str) -> None:
    seen = SAID[language][0].replace(",", "") + " x y z."
    said = read(f"<article>{story(language, 1, f'{opened}{seen}</p>')}</article>", language)
    assert said == [SAID[language][0], seen, *SAID[language][1:]]


@EACH
@every_row("opened", ["<del>", "And <s>", "And <strike>"])
def test_what_a_tag_without_an_end_strikes_out_is_text(language: str, opened: str) -> None:
    more = "".join(f"<p>{said[::-1]}.</p>" for said in SAID[language])
    said = read(f"<article>{story(language, 0)}<p>{opened}</p>{more}</article>", language)
    said = [each for each in said if each != "And"]
    assert said == [*SAID[language], *(f"{each[::-1]}." for each in SAID[language])]


@EACH
def test_a_series_that_shows_one_entry_at_a_time_is_read_whole(language: str) -> None:
    said = [f"{n}: {text}" for n in range(3) for text in SAID[language]]
    entries = "".join(
        f'<div class="entry entry-{n}{" hidden" if n else ""}"><p>{text}</p></div>'
        for n, text in enumerate(said)
    )
    assert read(f"<main>{entries}</main>", language) == said


@EACH
@every_row("opened", ['<div style="display:none">', "<div hidden>"])
def test_a_story_that_a_script_shows_is_text(language: str, opened: str) -> None:
    assert read(f"{opened}{story(language)}</div>", language) == list(SAID[language])


@EACH
@every_row(
    "copy",
    ['<div class="print-version" style="display:none">{}</div>', "<div hidden>{}</div>",
     '<div class="mobile-only hidden">{}</div>', '<textarea class="voice">{}</textarea>'],
)  # fmt: skip
def test_a_copy_for_print_or_phones_says_nothing_twice(language: str, copy: str) -> None:
    text = story(language)
    assert read(f"<article>{text}</article>{copy.format(text)}", language) == list(SAID[language])
    assert read(f"{copy.format(text)}<article>{text}</article>", language) == list(SAID[language])
    # Between the paragraphs, where it is half of what stands there.
    amid = f"<article>{story(language, 1, copy.format(text))}</article>"
    assert read(amid, language) == list(SAID[language])


@EACH
@every_row("hidden", ['class="full" style="display:none"', "hidden"])
@every_row("end", ["", "…"])
def test_a_hidden_story_counts_of_which_readers_see_the_first_words(
    language: str, hidden: str, end: str
) -> None:
    first = SAID[language][0]
    taste = f"<div class=t><p>{first[:-20]}{end}</p></div>" if end else f"<div><p>{first}</p></div>"
    page = f"<article>{taste}<div {hidden}>{story(language)}</div></article>"
    assert read(page, language) == list(SAID[language])


@EACH
@every_row(
    "inside",
    ['<x-story><template shadowrootmode="open"><article>{}</article></template></x-story>',
     "<x-story><template shadowroot='open'>{}</template></x-story>",
     '<x-a><TEMPLATE shadowRootMode=open><x-b><template shadowrootmode="closed">{}</template></x-b>'
     "</TEMPLATE></x-a>",
     "<details open><summary></summary>{}</details>",
     '<figure class="paragraph-image"><div>{}</div></figure>',
     '<a name="story">{}</a>', "<table><tr><td>Menu</td><td>{}</td></tr></table>",
     '<x-story><template shadowrootmode="open"><slot></slot></template>{}</x-story>'],
)  # fmt: skip
def test_text_is_text_whatever_holds_it(language: str, inside: str) -> None:
    assert read(inside.format(story(language)), language) == list(SAID[language])


@EACH
def test_what_stands_beside_a_shadow_root_is_read_where_its_slots_are(language: str) -> None:
    first, second, third = SAID[language]
    root = f"<slot name=top>x</slot><p>{second}</p><x-b><template shadowrootmode=open>" \
        f"<slot><p>x y z.</p></slot></template><p>{third}</p></x-b>"  # fmt: skip
    for beside in (f"<p slot=top>{first}</p><p>x y z.</p>",
                   f"x y z. <i slot=none>x</i>\n<p slot=top>{first}</p>"):  # fmt: skip
        page = f"<x-a><template shadowrootmode=open>{root}</template>{beside}</x-a>"
        assert read(f"<article>{page}</article>", language) == [first, second, third]
    # A script may yet give it a slot.
    page = f"<x-a><template shadowrootmode=open><b>x</b></template>{story(language)}</x-a>"
    assert read(page, language) == list(SAID[language])


@EACH
@every_row(
    "paragraph",
    ["<my-paragraph>{}</my-paragraph>", "<x-p><span>{}</span></x-p>", "<figure><p>{}</p></figure>",
     "<figure><ul><li>{}</ul></figure>", "<figure><dl><dd>{}</dl></figure>",
     '<span style="display:block">{}</span>', "<p><a name=n>{}</a></p>", "{}<br>&nbsp;<br>",
     "<font size=2>{}</font><br><br>", "<x-p><template shadowrootmode=open>{}</template></x-p>",
     "<div><font face=arial><span>{}</span></font></div>"],
)  # fmt: skip
@every_row("around", ["<div>{}</div>", "<table><tr><td>{}</td></tr></table>"])
def test_a_paragraph_is_one_whatever_it_is_set_in(
    language: str, paragraph: str, around: str
) -> None:
    inside = around.format("".join(map(paragraph.format, SAID[language])))
    assert read(inside, language) == list(SAID[language])


@EACH
@every_row("opened", ["<pre>", '<div style="white-space: pre-line">'])
def test_blank_lines_part_paragraphs_where_readers_see_them(language: str, opened: str) -> None:
    assert read(f"{opened}{chr(10).join(f'{t}{chr(10)}' for t in SAID[language])}", language) == [
        *SAID[language]
    ]


@EACH
def test_a_hidden_text_for_a_voice_is_no_second_text(language: str) -> None:
    voice = f"<div style='display:none'>{' '.join(SAID[language])}</div>"
    assert read(f"<article>{story(language)}</article>{voice}", language) == list(SAID[language])


@every_row(
    ("sentence", "seen"),
    [
        ("Each boat has a <button>bilge pump</button> below.", "Each boat has a bilge pump below."),
        ("<button>Bilge pumps</button> are below deck.", "Bilge pumps are below deck."),
        ("<label>Насосы</label> стоят в трюме судна.", "Насосы стоят в трюме судна."),
        ("<button>Play</button> Le bateau est parti en mer.", "Le bateau est parti en mer."),
        ("Each <label>boat</label> has a pump below it.", "Each boat has a pump below it."),
        ("She said <q>go</q> and they all went home.", "She said “go” and they all went home."),
        ("Dug in 1874<sup>2</sup> by men of the isles.", "Dug in 1874² by men of the isles."),
        ("Water is H<sub>2</sub>O, they said to them.", "Water is H₂O, they said to them."),
        ("Pulls <math><mi>F</mi><mo>=</mo><mn>12</mn></math> tons.", "Pulls F=12 tons."),
        ("Die Donau&shy;dampf&shy;schiffe ruhen heute.", "Die Donaudampfschiffe ruhen heute."),
        ("Паро&shy;мы стоят у причала до вечера.", "Паромы стоят у причала до вечера."),
        ("She said <q>he told us <q>go</q> then</q>.", "She said “he told us ‘go’ then”."),
        ("The <ruby>渡<rt>わた</ruby>し went to the isles.", "The 渡(わた)し went to the isles."),
        ("A <ruby>渡<rp>（<rt>わ<rp>）</ruby> went to the isles.", "A 渡（わ） went to the isles."),
        ("The tug <x-name>Anna</x-name> took them home.", "The tug Anna took them home."),
        ("The tug <a hidden>x</a>Anna took them home.", "The tug Anna took them home."),
        ("The tug Anna<b role=tooltip>x</b> took them home.", "The tug Anna took them home."),
        ("The tug is <progress value=1>at 10%</progress>there now.", "The tug is there now."),
        ("The sea is <meter value=0.4>4 of 10</meter>high today.", "The sea is high today."),
        ("Le 1<sup>er</sup> mai, le bateau est parti.", "Le 1er mai, le bateau est parti."),
        (
            'Write to <a href=/x data-cfemail="1a7b5a78347975">[email&#160;protected]</a> now.',
            "Write to a@b.co now.",
        ),
        (
            "Write to <span data-cfemail=2a6b>[email protected]</span>.",
            "Write to [email protected].",
        ),
        ("The <i>bilge<span class=tooltiptext>low</span></i> is wet.", "The bilge is wet."),
        ("A picture&#65532; of the tug was lost.", "A picture of the tug was lost."),
    ],
)
def test_a_sentence_is_read_as_readers_see_it(sentence: str, seen: str) -> None:
    first, *others = SAID["en"]
    paragraphs = "".join(f"<p>{said}</p>" for said in (first, sentence, *others))
    assert read(f"<article>{paragraphs}</article>") == [first, seen, *others]


@EACH
@every_row(
    "hidden",
    [
        *('class="sr-only"', 'class="a visually-hidden"', 'class="screen-reader-text"', "hidden"),
        *('style="display:none"', 'class="u-visuallyhidden"', 'class="hidden"'),
    ],
)
@every_row("where", ["{0} {1}", "{1} {0}", '{0}<a href="/x">{1}</a>'])
def test_words_for_screen_readers_alone_are_no_text(language: str, hidden: str, where: str) -> None:
    first, *others = SAID[language]
    inside = where.format(first, f"<span {hidden}>x y z</span>")
    said = read(f"<article><p>{inside}</p>{''.join(f'<p>{o}</p>' for o in others)}</article>")
    assert said == [first, *others]


@every_row("shown", ['class="hidden md:inline"', 'class="hiddenite"', 'id="hidden"'])
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


@every_row("markup", [ITEM, NESTED, RDFA])
@every_row(
    ("headline", "kind"),
    [("A Bear Sleeps", "NewsArticle"), ("", "Comment"), ("A Bear", "BlogPosting"), ("x", "Review")],
)
@every_row("is_first", [True, False])
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
def test_the_text_beside_the_articles_head_is_its_own_whatever_address_it_has(
    language: str,
) -> None:
    head = f"<article><h2>The Ferry</h2><p>{OTHER[language]}</p></article>"
    said = read(f'{head}<div data-url="/edit/7">{story(language)}</div>', language)
    assert set(SAID[language]) <= set(said)


@EACH
@every_row(
    "page",
    ["<main><article><h2>The Ferry</h2>{own}</article>{others}</main>",
     "<main>{others}<article><h2>The Ferry</h2>{own}</article></main>",
     '<article id="a"><header><h2>The Ferry</h2></header><div>{own}</div></article><hr>{others}',
     "<div><section><article><h2>The Ferry</h2>{own}</article></section>"
     "<aside>{others}</aside></div>",
     '<article data-url="https://harbor.test/story?a=1"><div>{own}</div></article>{addressed}',
     '<div class="x" data-url="/story">{own}</div>{addressed}',
     '<div itemscope itemtype="https://schema.org/Article"><h2>The Ferry</h2>{own}</div>{items}',
     '<div itemscope itemtype="https://schema.org/Article"><h2>The Ferry</h2>{own}</div>{named}',
     '<div typeof="schema:NewsArticle" resource="/story"><h2>The Ferry</h2>{own}</div>{rdfa}',
     '<article><h1>The Ferry</h1>{own}</article>{others}{told}'],
)  # fmt: skip
def test_of_several_articles_the_pages_own_is_read(language: str, page: str) -> None:
    other = f"<p>{OTHER[language]}</p>"
    others = "".join(
        f"<article><h2>Bear {n} in a Library</h2>{other}<p>{n} {OTHER[language]}</p></article>"
        for n in "12345"
    )
    addressed = others.replace("<article>", '<article data-url="/bear">').replace("h2>", "b>")
    items = others.replace(
        "<article>",
        '<article itemscope itemtype="https://schema.org/NewsArticle">'
        '<meta itemprop="mainEntityOfPage" content="https://www.harbor.test/bear">',
    )
    named = others.replace("<article>", '<article itemscope itemtype="/NewsArticle">')
    named = named.replace("<h2>", '<h3 itemprop="headline">').replace("</h2>", "</h3>")
    rdfa = named.replace(
        '<article itemscope itemtype="/', '<article typeof="schema:Article" resource="/bear" x="'
    )
    names = ["The Ferry", *(f"Bear {n} in a  library" for n in "12345")]
    headlines = [{"@type": "NewsArticle", "headline": name} for name in names]
    given = {
        "named": named,
        "rdfa": rdfa.replace("article", "div"),
        "told": f'<script type="application/ld+json">{json.dumps(headlines)}</script>',
        "own": story(language),
        "others": others,
        "addressed": addressed,
        "items": items,
    }
    said = read(page.format_map(given), language)
    assert [each for each in said if each != "The Ferry"] == list(SAID[language])


@EACH
@every_row(
    "section",
    ["<h2>Comments (4)</h2><div class=x>{}</div>", "<h3>Kommentare:</h3>{}",
     "<section><h2>4 thoughts on “The Ferry”</h2>{}</section>", "<h4>Комментарии 4</h4><ul>{}</ul>",
     "<div class=y><h2>4 réactions</h2>{}</div>", "<h3>コメント</h3>{}",
     '<section id="responses">{}</section>', '<details class="CommentBox">{}</details>'],
)  # fmt: skip
def test_what_readers_say_below_a_heading_that_says_so_is_no_story(
    language: str, section: str
) -> None:
    said = "".join(f"<div class=z><b>Bo</b><p>{OTHER[language]} {n}</p></div>" for n in "1234")
    own = story(language) + "".join(f"<p>{text} Again.</p>" for text in SAID[language])

    for page in (f"<article>{own}{section.format(said)}</article>",
                 f"<article>{own}</article>{section.format(said)}"):  # fmt: skip
        assert OTHER[language] not in " ".join(read(page, language))


@EACH
@every_row("kind", ["Comment", "UserComments"])
def test_what_microdata_calls_a_comment_is_no_story(language: str, kind: str) -> None:
    said = "".join(
        f'<div itemscope itemtype="https://schema.org/{kind}"><p>{OTHER[language]} {n}</p></div>'
        for n in "1234"
    )
    assert read(f"<article>{story(language)}{said}</article>", language) == list(SAID[language])


@EACH
def test_a_story_goes_on_below_a_heading_of_comments_where_its_paragraphs_do(language: str) -> None:
    own = story(language) + "".join(f"<p>{text} Again.</p>" for text in SAID[language])
    page = f"<article>{own}<h2>Comments</h2><p>{OTHER[language]}</p></article>"

    assert OTHER[language] in read(page, language)


@EACH
def test_a_button_behind_a_heading_is_none_of_its_words(language: str) -> None:
    heading = "<h2>What broke <button>Show</button></h2>"

    said = read(f"<article>{story(language, 1, heading)}</article>", language)

    assert said == [SAID[language][0], "What broke", *SAID[language][1:]]
