"""A block as it is cut from a page, with its place; what is cut without a walk."""

from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from newscrawl.article import LINK_MARK, Block, BlockKind
from newscrawl.extract.body.places import Place
from newscrawl.markup.hidden import UNSEEN
from newscrawl.markup.seen_text import LINES


class Cut(NamedTuple):
    """A block as it is cut, with the place that holds it."""

    kind: BlockKind
    text: str
    is_link: bool
    place: Place

    def block(self, container: Place) -> Block:
        """The block, with its marks from below the container on."""
        marks = self.place.marks(container)
        return Block(self.kind, self.text, (*marks, LINK_MARK) if self.is_link else marks)


def all_texts(top: LexborNode, skipped: frozenset[int]) -> Iterator[str]:
    """All texts below an element, however deep."""
    ahead = [top.first_child]
    while ahead:
        node = ahead.pop()
        if node is None:
            continue
        ahead.append(node.next)
        if node.is_text_node:
            yield node.text_content or ""
        elif node.is_element_node and node.tag not in UNSEEN and node.mem_id not in skipped:
            if node.tag in LINES or node.tag == "br":
                yield " "
            ahead.append(node.first_child)


def embedded(node: LexborNode, place: Place) -> Iterator[Cut]:
    given = node.attributes
    address = (given.get("src") or given.get("data-src") or "").strip()
    if address and not address.lower().startswith(("about:", "data:", "javascript:")):
        yield Cut(BlockKind.EMBED, address, False, place)
