"""The rule by what the story says itself: a line of it that is set large beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newscrawl.article import BODY_KINDS, Block, BlockKind
from newscrawl.boilerplate.folding import letters
from newscrawl.boilerplate.rules.rule_types import Field

#: So many letters tell a line from another; a paragraph has so many more than what is taken of it.
_TELLING, _MORE = 25, 10
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
        for at in quotes:
            # Whoever said it is named in a line of its own.
            said = letters(blocks[at].text.partition("\n")[0])
            least = len(said) + _MORE
            if len(said) >= _TELLING and any(len(text) >= least and said in text for text in told):
                yield at


def _is_quote(block: Block) -> bool:
    return block.kind is _QUOTE or (
        block.kind in BODY_KINDS and any("quote" in mark.lower() for mark in block.marks)
    )
