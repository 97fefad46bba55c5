"""The rest of a story that readers open, in several languages and markups."""

from newscrawl import read_article
from tests.extract.body.test_linked_paragraphs import LONG
from tests.extract.ferry_story import EACH, URL
from tests.rows import every_row

#: What the button says.
MORE = {
    "en": ("Read more", "Show full article ▾", "Continue reading…"),
    "de": ("Weiterlesen", "Mehr anzeigen", "Ganzen Artikel lesen »"),
    "ru": ("Читать далее", "Показать полностью", "Развернуть ↓"),
}
OTHERS = [
    "Lire la suite", "Leer más", "Continua a leggere", "Ler mais", "Lees verder", "Läs mer",
    "Czytaj dalej", "Číst dál", "Devamını oku", "続きを読む", "더보기", "展开全文", "閱讀更多",
    "اقرأ المزيد", "ادامه مطلب", "קרא עוד", "और पढ़ें", "อ่านต่อ", "Xem thêm", "Читати далі",
]  # fmt: skip
HIDDEN = ("hidden", 'style="display:none"', 'class="hide"')


def read(inside: str, language: str = "en") -> list[str]:
    page = (
        f'<html lang="{language}"><meta charset="utf-8"><title>The Ferry</title>'
        f"<article><h1>The Ferry</h1>{inside}</article></html>"
    )
    return [block.text for block in read_article(page.encode(), URL).blocks]


def said(language: str) -> list[str]:
    return [LONG[language].format(n) for n in range(6)]


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@EACH
@every_row("which", range(3))
@every_row("hidden", HIDDEN)
@every_row(
    "form",
    ["{shown}<div {hidden}>{rest}</div><button>{more}</button>",
     '{shown}<a href="#">{more}</a><div {hidden}>{rest}</div>',
     '{shown}<div {hidden} id="rest">{rest}</div><p>–</p><p>–</p><p>–</p><p>–</p><p>–</p>'
     '<button aria-controls="rest" aria-expanded="false">{more}</button>',
     '{shown}<p><a href="#rest" data-toggle="collapse">{more}</a></p>'
     '<p>–</p><div {hidden} id="rest">{rest}</div>'],
)  # fmt: skip
def test_the_rest_that_a_button_opens_is_text(
    language: str, which: int, hidden: str, form: str
) -> None:
    text = said(language)
    shown, rest = paragraphs(text[:4]), paragraphs(text[4:])
    made = form.format(shown=shown, rest=rest, hidden=hidden, more=MORE[language][which])
    assert read(made, language) == text


@every_row("more", OTHERS)
def test_the_button_speaks_many_languages(more: str) -> None:
    text = said("en")
    fold = f"<div hidden>{paragraphs(text[4:])}</div><button>{more}</button>"
    assert read(paragraphs(text[:4]) + fold) == text


@EACH
@every_row(
    "fold",
    ["<div hidden>{}</div>", "<div hidden>{}</div><button>Share</button>",
     '<div hidden role="dialog" id="d">{}</div><button aria-controls="d">Read more</button>',
     '<div hidden id="d">{}</div><button aria-controls="d" aria-expanded="false">Menu</button>',
     '<aside><div hidden>{}</div></aside><button>Read more</button>',
     "<div hidden>{}</div><p>Read more about the ferry in tomorrow's paper, and in ours.</p>"],
)  # fmt: skip
def test_what_nothing_opens_beside_the_story_stays_hidden(language: str, fold: str) -> None:
    text = said(language)
    assert text[5] not in read(paragraphs(text[:5]) + fold.format(paragraphs(text[5:])), language)


@EACH
def test_a_copy_that_a_button_opens_is_read_once(language: str) -> None:
    text = said(language)
    copy = f"<div hidden>{paragraphs(text)}</div><button>Read more</button>"
    assert read(paragraphs(text) + copy, language) == text


