"""Texts that a pattern nearly fits, made from the pattern itself: where a slow one would show."""

import random
import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from newscrawl.boilerplate import Rule
from newscrawl.boilerplate.rules.sequence_rule import SequenceLine

_TRIES = 12


def patterns_of(rule: Rule) -> Iterator[str]:
    """All patterns and words of a rule, whatever its kind."""
    for field in fields(rule):  # type: ignore[arg-type]
        value = getattr(rule, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, SequenceLine):
                yield part.pattern
            elif isinstance(part, str) and field.name not in {"name", "fills"}:
                yield part


def near_misses(pattern: str, length: int) -> Iterator[str]:
    """What fits the pattern, again and again up to the length, with a last letter that does not."""
    chance = random.Random(pattern)
    parsed = re._parser.parse(pattern)  # type: ignore[attr-defined]
    for _ in range(_TRIES):
        fitting = _sample(parsed, chance) or "a"
        again = fitting * (length // len(fitting) + 1)
        yield again[: length - 1] + "\x01"
        yield (fitting + "a " * length)[: length - 1] + "\x01"


def _sample(parsed: Any, chance: random.Random) -> str:
    return "".join(_one(op.name, argument, chance) for op, argument in parsed)


def _one(op: str, argument: Any, chance: random.Random) -> str:
    match op:
        case "LITERAL":
            return chr(argument)
        case "NOT_LITERAL" | "ANY":
            return chance.choice("a 1,")
        case "IN":
            return _of_set(argument, chance)
        case "BRANCH":
            return _sample(chance.choice(argument[1]), chance)
        case "SUBPATTERN":
            return _sample(argument[-1], chance)
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, body = argument
            times = chance.choice((least, min(most, least + 2), min(most, 60)))
            return "".join(_sample(body, chance) for _ in range(times))
    return ""


def _of_set(members: Any, chance: random.Random) -> str:
    op, argument = chance.choice(members)
    match op.name:
        case "LITERAL":
            return chr(argument)
        case "RANGE":
            return chr(chance.randint(*argument))
    return chance.choice("a1 ,")
