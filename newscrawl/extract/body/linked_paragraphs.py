"""Tell paragraphs that are links from first to last from links to other articles."""

from collections import Counter
from collections.abc import Sequence

from newscrawl.article import BlockKind
from newscrawl.extract.body.cut import Cut, with_values_at
from newscrawl.extract.fields.title_words import words_in
from newscrawl.markup.ancestors import with_ancestors

_PARAGRAPH = BlockKind.PARAGRAPH
#: What leads elsewhere has fewer words, or ends as titles do.
_FEWEST_WORDS = 14
_ENDS, _CLOSED = frozenset(".…。।۔։።"), " \"'”’»“)]）」』】"
#: So many paragraphs that are no links stand beside it.
_FELLOWS = 2
#: So many to one address are no teaser: a link was left open, and holds what stands behind it.
_LEFT_OPEN = 3
#: What scripts follow has one address for many teasers.
_TO_SCRIPTS = ("#", "javascript:")


def with_linked_paragraphs(cuts: Sequence[Cut]) -> Sequence[Cut]:
    """The cuts; long sentences that are links are text where others stand in their element.

    So is what stands in a link that was left open.
    """
    linked = [at for at, cut in enumerate(cuts) if cut.is_link and _is_told(cut)]
    if not linked:
        return cuts
    near = {cuts[at].place.above for at in linked}
    fellows = (cut for cut in cuts if not cut.is_link and cut.place.above in near)
    homes = Counter(cut.place.above for cut in fellows if _is_told(cut))
    told = {at for at in linked if homes[cuts[at].place.above] >= _FELLOWS}
    addresses = Counter(map(_address, (cuts[at] for at in linked)))
    many = (each for each, count in addresses.items() if each and count >= _LEFT_OPEN)
    if open_ones := {each for each in many if not each.lower().startswith(_TO_SCRIPTS)}:
        told |= {at for at, cut in enumerate(cuts) if cut.is_link and _address(cut) in open_ones}
    return with_values_at(cuts, sorted(told), is_link=False)


def with_all_linked(cuts: Sequence[Cut]) -> Sequence[Cut]:
    """The cuts; each long sentence that is a link is text."""
    told = [at for at, cut in enumerate(cuts) if cut.is_link and _is_told(cut)]
    return with_values_at(cuts, told, is_link=False)


def _address(cut: Cut) -> str | None:
    """Where the link around a line, or in it, leads."""
    node = cut.place.node
    around = next((each for each in with_ancestors(node) if each.tag == "a"), None)
    link = around if around is not None else node.css_first("a[href]")
    return link.attributes.get("href") if link is not None else None


def _is_told(cut: Cut) -> bool:
    is_line = cut.kind is _PARAGRAPH and cut.place.tag == "p"
    is_sentence = is_line and cut.text.rstrip(_CLOSED)[-1:] in _ENDS
    return is_sentence and words_in(cut.text) >= _FEWEST_WORDS
