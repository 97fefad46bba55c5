"""Tell where a story's paragraphs are at home: in elements of what look its prose stands."""

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from newscrawl.extract.body.cut import Cut
from newscrawl.extract.body.places import HEADINGS, Place

#: What an element is called: its tag and its marks.
Look: TypeAlias = tuple[str, tuple[str, ...]]
#: Elements of one look that hold this share of the prose are where the story is at home.
_AT_HOME = 0.12
_PARTS = HEADINGS | frozenset("p ul ol dl table blockquote pre li".split())


def homes_of(cuts: Sequence[Cut], weights: Sequence[int]) -> set[Look]:
    mass: Counter[Look] = Counter()
    for cut, weight in zip(cuts, weights, strict=True):
        if weight:
            mass[look_of(cut.place)] += weight
    enough = _AT_HOME * sum(weights)
    return {look for look in mass if mass[look] >= enough}


def look_of(place: Place) -> Look:
    """The look of the element that holds a paragraph."""
    home = place.above if place.tag in _PARTS and place.above else place
    return home.tag, home.unnumbered_look()
