import os
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate import Rule, clean
from newscrawl.boilerplate.rules.rule_types import finder, folded_lines
from newscrawl.boilerplate.rules.sequence_rule import InOrder
from newscrawl.outlet import Outlet
from newscrawl.outlets import load_outlets
from newscrawl.outlets._moscow_times_rules import RULES
from tests.boilerplate.test_clean import article
from tests.outlets.rule_cases import ENGLISH, KEPT, RUSSIAN, Case
from tests.rows import every_row

OUTLETS = [o for name, o in load_outlets().items() if name.startswith("moscow_times")]
CASES = [*ENGLISH, *RUSSIAN]


def block(line: str) -> Block:
    """A paragraph; ``@mark text`` stands under that mark."""
    text = line.removeprefix("- ")
    if text.startswith("@"):
        mark, _, text = text[1:].partition(" ")
        return Block(BlockKind.PARAGRAPH, text, (mark,))
    return Block(BlockKind.PARAGRAPH, text)


def rules_for(case: Case) -> Sequence[Rule]:
    russian = [o for o in OUTLETS if o.language == "ru"]
    return russian[0].boilerplate if case in RUSSIAN else RULES


def name_of(case: Case) -> str:
    return f"{case.rule}: {case.lines[0][:30]}"


@every_row("case", CASES)
def test_a_rule_takes_its_lines_and_no_other(case: Case) -> None:
    read = article(*map(block, case.lines))

    cleaned = clean(read, rules_for(case))

    taken = [(removal.at, removal.rule) for removal in cleaned.removed]
    assert taken == [(at, case.rule) for at, line in enumerate(case.lines) if line.startswith("- ")]


@every_row("line", KEPT)
@every_row("outlet", OUTLETS)
def test_journalism_is_kept(outlet: Outlet, line: str) -> None:
    read = article(block("News."), block(line), block("More news."))

    assert clean(read, outlet.boilerplate) == read


def test_an_appeal_that_is_quoted_is_news() -> None:
    text = "We, the journalists of The Moscow Times, refuse to be silenced. Invented words."

    assert clean(article(Block(BlockKind.PARAGRAPH, text)), RULES).body == ""
    assert clean(article(Block(BlockKind.QUOTE, text)), RULES).body == text


@pytest.mark.parametrize("outlet", OUTLETS, ids=lambda outlet: outlet.name)
def test_no_rule_is_dead(outlet: Outlet) -> None:
    blocks = (map(block, case.lines) for case in CASES)
    alive = {rule for of_case in blocks for rule in takers(of_case, outlet.boilerplate)}

    assert [rule for rule in outlet.boilerplate if rule not in alive] == []


def takers(given: Iterable[Block], rules: Sequence[Rule]) -> Iterator[Rule]:
    """The rules that take something of blocks, each from what the ones before it left."""
    blocks = list(given)
    for rule in rules:
        taken = set(rule.matches(blocks, folded_lines(blocks)))
        if taken:
            yield rule
        blocks = [block for at, block in enumerate(blocks) if at not in taken]


def test_every_line_of_a_known_text_has_a_case() -> None:
    lines = folded_lines([block(line) for case in CASES for line in case.lines])
    rules = {r for o in OUTLETS for r in o.boilerplate if isinstance(r, InOrder)}
    known = {line.pattern for rule in rules for line in rule.lines}

    assert [p for p in sorted(known) if not any(finder(p)(line) for line in lines)] == []


@every_row("rule", sorted({case.rule for case in CASES}))
def test_every_rule_has_a_case_that_takes_and_lines_that_it_leaves(rule: str) -> None:
    lines = [line for case in CASES if case.rule == rule for line in case.lines]

    assert any(line.startswith("- ") for line in lines)
    assert not all(line.startswith("- ") for line in lines)


def test_evidence_is_kept_in_its_field() -> None:
    read = article(
        block("News."),
        block("Includes reporting from AFP."),
        block("This article first appeared in The Bell."),
        block(
            "The views expressed in opinion pieces do not necessarily reflect the position of"
            " The Moscow Times."
        ),
    )

    cleaned = clean(read, RULES)

    assert cleaned.body == "News."
    assert cleaned.credits == ("Includes reporting from AFP.",)
    assert cleaned.republished_from == "This article first appeared in The Bell."
    assert cleaned.opinion_disclaimer


def test_a_legal_label_is_noted() -> None:
    outlet = load_outlets()["moscow_times_ru"]

    cleaned = clean(
        article(block("Новости."), block("*Минюст признал иноагентом")), outlet.boilerplate
    )

    assert cleaned.body == "Новости."
    assert cleaned.legal_label


