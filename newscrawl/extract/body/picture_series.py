"""Find a series of pictures in a story: its entries are counted ("1/50"), and tell of pictures."""

import re
from collections.abc import Sequence

from newscrawl.article import BODY_KINDS, BlockKind
from newscrawl.extract.body.cut import Cut
from newscrawl.extract.body.places import HEADINGS, Place
from newscrawl.extract.body.text_size import size_of

#: "3/12", "3 of 12", at the start of a line.
_COUNTED = re.compile(
    r"(\d{1,3})\s*(?:/|／|of|von|de|di|sur|van|av|z|из|з)\s*(\d{1,3})(?!\d|[./]\d)"
)
#: So many entries are a series, of so few texts each; what one tells is no shorter.
_ENTRIES, _TEXTS, _ENTRY_LENGTH = 3, 4, 60
#: Paragraphs of so many characters tell a story; of so many together, one beside the pictures.
_PARAGRAPH_LENGTH, _STORY_LENGTH = 80, 1_000
#: A page with fewer characters of prose beside its captions has no other story.
_BRIEF_LENGTH = 250
_CAPTION, _HEADING, _PARAGRAPH = BlockKind.CAPTION, BlockKind.HEADING, BlockKind.PARAGRAPH


def with_told_pictures(cuts: list[Cut]) -> list[Cut]:
    """The cuts, with what is told in figures as text where the page tells more in them than else.

    They are the entries of a list with pictures then. A caption that is no paragraph stays one.
    """
    captions = [at for at, cut in enumerate(cuts) if cut.kind is _CAPTION]
    if len(captions) < _ENTRIES:
        return cuts
    around = sum(size_of(cut.text) for cut in cuts if _is_prose(cut))
    # Where nothing is told beside them, captions that are no paragraphs tell the story.
    is_all = around < _BRIEF_LENGTH
    inside = [at for at in captions if _is_text(cuts[at].place) or (is_all and _is_long(cuts[at]))]
    told = [size_of(cuts[at].text) for at in inside if cuts[at].place.tag not in HEADINGS]
    long = [length for length in told if length >= _ENTRY_LENGTH]
    if len(long) < _ENTRIES or sum(long) <= around:
        return cuts
    changed = list(cuts)
    for at in inside:
        is_heading = cuts[at].place.tag in HEADINGS
        changed[at] = cuts[at]._replace(kind=_HEADING if is_heading else _PARAGRAPH)
    return changed


def _is_long(cut: Cut) -> bool:
    return size_of(cut.text) >= _ENTRY_LENGTH


def _is_text(place: Place) -> bool:
    return place.tag == "p" or place.tag in HEADINGS


def with_series(cuts: list[Cut]) -> list[Cut]:
    """The cuts, with those of a series of pictures as captions.

    An entry goes on to the next; the last is as long as the one before it. Where little else is
    told the page is about its pictures.
    """
    starts = _entries(cuts)
    if len(starts) < _ENTRIES:
        return cuts
    series = range(starts[0], 2 * starts[-1] - starts[-2])
    around = (cut.text for at, cut in enumerate(cuts) if at not in series and _is_prose(cut))
    if sum(map(size_of, around)) < _STORY_LENGTH:
        return cuts
    return [
        cut._replace(kind=_CAPTION) if at in series and cut.kind in BODY_KINDS else cut
        for at, cut in enumerate(cuts)
    ]


def _is_prose(cut: Cut) -> bool:
    is_text = cut.kind is _PARAGRAPH and not cut.is_link
    return is_text and size_of(cut.text) >= _PARAGRAPH_LENGTH


def _entries(cuts: Sequence[Cut]) -> list[int]:
    """Where the entries of the first series begin: each number is the next, of the same total."""
    starts: list[int] = []
    total, since = "", 0
    for at, cut in enumerate(cuts):
        if cut.kind not in BODY_KINDS:
            continue
        found = _COUNTED.match(cut.text) if cut.text[:1].isdigit() else None
        since += 1
        if starts and since > _TEXTS:
            if len(starts) >= _ENTRIES:
                break
            starts = []
        if found and int(found[1]) == len(starts) + 1 and (not starts or total == found[2]):
            starts.append(at)
            total, since = found[2], 0
    return starts
