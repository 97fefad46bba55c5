"""Tell where a story's paragraphs are at home: in elements of what look its prose stands."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from typing import TypeAlias

from newscrawl.extract.body.cut import Cut
from newscrawl.extract.body.places import HEADINGS, Place

#: What an element is called: its tag and its marks.
Look: TypeAlias = tuple[str, tuple[str, ...]]
#: Elements of one look that hold this share of the prose are where the story is at home.
_AT_HOME = 0.12
#: Where elements of such looks hold less of it, each paragraph's element may have its own name.
_ENOUGH, _FELLOWS = 0.5, 4
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
    home = home_of(place)
    return home.tag, home.unnumbered_look()


def without_own_names(cuts: Sequence[Cut], weights: Sequence[int]) -> None:
    """Let elements beside each other that hold a paragraph each look alike but for own names.

    Editors' systems give each an identifier. What each is called stays a mark of it.
    """
    homes, prose = homes_of(cuts, weights), [at for at, weight in enumerate(weights) if weight]
    at_home = sum(weights[at] for at in prose if look_of(cuts[at].place) in homes)
    if at_home >= _ENOUGH * sum(weights):
        return
    held = defaultdict[Hashable, set[Place]](set)
    for cut in cuts:
        home = home_of(cut.place)
        held[home.above, home.tag, cut.place.tag].add(home)
    told = {home_of(cuts[at].place) for at in prose}
    for fellows in held.values():
        if len(fellows & told) >= _FELLOWS:
            has = Counter(name for place in fellows for name in place.look())
            own = frozenset(name for name in has if has[name] == 1)
            for place in fellows:
                place.pass_over_in_look(own)


def home_of(place: Place) -> Place:
    """The element that holds a paragraph."""
    return place.above if place.tag in _PARTS and place.above else place
