"""Choose between a layout that was learned without any known text, and the generic reader.

Each sees what the other does not. Where they read nearly the same, the generic reader knows better
what stands at the edges; where they do not, it erred on this page alone, and the container is what
the other pages have. But a container of far more text holds something else on this page.
"""

from collections.abc import Sequence

from newscrawl.article import BODY_KINDS, Block
from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.clean import left_by
from newscrawl.text_agreement import agreement

#: Two readings that agree so far are of one text.
ONE_TEXT = 0.92
#: A container that holds so many times the text holds other things.
_FAR_MORE = 2.0


def chosen_blocks(
    url: str, layout: tuple[Block, ...], generic: tuple[Block, ...], rules: Sequence[Rule]
) -> tuple[Block, ...]:
    """The blocks of one of both readings, compared by what the rules leave of them."""
    ours, others = (_text(left_by(url, rules, blocks)) for blocks in (layout, generic))
    is_ours = agreement(ours, others) < ONE_TEXT and len(ours) < _FAR_MORE * len(others)
    return layout if is_ours or not others else generic


def _text(blocks: Sequence[Block]) -> str:
    return "\n\n".join(block.text for block in blocks if block.kind in BODY_KINDS)
