"""Torture an archive: ``python -m bench.torture --kills 1000 --seed 1 --state FILE``.

What holds of it all the same stands in docs/reliability.md. Each part is a number of units, each
of which is made by the seed and its own number; with ``--state`` what was done is kept in a file,
and the same command goes on where it was cut off. Ends with 1 where anything was wrong.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from bench.torture import answers, fuzz, histories, kills
from bench.torture.report import printed
from bench.torture.tally import Make, Tallies, Tally, opened

#: What is counted in each part.
UNITS = {"histories": "histories", "kills": "kills", "lost": "answers lost", "fuzz": "inputs"}
_OPENED: dict[str, Callable[[int, Path], AbstractContextManager[Make]]]


def torture(tallies: Tallies, wanted: dict[str, int], until: float) -> None:
    """Make units until there are as many as are wanted, or it is too late."""
    for name, count in wanted.items():
        tally = tallies.parts.setdefault(name, Tally())
        if tally.counts[UNITS[name]] >= count:
            continue
        with (
            tempfile.TemporaryDirectory() as folder,
            _OPENED[name](tallies.seed, Path(folder)) as make,
        ):
            while tally.counts[UNITS[name]] < count and time.monotonic() < until:
                began = time.monotonic()
                tally.add(make(tally.following, tally))
                tally.seconds += time.monotonic() - began
                tallies.save()


@contextmanager
def _kills(seed: int, folder: Path) -> Iterator[Make]:
    with kills.opened(seed, folder) as made:
        yield made.one


_OPENED = {
    "histories": histories.opened,
    "kills": _kills,
    "lost": answers.opened,
    "fuzz": fuzz.opened,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.torture", description=__doc__)
    for name, unit in UNITS.items():
        parser.add_argument(f"--{name}", type=int, default=0, metavar="N", help=f"{unit}, in all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--state", type=Path, help="keep what was done here, and go on from it")
    parser.add_argument("--minutes", type=float, default=1e6, help="stop after so many")
    given = parser.parse_args()
    tallies = opened(given.seed, given.state)
    wanted = {name: getattr(given, name) for name in UNITS if getattr(given, name)}
    torture(tallies, wanted, time.monotonic() + 60 * given.minutes)
    sys.stdout.write(printed(tallies))
    return 1 if any(tally.faults for tally in tallies.parts.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
