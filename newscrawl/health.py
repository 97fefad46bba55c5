"""Judge what the crawls of an outlet counted against what they counted before. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newscrawl.article import BODY_KINDS, Article
from newscrawl.boilerplate.beside_story import BESIDE_STORY

#: So many removals of a rule must have been due before their absence tells anything.
_DUE = 10
#: A rule that takes so many times more than it used to takes something else as well.
_MORE = 3
_STRIPPED_SHARE = 0.4
_RULE = "boilerplate/removed/"
#: Articles that cleaning looked at, and those that lost over 40 % of their text to rules that
#: nobody wrote for the outlet.
CLEANED = "boilerplate/articles"
STRIPPED = "boilerplate/stripped"

Stats = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something about an outlet that needs a look."""

    check: str
    text: str


def is_stripped(article: Article, written: frozenset[str]) -> bool:
    """Whether over 40 % of an article went.

    What the outlet's own rules took does not count, nor what stands beside the story on a page
    that no layout fits: that is no article's text.
    """
    beside = {rule.name for rule in BESIDE_STORY}
    kept = sum(len(block.text) for block in article.blocks if block.kind in BODY_KINDS)
    gone = sum(
        len(removal.block.text)
        for removal in article.removed
        if removal.rule not in written | beside and removal.block.kind in BODY_KINDS
    )
    return gone > _STRIPPED_SHARE * (kept + gone)


def findings(last: Stats, before: Sequence[Stats]) -> list[Finding]:
    """What is wrong with an outlet's last crawl; ``before`` are the crawls of the weeks before."""
    return [*_rules(last, before), *_stripped(last)]


def _rules(last: Stats, before: Sequence[Stats]) -> Iterator[Finding]:
    """Rules that suddenly take much more, or nothing at all."""
    articles, usual = last.get(CLEANED, 0), sum(stats.get(CLEANED, 0) for stats in before)
    names = {name for stats in (last, *before) for name in stats if name.startswith(_RULE)}
    if not articles or not usual:
        return
    for name in sorted(names):
        took, rule = last.get(name, 0), name.removeprefix(_RULE)
        due = sum(stats.get(name, 0) for stats in before) / usual * articles
        if not took and due >= _DUE:
            yield Finding(
                check="rule",
                text=f"{rule} took nothing from {articles} articles; {due:.0f} blocks are usual",
            )
        elif took > max(_MORE * due, due + _DUE) and due > 0:
            yield Finding(
                check="rule",
                text=f"{rule} took {took} blocks from {articles} articles; {due:.0f} are usual",
            )


def _stripped(last: Stats) -> Iterator[Finding]:
    if last.get(STRIPPED):
        yield Finding(
            check="stripped",
            text=f"{last[STRIPPED]} articles lost over 40 % to common or learned rules",
        )
