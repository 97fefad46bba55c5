"""Stories that say what readers and lawyers say below others, and go on."""

import pytest

from tests.extract.test_seen import read
from tests.rows import every_row

DAYS = [
    f"On day {n} the harbor said that ferry number {n} would sail, as before." for n in range(12)
]


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


@every_row(
    ("language", "line"),
    [
        ("en", "The company did not reply."),
        ("nb", "Avisen har bedt om en kommentar, men ikke fått svar."),
        ("nb", "Vi har ikke fått svar"),
        ("de", "<b>Fragen und Antworten</b>"),
        ("de", "Fragen & Antworten"),
        ("ar", "لم يصل أي رد."),
        ("sv", "Svar:"),
        ("sv", "<b>Svar</b>"),
    ],
)
@every_row("tag", ["p", "h2", "div"])
def test_a_story_goes_on_behind_lines_that_end_like_an_answer(
    language: str, line: str, tag: str
) -> None:
    said = f"<{tag}>{line}</{tag}>"
    told = f"{paragraphs(*DAYS[:3])}{said}{paragraphs(DAYS[3])}{said}{paragraphs(*DAYS[4:])}"

    kept = read(f"<h1>The Ferry</h1><article><div>{told}</div></article>", language)

    assert [each for each in kept if each in DAYS] == DAYS


@pytest.mark.parametrize("label", ["<h3>Svar</h3>", "<p>Svar:</p>", "<p><b>Reply</b></p>"])
def test_answers_to_what_readers_asked_are_the_story_where_nobody_can_answer(label: str) -> None:
    asked = "".join(f"<div class=x><p>{said}</p>{label}<p>{said[::-1]}.</p></div>" for said in DAYS)

    kept = read(f"<h1>The Ferry</h1><article>{paragraphs(*DAYS[:2])}{asked}</article>", "sv")

    assert {*DAYS, *(f"{said[::-1]}." for said in DAYS)} <= set(kept)


def test_few_who_can_be_answered_among_many_paragraphs_are_no_thread() -> None:
    pressed = "<p><a href=#>Reply</a></p>"
    told = f"{paragraphs(*DAYS[:2])}{pressed}{paragraphs(*DAYS[2:])}{pressed}"

    kept = read(f"<h1>The Ferry</h1><article><div>{told}</div></article>")

    assert [each for each in kept if each in DAYS] == DAYS


@pytest.mark.parametrize(
    "heading", ["Important information", "Wichtiger Hinweis", "Notice", "Disclosures", "Avvertenze"]
)
def test_what_is_important_may_be_the_storys(heading: str) -> None:
    told = f"{paragraphs(*DAYS[:6])}<h2>{heading}</h2>{paragraphs(*DAYS[6:])}"

    kept = read(f"<h1>The Ferry</h1><article><div>{told}</div></article>")

    assert [each for each in kept if each in DAYS] == DAYS


def test_a_legal_note_is_no_longer_than_its_story() -> None:
    told = f"{paragraphs(*DAYS[:5])}<h2>Disclaimer</h2>{paragraphs(*DAYS[5:])}"

    kept = read(f"<h1>The Ferry</h1><article><div>{told}</div></article>")

    assert [each for each in kept if each in DAYS] == DAYS


def test_two_who_sign_parts_of_one_text_argue_with_each_other() -> None:
    parts = "".join(
        f"<h1>{title}</h1><p>By {name}</p>{paragraphs(*said)}"
        for title, name, said in (("Yes", "Ann Lee", DAYS[5:7]), ("No", "Bo Ray", DAYS[7:]))
    )

    kept = read(f"<article><h1>The Ferry</h1>{paragraphs(*DAYS[:5])}{parts}</article>")

    assert [each for each in kept if each in DAYS] == DAYS


@pytest.mark.parametrize(
    ("line", "read_as"),
    [
        ("The dogs’ <q>bark</q> was heard.", "The dogs’ “bark” was heard."),
        ("“First,” <q>then</q> he went.", "“First,” “then” he went."),
        ('"One" <q>two</q> was said.', '"One" “two” was said.'),
        ("On dit « <q>le bac</q> » ici.", "On dit « le bac » ici."),
        ("On dit «\u202f<q>le bac</q>\u202f» ici.", "On dit « le bac » ici."),
    ],
)
def test_marks_that_close_what_stands_before_a_quotation_are_not_its_own(
    line: str, read_as: str
) -> None:
    said = read(f"<article><p>{DAYS[0]} {line}</p>{paragraphs(*DAYS[1:])}</article>")

    assert " ".join(said[0].split()) == f"{DAYS[0]} {read_as}"
