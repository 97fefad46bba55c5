"""Tell paragraphs that are links from first to last from links to other articles."""

from collections import Counter
from collections.abc import Sequence

from newscrawl.article import BlockKind
from newscrawl.extract.body.cut import Cut
from newscrawl.extract.fields.title_words import words_in

_PARAGRAPH = BlockKind.PARAGRAPH
#: What leads elsewhere has fewer words, or ends as titles do.
_FEWEST_WORDS = 14
_ENDS, _CLOSED = frozenset(".…。।۔։።"), " \"'”’»“)]）」』】"
#: So many paragraphs that are no links stand beside it.
_FELLOWS = 2


def with_linked_paragraphs(cuts: Sequence[Cut]) -> Sequence[Cut]:
    """The cuts; long sentences that are links are text where others stand in their element."""
    linked = [at for at, cut in enumerate(cuts) if cut.is_link and _is_told(cut)]
    if not linked:
        return cuts
    near = {cuts[at].place.above for at in linked}
    fellows = (cut for cut in cuts if not cut.is_link and cut.place.above in near)
    homes = Counter(cut.place.above for cut in fellows if _is_told(cut))
    return _unlinked(cuts, [at for at in linked if homes[cuts[at].place.above] >= _FELLOWS])


def with_all_linked(cuts: Sequence[Cut]) -> Sequence[Cut]:
    """The cuts; each long sentence that is a link is text."""
    return _unlinked(cuts, [at for at, cut in enumerate(cuts) if cut.is_link and _is_told(cut)])


def _unlinked(cuts: Sequence[Cut], told: Sequence[int]) -> Sequence[Cut]:
    if not told:
        return cuts
    changed = list(cuts)
    for at in told:
        changed[at] = cuts[at]._replace(is_link=False)
    return changed


def _is_told(cut: Cut) -> bool:
    is_line = cut.kind is _PARAGRAPH and cut.place.tag == "p"
    is_sentence = is_line and cut.text.rstrip(_CLOSED)[-1:] in _ENDS
    return is_sentence and words_in(cut.text) >= _FEWEST_WORDS
