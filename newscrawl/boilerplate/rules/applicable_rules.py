"""Leave out the rules that nothing on a page concerns: they would take none.

Most common rules concern nothing on a page, and to ask one costs a look at all of its blocks. One
look for what any of them asks for leaves little to ask each of them for.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from newscrawl.article import Block
from newscrawl.boilerplate.rules.line_rules import (
    LONGEST_LINE,
    Lines,
    Listed,
    whole,
    whole_lines,
)
from newscrawl.boilerplate.rules.rule_types import Rule, Under
from newscrawl.boilerplate.rules.telling_names import Named, telling

Asked = TypeVar("Asked", bound=Rule)
#: Rules by lines of words.
_WORDED = (Lines, Listed)


def those_concerned(
    rules: Sequence[Asked], blocks: Sequence[Block], lines: Sequence[str] = ()
) -> list[Asked]:
    """The rules without those that no mark of any block and none of the lines concerns."""
    marks = frozenset(chain.from_iterable({block.marks for block in blocks}))
    told = telling(any_word(rules), marks)
    patterns = [_patterns(rule) for rule in rules]
    said = whole_lines(tuple(chain.from_iterable(patterns)), lines)
    return [
        rule
        for rule, of_rule in zip(rules, patterns, strict=True)
        if _concerns(rule, of_rule, marks, told, said)
    ]


def _concerns(
    rule: Rule,
    patterns: tuple[str, ...],
    marks: frozenset[str],
    told: frozenset[str],
    said: frozenset[str],
) -> object:
    if isinstance(rule, Named):
        return told and telling(rule.words, told)
    if isinstance(rule, Under):
        return rule.concerns(marks)
    return not patterns or (said and whole_lines(patterns, said))


def any_word(rules: Sequence[Rule]) -> str:
    """The words of all rules of telling names, as one."""
    return _joined(tuple(rule.words for rule in rules if isinstance(rule, Named)))


@lru_cache(maxsize=256)
def _joined(several: tuple[str, ...]) -> str:
    return "|".join(several) or "(?!)"


def compile_patterns(rules: Sequence[Rule]) -> None:
    """Compile at once what the first lines that begin alike would, each in its turn."""
    whole(tuple(chain.from_iterable(map(_patterns, rules)))).compile()


def _patterns(rule: Rule) -> tuple[str, ...]:
    """Those of a rule by lines of words, of the usual length."""
    if not isinstance(rule, _WORDED) or getattr(rule, "longest", LONGEST_LINE) != LONGEST_LINE:
        return ()
    return rule.patterns
