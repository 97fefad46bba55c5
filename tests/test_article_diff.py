from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from newscrawl.article import Article, Block, BlockKind
from newscrawl.article_diff import Changes, changes, words_changed
from newscrawl.corrections import is_correction
from tests.rows import every_row

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def article(*texts: str, **fields: Any) -> Article:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    given = {"headline": "Snow", "layout": "main", "key": "1", "outlet": "herald"}
    url = "https://herald.test/1"
    return Article(**{**given, "url": url, "canonical_url": url, "blocks": blocks, **fields})


FIRST = "Snow fell on the harbor on Monday, and 12 boats stayed in."
SECOND = 'The harbor master said that "nobody will sail before the ice is gone from the bay."'
THIRD = "Schools in the town stayed open for all who could walk."
BEFORE = article(FIRST, SECOND, THIRD, date_modified=NOON)


def test_what_says_the_same_has_no_changes() -> None:
    assert changes(BEFORE, BEFORE) == Changes()


def test_typography_and_white_space_are_no_edit() -> None:
    typeset = article(
        FIRST.replace(" ", "\u00a0"), SECOND.replace('"', "\u201d"), THIRD, date_modified=NOON
    )

    assert changes(BEFORE, typeset) == Changes()


def test_a_paragraph_that_came_is_added() -> None:
    found = changes(BEFORE, article(FIRST, SECOND, "Ferries run again.", THIRD))

    assert (found.added, found.removed, found.changed) == (("Ferries run again.",), (), ())


def test_a_paragraph_that_went_is_removed() -> None:
    assert changes(BEFORE, article(FIRST, SECOND)).removed == (THIRD,)


def test_a_paragraph_with_other_figures_is_changed_and_its_figures_are_told() -> None:
    later = FIRST.replace("12", "17")

    found = changes(BEFORE, article(later, SECOND, THIRD))

    assert found.changed == ((FIRST, later),)
    assert found.numbers == (("12", "17"),)


def test_of_two_paragraphs_that_are_as_near_the_first_is_what_one_became() -> None:
    found = changes(
        article("Ice on the bay"), article("Ice on the bay holds", "Ice on the bay went")
    )

    assert found.changed == (("Ice on the bay", "Ice on the bay holds"),)


def test_a_paragraph_that_moved_is_neither_added_nor_removed() -> None:
    found = changes(BEFORE, article(THIRD, FIRST, SECOND))

    assert (found.added, found.removed, found.changed, found.moved) == ((), (), (), 1)


def test_a_quote_that_nobody_says_any_more_is_told() -> None:
    found = changes(BEFORE, article(FIRST, "The harbor master did not want to talk.", THIRD))

    assert found.quotes_removed == ("nobody will sail before the ice is gone from the bay",)


def test_a_quote_that_moved_to_another_paragraph_is_still_there() -> None:
    assert changes(BEFORE, article(SECOND, FIRST)).quotes_removed == ()


@pytest.mark.parametrize(
    ("fields", "name", "pair"),
    [
        ({"headline": "More Snow"}, "headline", ("Snow", "More Snow")),
        ({"lead": "A long winter."}, "lead", ("", "A long winter.")),
        ({"description": "Cold."}, "description", ("", "Cold.")),
        ({"authors": ("Ann Lee",)}, "authors", ((), ("Ann Lee",))),
        ({"date_published": NOON}, "date_published", (None, "2026-03-01T12:00:00+00:00")),
    ],
)
def test_a_field_that_changed_is_told_before_and_after(
    fields: dict[str, Any], name: str, pair: object
) -> None:
    assert getattr(changes(BEFORE, replace(BEFORE, **fields)), name) == pair


def test_an_edit_without_a_new_date_of_modification_is_silent() -> None:
    edited = article(FIRST, SECOND, date_modified=NOON)

    assert changes(BEFORE, edited).is_silent
    assert not changes(BEFORE, replace(edited, date_modified=NOON.replace(hour=13))).is_silent


def test_a_new_byline_alone_is_no_silent_edit_of_the_text() -> None:
    assert not changes(BEFORE, replace(BEFORE, authors=("Ann Lee",))).is_silent


NOTE = "Correction: An earlier version misstated the number of boats."


def test_a_note_of_correction_is_found_where_it_is_new() -> None:
    assert changes(BEFORE, article(FIRST, SECOND, THIRD, NOTE)).correction == NOTE
    assert changes(article(FIRST, NOTE), article(FIRST, NOTE, THIRD)).correction is None


def test_a_note_at_the_end_of_a_paragraph_is_found() -> None:
    assert changes(BEFORE, article(FIRST, SECOND, f"{THIRD} {NOTE}")).correction == NOTE


@every_row(
    "text",
    [
        "Clarification (March 3): The bridge is in Tolmin.",
        "This article was amended on March 2 to say that the boats are blue.",
        "An earlier version of this story incorrectly said that he was a captain.",
        "Editor's note: The name of the ship has been corrected.",
        "Исправление: в первой версии было неверно указано имя.",
        "Korrektur: In einer früheren Version stand eine falsche Zahl.",
        "In einer früheren Version dieses Textes hieß es anders.",
        "Rectificatif : le navire s'appelle autrement.",
        "Une première version de cet article indiquait un autre nom.",
        "Corrección: el barco tiene otro nombre.",
        "Оновлено: додано коментар порту.",
    ],
)
def test_notes_of_correction_are_known(text: str) -> None:
    assert is_correction(text)


@pytest.mark.parametrize(
    "text",
    [
        "Corrections officers found the tunnel on Monday.",
        "The captain corrected himself a minute later.",
        "This story is about boats.",
        "Updated rules for sailors will be published in May.",
        "Correction facilities in the north are full.",
        "Die Korrektur des Haushalts kommt im Mai.",
    ],
)
def test_prose_about_corrections_is_no_note(text: str) -> None:
    assert not is_correction(text)


def test_a_text_is_compared_word_by_word() -> None:
    parts = words_changed("Twelve boats stayed in", "Nine small boats stayed out")

    assert parts == [
        ("", "Twelve", "Nine small"),
        ("boats stayed", "", ""),
        ("", "in", "out"),
    ]


@pytest.mark.parametrize(
    ("after", "is_changed"),
    [(("Vera Lu\u00adgovaya",), False), (("Vera  Lugovaya",), False), (("Ivan Petrov",), True)],
)
def test_typography_in_a_name_is_no_other_author(after: tuple[str, ...], is_changed: bool) -> None:
    before = replace(BEFORE, authors=("Vera Lugovaya",))

    assert (changes(before, replace(before, authors=after)).authors is not None) is is_changed
