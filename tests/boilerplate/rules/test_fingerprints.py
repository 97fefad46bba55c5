"""What is counted of a block, so that it is known again whatever changes in it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate.rules.fingerprints import (
    GAP,
    block_prints,
    common_words,
    literal_words,
    prints_of,
    words_of,
)
from tests.rows import every_row

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", GAP]), max_size=12).map(
    lambda words: tuple(w for i, w in enumerate(words) if w != GAP or i == 0 or words[i - 1] != GAP)
)


def whole_print(text: str) -> int:
    return block_prints(text)[0]


@every_row(
    ("one", "other"),
    [
        ("Give $5 a month", "Give $12.50 a month"),
        ("Give 5 € today", "Give 1,200 € today"),
        ("Give from €5.", "Give from £7."),
        ("Переведите 300 рублей в месяц", "Переведите 1 000 рублей в месяц"),
        ("Дайте 5 долларов", "Дайте 1 доллар"),
        ("By 3 March, join us", "By 21 October, join us"),
        ("Каждую неделю, до 3 марта", "Каждую неделю, до 14 июля"),
        ("Le lundi 3 mai 2024", "Le lundi 14 juillet"),
        ("We have 3 million readers", "We have 900 thousand readers"),
        ("Every Monday: the news", "Every Friday: the news"),
        ("“Read us” – please", '"Read us"  -  please'),
        ("READ US, PLEASE", "Read us, please"),
    ],
)
def test_sums_dates_and_counts_do_not_change_a_print(one: str, other: str) -> None:
    assert whole_print(one) == whole_print(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Read us now", "Read us then"), ("Give 5 cows", "Give 5 goats"), ("Read us", "us Read")],
)
def test_other_words_are_another_print(one: str, other: str) -> None:
    assert set(block_prints(one)).isdisjoint(block_prints(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The river froze early. Nobody pays us but you, our readers. Join for a month.",
            "Three mayors were jailed. Nobody pays us but you, our readers. Join for a month.",
            id="a first sentence",
        ),
        pytest.param(
            "Nobody pays us but you, our readers. The river froze early.",
            "Nobody pays us but you, our readers. Three mayors were jailed in one week.",
            id="a last sentence",
        ),
        pytest.param(
            "The river froze. Nobody pays us but you, our readers. Come to Karsk with us.",
            "Three mayors were jailed. Nobody pays us but you, our readers. See you.",
            id="all but a sentence between",
        ),
        pytest.param(
            "Our reporter Vera Lugov has spent the winter in a tent for this story.",
            "Our reporter Ilya Brodov has spent the winter in a tent for this story.",
            id="a name",
        ),
        pytest.param(
            "Vera Lugov and her colleagues work where nobody else still sends anyone.",
            "Ilya Brodov and her colleagues work where nobody else still sends anyone.",
            id="a name at the beginning",
        ),
    ],
)
def test_a_block_with_something_changed_shares_a_print(one: str, other: str) -> None:
    assert whole_print(one) != whole_print(other)
    assert not set(block_prints(one)).isdisjoint(block_prints(other))


def test_short_blocks_are_counted_whole_alone() -> None:
    assert len(block_prints("One two three four five six seven")) == 1
    assert len(block_prints("One two three four five six seven eight")) == 3


def test_embeds_and_captions_are_not_counted() -> None:
    blocks = [Block(kind, f"This is one {kind} of the article") for kind in BlockKind]

    assert len(prints_of(blocks)) == len(BlockKind) - 2


def test_an_article_has_each_print_once_and_in_order() -> None:
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in ("Read us", "Give 5", "Read us")]

    assert prints_of(blocks) == sorted({whole_print("Read us"), whole_print("Give 5")})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Support us from $5 a month", ("support", "us", "from", GAP, "a", "month")),
        ("On 3 March 2024 we met", ("on", GAP, "we", "met")),
        ("5 of them", (GAP, "of", "them")),
        ("COVID-19 again", (GAP, "again")),
        ("", ()),
    ],
)
def test_a_run_of_what_changes_is_one_gap(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        ("a b c d", "a b c d", "a b c d"),
        ("a b c d", "a b x d", "a b … d"),
        ("x b c d", "y b c d", "… b c d"),
        ("a b c", "a b c d e", "a b c …"),
        ("a b", "c d", "…"),
        ("a … c", "a b c", "a … c"),
        ("", "a", "…"),
    ],
)
def test_common_words_have_a_gap_where_texts_differ(one: str, other: str, common: str) -> None:
    assert common_words(tuple(one.split()), tuple(other.split())) == tuple(common.split())


@given(WORDS, WORDS)
def test_what_is_common_is_said_by_both(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    shared = [word for word in common_words(one, other) if word != GAP]

    assert is_within(shared, one)
    assert is_within(shared, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vera lugov and others need your help", "ilya brodov and others need your help"),
        ("the river froze. nobody pays us. join", "three mayors fell. nobody pays us. join"),
        ("give … a month and read us first", "give … a year and read us first"),
    ],
)
def test_in_appeals_both_ways_to_compare_find_the_same(one: str, other: str) -> None:
    words, others = tuple(one.split()), tuple(other.split())

    assert common_words(words, others) == common_words(others, words)


@given(st.text())
def test_any_text_has_words_and_prints(text: str) -> None:
    words, prints = words_of(text), block_prints(text)

    assert literal_words(words) <= len(words)
    assert all(-(2**31) <= one < 2**31 for one in prints)


@given(st.text())
def test_gaps_are_never_neighbours(text: str) -> None:
    words = words_of(text)

    assert all({one, other} != {GAP} for one, other in pairwise(words))


def is_within(some: list[str], words: tuple[str, ...]) -> bool:
    rest = iter(words)
    return all(word in rest for word in some)


def test_half_a_surrogate_pair_has_prints() -> None:
    assert block_prints("\ud800 and more")
