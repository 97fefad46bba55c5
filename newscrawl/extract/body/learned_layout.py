"""Choose between a layout that was learned without any known text, and the generic reader.

Each sees what the other does not. Where they read nearly the same, the generic reader knows better
what stands at the edges; where they do not, it erred on this page alone, and the container is what
the other pages have. But a container of far more text holds something else on this page, and what
it has above the first sentence is what the template writes there: headline, names, dates.
"""

from collections.abc import Collection, Sequence

from newscrawl.article import BEFORE_MARK, BODY_KINDS, Block
from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.clean import left_by
from newscrawl.extract.body.marked_blocks import marked
from newscrawl.extract.body.story_bounds import is_sentence
from newscrawl.text_agreement import agreement

#: Two readings that agree so far are of one text.
ONE_TEXT = 0.92
#: A container that holds so many times the text holds other things.
_FAR_MORE = 2.0


def chosen_blocks(
    url: str, layout: tuple[Block, ...], generic: tuple[Block, ...], rules: Sequence[Rule]
) -> tuple[Block, ...]:
    """The blocks of one of both readings, compared by what the rules leave of them."""
    told = left_by(url, rules, generic)
    ours, others = _text(left_by(url, rules, layout)), _text(told)
    if not others:
        return layout
    is_ours = agreement(ours, others) < ONE_TEXT and len(ours) < _FAR_MORE * len(others)
    return _with_head_marked(layout, {block.text for block in told}) if is_ours else generic


def _with_head_marked(blocks: tuple[Block, ...], told: Collection[str]) -> tuple[Block, ...]:
    """What stands above the first sentence, and above what the generic reader has, is marked."""
    starts = (at for at, b in enumerate(blocks) if b.text in told or is_sentence(b.text))
    start = next(starts, 0)
    return (*(marked(block, BEFORE_MARK) for block in blocks[:start]), *blocks[start:])


def _text(blocks: Sequence[Block]) -> str:
    return "\n\n".join(block.text for block in blocks if block.kind in BODY_KINDS)
