"""What is learned of a labelled set: appeals are taken, and journalism that is repeated stays."""

from collections.abc import Iterable
from functools import cache

import pytest

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate.learning.propose_rules import LEAST_ARTICLES, Proposal, learn
from newscrawl.boilerplate.rules.repeated_rule import Repeated
from newscrawl.boilerplate.rules.rule_types import folded_lines
from tests.boilerplate.counting import Shown, published, repeats_of
from tests.boilerplate.labelled import Case, cases, outlet_of
from tests.rows import every_row

APPEALS, JOURNALISM = cases("appeals"), cases("journalism")


@cache
def learned(case: Case) -> list[Proposal]:
    shown = outlet_of(case)
    return learn(repeats_of(shown), published(shown))


def test_the_set_is_large_and_speaks_many_languages() -> None:
    assert len(APPEALS) >= 60
    assert len(JOURNALISM) >= 60
    assert {case.language for case in APPEALS} == {case.language for case in JOURNALISM}


def test_appeals_are_accepted_by_themselves() -> None:
    missed = [case for case in APPEALS if not any(one.is_sure for one in learned(case))]

    assert len(missed) <= 0.05 * len(APPEALS), "\n".join(map(str, missed))


def test_accepted_rules_take_the_appeals_and_nothing_else() -> None:
    left = wrong = shown = 0
    for case in APPEALS:
        rules = [Repeated(one.name, one.wordings) for one in learned(case) if one.is_sure]
        for article in outlet_of(case)[:12]:
            said = set(case.said(int(article.key[1:]))) & set(article.blocks)
            took = set(taken(rules, article))
            shown, left, wrong = (
                shown + len(said),
                left + len(said - took),
                wrong + len(took - said),
            )

    assert left <= 0.05 * shown
    assert wrong == 0


@every_row("case", JOURNALISM)
def test_journalism_that_is_repeated_stays(case: Case) -> None:
    proposals = learned(case)

    assert not [one for one in proposals if one.is_sure]


@pytest.mark.parametrize("way", ["everywhere", "story", "series"])
def test_nothing_but_what_it_says_saves_journalism(way: str) -> None:
    """An appeal that is shown as often as the rarest of it is accepted."""
    appeal = Case(language="en", way=way, blocks=("Please donate now to keep us going.",))

    assert [one.is_sure for one in learned(appeal)] == [True]


def test_journalism_is_seen_to_repeat() -> None:
    seen = [case for case in JOURNALISM if learned(case)]

    assert len(seen) >= 0.9 * len(JOURNALISM)
    assert all(one.evidence.articles >= LEAST_ARTICLES for case in seen for one in learned(case))


def taken(rules: Iterable[Repeated], article: Shown) -> Iterable[str]:
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in article.blocks]
    lines = folded_lines(blocks)
    return (article.blocks[at] for rule in rules for at in rule.matches(blocks, lines))
