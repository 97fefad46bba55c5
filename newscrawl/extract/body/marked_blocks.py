"""Make blocks of a container's cuts, and mark those that are no part of the story."""

from collections.abc import Collection, Sequence
from itertools import islice

from newscrawl.article import BEFORE_MARK, BEHIND_MARK, LABEL_MARK, MENU_MARK, PASSED_MARKS, Block
from newscrawl.extract.body.blocks import cuts_in
from newscrawl.extract.body.cut import Cut
from newscrawl.extract.body.places import Place

#: Never part of an article, and not worth the walk through a page.
MENUS = "nav, [role=navigation], [role=contentinfo], [role=menu], [role=search]"


def marked_blocks(
    cuts: Sequence[Cut],
    container: Place,
    inside: range,
    told: range,
    heads: Collection[int] = (),
    labels: Collection[int] = (),
) -> tuple[Block, ...]:
    """The heads, and all blocks of the container; the numbers are indexes of cuts.

    Marks begin below the container, so heads outside of it have none.
    """
    apart = [Block(cuts[at].kind, cuts[at].text) for at in heads if at not in inside]
    found = []
    for at in inside:
        if at in heads or (at in told and at not in labels):
            found.append(cuts[at].block(container))
        elif at in told:
            found.append(cuts[at].block(container, LABEL_MARK))
        else:
            mark = BEFORE_MARK if at < told.start else BEHIND_MARK
            found.append(cuts[at].block(container, mark))
    return (*apart, *_with_menus(container, found))


def of_story(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks that the reader holds for the story."""
    return tuple(
        block for block in blocks if not block.marks or block.marks[-1] not in PASSED_MARKS
    )


def marked(block: Block, mark: str) -> Block:
    """The block with what the reader holds it for."""
    return Block(block.kind, block.text, (*block.marks, mark))


def _with_menus(container: Place, blocks: list[Block]) -> list[Block]:
    """The blocks, with those of menus inside the container, which the first walk passed over."""
    menus = {node.mem_id for node in container.node.css(MENUS)}
    if not menus:
        return blocks
    top, cuts = cuts_in(container.node)
    ahead, found = iter(blocks), []
    for cut in cuts:
        if any(place.node.mem_id in menus for place in cut.place.path()):
            found.append(cut.block(top, MENU_MARK))
        else:
            # Where a menu parts a line, the first walk saw fewer lines.
            found += islice(ahead, 1)
    return [*found, *ahead]
