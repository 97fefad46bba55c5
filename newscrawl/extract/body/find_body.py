"""Find the body of a page: by the outlet's layouts, else by where its prose stands."""

from collections.abc import Iterator, Sequence
from functools import partial

from selectolax.lexbor import LexborNode

from newscrawl.article import Block, BlockKind, Kind
from newscrawl.extract.body.blocks import blocks_in
from newscrawl.extract.body.generic_body import generic_blocks
from newscrawl.extract.body.learned_layout import chosen_blocks
from newscrawl.outlet import Layout, Outlet, rules_of
from newscrawl.page import Page

#: Pages of these kinds may have no text of their own.
WORDLESS = frozenset({Kind.GALLERY, Kind.VIDEO, Kind.PODCAST, Kind.LIVE})


def body_of(page: Page, outlet: Outlet | None) -> tuple[Layout | None, tuple[Block, ...]]:
    """The first layout that fits, with its blocks; None with those of the generic reader.

    Of a learned layout the blocks may be the generic reader's, unless entries are cut from its own.
    """
    for layout in outlet.layouts if outlet else ():
        blocks = page.need(f"body/{layout.name}", partial(_layout_blocks, layout))
        if blocks and layout.is_learned and layout.entries is None:
            generic = _generic(page, outlet)
            return layout, chosen_blocks(page.url, blocks, generic, rules_of(outlet))
        if blocks or (blocks is not None and _is_wordless(page, layout)):
            return layout, blocks
    return None, _generic(page, outlet)


def _generic(page: Page, outlet: Outlet | None) -> tuple[Block, ...]:
    rules = outlet.boilerplate if outlet else ()
    return page.need("body/generic", lambda page: generic_blocks(page, rules))


def _layout_blocks(layout: Layout, page: Page) -> tuple[Block, ...] | None:
    """The blocks of a layout's containers; None where it does not fit, or there is none of them.

    One that stands inside another is read in its place, and what it is called is no mark of its
    text: the outlet says that it is the article's.
    """
    if layout.fits is not None and not layout.fits(page):
        return None
    containers = {node.mem_id: node for node in page.tree.css(layout.body)}
    if not containers:
        return None
    named = frozenset(containers if len(containers) > 1 else ())
    outer = outermost([*containers.values()])
    found = [block for node in outer for block in blocks_in(node, layout.ignore, named)]
    if layout.asides:
        found = [_as_aside(block, layout.asides) for block in found]
    if layout.parts:
        found += layout.parts(page, blocks_in)
    odd = next((each for each in found if not isinstance(each, Block)), None)
    if odd is not None:
        raise TypeError(f"{type(odd).__name__} is no Block")
    return tuple(found)


def outermost(nodes: Sequence[LexborNode]) -> Iterator[LexborNode]:
    """Those of the nodes that stand in no other of them: what stands in two is read once."""
    is_inside = {node.mem_id: True for node in nodes}
    for node in nodes:
        above, climbed = node.parent, []
        while above is not None and above.mem_id not in is_inside:
            climbed.append(above.mem_id)
            above = above.parent
        is_held = above is not None and is_inside[above.mem_id]
        # No way up is gone twice.
        is_inside.update(dict.fromkeys(climbed, is_held))
        if not is_held:
            yield node


def _is_wordless(page: Page, layout: Layout) -> bool:
    kind = layout.fields.get("kind")
    return callable(kind) and page.ask("kind/outlet", kind) in WORDLESS


def _as_aside(block: Block, mark: str) -> Block:
    if mark in block.marks and block.kind is BlockKind.PARAGRAPH:
        return Block(BlockKind.ASIDE, block.text, block.marks)
    return block
