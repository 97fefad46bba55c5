"""What was done and what was found, so that a run can be cut off and gone on with."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(slots=True)
class Unit:
    """One history, life, or handful of rubbish: what it counts for, and what was wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    #: Of what is measured, the highest.
    most: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """The units of one part so far; the next one has the number ``following``."""

    following: int = 0
    seconds: float = 0.0
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    most: dict[str, float] = field(default_factory=dict)

    def add(self, unit: Unit) -> None:
        self.counts += unit.counts
        self.faults += [f"{self.following}: {fault}" for fault in unit.faults]
        for name, value in unit.most.items():
            self.most[name] = max(value, self.most.get(name, 0.0))
        self.following += 1


#: Makes the unit of a number; the tally so far may say what is still to be done.
Make = Callable[[int, Tally], Unit]


@dataclass(slots=True)
class Tallies:
    """All parts, in a file if there is one."""

    seed: int
    file: Path | None
    parts: dict[str, Tally] = field(default_factory=dict)

    def save(self) -> None:
        if self.file is not None:
            told = {name: _plain(tally) for name, tally in self.parts.items()}
            partial = self.file.with_suffix(".partial")
            partial.write_text(json.dumps({"seed": self.seed, "parts": told}))
            partial.replace(self.file)


def opened(seed: int, file: Path | None) -> Tallies:
    """The tallies of a file, whose seed counts, or new ones."""
    if file is None or not file.exists():
        return Tallies(seed, file)
    told = json.loads(file.read_text())
    return Tallies(told["seed"], file, {name: _read(one) for name, one in told["parts"].items()})


def _plain(tally: Tally) -> dict[str, Any]:
    return {name: getattr(tally, name) for name in Tally.__slots__}


def _read(told: dict[str, Any]) -> Tally:
    return Tally(**{**told, "counts": Counter(told["counts"])})
