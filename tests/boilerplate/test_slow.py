"""No text makes a rule slow: not one that nearly fits it, and not a megabyte of such text."""

import time

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate import COMMON, Rule
from newscrawl.boilerplate.rules.line_rules import LONGEST_LINE, whole
from newscrawl.boilerplate.rules.rule_types import folded_lines
from newscrawl.outlets import load_outlets
from newscrawl.screen import not_article_titles as sayings
from tests.boilerplate.adversaries import near_misses, patterns_of
from tests.rows import every_row

MEGABYTE = 1_000_000
#: Seconds for one rule and one block.
MOST = 0.05
RULES = sorted({*COMMON, *(r for o in load_outlets().values() for r in o.boilerplate)}, key=repr)


def taken(rule: Rule, text: str) -> float:
    """Seconds that a rule needs for a block of this text, with the text as a mark: best of three.

    Folding is not counted: it is done once for all rules.
    """
    block = Block(BlockKind.PARAGRAPH, text, (text,))
    lines = folded_lines([block])
    return min(_seconds(rule, block, lines) for _ in range(3))


def _seconds(rule: Rule, block: Block, lines: list[str]) -> float:
    started = time.process_time()
    list(rule.matches([block], lines))
    return time.process_time() - started


def test_every_kind_of_rule_is_asked() -> None:
    kinds = {type(rule).__name__ for rule in RULES}

    assert kinds >= {"Says", "InOrder", "Run", "After", "Under", "Named", "Lines"}
    assert kinds >= {"Cased", "Listed", "LinkedAsides", "LinksAlone", "Tail", "Between"}


@every_row("rule", RULES)
def test_no_text_made_from_a_rules_own_patterns_makes_it_slow(rule: Rule) -> None:
    texts = {text for p in patterns_of(rule) for text in near_misses(p, LONGEST_LINE)}
    long = {
        text for p in list(patterns_of(rule))[:3] for text in list(near_misses(p, MEGABYTE))[:2]
    }

    assert [text[:80] for text in texts | long if taken(rule, text) > MOST] == []


def test_a_slow_rule_would_be_seen() -> None:
    fits = whole((r"(?:copy link|copy|link| ){1,60}",))
    started = time.process_time()
    fits("copy link " * 18 + "!a")

    assert time.process_time() - started > MOST


def test_no_title_makes_screening_slow() -> None:
    patterns = (pattern for _, pattern in sayings._SAYINGS)
    for text in (text for p in patterns for text in near_misses(p, sayings._LONGEST_SAYING)):
        # What it compiles is compiled once.
        sayings.said(text)
        started = time.process_time()
        sayings.said(text)
        assert time.process_time() - started < MOST
