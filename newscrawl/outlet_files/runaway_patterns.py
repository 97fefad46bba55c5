"""Tell whether a pattern can run away: whether some line makes it try for minutes.

A pattern that repeats what is itself repeated, or has several ways, may try all of them. It is
only suspected for its form; what convicts it are lines made of what it repeats, with an end that
does not fit: the time that these take, as they grow.
"""

import re
import time
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]
_compiler: Any = re._compiler  # type: ignore[attr-defined]
#: Repetitions with fewer turns than this cost little, whatever they hold.
_MANY = 8
#: So many repetitions one after the other, and a line may be parted among them in too many ways.
_IN_A_ROW = 3
#: Seconds of processor time for a line: hundreds of times what an ordinary pattern needs.
_MOST = 0.05
#: How often what is repeated stands in the lines: slowly at first, where each turn may double all.
_TIMES = (*range(12, 40, 2), 80, 160, 320, 640, 1280)
#: Letters of a line at most: twice as many take thrice as long where two repetitions part them,
#: as in many a good pattern, and far longer where three do.
_LONGEST = 1500
#: Ends that do not fit; most patterns refuse one of them.
_ENDS = ("\x01", "/", "\n\x01", " ", "?")
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT"})
#: What may stand in a text, for sets and for any character.
_LETTERS = "a0 -/.A_,'жя"


@lru_cache(maxsize=4096)
def runs_away(pattern: str, flags: int = 0) -> bool:
    """Whether a line was found that a pattern, which must compile, needs too long for."""
    parsed = _parser.parse(pattern, flags)
    if not _is_suspect(parsed, pattern):
        return False
    search = re.compile(pattern, flags).search
    lines = {(head, turn, end) for head, turn in _turns(parsed, "") for end in _ENDS}
    return any(_is_slow(search, *line) for line in sorted(lines))


def _is_slow(search: Any, head: str, turn: str, end: str) -> bool:
    for line in (head + turn * times + end for times in _TIMES):
        if len(line) > _LONGEST:
            return False
        started = time.thread_time()
        search(line)
        if time.thread_time() - started > _MOST:
            return True
    return False


def _is_suspect(parsed: Any, pattern: str) -> bool:
    many = [each for each in _repeats(parsed) if each[1] > _MANY]
    is_nested = any(_has_ways(body) for _, _, body in many)
    in_a_row = sum(most > least for least, most, _ in many) + (not pattern.startswith("^"))
    return is_nested or in_a_row >= _IN_A_ROW


def _has_ways(parsed: Any) -> bool:
    """Whether it fits a text in more than one way, perhaps."""
    if any(most > least for least, most, _ in _repeats(parsed)):
        return True
    return any(op.name == "BRANCH" for op, _ in _flat(parsed))


def _repeats(parsed: Any) -> Iterator[tuple[int, int, Any]]:
    return (argument for op, argument in _flat(parsed) if op.name in _REPEATS)


def _flat(parsed: Any) -> Iterator[tuple[Any, Any]]:
    """All parts of a pattern, those inside others too."""
    for op, argument in parsed:
        yield op, argument
        for inner in _inside(op.name, argument):
            yield from _flat(inner)


def _inside(op: str, argument: Any) -> list[Any]:
    match op:
        case "BRANCH":
            return list(argument[1])
        case "SUBPATTERN" | "ASSERT" | "ASSERT_NOT":
            return [argument[-1]]
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return [argument[2]]
        case "ATOMIC_GROUP":
            return [argument]
    return []


def _turns(parsed: Any, head: str) -> Iterator[tuple[str, str]]:
    """For each repetition: a text that leads up to it, and texts that fit one turn of it.

    What follows may part repetitions: with it, a turn of one may be that of others, too.
    """
    for at, (op, argument) in enumerate(parsed):
        if op.name in _REPEATS:
            turns = list(filter(None, _texts(argument[2])))
            yield from ((head, turn) for turn in turns)
            follows = next(iter(_texts(parsed[at + 1 : at + 2])), "")
            yield from ((head, turn + follows) for turn in turns[:1] if follows)
        for inner in _inside(op.name, argument):
            yield from _turns(inner, head)
        head += next(iter(_one(op, argument)), "")


def _texts(parsed: Any) -> list[str]:
    """A few texts that fit: each way of each part, with the first way of all others."""
    found = [""]
    for op, argument in parsed:
        ways = _one(op, argument) or [""]
        found = [*(text + ways[0] for text in found), *(found[0] + way for way in ways[1:])]
    return found[:6]


def _one(op: Any, argument: Any) -> list[str]:
    match op.name:
        case "LITERAL":
            return [chr(argument)]
        case "NOT_LITERAL" | "ANY":
            return _letters(op, argument)[:1]
        case "IN":
            named = [what for kind, what in argument if kind.name in ("LITERAL", "RANGE")]
            own = (chr(what if isinstance(what, int) else what[0]) for what in named)
            return _letters(op, argument, [*own, *"bB1éß"])[:2]
        case "BRANCH":
            return list(chain.from_iterable(_texts(way)[:2] for way in argument[1]))
        case "SUBPATTERN":
            return _texts(argument[-1])
        case "ATOMIC_GROUP":
            return _texts(argument)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, body = argument
            return [text * max(least, min(most, 1)) for text in _texts(body)]
    return []


def _letters(op: Any, argument: Any, others: Iterable[str] = ()) -> list[str]:
    """The letters that fit a part of a pattern."""
    part = _parser.SubPattern(_parser.State(), [(op, argument)])
    fits = _compiler.compile(part, re.UNICODE | re.DOTALL).match
    return [letter for letter in (*_LETTERS, *others) if fits(letter)]