MEGABYTE = 1_000_000


def adversaries() -> Iterator[str]:
    begun = {line.removeprefix("- ") for case in CASES for line in case.lines}
    words = (
        "once ",
        "Read more",
        "news ",
        "subscribe ",
        "Share on Facebook ",
        " ",
        "a",
        '"',
        "* Минюст ",
    )
    for text in (*sorted(begun), *words):
        yield (text * (MEGABYTE // len(text) + 1))[:MEGABYTE]
        yield text + "a " * (MEGABYTE // 2)


def test_no_rule_is_slow_on_a_megabyte() -> None:
    texts = list(adversaries())
    sample = texts[:: max(1, len(texts) // 40)] + texts[-18:]
    rules = {rule for outlet in OUTLETS for rule in outlet.boilerplate}
    slow = []
    for text in sample:
        blocks = [Block(BlockKind.PARAGRAPH, text)]
        for rule in rules:
            # The best of three: this machine may be busy with something else.
            took = min(_seconds(rule, blocks, [text]) for _ in range(3))
            if took > 0.05:
                slow.append((rule.name, text[:40], took))

    assert slow == []


def _seconds(rule: Rule, blocks: Sequence[Block], lines: Sequence[str]) -> float:
    began = time.process_time()
    list(rule.matches(blocks, lines))
    return time.process_time() - began


def pages() -> Path:
    named = os.environ.get("NEWSCRAWL_PAGES")
    return Path(named) if named else Path(__file__).parents[3] / "shared" / "pages"


@pytest.fixture(scope="module")
def seed() -> list[str]:
    """The lines of a real article with everything that stood around it."""
    path = pages() / "seed" / "kremlin-denies.txt"
    if not path.exists():
        pytest.skip(f"real pages are not here: {path} (NEWSCRAWL_PAGES names their folder)")
    return [line.strip() for line in path.read_text().splitlines() if line.strip()]


#: Of the seed: the teaser; the headline and the caption; the paragraphs; and what begs below.
TEASER, TITLE, PROSE, BELOW = slice(0, 1), slice(1, 3), slice(3, 14), slice(14, None)


def remaining(lines: Sequence[str]) -> list[str]:
    cleaned = clean(article(*map(block, lines)), RULES)
    return [kept.text for kept in cleaned.blocks]


def test_of_the_seed_the_eleven_paragraphs_remain(seed: list[str]) -> None:
    assert remaining(seed) == [*seed[TITLE], *seed[PROSE]]
    assert len(seed[PROSE]) == 11


@pytest.mark.parametrize("at", range(12))
def test_an_appeal_in_the_middle_of_the_seed_takes_nothing_with_it(
    seed: list[str], at: int
) -> None:
    prose, appeal = seed[PROSE], seed[BELOW][:-1]

    assert remaining([*prose[:at], *appeal, *prose[at:], "Read more"]) == prose


@pytest.mark.parametrize("glue", [" ", "", "\n"])
@pytest.mark.parametrize("offset", [0, 1])
def test_lines_of_the_seed_glued_by_pairs_go_as_well(
    seed: list[str], offset: int, glue: str
) -> None:
    below = seed[BELOW]
    pairs = [glue.join(below[i : i + 2]) for i in range(offset, len(below), 2)]

    assert remaining([*seed[PROSE], *below[:offset], *pairs]) == seed[PROSE]


def test_an_appeal_of_the_seed_in_one_block_goes(seed: list[str]) -> None:
    below = seed[BELOW]
    start = next(i for i, line in enumerate(below) if line.startswith("A Message"))

    assert (
        remaining([*seed[PROSE], " ".join(below[:start]), " ".join(below[start:])]) == seed[PROSE]
    )


def test_an_appeal_of_the_seed_split_into_sentences_goes(seed: list[str]) -> None:
    sentences = [s for line in seed[BELOW] for s in re.split(r"(?<=[.!?]) (?=[A-Z])", line)]

    assert remaining([*seed[PROSE], *sentences]) == seed[PROSE]


@pytest.mark.parametrize("missing", range(20))
def test_an_appeal_of_the_seed_without_one_of_its_lines_goes(seed: list[str], missing: int) -> None:
    below = seed[BELOW]
    left = below[:missing] + below[missing + 1 :]

    kept = remaining([*seed[PROSE], *left])

    # Without the line before it, "Dear readers," may begin an editor's note.
    orphan = (
        ["Dear readers,"] if below[missing:][:1] == ["A Message from The Moscow Times:"] else []
    )
    assert kept == [*seed[PROSE], *orphan]
