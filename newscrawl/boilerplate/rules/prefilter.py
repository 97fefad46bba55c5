"""Test a line against many patterns at once, and only those in earnest that it may fit."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

#: A step of a pattern: an escape, a class of letters, what counts, or one letter.
_STEP = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?[:=!<]*|\{\d*,?\d*\}|.", re.DOTALL)
#: A class without ranges and escapes.
_PLAIN_CLASS = re.compile(r"\[(-?[^\\^\]-]+-?)\]")
#: Stands for any sign; no text has it.
_ANY = "\0"
_TIMES = re.compile(r"[*?+]|\{\d*,?\d*\}")


class WholeLine:
    """A test that is true of lines that are one of the patterns from end to end, punctuation aside.

    Those are tried that may begin as a line does; where nothing is known of a pattern's beginning,
    as with anything, the line must have one of its words.
    """

    def __init__(self, patterns: tuple[str, ...]) -> None:
        beginning = defaultdict[str, list[str]](list)
        holding = defaultdict[str, list[str]](list)
        for part in (part for pattern in patterns for part in alternatives(pattern)):
            begun = beginnings(part)
            for signs in begun:
                beginning[signs].append(part)
            for word in () if begun else needed_words(part) or ("",):
                holding[word].append(part)
        self._tests = {
            signs: _either(dict.fromkeys([*parts, *beginning.get(signs[0] + _ANY, ())]))
            for signs, parts in beginning.items()
        }
        self._loose = _either(holding.pop("", []))
        self._late = {word: _either(parts) for word, parts in holding.items()}

    def words_in(self, text: str) -> list[str]:
        """The words that a text has: no line of it needs to be asked for the others."""
        return list(filter(text.__contains__, self._late))

    def __call__(self, line: str, words: Iterable[str] | None = None) -> object:
        loose = self._loose
        first, second = _figure_alike(line[:1]), _figure_alike(line[1:2])
        test = self._tests.get(first + second) or self._tests.get(first + _ANY, loose)
        if _fit(test)(line) or (test is not loose and _fit(loose)(line)):
            return True
        among = filter(line.__contains__, self._late if words is None else words)
        return any(_fit(self._late[word])(line) for word in among)


def _either(parts: Iterable[str]) -> str:
    return "|".join(f"(?:{part})" for part in parts) or "(?!)"


def alternatives(pattern: str) -> list[str]:
    """The patterns that stand beside each other in one: ``a|b(c|d)`` is ``a`` and ``b(c|d)``."""
    found, depth = [""], 0
    for step in _STEP.findall(pattern):
        if step == "|" and not depth:
            found.append("")
        else:
            depth += step.startswith("(") - (step == ")")
            found[-1] += step
    return found


def beginnings(pattern: str) -> frozenset[str]:
    """What each text that fits begins with one of: two signs, the second of which may be any.

    A figure is ``0``. None where nothing can be said.
    """
    found = frozenset(begun.ljust(2, _ANY) for begun in _begun(pattern))
    return frozenset() if any(begun.startswith(_ANY) for begun in found) else found


def _begun(pattern: str) -> set[str]:
    """The first two signs of what fits; fewer where it ends before."""
    found = {""}
    for piece, times in _pieces(pattern):
        inside = alternatives(piece[3:-1]) if piece.startswith("(?:") else ()
        signs = set[str]().union(*map(_begun, inside)) if inside else _letters_of(piece) or {_ANY}
        if times not in ("", "?"):
            signs = {sign and sign.ljust(2, _ANY) for sign in signs}
        if times.startswith(("?", "*", "{0")):
            signs = {*signs, ""}
        found = {(begun + sign)[:2] for begun in found for sign in signs}
        if all(len(begun) == 2 for begun in found):
            break
    return found


def _letters_of(piece: str) -> frozenset[str]:
    """What a piece without parts stands for; none where that is too much."""
    if piece == r"\d":
        return frozenset("0")
    if len(piece) == 1 and piece not in ".^$?+*":
        return frozenset(map(_figure_alike, piece))
    if piece.startswith("\\") and not piece[1].isalnum():
        return frozenset(piece[1])
    is_plain = _PLAIN_CLASS.fullmatch(piece)
    return frozenset(map(_figure_alike, is_plain[1])) if is_plain else frozenset()


def _figure_alike(sign: str) -> str:
    return "0" if sign.isdecimal() else sign


def needed_words(pattern: str) -> frozenset[str]:
    """Words one of which stands in each text that fits; none where nothing can be said."""
    choices = [_words_of(piece) for piece in _sure_pieces(pattern)]
    return max(choices, key=lambda words: min(map(len, words), default=0), default=frozenset())


def _words_of(piece: str) -> frozenset[str]:
    if not piece.startswith("("):
        return frozenset({piece})
    each = [needed_words(part) for part in alternatives(piece[3:-1])]
    return frozenset().union(*each) if all(each) else frozenset()


def _sure_pieces(pattern: str) -> Iterator[str]:
    """The runs of letters and the groups of a single pattern that stand in any text it fits."""
    run = ""
    for piece, times in _pieces(pattern):
        is_letter = piece.isalpha() or piece == " "
        if is_letter and not times:
            run += piece
            continue
        if run:
            yield run
        run = ""
        if piece.startswith(("(?:", "(?=")) and not times:
            yield piece
    if run:
        yield run


def _pieces(pattern: str) -> Iterator[tuple[str, str]]:
    """Each letter, class, escape or group, and how often it may stand there if not once."""
    steps, at = _STEP.findall(pattern), 0
    while at < len(steps):
        begun, depth = at, 0
        while at == begun or depth:
            depth += steps[at].startswith("(") - (steps[at] == ")")
            at += 1
        is_many = at < len(steps) and _TIMES.fullmatch(steps[at])
        yield "".join(steps[begun:at]), steps[at] if is_many else ""
        at += bool(is_many)


@lru_cache(maxsize=4096)
def _fit(pattern: str) -> Callable[[str], re.Match[str] | None]:
    return re.compile(rf"(?:{pattern})\W*").fullmatch
