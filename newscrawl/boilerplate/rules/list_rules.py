"""Rules by lists: a house speaks of itself in a box of several lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newscrawl.article import Block, BlockKind
from newscrawl.boilerplate.folding import fold
from newscrawl.boilerplate.rules.line_rules import whole_lines
from newscrawl.boilerplate.rules.rule_types import Field

_LIST = BlockKind.LIST
#: Lines of such a list, at most.
_MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class HouseList:
    """Lists with a line that asks for something, and half of whose lines are the house's own."""

    name: str
    asks: tuple[str, ...]
    others: tuple[str, ...]
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        return (at for at, block in enumerate(blocks) if block.kind is _LIST and self._fits(block))

    def _fits(self, block: Block) -> bool:
        said = {fold(line) for line in block.text.split("\n")}
        if not 1 < len(said) <= _MOST_LINES or not (asking := whole_lines(self.asks, said)):
            return False
        own = asking | whole_lines(self.others, said)
        return 2 * len(own) > len(said)
