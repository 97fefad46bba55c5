"""The kinds of rules: of place (``Under``), of words (``Says``, ``Run``, ``Between``, ``After``).

A rule is asked for the indexes of the blocks that it takes. Patterns are searched in the folded
text of a block (plain quotes, dashes and spaces) without regard to case, so anchor them with ``^``
and ``$`` and write them in plain typography. A rule that names a field (``fills``) hands what it
takes to that field: evidence rather than rubbish.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import compress, count
from typing import Protocol

from newscrawl.article import BODY_KINDS, LINK_MARK, Block, BlockKind
from newscrawl.boilerplate.folding import fold

#: A run between two lines is no longer than this many blocks: a missed end must not eat an article.
LONGEST_RUN = 25
#: A paragraph of more characters than this, outside links, is prose: ``After`` never takes it.
PROSE = 120
_PARAGRAPH = BlockKind.PARAGRAPH
_GROUP = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")


class Field(StrEnum):
    """The fields that a rule may fill."""

    CREDITS = "credits"
    OPINION_DISCLAIMER = "opinion_disclaimer"
    LEGAL_LABEL = "legal_label"
    REPUBLISHED_FROM = "republished_from"


class Rule(Protocol):
    """What ``clean`` asks of a rule."""

    @property
    def name(self) -> str: ...

    @property
    def fills(self) -> Field | None: ...

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        """Indexes of the blocks to take; ``lines`` are the blocks' folded texts."""
        ...


@dataclass(frozen=True, slots=True)
class Under:
    """Blocks that stood under an element with this id or class name.

    A name that ends in ``*`` stands for all names that begin so: build tools append hashes.
    """

    name: str
    mark: str
    fills: Field | None = None

    def concerns(self, marks: Collection[str]) -> bool:
        """Whether the element is among what the marks name."""
        if self.mark.endswith("*"):
            return any(mark.startswith(self.mark[:-1]) for mark in marks)
        return self.mark in marks

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        return (i for i, block in enumerate(blocks) if self.concerns(block.marks))


@dataclass(frozen=True, slots=True)
class Says:
    """Single blocks whose text fits the pattern."""

    name: str
    pattern: str
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        return compress(count(), map(finder(self.pattern), lines))


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring blocks that fit these patterns one after the other, all of them.

    For what is only recognised by its company: a label, any title, "Read more".
    """

    name: str
    patterns: tuple[str, ...]
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        begins, *others = (finder(pattern) for pattern in self.patterns)
        length, free = len(self.patterns), 0
        for at in range(len(lines) - length + 1):
            if at >= free and begins(lines[at]):
                rest = lines[at + 1 : at + length]
                if all(fits(line) for fits, line in zip(others, rest, strict=True)):
                    yield from range(at, at + length)
                    free = at + length


@dataclass(frozen=True, slots=True)
class Between:
    """A run of blocks from a first line to the nearest last line, both taken.

    Both ends must be there, with fewer than 25 blocks from one to the other; else nothing is taken.
    """

    name: str
    first: str
    last: str
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        starts, ends = finder(self.first), finder(self.last)
        at = 0
        while at < len(lines):
            if starts(lines[at]):
                reach = range(at, min(at + LONGEST_RUN, len(lines)))
                end = next((i for i in reach if ends(lines[i])), None)
                if end is not None:
                    yield from range(at, end + 1)
                    at = end
            at += 1


@dataclass(frozen=True, slots=True)
class After:
    """The line that fits and all that follows it, but only where no prose follows."""

    name: str
    pattern: str
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        prose = (i for i, b in enumerate(blocks) if b.kind is _PARAGRAPH and prose_size(b) > PROSE)
        found = finder(self.pattern)
        tail = range(max(prose, default=-1) + 1, len(lines))
        start = next((i for i in tail if found(lines[i])), len(lines))
        return iter(range(start, len(lines)))


@lru_cache(maxsize=4096)
def finder(pattern: str) -> Callable[[str], re.Match[str] | None]:
    """The pattern's search, compiled once: rules are plain data and are written by the hundred.

    A pattern that begins with ``^`` is tried at the start alone; ``search`` would try everywhere.
    """
    compiled = re.compile(pattern, re.IGNORECASE)
    is_anchored = pattern.startswith("^") and "|" not in _GROUP.sub("", pattern)
    return compiled.match if is_anchored else compiled.search


def folded_lines(blocks: Sequence[Block]) -> list[str]:
    """The texts of blocks as rules see them."""
    return [fold(block.text) for block in blocks]


def prose_size(block: Block) -> int:
    """Its characters; none of what is no text of the body, or is nothing but a link."""
    return len(block.text) if block.kind in BODY_KINDS and LINK_MARK not in block.marks else 0


@dataclass(frozen=True, slots=True)
class WithoutLayout:
    """A rule for articles that no layout has read: ``clean`` asks it of those alone."""

    rule: Rule

    @property
    def name(self) -> str:
        return self.rule.name

    @property
    def fills(self) -> Field | None:
        return self.rule.fills

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        return self.rule.matches(blocks, lines)
