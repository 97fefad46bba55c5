"""Test a line against many patterns at once, and only those in earnest that it may fit."""

import re
from collections.abc import Callable, Iterator

#: A beginning that fits anything, or looks for something anywhere.
_ANYTHING = re.compile(r"(?:\(\?[:=])*(?:\.|\[\^(?:\\.|[^\]\\])*\])(?:[*+]|\{\d*,\d*\})")
#: A step of a pattern: an escape, a class of letters, what counts, or one letter.
_STEP = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?[:=!<]*|\{\d*,?\d*\}|.", re.DOTALL)
_TIMES = re.compile(r"[*?+]|\{\d*,?\d*\}")


def whole_line(patterns: tuple[str, ...]) -> Callable[[str], object]:
    """A test that is true of lines that are one of the patterns from end to end, punctuation aside.

    A pattern that begins with anything is tried at each of a line's letters: ten of them would
    take longer than five hundred others, so their words are looked for first.
    """
    parts = [part for pattern in patterns for part in alternatives(pattern)]
    plain = _fit("|".join(f"(?:{part})" for part in parts if not _ANYTHING.match(part)) or "(?!)")
    late = [(needed_words(part), _fit(part)) for part in parts if _ANYTHING.match(part)]
    tests = [(word, fit) for words, fit in late for word in words or ("",)]

    def fits(line: str) -> object:
        # A plain loop: this runs for each rule and each line of an article.
        found: object = plain(line)
        for word, fit in tests:
            if word in line and not found:
                found = fit(line)
        return found

    return fits if tests else plain


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


def _fit(pattern: str) -> Callable[[str], re.Match[str] | None]:
    return re.compile(rf"(?:{pattern})\W*").fullmatch
