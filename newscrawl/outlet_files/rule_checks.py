"""Check the rules of an outlet: patterns that fit no line, marks that no element has."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from newscrawl.boilerplate import Field, Under
from newscrawl.boilerplate.folding import fold
from newscrawl.boilerplate.rules.sequence_rule import InOrder, SequenceLine
from newscrawl.outlet_files.pattern_checks import fits_all, of_pattern

#: Words of rules that hold patterns: one, or several.
_PATTERNS = ("pattern", "first", "last")
_SEVERAL = {"patterns": str, "lines": SequenceLine}


def of_rule(rule: Any) -> Iterator[tuple[Any, str]]:
    """What is wrong with a rule of any kind."""
    if not is_dataclass(rule) or isinstance(rule, type) or not hasattr(rule, "matches"):
        yield rule, f'{rule!r} is no rule: write one such as Under("newsletter", "signup")'
        return
    kind, given = type(rule).__name__, {f.name: getattr(rule, f.name) for f in fields(rule)}
    fills = given.get("fills")
    if fills is not None and not isinstance(fills, Field):
        names = ", ".join(f"Field.{field.name}" for field in Field)
        yield fills, f"{kind} fills no {fills!r}: write one of {names}"
    if isinstance(rule, Under):
        yield from _of_mark(rule.mark)
    for word in _PATTERNS:
        if word in given:
            yield from _of_line(given[word])
    for word, held in _SEVERAL.items():
        if word in given:
            yield from _of_lines(kind, word, given[word], held)


def _of_lines(kind: str, word: str, given: Any, held: type) -> Iterator[tuple[Any, str]]:
    if isinstance(given, str) or not isinstance(given, tuple | list):
        yield given, f"{word} of {kind} takes a tuple, not {given!r}: write ({given!r},)"
        return
    if not given:
        yield given, f"{word} of {kind} holds nothing: write the lines that it takes"
    for each in given:
        if isinstance(each, SequenceLine):
            yield from _of_line(each.pattern)
        elif isinstance(each, held):
            yield from _of_line(each)
        elif held is SequenceLine and kind == InOrder.__name__:
            yield each, f"{each!r} is no line of {kind}: write sure({each!r}) or then({each!r})"


def _of_line(pattern: Any) -> Iterator[tuple[Any, str]]:
    """A pattern that is searched in a folded line, without regard to case."""
    yield from of_pattern(pattern, flags=re.IGNORECASE)
    if isinstance(pattern, str):
        if fits_all(pattern, re.IGNORECASE):
            yield pattern, f"{pattern!r} fits every line: write what those lines have that it takes"
        # Inside a set such a sign does no harm.
        outside = re.sub(r"\[[^\]]*\]", "", pattern)
        odd = next((sign for sign in outside if sign != " " and fold(sign) != sign), None)
        if odd is not None:
            plain = f"write {fold(odd)!r}" if fold(odd) else "leave it out"
            yield pattern, f"{pattern!r} fits no line, as lines are folded: for {odd!r} {plain}"


def _of_mark(mark: Any) -> Iterator[tuple[Any, str]]:
    if not isinstance(mark, str) or not mark.strip():
        yield mark, f"{mark!r} is no class name or id: write one such as signup"
    elif not re.fullmatch(r"<[a-z]+>", mark) and re.search(r"[\s>#,]|^\.|\*.", mark):
        plain = re.split(r"[\s>#,.*]+", mark.strip("#. "))[-1]
        yield mark, f"{mark!r} is no class name or id but a selector: write {plain!r}"
