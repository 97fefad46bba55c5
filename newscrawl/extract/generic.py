"""Find the body of a page that no layout describes, by where its prose stands."""

from collections import defaultdict
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from newscrawl.article import LINK_MARK, Block, BlockKind
from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.rules import folded_lines
from newscrawl.extract.blocks import Cut, cuts_in
from newscrawl.page import Page

#: A paragraph of fewer characters says nothing about where the body is.
_TELLING_LENGTH = 40
#: The body is the innermost element that still holds this share of the page's prose.
_SHARE = 0.75


def generic_blocks(page: Page, rules: Sequence[Rule]) -> tuple[Block, ...]:
    """The blocks of the element that holds the page's prose, from the headline on.

    Prose that a rule would take does not count, or a page with a long appeal and a short
    article would be read as the appeal.
    """
    body = page.tree.body
    if body is None:
        return ()
    cuts = list(cuts_in(body))
    weights = _weights(cuts, rules)
    container = _container(body, cuts, weights)
    return _from_headline([cut for cut in cuts if _is_inside(cut.node, container)])


def _weights(cuts: Sequence[Cut], rules: Sequence[Rule]) -> list[int]:
    """Characters of prose of each block; none where it is link, heading or boilerplate."""
    blocks = [cut.block for cut in cuts]
    lines = folded_lines(blocks)
    taken = {at for rule in rules for at in rule.matches(blocks, lines)}
    return [
        0 if at in taken or not _is_prose(block) else len(block.text)
        for at, block in enumerate(blocks)
    ]


def _is_prose(block: Block) -> bool:
    return (
        block.kind in {BlockKind.PARAGRAPH, BlockKind.QUOTE}
        and len(block.text) >= _TELLING_LENGTH
        and LINK_MARK not in block.marks
    )


def _container(body: LexborNode, cuts: Sequence[Cut], weights: Sequence[int]) -> LexborNode:
    """The innermost element that holds most of the prose."""
    mass: dict[int, int] = defaultdict(int)
    for cut, weight in zip(cuts, weights, strict=True):
        node: LexborNode | None = cut.node
        while weight and node is not None:
            mass[node.mem_id] += weight
            node = node.parent
    total = mass.get(body.mem_id, 0)
    current = body
    while total:
        heavy = max(_elements(current), key=lambda child: mass.get(child.mem_id, 0), default=None)
        if heavy is None or mass.get(heavy.mem_id, 0) < _SHARE * total:
            break
        current = heavy
    return current


def _elements(node: LexborNode) -> list[LexborNode]:
    return [child for child in node.iter() if child.is_element_node]


def _is_inside(node: LexborNode | None, container: LexborNode) -> bool:
    while node is not None:
        if node.mem_id == container.mem_id:
            return True
        node = node.parent
    return False


def _from_headline(cuts: Sequence[Cut]) -> tuple[Block, ...]:
    """What stands behind the headline; all of it where the headline stands elsewhere."""
    start = next((at + 1 for at, cut in enumerate(cuts) if cut.node.tag == "h1"), 0)
    return tuple(cut.block for cut in cuts[start:])
