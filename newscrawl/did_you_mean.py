"""Say which names there are, when somebody types one that is none of them. Pure."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

#: So many near names are offered, and of so many all are told where none is near.
_OFFERED, _ALL = 3, 40
#: A name that is so much less like the one given than the best is not offered beside it.
_BEHIND = 0.1


def unknown(what: str, given: str, known: Iterable[str], where: str = "", lists: str = "") -> str:
    """That there is no such thing, and what might have been meant; in one line.

    ``lists`` is the command that prints all, for where they are too many to be told.
    """
    names = sorted(set(known))
    near = nearest(given, names)
    if near:
        hint = f"; did you mean {_either(near)}?"
    elif not names:
        hint = ": there is none yet"
    elif len(names) <= _ALL:
        hint = f"; there are {', '.join(names)}"
    else:
        hint = f"; {lists} lists all {len(names)}" if lists else ""
    return f"there is no {what} {given!r}{where}{hint}"


def nearest(given: str, known: Iterable[str]) -> list[str]:
    """The few names that are most like the one given, or else have it in them, in any case."""
    folded = {name.casefold(): name for name in known}
    wanted = given.casefold()
    close = get_close_matches(wanted, folded, n=_OFFERED)
    if close:
        least = _likeness(wanted, close[0]) - _BEHIND
        return [folded[name] for name in close if _likeness(wanted, name) >= least]
    holding = sorted((name for name in folded if wanted and wanted in name), key=len)
    return [folded[name] for name in holding[:_OFFERED]]


def _likeness(wanted: str, name: str) -> float:
    return SequenceMatcher(None, name, wanted).ratio()


def _either(names: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))
