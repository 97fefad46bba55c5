"""Find the captions that no element calls so: the lines that share a box with a picture alone.

Those that a tag calls so are in ``places.py``, by their class in ``common_class_names.py``.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from selectolax.lexbor import LexborNode

from newscrawl.article import BlockKind
from newscrawl.extract.body.cut import Cut, with_values_at
from newscrawl.extract.body.homes import homes_of, look_of
from newscrawl.extract.body.places import Place
from newscrawl.extract.body.story_bounds import is_sentence
from newscrawl.markup.ancestors import before

#: A longer text beside a picture is told, and a picture shown with it; one of more characters
#: than a line has is a caption where a name says so.
_LONGEST, _LINE = 350, 100
_NAMED = re.compile(r"caption|photo|image|img|picture|foto|bild|credit|media|legend|visual", re.I)
#: So many boxes beside each other, and beside no paragraph, are a list with icons.
_LISTED = 3
#: A box has a caption and a credit, at most.
_LINES = 2
_COLUMNS = "td + td, th + td"
_PICTURE = "img, picture, amp-img, video, [style*=background-image]"
#: In a paragraph that begins with a picture, what is set so throughout is its caption: few have it.
_SET_APART, _MOST_APART = "em, i, small", 0.34
_PARAGRAPH, _CAPTION = BlockKind.PARAGRAPH, BlockKind.CAPTION
#: Headings so low are often captions; a table of one line is a frame.
_LOW = frozenset({"h5", "h6"})
_CREDITED = re.compile(r"©|\(c\)|(?:photo|foto|bild|image|фото|credits?)\w* ?[:/]|写真|사진", re.I)


def with_captions(
    cuts: Sequence[Cut], weights: Sequence[int], told: Sequence[int]
) -> Sequence[Cut]:
    """The cuts, with those told that are captions as such.

    Where the story's paragraphs are at home nothing is a caption: each may have a picture.
    """
    homes = homes_of(cuts, weights)
    at_home = [look_of(cuts[at].place) in homes for at in told]
    apart = [at for at, is_home in zip(told, at_home, strict=True) if not is_home]
    cuts = _with_those_set_apart(cuts, told, at_home)
    boxes = {at: box for at in apart if _is_short(cuts[at]) and has_picture(box := _box(cuts, at))}
    if not boxes:
        return cuts
    told_in = (cuts[at].place.path() for at, home in zip(told, at_home, strict=True) if home)
    around = set(chain.from_iterable(told_in))
    beside = Counter(box.above for box in set(boxes.values()) if box.above not in around)
    found = [
        at
        for at, box in boxes.items()
        if beside[box.above] < _LISTED and _may_be_caption(cuts[at], box)
    ]
    return with_values_at(cuts, found, kind=_CAPTION)


def _with_those_set_apart(
    cuts: Sequence[Cut], told: Sequence[int], at_home: Sequence[bool]
) -> Sequence[Cut]:
    """The cuts, with paragraphs as captions that are a picture and a line in italics below it."""
    home = [at for at, is_home in zip(told, at_home, strict=True) if is_home]
    found = [at for at in home if _is_short(cuts[at]) and _is_set_below_picture(cuts[at])]
    if len(found) > _MOST_APART * len(home):
        return cuts
    return with_values_at(cuts, found, kind=_CAPTION)


def _is_set_below_picture(cut: Cut) -> bool:
    """Whether a line is set apart below a picture: in one element, or right behind one's own."""
    node, tag = cut.place.node, cut.place.tag
    if tag in _LOW:
        return _is_behind_picture(node)
    if tag == "table":
        return _shows_picture(node)
    first = node.first_child
    while first is not None and not first.is_element_node:
        if (first.text_content or "").strip():
            return False
        first = first.next
    if first is None:
        return False
    # Behind a picture's own paragraph much is told in italics.
    if not _shows_picture(first) and not (_is_credited(cut) and _is_behind_picture(node)):
        return False
    lines = (line.text() or "" for line in node.css(_SET_APART))
    return any(" ".join(line.split()) == cut.text for line in lines)


def _shows_picture(node: LexborNode) -> bool:
    return node.css_matches(_PICTURE) or node.css_first(_PICTURE) is not None


def _is_behind_picture(node: LexborNode) -> bool:
    """Whether what stands right before an element is a picture, and says nothing."""
    told = (n for n in before(node) if n.is_element_node or (n.text_content or "").strip())
    beside = next(told, None)
    if beside is None or not beside.is_element_node or (beside.text() or "").strip():
        return False
    return _shows_picture(beside)


def _is_short(cut: Cut) -> bool:
    # Other headings are of what follows, each with its picture.
    is_low = cut.place.tag in _LOW and (_is_told(cut.text) or _is_credited(cut))
    is_line = cut.kind is _PARAGRAPH or is_low
    is_frame = cut.place.tag == "table" and "\n" not in cut.text
    is_frame = is_frame and cut.place.node.css_first(_COLUMNS) is None
    return (is_line or is_frame) and not cut.is_link and len(cut.text) <= _LONGEST


def _is_told(text: str) -> bool:
    """Whether a heading is a sentence, and neither asks what is told below it nor leads to it."""
    return is_sentence(text) and text[-1] not in "?:？：؟"


def _is_credited(cut: Cut) -> bool:
    return _CREDITED.search(cut.text) is not None


def _may_be_caption(cut: Cut, box: Place) -> bool:
    names = (*cut.place.names(), *box.names())
    return len(cut.text) <= _LINE or any(_NAMED.search(name) for name in names)


def _box(cuts: Sequence[Cut], at: int) -> Place:
    """The largest element that holds this line with one other at most."""
    box = cuts[at].place
    while box.above is not None and _lines_in(box.above, cuts, at) <= _LINES:
        box = box.above
    return box


def _lines_in(place: Place, cuts: Sequence[Cut], at: int) -> int:
    near = range(max(0, at - _LINES), min(len(cuts), at + _LINES + 1))
    return sum(cuts[each].place.is_in(place) for each in near)


def has_picture(box: Place) -> bool:
    """Whether a box below the page's body shows one."""
    return box.above is not None and box.node.css_first(_PICTURE) is not None
