"""Rules by links: blocks that lead elsewhere, and headings with nothing behind them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from newscrawl.article import LINK_MARK, Block, BlockKind
from newscrawl.boilerplate.rules.rule_types import Field, prose_size

#: What holds more than this share holds the text.
_WHOLE = 0.8
#: A sentence that leads to a list has so many characters, and a name in it so many bytes at most:
#: where scripts tell more by a sign, signs have more bytes.
_SENTENCE, _NAME = 30, 40
#: To name a member of an enumeration is slow.
_HEADING, _LIST, _PARAGRAPH = BlockKind.HEADING, BlockKind.LIST, BlockKind.PARAGRAPH


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
    """Paragraphs and lists that are nothing but links; not the names that a sentence leads to."""

    name: str
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        kinds = {_PARAGRAPH, _LIST}
        links = [LINK_MARK in block.marks for block in blocks]
        if not any(prose_size(b) for b, is_link in zip(blocks, links, strict=True) if not is_link):
            return iter(())
        found = (at for at, block in enumerate(blocks) if links[at] and block.kind in kinds)
        return (at for at in found if not at or not _leads_to(blocks[at - 1], blocks[at]))


def _leads_to(before: Block, block: Block) -> bool:
    """Whether a list of names is what the sentence before it ends with: titles lead elsewhere."""
    if block.kind is not _LIST or before.kind is not _PARAGRAPH or LINK_MARK in before.marks:
        return False
    names = block.text.count("\n") + 1
    is_sentence = len(before.text) >= _SENTENCE and before.text.endswith((":", "："))
    return is_sentence and names > 1 and len(block.text.encode()) <= _NAME * names


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
