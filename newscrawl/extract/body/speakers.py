"""Tell the names of who speaks, in elements of their own, from the labels of boxes."""

import re
from collections import defaultdict
from collections.abc import Sequence

from newscrawl.extract.body.cut import Cut

#: Who speaks in turn: so many turns, of two at least, each of whom speaks twice on average.
_TURNS, _SPEAKERS, _EACH = 4, 2, 2
_NAME_LENGTH = 60
#: Without a name that tells, what they say is this share of all that is said.
_MOST = 0.4
#: Days of a chronicle, at least, and characters of what happened on each.
_DAYS, _TOLD = 2, 60
#: A year, or a figure with a month; the hours of a live blog are no days.
_DAY = re.compile(r"(?!.*\d[:.]\d\d)(?=.*\d)(?=.*[^\W\d_]|.*\d{4})")
#: What such elements, or those around them, are called.
_CALLED = re.compile(r"speaker|interview|transcript|dialog|talker|conversation", re.IGNORECASE)


def without_speakers(cuts: Sequence[Cut], labels: set[int]) -> set[int]:
    """The labels, but for the names of those who speak in turn.

    A label of boxes says one thing above all of them; names come back, and above each is a text.
    """
    fellows = defaultdict[tuple[str, tuple[str, ...]], list[int]](list)
    for at in labels:
        behind = at + 1
        if behind < len(cuts) and behind not in labels:
            fellows[cuts[at].place.tag, cuts[at].place.look()].append(at)
    speakers = {
        at
        for turns in fellows.values()
        if _speak(cuts, turns) or _are_days(cuts, turns)
        for at in turns
    }
    return labels - speakers


def _are_days(cuts: Sequence[Cut], turns: Sequence[int]) -> bool:
    """Whether these are the days or years of a chronicle, each in a row with what happened."""
    is_told = all(len(cuts[at + 1].text) >= _TOLD and not cuts[at + 1].is_link for at in turns)
    are_days = all(_DAY.match(cuts[at].text) for at in turns)
    return len(turns) >= _DAYS and is_told and are_days and _in_rows(cuts, turns)


def speaks_first(cuts: Sequence[Cut], at: int) -> bool:
    """Whether a cut names who speaks first of those who speak in turn."""
    if len(cuts[at].text) > _NAME_LENGTH:
        return False
    look = (cuts[at].place.tag, cuts[at].place.look())
    turns = [
        turn
        for turn in range(at, len(cuts) - 1)
        if (cuts[turn].place.tag, cuts[turn].place.look()) == look
        and len(cuts[turn].text) <= _NAME_LENGTH
    ]
    return turns[:1] == [at] and _speak(cuts, turns)


def _is_called(cut: Cut) -> bool:
    return any(map(_CALLED.search, cut.place.names_near()))


def _are_rows(cuts: Sequence[Cut], turns: Sequence[int]) -> bool:
    """Whether each name begins a row, with what is said, and these say most of all."""
    said = sum(len(cuts[at + 1].text) for at in turns)
    # Rows of cards say less than the story that they stand below.
    return _MOST * sum(len(cut.text) for cut in cuts) <= said and _in_rows(cuts, turns)


def _in_rows(cuts: Sequence[Cut], turns: Sequence[int]) -> bool:
    """Whether each begins a row of its own, with what follows, beside the others' rows."""
    rows = [cuts[at].place.above for at in turns]
    if None in rows or len({row.above for row in rows if row}) > 1 or len(set(rows)) < len(turns):
        return False
    return all(
        row is not None and cuts[at + 1].place.is_in(row) and not cuts[at - 1].place.is_in(row)
        for row, at in zip(rows, turns, strict=True)
    )


def _speak(cuts: Sequence[Cut], turns: Sequence[int]) -> bool:
    if len(turns) < _TURNS:
        return False
    if not (_are_rows(cuts, turns) or all(_is_called(cuts[at]) for at in turns)):
        return False
    names = {cuts[at].text.rstrip(" :：") for at in turns}
    return _SPEAKERS <= len(names) <= len(turns) / _EACH
