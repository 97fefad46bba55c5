"""Rules by links: blocks that lead elsewhere, and headings with nothing behind them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from newscrawl.article import LINK_MARK, Block, BlockKind
from newscrawl.boilerplate.rules.rule_types import Field, prose_size

#: What holds more than this share holds the text.
_WHOLE = 0.8
#: To name a member of an enumeration is slow.
_HEADING = BlockKind.HEADING


@dataclass(frozen=True, slots=True)
class LinkedAsides:
    """Asides with a link that stands alone: they lead elsewhere, where a box of facts does not.

    One that holds nearly all of the text was left open.
    """

    name: str
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        start, taken = 0, list[int]()
        for is_aside, group in groupby(blocks, lambda block: "<aside>" in block.marks):
            box = list(group)
            if is_aside and any(LINK_MARK in block.marks for block in box):
                taken += range(start, start + len(box))
            start += len(box)
        if not taken:
            return iter(())
        most = _WHOLE * sum(prose_size(block) for block in blocks)
        return iter(taken if sum(prose_size(blocks[at]) for at in taken) <= most else ())


@dataclass(frozen=True, slots=True)
class LinksAlone:
    """Paragraphs and lists that are nothing but links; headings too where no text follows."""

    name: str
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        kinds = {BlockKind.PARAGRAPH, BlockKind.LIST}
        links = [LINK_MARK in block.marks for block in blocks]
        if not any(prose_size(b) for b, is_link in zip(blocks, links, strict=True) if not is_link):
            return iter(())
        return (at for at, block in enumerate(blocks) if links[at] and block.kind in kinds)


@dataclass(frozen=True, slots=True)
class Tail:
    """Headings with no text behind them; those that are links lead to a text of the article's."""

    name: str
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        heads = [block.kind is _HEADING for block in blocks]
        told = [at for at, block in enumerate(blocks) if prose_size(block) and not heads[at]]
        behind = range(told[-1] + 1, len(blocks)) if told else ()
        return (at for at in behind if heads[at] and LINK_MARK not in blocks[at].marks)
