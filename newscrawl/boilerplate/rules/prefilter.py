"""Test a line against many patterns at once, and only those in earnest that it may fit."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

#: A step of a pattern: an escape, a class of letters, what counts, or one letter.
_STEP = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?[:=!<]*|\{\d*,?\d*\}|.", re.DOTALL)
#: A class without ranges and escapes.
_PLAIN_CLASS = re.compile(r"\[(-?[^\\^\]-]+-?)\]")
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
            letters = first_letters(part)
            for letter in letters:
                beginning[letter].append(part)
            for word in () if letters else needed_words(part) or ("",):
                holding[word].append(part)
        self._tests = {letter: _either(parts) for letter, parts in beginning.items()}
        self._loose = _either(holding.pop("", []))
        self._late = {word: _either(parts) for word, parts in holding.items()}

    def words_in(self, text: str) -> list[str]:
        """The words that a text has: no line of it needs to be asked for the others."""
        return list(filter(text.__contains__, self._late))

    def __call__(self, line: str, words: Iterable[str] | None = None) -> object:
        loose = self._loose
        test = self._tests.get(_figure_alike(line[:1]), loose)
        if _fit(test)(line) or (test is not loose and _fit(loose)(line)):
            return True
        among = filter(line.__contains__, self._late if words is None else words)
        return any(_fit(self._late[word])(line) for word in among)


def _either(parts: Sequence[str]) -> str:
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


def first_letters(pattern: str) -> frozenset[str]:
    """What each text that fits begins with one of; none where nothing can be said.

    That is a letter, a sign, or ``0`` for any figure.
    """
    found = frozenset[str]()
    for piece, times in _pieces(pattern):
        is_group = piece.startswith("(?:")
        inside = alternatives(piece[3:-1]) if is_group else ()
        each = [first_letters(part) for part in inside] or [_letters_of(piece)]
        if not all(each):
            break
        found = found.union(*each)
        if not times.startswith(("?", "*", "{0")):
            return found
    return frozenset()


def _letters_of(piece: str) -> frozenset[str]:
    """What a piece without parts stands for; none where that is too much."""
    if piece == r"\d":
        return frozenset("0")
    if len(piece) == 1 and piece not in ".^$":
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
