"""Learned wordings take what says them, whatever changes in it, and nothing else."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.article import Block, BlockKind, blocks_as_read
from newscrawl.boilerplate import Repeated, clean
from newscrawl.boilerplate.rules.repeated_rule import covers
from newscrawl.boilerplate.rules.rule_types import folded_lines
from tests.boilerplate.adversaries import near_misses
from tests.boilerplate.test_clean import article
from tests.rows import every_row

SUPPORT = "please support us from just … a month"
NEWS = "The ferry left the port at noon with forty people and a cow on board."
MEGABYTE = 1_000_000
#: Seconds for one rule and one block.
MOST = 0.05


def taken(rule: Repeated, *said: str | Block) -> list[int]:
    blocks = [one if isinstance(one, Block) else Block(BlockKind.PARAGRAPH, one) for one in said]
    return list(rule.matches(blocks, folded_lines(blocks)))


@every_row(
    ("wording", "line", "fits"),
    [
        (SUPPORT, "Please support us from just $5 a month", True),
        (SUPPORT, "PLEASE support us from just one\u00a0thousand euros a month", True),
        (SUPPORT, "Please support us from just a month", True),
        (SUPPORT, "Please support us from just $5 a year", False),
        (SUPPORT, "They ask: please support us from just $5 a month", False),
        (SUPPORT, "Please support us from just $5 a month, they say", False),
        ("… and others need your help today", "Vera Lugov and others need your help today", True),
        ("… and others need your help today", "and others need your help today", True),
        ("… and others need your help today", "Sand others need your help today", False),
        ("read us now and then on …", "Read us now and then on Sundays", True),
        ("a b c d … e f", "a b c d e f", True),
        ("a b c d … d e", "a b c d e", False),
        ("one … two … three four five", "One x two y three four five", True),
        ("one … two … three four five", "Two y one x three four five", False),
        ("мы пишем для вас из …", "Мы пишем для вас из Карска", True),
    ],
)
def test_gaps_stand_for_what_changes(wording: str, line: str, fits: bool) -> None:
    assert taken(Repeated("r", (wording,)), NEWS, line) == ([1] if fits else [])


@pytest.mark.parametrize(("more", "fits"), [(25, True), (26, False)])
def test_half_of_the_line_is_the_wordings_own(more: int, fits: bool) -> None:
    line = "Join us on the river " + "x" * more + " now"

    assert (taken(Repeated("r", ("join us on the river … now",)), NEWS, line) == [1]) is fits


@pytest.mark.parametrize(
    ("said", "indexes"),
    [
        ((NEWS, "Dear readers,", NEWS + " 2"), []),
        ((NEWS, "Dear readers,", "Please support us from just $5 a month"), [1, 2]),
        ((NEWS, "Please support us from just $5 a month", "Not now"), [1, 2]),
        ((NEWS, "Dear readers,", NEWS + " 2", "Please support us from just $5 a month"), [3]),
        (
            (NEWS, "Dear readers,", "Not now", "Please support us from just $5 a month", "Not now"),
            [1, 2, 3, 4],
        ),
    ],
)
def test_a_short_wording_is_taken_beside_another(said: tuple[str, ...], indexes: list[int]) -> None:
    assert taken(Repeated("r", ("dear readers,", SUPPORT, "not now")), *said) == indexes


@pytest.mark.parametrize(
    ("wording", "line", "fits"),
    [
        ("subscribe now", "Subscribe now", True),
        ("subscribe now", "Subscribe now!", False),
        ("sign up for …", "Sign up for $5", True),
        ("sign up for …", "Sign up for the draft", False),
        ("… needs you", "Karsk needs you", False),
    ],
)
def test_a_short_wording_alone_is_taken_where_a_block_says_no_more(
    wording: str, line: str, fits: bool
) -> None:
    assert taken(Repeated("r", (wording,)), NEWS, line) == ([1] if fits else [])


def test_of_two_wordings_the_one_with_more_words_decides() -> None:
    rule = Repeated("r", ("please …", "please give us a coin today"))

    assert taken(rule, NEWS, "Please give us a coin today") == [1]
    assert taken(rule, NEWS, "Please sit") == []


def test_quotes_stay() -> None:
    line = "Please support us from just $5 a month"

    assert taken(Repeated("r", (SUPPORT,)), NEWS, Block(BlockKind.QUOTE, line)) == []


APPEAL = "We will not fall silent, whatever they do. Give us five coins."


@pytest.mark.parametrize(
    ("other", "indexes"),
    [
        ("“We will not fall silent, whatever they do,” the editor wrote.", []),
        ("We will not fall silent, whatever they do. So said the editor.", []),
        ("“We will fall silent,” the editor wrote.", [1]),
        ("“Give us five coins,” said the boy.", [1]),
    ],
)
def test_a_sentence_that_the_article_quotes_stays(other: str, indexes: list[int]) -> None:
    rule = Repeated("r", ("we will not fall silent, whatever they do. give us … coins.",))

    assert taken(rule, NEWS, APPEAL.replace("five", "5"), other) == indexes


def test_an_appeal_that_stands_twice_is_taken_twice() -> None:
    rule = Repeated("r", (APPEAL.lower(),))

    assert taken(rule, APPEAL, NEWS, APPEAL) == [0, 2]


@pytest.mark.parametrize(
    ("rest", "indexes"),
    [
        ((), []),
        ((Block(BlockKind.CAPTION, "A ferry"),), []),
        ((Block(BlockKind.EMBED, "https://x.test/1"),), []),
        ((Block(BlockKind.HEADING, "A ferry"),), [0, 1]),
    ],
)
def test_the_whole_body_is_never_taken(rest: tuple[Block, ...], indexes: list[int]) -> None:
    assert taken(Repeated("r", (APPEAL.lower(),)), APPEAL, APPEAL, *rest) == indexes


@pytest.mark.parametrize(
    ("wordings", "others", "is_covered"),
    [
        ((SUPPORT,), (SUPPORT,), True),
        ((SUPPORT,), ("please support us from just three coins a month",), True),
        ((SUPPORT, "not now"), ("not now",), True),
        ((SUPPORT,), (SUPPORT, "not now"), False),
        ((SUPPORT,), ("please support us from … a year",), False),
        (("please support us from just … coins a month",), (SUPPORT,), False),
    ],
)
def test_what_is_decided_covers_what_says_the_same(
    wordings: tuple[str, ...], others: tuple[str, ...], is_covered: bool
) -> None:
    assert covers(wordings, others) is is_covered


SAID = st.sampled_from(
    [NEWS, APPEAL, "Not now", "Dear readers,", "Give us 5 coins a month", "A quote", "", "…", "ẞ 1"]
)
BLOCKS = st.lists(
    st.builds(Block, st.sampled_from(BlockKind), SAID | st.text(max_size=20), st.just(("a",))),
    max_size=9,
)
WORDINGS = st.sampled_from(
    [APPEAL.lower(), "not now", "dear readers,", "give us … coins a month", "a …", "…", "… 1"]
)
RULES = st.lists(
    st.builds(Repeated, st.sampled_from("rst"), st.lists(WORDINGS, max_size=3).map(tuple)),
    max_size=3,
)


@given(BLOCKS, RULES)
def test_cleaning_twice_is_cleaning_once_and_can_be_undone(
    blocks: list[Block], rules: list[Repeated]
) -> None:
    read = article(*blocks)
    cleaned = clean(read, rules)

    assert clean(cleaned, rules) == cleaned
    assert blocks_as_read(cleaned) == tuple(blocks)
    assert clean(cleaned, ()) == read


LONG = "join us on the river … for a month of … and … with all our readers"


@pytest.mark.parametrize("wording", [SUPPORT, APPEAL.lower(), LONG, "… a … a … a … a … a …", "…"])
def test_no_text_is_slow(wording: str) -> None:
    pattern = wording.replace("…", "a ")
    lines = [line for length in (180, MEGABYTE) for line in near_misses(pattern, length)]

    assert [line[:80] for line in lines[:6] + lines[-2:] if seconds(wording, [line]) > MOST] == []


def test_many_blocks_are_not_slow() -> None:
    said = [f"Please support us from just ${i} a month" for i in range(5_000)]

    assert seconds(SUPPORT, [*said, *(f"{NEWS} {i}" for i in range(5_000))]) < 20 * MOST


def seconds(wording: str, said: list[str]) -> float:
    blocks = [Block(BlockKind.PARAGRAPH, one) for one in said]
    lines = folded_lines(blocks)
    rule = Repeated("r", (wording,))
    return min(_once(rule, blocks, lines) for _ in range(3))


def _once(rule: Repeated, blocks: list[Block], lines: list[str]) -> float:
    started = time.process_time()
    list(rule.matches(blocks, lines))
    return time.process_time() - started