@EACH
@every_row(
    "asked",
    ['<h3><button aria-expanded="false" aria-controls="a{n}">{q}</button></h3>'
     '<div id="a{n}" hidden>{a}</div>',
     '<h3 aria-expanded="false" aria-controls="a{n}">{q}</h3><div id="a{n}" hidden>{a}</div>',
     '<h4><button>{q}</button></h4>{a}', '<h3>{q}</h3><div style="display:none">{a}</div>',
     '<button aria-expanded="false">{q}</button><div id="a{n}" hidden>{a}</div>',
     '<div><button aria-controls="a{n}" aria-expanded="true"><h3>{q}</h3></button></div>'
     '<div id="a{n}">{a}</div>',
     '<div><button><i></i><div class=q>{q}</div></button><div class=a>{a}</div></div>',
     '<input type="checkbox" id="c{n}"><label for="c{n}">{q}</label><div>{a}</div>',
     '<h3>{q}</h3><div class="tab-pane" hidden>{a}</div>',
     '<h3>{q}</h3><div role="tabpanel" style="display:none">{a}</div>'],
)  # fmt: skip
def test_answers_below_questions_that_open_them_are_text(language: str, asked: str) -> None:
    text, questions = said(language), ["Why?", "Who was hurt on board of it?"]
    answers = "".join(
        asked.format(n=n, q=question, a=f"<p>{text[4 + n]}</p>")
        for n, question in enumerate(questions)
    )
    wanted = [*text[:4], questions[0], text[4], questions[1], text[5]]
    assert read(paragraphs(text[:4]) + answers, language) == wanted
    assert read(f"{paragraphs(text[:4])}<div id=x>{answers}</div>", language) == wanted


@EACH
@every_row(
    "opened",
    ["<div><h3><button>{q}</button></h3><div>{a}</div></div>",
     '<h3><button aria-expanded="false" aria-controls="a{n}">{q}</button></h3>'
     '<div id="a{n}" hidden>{a}</div>',
     "<section><h4><button type=button>{q}</button></h4><section>{a}</section></section>",
     "<details><summary>{q}</summary>{a}</details>",
     "<details open><summary><span>{q}</span></summary><div>{a}</div></details>"],
)  # fmt: skip
def test_a_word_that_opens_a_text_is_its_heading(language: str, opened: str) -> None:
    text, words = said(language), ["Boats", "Money"]
    folds = "".join(
        opened.format(n=n, q=word, a=f"<p>{text[4 + n]}</p>") for n, word in enumerate(words)
    )
    wanted = [*text[:4], words[0], text[4], words[1], text[5]]
    assert read(paragraphs(text[:4]) + folds, language) == wanted
    links = opened.format(n=3, q="Boats", a="<ul><li><a href='/b'>One</a></li></ul>")
    assert "Boats" not in read(paragraphs(text) + links, language)


@EACH
@every_row(
    "control",
    ['<button aria-expanded="false">Menu</button>', "<label>Your name and where you live</label>",
     '<button aria-expanded="false" aria-controls="y">What you may do next</button>'],
)  # fmt: skip
def test_a_control_that_asks_nothing_opens_no_text(language: str, control: str) -> None:
    text = said(language)
    fold = f"{control}<div hidden>{paragraphs(text[5:])}</div>"
    assert read(paragraphs(text[:5]) + fold, language) == text[:5]


@EACH
def test_a_button_behind_the_words_of_a_heading_is_none(language: str) -> None:
    text = said(language)
    told = read(f"{paragraphs(text[:3])}<h2>Boats</h2>{paragraphs(text[3:])}", language)
    heading = "<h2><button>Save</button></h2><h2>Boats</h2>"
    assert read(f"{paragraphs(text[:3])}{heading}{paragraphs(text[3:])}", language) == told
    alone = f"<h2>Boats</h2><h3><button>Bear alerts</button></h3>{paragraphs(text[3:])}"
    assert read(f"{paragraphs(text[:3])}{alone}", language) == told
