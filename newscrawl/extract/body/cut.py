"""A block as it is cut from a page, with its place; what is cut without a walk."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from selectolax.lexbor import LexborNode

from newscrawl.article import LINK_MARK, Block, BlockKind
from newscrawl.extract.body.broken_lines import LINK_SHARE
from newscrawl.extract.body.places import HEADINGS, Place
from newscrawl.markup.hidden import UNSEEN
from newscrawl.markup.seen_text import LINES

#: A line of these alone decorates a quote.
_MARKS = frozenset("\"'„“”«»‹›‘’‚❝❞")
#: So many items or rows that are hidden beside seen ones are the rest of them, which opens.
_FOLDED = 3
_EMBED, _HEADING, _PARAGRAPH = BlockKind.EMBED, BlockKind.HEADING, BlockKind.PARAGRAPH


class Cut(NamedTuple):
    """A block as it is cut, with the place that holds it."""

    kind: BlockKind
    text: str
    is_link: bool
    place: Place

    def block(self, container: Place, *more: str) -> Block:
        """The block, with its marks from below the container on, and these."""
        marks = self.place.marks(container)
        if self.is_link:
            more = (LINK_MARK, *more)
        return Block(self.kind, self.text, (*marks, *more) if more else marks)


def first_in(place: Place, cuts: Sequence[Cut], at: int) -> int:
    """The first of the cuts in an element that holds the one there."""
    while at and cuts[at - 1].place.is_in(place):
        at -= 1
    return at


def last_in(place: Place, cuts: Sequence[Cut], at: int) -> int:
    while at + 1 < len(cuts) and cuts[at + 1].place.is_in(place):
        at += 1
    return at


def with_values_at(cuts: Sequence[Cut], places: Sequence[int], **values: Any) -> Sequence[Cut]:
    """The cuts, those at the places with other values."""
    if not places:
        return cuts
    changed = list(cuts)
    for at in places:
        changed[at] = cuts[at]._replace(**values)
    return changed


def all_texts(first: LexborNode | None, skipped: frozenset[int]) -> Iterator[str]:
    """All texts in a node and those behind it in the same element, however deep."""
    ahead = [first]
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


def close_heading(cuts: list[Cut], first: int) -> None:
    """Make paragraphs of what stands behind the first line of a heading that was left open."""
    cuts[first + 1 :] = [
        cut._replace(kind=_PARAGRAPH)
        if cut.kind is _HEADING and cut.place.tag not in HEADINGS
        else cut
        for cut in cuts[first + 1 :]
    ]


def join_lines(cuts: list[Cut], first: int, kind: BlockKind, place: Place) -> None:
    """Make one block of all the lines since the first; embeds stand behind it."""
    embeds = [cut for cut in cuts[first:] if cut.kind is _EMBED]
    lines = [
        cut for cut in cuts[first:] if cut.kind is not _EMBED and not _MARKS.issuperset(cut.text)
    ]
    if lines:
        linked = sum(len(line.text) for line in lines if line.is_link)
        is_link = linked >= LINK_SHARE * sum(len(line.text) for line in lines)
        if not is_link:
            place, lines = _seen_lines(place, lines)
        text = "\n".join(line.text for line in lines)
        cuts[first:] = [Cut(kind, text, is_link, place), *embeds]


def _seen_lines(place: Place, lines: list[Cut]) -> tuple[Place, list[Cut]]:
    """The lines that nothing below the place hides, and those of a series that opens.

    All, with what hides the first, if none is seen.
    """
    if place.hidden_in() is not None:
        return place, lines
    hidden = [line.place.hidden_in() for line in lines]
    if not any(hidden):
        return place, lines
    pairs = [*zip(lines, hidden, strict=True)]
    shown = {above for line, hiding in pairs if hiding is None for above in line.place.path()}
    alike = {each.fellows() for each in shown} | {(each.above, each.tag) for each in shown}
    folded = Counter((hiding.above, hiding.tag) for hiding in set(filter(None, hidden)))
    series = alike.intersection(kin for kin, count in folded.items() if count >= _FOLDED)
    left = [
        line
        for line, hiding in pairs
        if hiding is None or hiding.fellows() in alike or (hiding.above, hiding.tag) in series
    ]
    return (place, left) if left else (hidden[0] or place, lines)
