"""Test a line against many patterns at once, and only those in earnest that it may fit."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

#: A step of a pattern: an escape, a class of letters, what counts, or one letter.
_STEP = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?[:=!<]*|\{\d*,?\d*\}|.", re.DOTALL)
#: A class without ranges and escapes.
_PLAIN_CLASS = re.compile(r"\[(-?[^\\^\]-]+-?)\]")
#: Stands for any sign, as no text has it; and signs by which a pattern's beginning is known.
_ANY, _SIGNS = "\0", 3
_FIGURE = re.compile(r"\d")
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
            signs: _either(
                part for end in range(len(signs)) for part in beginning.get(signs[: end + 1], ())
            )
            for signs in beginning
        }
        self._loose = _either(holding.pop("", []))
        self._late = {word: _either(parts) for word, parts in holding.items()}

    def compile(self) -> None:
        for pattern in (self._loose, *self._tests.values(), *self._late.values()):
            _fit(pattern)

    def words_in(self, text: str) -> list[str]:
        """The words that a text has: no line of it needs to be asked for the others."""
        return list(filter(text.__contains__, self._late))

    def __call__(self, line: str, words: Iterable[str] | None = None) -> bool:
        loose = self._loose
        begun = line[:_SIGNS]
        begun = begun if begun.isalpha() else _FIGURE.sub("0", begun)
        find = self._tests.get
        test = find(begun) or find(begun[:2]) or find(begun[:1]) or loose
        if _fit(test)(line) or (test is not loose and _fit(loose)(line)):
            return True
        for word in self._late if words is None else words:
            if word in line and _fit(self._late[word])(line):
                return True
        return False


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
    """What each text that fits begins with one of: up to three signs, with ``0`` for any figure.

    None where nothing can be said.
    """
    found = frozenset(begun.partition(_ANY)[0] for begun in _begun(pattern))
    return frozenset() if "" in found else found


def _begun(pattern: str) -> set[str]:
    """The first signs of what fits; fewer where it ends before."""
    found = {""}
    for piece, times in _pieces(pattern):
        inside = alternatives(piece[3:-1]) if piece.startswith("(?:") else ()
        signs = set[str]().union(*map(_begun, inside)) or _letters_of(piece) or {_ANY * _SIGNS}
        if times not in ("", "?"):
            signs = {sign and sign.ljust(_SIGNS, _ANY) for sign in signs}
        if times.startswith(("?", "*", "{0")):
            signs = {*signs, ""}
        found = {(begun + sign)[:_SIGNS] for begun in found for sign in signs}
        if all(len(begun) == _SIGNS for begun in found):
            break
    return found


def _letters_of(piece: str) -> frozenset[str]:
    """What a piece without parts stands for; none where that is too much."""
    if piece == r"\d":
        return frozenset("0")
    if len(piece) == 1 and piece not in ".^$?+*":
        return frozenset(_FIGURE.sub("0", piece))
    if piece.startswith("\\") and not piece[1].isalnum():
        return frozenset(piece[1])
    is_plain = _PLAIN_CLASS.fullmatch(piece)
    return frozenset(_FIGURE.sub("0", is_plain[1])) if is_plain else frozenset()


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
