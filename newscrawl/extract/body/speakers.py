"""Tell the names of who speaks, in elements of their own, from the labels of boxes."""

import re
from collections import defaultdict
from collections.abc import Sequence

from newscrawl.extract.body.cut import Cut

#: Who speaks in turn: so many turns, of two at least, each of whom speaks twice on average.
_TURNS, _SPEAKERS, _EACH = 4, 2, 2
#: What such elements, or those around them, are called.
_CALLED = re.compile(r"speaker|interview|transcript|dialog|talker|conversation", re.IGNORECASE)


def without_speakers(cuts: Sequence[Cut], labels: set[int]) -> set[int]:
    """The labels, but for the names of those who speak in turn.

    A label of boxes says one thing above all of them; names come back, and above each is a text.
    """
    fellows = defaultdict[tuple[str, tuple[str, ...]], list[int]](list)
    for at in labels:
        behind = at + 1
        if behind < len(cuts) and behind not in labels and _is_called(cuts[at]):
            fellows[cuts[at].place.tag, cuts[at].place.look()].append(at)
    speakers = {at for turns in fellows.values() if _speak(cuts, turns) for at in turns}
    return labels - speakers


def _is_called(cut: Cut) -> bool:
    around = cut.place.above
    names = (*cut.place.names(), *(around.names() if around else ()))
    return any(_CALLED.search(name) for name in names)


def _speak(cuts: Sequence[Cut], turns: Sequence[int]) -> bool:
    if len(turns) < _TURNS:
        return False
    names = {cuts[at].text.rstrip(" :：") for at in turns}
    return _SPEAKERS <= len(names) <= len(turns) / _EACH
