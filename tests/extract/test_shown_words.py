"""Words as readers see them: what pages part, join, hide or draw within a line."""

from newscrawl import read_article
from newscrawl.markup.folded_text import folded
from tests.extract.ferry_story import EACH, SAID, URL
from tests.rows import every_row

CJK = {
    "ja": ("タグボートは正午に桟橋を離れ、", "全員を乗せて戻ってきたと港長は話した。"),
    "zh": ("拖船中午离开码头，", "把所有人都带了回来，港务长这样说。"),
    "zh-Hant": ("拖船中午離開碼頭，", "把所有人都帶了回來，港務長這樣說。"),
}
HEADS = {
    "en": ("Ferry Stops", "in the Strait"),
    "de": ("Fähre hält", "in der Meerenge"),
    "ru": ("Паром встал", "посреди пролива"),
}


def read(inside: str, language: str, title: str = "x") -> list[str]:
    page = (
        f'<html lang="{language}"><meta charset="utf-8"><title>{title}</title><body><article>'
        f"{inside}</article></body></html>"
    )
    return [block.text for block in read_article(page.encode(), URL).blocks]


def in_story(line: str, language: str = "en") -> str:
    """What stands between two paragraphs of a story."""
    first, second, *_ = SAID[language]
    told = read(f"<h1>x</h1><p>{first}</p>{line}<p>{second}</p>", language)
    assert (told[0], told[-1]) == (first, second)
    return " / ".join(told[1:-1])


@every_row("language", HEADS)
@every_row(
    "heading",
    ["{}<br>{}", "<span style='display:block'>{}</span><span style='display:block'>{}</span>",
     "<div>{}</div><div>{}</div>", '<span class="sr-only">Article: </span>{} {}',
     '{} {}<span class="visually-hidden"> - read aloud</span>', "{} {}<button>Share</button>",
     '{} {} <i class="material-icons">lock</i>', '{} {}<a class="anchor" href="#x">¶</a>',
     "<svg><title>Plus</title></svg>{} {}", "{} <style>.a{{color:red}}</style>{}",
     '{} <span style="display:none">Live</span>{}', "{}&#8203; {}", "\ufeff{} {}"],
)  # fmt: skip
def test_a_headline_is_what_readers_see_of_its_heading(language: str, heading: str) -> None:
    first, second = HEADS[language]
    story = "".join(f"<p>{said}</p>" for said in SAID[language])
    made = f"<html><title>x</title><h1>{heading.format(first, second)}</h1>{story}</html>"
    assert read_article(made.encode(), URL).headline == f"{first} {second}"


@EACH
def test_a_heading_whose_words_a_script_shows_is_read(language: str) -> None:
    said = HEADS[language][0]
    page = f'<h1><span class="hidden">{said}</span></h1><p>{SAID[language][0]}</p>'
    assert read_article(page.encode(), URL).headline == said


@EACH
def test_a_button_between_the_words_of_a_headline_is_one_of_them(language: str) -> None:
    first, second = HEADS[language]
    story = "".join(f"<p>{said}</p>" for said in SAID[language])
    page = f"<title>x</title><h1>{first} <button>x y</button> {second}</h1>{story}"
    assert read_article(page.encode(), URL).headline == f"{first} x y {second}"


@EACH
def test_a_hidden_sign_still_parts_a_kicker(language: str) -> None:
    kicker, told = "Harbor", SAID[language][0].rstrip(".")
    page = (
        f'<meta property="og:title" content="North: {told}"><title>North: {told}</title>'
        f'<h1><span>{kicker}</span><span class="sr-only">: </span><span>{told}</span></h1>'
        f"<p>{SAID[language][1]}</p>"
    )
    assert read_article(page.encode(), URL).headline == told


@EACH
def test_the_sign_by_which_a_heading_links_to_itself_is_no_text(language: str) -> None:
    said = HEADS[language][0]
    for heading in (f'{said}<a href="#a">#</a>', f'<a href="#a">¶</a>{said}'):
        assert in_story(f"<h2>{heading}</h2>", language) == said
    assert in_story(f'<h2>{said} <a href="/c">C#</a></h2>', language) == f"{said} C#"


@every_row("language", CJK)
def test_a_line_of_signs_that_the_source_breaks_has_no_space(language: str) -> None:
    first, second = CJK[language]
    for between in ("\n", "\n      ", "<br>", "<br>\n"):
        assert in_story(f"<p>{first}{between}{second}</p>") == first + second


