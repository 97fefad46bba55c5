"""The elements around an element, and the nodes before and behind it."""

from collections.abc import Iterator
from itertools import chain

from selectolax.lexbor import LexborNode

#: So many say what an element belongs to; real pages have up to some sixty, broken ones thousands.
_NEAREST = 200


def ancestors(node: LexborNode | None) -> Iterator[LexborNode]:
    """The elements around one, the nearest first, as far as they can say what it belongs to."""
    for _ in range(_NEAREST):
        node = node.parent if node is not None else None
        if node is None:
            return
        yield node


def with_ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """An element, and those around it."""
    return chain([node], ancestors(node))


def before(node: LexborNode) -> Iterator[LexborNode]:
    """The nodes before one in the same element, the nearest first."""
    beside = node.prev
    while beside is not None:
        yield beside
        beside = beside.prev


def behind(node: LexborNode) -> Iterator[LexborNode]:
    """The nodes behind one in the same element, the nearest first."""
    beside = node.next
    while beside is not None:
        yield beside
        beside = beside.next
