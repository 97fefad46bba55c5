"""A kind of rule: lines of one known text, in its order, whole or torn."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate.rules.rule_types import Field


class SequenceLine(NamedTuple):
    """A line of a known text, and whether it is unmistakable on its own."""

    pattern: str
    is_sure: bool


def sure(pattern: str) -> SequenceLine:
    """A line that gives itself away wherever it stands."""
    return SequenceLine(pattern, True)


def then(pattern: str) -> SequenceLine:
    """A line that means something only behind the lines before it."""
    return SequenceLine(pattern, False)


@dataclass(frozen=True, slots=True)
class InOrder:
    """Neighbouring blocks that are lines of one known text, in its order; any may be missing.

    It begins at a line that is sure, and ends before the first block that is no later line. So
    an appeal is taken whole or torn, and "Dear readers," only behind the line it belongs to. All
    patterns are tried at the start of a block alone, and never on a quote.
    """

    name: str
    lines: tuple[SequenceLine, ...]
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        starts, tests = _compiled(self.lines)
        if not any(map(starts, lines)):
            return
        # Whoever quotes an appeal writes about it.
        quote = BlockKind.QUOTE
        own = ["" if b.kind is quote else line for b, line in zip(blocks, lines, strict=True)]
        at = 0
        while at < len(own):
            if own[at] and starts(own[at]):
                end = _end(own, at, tests)
                yield from range(at, end)
                at = end
            else:
                at += 1


Test: TypeAlias = Callable[[str], re.Match[str] | None]


@lru_cache(maxsize=256)
def _compiled(lines: tuple[SequenceLine, ...]) -> tuple[Test, tuple[Test, ...]]:
    """A test for all lines that are sure at once, and one for each line."""
    sure_ones = "|".join(f"(?:{line.pattern})" for line in lines if line.is_sure)
    tests = (re.compile(line.pattern, re.IGNORECASE).match for line in lines)
    return re.compile(sure_ones, re.IGNORECASE).match, tuple(tests)


def _end(lines: Sequence[str], at: int, tests: tuple[Test, ...]) -> int:
    """Where the run that begins at a block ends."""
    place = 0
    for end in range(at, len(lines)):
        later = range(place, len(tests)) if lines[end] else ()
        found = next((i for i in later if tests[i](lines[end])), None)
        if found is None:
            return end
        place = found
    return len(lines)