@every_row(
    ("written", "shown"),
    [
        ("大阪\n東京", "大阪東京"), ("大阪 東京", "大阪 東京"), ("大阪\x1e東京", "大阪 東京"),
        ("AI\n技術", "AI 技術"), ("항구\n도시", "항구 도시"), ("ferry\nstops", "ferry stops"),
        ("เรือ\nหยุด", "เรือ หยุด"), ("ริม\u200bทะเล", "ริม\u200bทะเล"), ("ကမ်း\u200bခြေ", "ကမ်း\u200bခြေ"),
        ("Donau\u200bdampf\u00adschiff", "Donaudampfschiff"),
        ("\ufeffДонор\u2060ство", "Донорство"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)  # fmt: skip
def test_white_space_is_folded_as_it_is_shown(written: str, shown: str) -> None:
    assert folded(written) == shown


@EACH
@every_row(
    ("written", "shown"),
    [
        ('a <i class="material-icons">open_in_new</i> link.', "a link."),
        ('a <span class="material-symbols-outlined">lock</span> link.', "a link."),
        ("a <mat-icon>home</mat-icon> link.", "a link."),
        ('<span class="katex"><span class="katex-mathml"><math><mi>F</mi></math></span>'
         '<span class="katex-html" aria-hidden="true">F</span></span> is.', "F is."),
        ("10<sup>-3</sup> and 10<sup>−6</sup> grams.", "10⁻³ and 10⁻⁶ grams."),
        ("Ca<sup>2+</sup> and SO<sub>4</sub><sup>2-</sup>.", "Ca²⁺ and SO₄²⁻."),
        ("Radio<sup>+</sup> and 2<sup>nd</sup>.", "Radio+ and 2nd."),
        ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of it.", "1/2 of it."),
        ("<math><msup><mi>x</mi><mn>2</mn></msup></math> is.", "x² is."),
        ("<math><msub><mi>x</mi><mn>1</mn></msub></math> is.", "x₁ is."),
        ("all of them <img class='emoji' alt='🚢' src='e.png'> left.", "all of them 🚢 left."),
        ("all of them <img alt='⚓' src='e.png'> left.", "all of them ⚓ left."),
        ("all of them <img alt='A ship at sea' src='e.png'> left.", "all of them left."),
        ("all <img class='emoji' alt='' src='e.png'> left.", "all left."),
        ("all <del>12</del> <ins>14</ins> left.", "all 14 left."),
        ("all <s>12</s><ins>14</ins> left.", "all 14 left."),
        ("all <strike>12</strike> 14 left.", "all 14 left."),
        ("all <del>boats</del> <ins>ships</ins> left.", "all ships left."),
        ("all <s>Boats sank.</s> ships left.", "all ships left."),
        ("all <s>tubs</s>, ahem, ships left.", "all tubs, ahem, ships left."),
        ("<i style='text-decoration:line-through'>but</i> two left.", "but two left."),
        ("all <del>but</del> <b>two</b> left.", "all but two left."),
        ("all <span style='text-decoration: line-through'>12</span> 14 left.", "all 14 left."),
        ("all <b class='price--line-through'>12</b> 14 left.", "all 14 left."),
    ],
)  # fmt: skip
def test_signs_are_read_as_they_are_drawn(language: str, written: str, shown: str) -> None:
    said = SAID[language][2]
    assert in_story(f"<p>{said} {written}</p>", language) == f"{said} {shown}"


@EACH
@every_row(
    "set_large",
    ['<p><span class="dropcap">{}</span>\n{}</p>', '<p>\n<b style="float:left">{}</b> {}</p>',
     '<div class="dropcap">{}</div><p>{}</p>', '<span class="sc-x">{}</span><p>{}</p>',
     '<p><img class="drop-cap" alt="{}">{}</p>',
     '<p><span class="dc" style="display:block;float:left">{}</span>{}</p>'],
)  # fmt: skip
def test_a_first_letter_that_stands_large_belongs_to_its_word(
    language: str, set_large: str
) -> None:
    letter, rest = {"en": "The tug", "de": "Der Schlepper", "ru": "Лодка"}[language], ""
    letter, rest = letter[0], f"{letter[1:]} {SAID[language][2]}"
    assert in_story(set_large.format(letter, rest), language) == letter + rest


@every_row("letter", [*"AIYВЯZÁÔÝĮΗΟΉЍЎӨԷ"])
def test_a_first_letter_that_may_be_a_word_stays_one(letter: str) -> None:
    rest = f"long time ago {SAID['en'][2]}"
    line = f'<p><span class="dropcap">{letter}</span> {rest}</p>'
    assert in_story(line) == in_story(f"<div class='initial'>{letter}</div><p>{rest}</p>")
    assert in_story(line) == f"{letter} {rest}"


@EACH
def test_letters_before_answers_and_words_are_no_first_letters(language: str) -> None:
    said = SAID[language][2]
    rest = said[0].lower() + said[1:]
    lines = "".join(f"<p>{letter}</p><p>{rest}</p>" for letter in "BCD")
    assert in_story(lines, language) == " / ".join(f"{letter} / {rest}" for letter in "BCD")


def test_a_letter_that_nothing_sets_large_is_a_word() -> None:
    rest = f"is a letter. {SAID['en'][2]}"
    assert in_story(f"<p><b>X</b> {rest}</p>") == f"X {rest}"


@EACH
@every_row("tag", ["div", "p"])
def test_what_a_style_puts_in_a_line_parts_none(language: str, tag: str) -> None:
    said = SAID[language][2]
    line = f'<{tag} style="color:red; display: inline">x y</{tag}> {said}'
    assert in_story(f"<div>{said} {line}</div>", language) == f"{said} x y {said}"
    boxes = "".join(f'<{tag} style="display:inline-block">{said} {n}</{tag}>' for n in (1, 2))
    assert in_story(f"<div>{boxes}</div>", language) == f"{said} 1 / {said} 2"


@EACH
@every_row("tag", ["xmp", "listing", "pre"])
def test_blank_lines_part_paragraphs_where_white_space_is_shown(language: str, tag: str) -> None:
    said = SAID[language]
    text = "\n\n".join(said)
    assert read(f"<h1>x</h1><{tag}>{text}</{tag}>", language) == list(said)


@every_row("letter", ["P", "П", "Π"])
def test_a_line_with_a_large_letter_and_links_is_no_list_of_links(letter: str) -> None:
    behind = 'lötzlich stand <a href="/a">das Boot</a> still, sagte <a href="/b">Ann Lee</a>.'

    said = in_story(f'<span class="initial">{letter}</span> {behind}')

    assert said == f"{letter}lötzlich stand das Boot still, sagte Ann Lee."
