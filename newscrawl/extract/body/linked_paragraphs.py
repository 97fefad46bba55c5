"""Tell paragraphs that are links from first to last from links to other articles."""

from collections import Counter
from collections.abc import Sequence

from newscrawl.article import BlockKind
from newscrawl.extract.body.cut import Cut, with_values_at
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
    told = [at for at in linked if homes[cuts[at].place.above] >= _FELLOWS]
    return with_values_at(cuts, told, is_link=False)


def with_all_linked(cuts: Sequence[Cut]) -> Sequence[Cut]:
    """The cuts; each long sentence that is a link is text."""
    told = [at for at, cut in enumerate(cuts) if cut.is_link and _is_told(cut)]
    return with_values_at(cuts, told, is_link=False)


def _is_told(cut: Cut) -> bool:
    is_line = cut.kind is _PARAGRAPH and cut.place.tag == "p"
    is_sentence = is_line and cut.text.rstrip(_CLOSED)[-1:] in _ENDS
    return is_sentence and words_in(cut.text) >= _FEWEST_WORDS
