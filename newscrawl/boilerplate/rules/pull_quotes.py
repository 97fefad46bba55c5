"""The rule by what the story says itself: a line of it that is set large beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from newscrawl.article import BODY_KINDS, Block, BlockKind
from newscrawl.boilerplate.folding import letters
from newscrawl.boilerplate.rules.rule_types import Field

#: So many letters tell a line from another; a paragraph has so many more than what is taken of it.
_TELLING, _MORE = 25, 10
_NAME, _ENDS = 80, frozenset(".!?,;:…。")
#: To name a member of an enumeration is slow.
_QUOTE = BlockKind.QUOTE


@dataclass(frozen=True, slots=True)
class PullQuotes:
    """Quotes, by their element or a class name, that a longer paragraph says word for word."""

    name: str
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        quotes = [at for at, block in enumerate(blocks) if _is_quote(block)]
        if not quotes:
            return
        apart = frozenset(quotes)
        told = [
            letters(line)
            for at, (block, line) in enumerate(zip(blocks, lines, strict=True))
            if block.kind in BODY_KINDS and at not in apart
        ]
        for run in _runs(quotes):
            said = {at: _said(blocks[at]) for at in run}
            again = [at for at in run if _is_told(said[at], told)]
            # Of a poem or a letter, the story may say the first line; it is quoted for the others.
            if all(at in again or len(said[at]) < _TELLING for at in run):
                yield from again


def _runs(quotes: Sequence[int]) -> Iterator[list[int]]:
    """The indexes in groups of neighbours."""
    for _, run in groupby(enumerate(quotes), lambda each: each[1] - each[0]):
        yield [at for _, at in run]


def _said(block: Block) -> str:
    """What a quote says; whoever said it is named in a short line below, with no full stop."""
    said, *below = block.text.split("\n")
    is_name = len(below) == 1 and len(below[0]) <= _NAME and below[0][-1:] not in _ENDS
    return letters(said if is_name else block.text)


def _is_told(said: str, told: Sequence[str]) -> bool:
    least = len(said) + _MORE
    return len(said) >= _TELLING and any(len(text) >= least and said in text for text in told)


def _is_quote(block: Block) -> bool:
    return block.kind is _QUOTE or (
        block.kind in BODY_KINDS and any("quote" in mark.lower() for mark in block.marks)
    )
