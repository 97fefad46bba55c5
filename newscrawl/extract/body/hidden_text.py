"""Tell what a script or a paywall hides of an article from what no reader ever sees."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

from newscrawl.extract.body.cut import Cut
from newscrawl.extract.body.folds import folded_up
from newscrawl.extract.body.headline_witness import is_told_first
from newscrawl.extract.body.places import HIDDEN_NAMES, Place
from newscrawl.extract.body.text_size import size_of
from newscrawl.markup.hidden import STRUCK
from newscrawl.page import Page

#: What an outlet calls the part of an article that subscribers see.
_WALL = re.compile(r"subscriber|paywall|premium|locked|metered|members?-only|gated", re.IGNORECASE)
#: Paragraphs that are hidden one by one, so many, are the text where fewer characters are seen.
_BRIEF_LENGTH, _FEWEST = 400, 3
#: A copy holds no more than this many times what is seen.
_FAR_MORE = 2
#: Letters by which a text is known in a copy of it.
_HEAD = 40


def seen_of(page: Page, prose: list[int], cuts: Sequence[Cut], head: int | None) -> list[int]:
    """Without what no reader sees, but for what a script shows.

    That is an element that holds more than all that is seen and is no copy of it, alone or with
    others like it beside one that is seen (a series, one entry at a time), or one that is named as
    a wall for those who have not paid, or the rest of a text that readers open.
    """
    hidden_in = {at: cuts[at].place.hidden_in() for at in prose}
    _forget_strike_left_open(hidden_in)
    hidden = set(filter(None, hidden_in.values()))
    if not hidden:
        return prose
    seen = [at for at in prose if hidden_in[at] is None]
    parts = _parts_of_series(hidden, (cuts[at].place for at in seen))
    apart = _paragraphs(hidden_in)
    is_brief = sum(size_of(cuts[at].text) for at in seen) < _BRIEF_LENGTH
    if apart and (
        is_brief or is_told_first([at for at in prose if hidden_in[at] in apart], seen, cuts, head)
    ):
        parts = apart | parts
    opened = folded_up(page, hidden, (cuts[at].place for at in seen))
    mass = Counter[Hashable]()
    for at, hiding in hidden_in.items():
        mass[parts.get(hiding, hiding)] += size_of(cuts[at].text)
    shown: set[Hashable] = {part for part in mass if part is None or mass[part] > mass[None]}
    fuller = set[Hashable]()
    if opened or len(shown) > 1:
        copies = _copies([cuts[at].text[:_HEAD] for at in seen], cuts, hidden_in)
        # What is seen of a text that holds far more is a taste of it.
        fuller = {copy for copy in copies if mass[copy] > _FAR_MORE * mass[None]}
        shown -= copies - fuller
        opened -= copies
    for fold in opened:
        fold.forget(HIDDEN_NAMES)
    tasted = {cuts[at].text for at, hiding in hidden_in.items() if hiding in fuller}
    return [
        at
        for at, hiding in hidden_in.items()
        if (parts.get(hiding, hiding) in shown and (hiding or cuts[at].text not in tasted))
        or (hiding and (any(map(_WALL.search, hiding.names())) or hiding in opened))
    ]


def _forget_strike_left_open(hidden_in: dict[int, Place | None]) -> None:
    """So much is struck out by a tag without an end alone: readers see it as text that stands."""
    struck = {at: hiding for at, hiding in hidden_in.items() if hiding and hiding.tag in STRUCK}
    if len(struck) < _FEWEST:
        return
    for at, hiding in struck.items():
        hiding.forget(HIDDEN_NAMES)
        hidden_in[at] = None


def _paragraphs(hidden_in: Mapping[int, Place | None]) -> dict[Place | None, Hashable]:
    """Of paragraphs that are hidden themselves, by where others beside them are as well.

    What a box around a paragraph hides is a dialog or a notice, however many there are.
    """
    alone = {hiding for hiding in hidden_in.values() if hiding and hiding.tag == "p"}
    fellows = Counter(hiding.above for hiding in alone)
    return {hiding: hiding.above for hiding in alone if fellows[hiding.above] >= _FEWEST}


def _parts_of_series(
    hidden: Collection[Place], seen: Iterable[Place]
) -> dict[Place | None, Hashable]:
    """Of hidden elements that stand beside a seen one that looks alike, by what they are one."""
    parents = {hiding.above for hiding in hidden}
    beside = {above for place in seen for above in place.path() if above.above in parents}
    alike = {place.fellows() for place in beside}
    return {hiding: hiding.fellows() for hiding in hidden if hiding.fellows() in alike}


def _copies(
    seen: Sequence[str], cuts: Sequence[Cut], hidden_in: Mapping[int, Place | None]
) -> set[Hashable]:
    """What hides most of the text that readers see: a voice reads it, or a printer prints it."""
    hidden = defaultdict[Place, list[str]](list)
    for at, hiding in hidden_in.items():
        if hiding is not None:
            hidden[hiding].append(cuts[at].text)
    whole = {hiding: " ".join(texts) for hiding, texts in hidden.items()}
    return {
        hiding
        for hiding, text in whole.items()
        if seen and 2 * sum(head in text for head in seen) > len(seen)
    }
