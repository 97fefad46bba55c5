import pytest

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate import After, Between, Rule, Run, Says, Under
from newscrawl.boilerplate.rules.rule_types import LONGEST_RUN, PROSE, folded_lines

LONG = "x" * (PROSE + 1)


def taken(rule: Rule, *texts: str | Block) -> list[int]:
    blocks = [t if isinstance(t, Block) else Block(BlockKind.PARAGRAPH, t) for t in texts]
    return list(rule.matches(blocks, folded_lines(blocks)))


@pytest.mark.parametrize(
    ("mark", "indexes"), [("ad", [0]), ("ad*", [0, 1]), ("a", []), ("", []), ("*", [0, 1, 2])]
)
def test_under_asks_for_a_whole_mark_or_its_beginning(mark: str, indexes: list[int]) -> None:
    marks = (("x", "ad"), ("ad-7f",), ("bad",))

    found = taken(Under("r", mark), *(Block(BlockKind.PARAGRAPH, "t", each) for each in marks))

    assert found == indexes


@pytest.mark.parametrize(
    ("pattern", "indexes"),
    [
        ("^give", [0]),
        ("give", [0, 1]),
        ("^give$|^now$", [2]),
        ("(^now)", [2]),
        ("^'a' - b...$", [3]),
    ],
)
def test_says_searches_the_folded_line(pattern: str, indexes: list[int]) -> None:
    assert taken(Says("r", pattern), "Give now", "Please give", "now", "‘a’ — b…") == indexes


def test_between_takes_the_nearest_end_and_begins_again() -> None:
    assert taken(Between("r", "^a", "^z"), "a", "-", "z", "-", "z", "a", "z") == [0, 1, 2, 5, 6]


@pytest.mark.parametrize(("gap", "count"), [(LONGEST_RUN - 2, LONGEST_RUN), (LONGEST_RUN - 1, 0)])
def test_between_reaches_no_further_than_its_longest(gap: int, count: int) -> None:
    assert len(taken(Between("r", "^a", "^z"), "a", *["-"] * gap, "z")) == count


def test_between_may_begin_and_end_in_one_line() -> None:
    assert taken(Between("r", "^a", "z$"), "a to z", "z") == [0]


def test_runs_do_not_overlap() -> None:
    assert taken(Run("r", ("^a$", "^a$")), "a", "a", "a", "b", "a", "a") == [0, 1, 4, 5]


@pytest.mark.parametrize(
    ("tail", "indexes"),
    [
        (Block(BlockKind.PARAGRAPH, LONG), []),
        (Block(BlockKind.PARAGRAPH, LONG[1:]), [1, 2]),
        (Block(BlockKind.PARAGRAPH, LONG, ("<a>",)), [1, 2]),
        (Block(BlockKind.LIST, LONG), [1, 2]),
    ],
)
def test_after_stops_at_prose_alone(tail: Block, indexes: list[int]) -> None:
    assert taken(After("r", "^More$"), LONG, "More", tail) == indexes
