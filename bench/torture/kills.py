"""Kill crawls, their writing thread and their server, and look at what is left."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from multiprocessing.process import BaseProcess
from pathlib import Path

from bench.torture import crawling, truth
from bench.torture.points import Fault
from bench.torture.tally import Tally, Unit
from bench.torture.worlds import Beginning, Life, Worlds
from newscrawl.archive.postgres.embedded_server import Server
from newscrawl.archive.postgres.postmaster import read_postmaster

#: What happens in a life, by its number: so often each.
_SORTS = ("moments", "points", "moments", "points", "server", "points", "thread", "moments")
_KILLS = {"moments": 4, "points": 2, "server": 3, "thread": 2}
#: Of the time that the whole crawl takes: the later ones of a life have less to do.
_LATEST = (0.9, 0.6, 0.4, 0.3)


@dataclass(slots=True)
class Kills:
    """Lives that begin the same way and end the same way, whatever is killed in between."""

    seed: int
    worlds: Worlds
    server: Server
    beginnings: Sequence[Beginning]
    _rng: random.Random = field(default_factory=random.Random)

    def one(self, number: int, tally: Tally) -> Unit:
        """A life: some kills, and a crawl that nothing disturbs."""
        self._rng = random.Random(f"{self.seed}/kills/{number}")
        beginning, unit = self._rng.choice(self.beginnings), Unit()
        sort = _SORTS[number % len(_SORTS)]
        with self.worlds.life(beginning) as life:
            if sort == "server":
                self._kill_server(life, unit, tally)
                return unit
            for latest in _LATEST[: _KILLS[sort]]:
                seconds = self._rng.uniform(0, latest * beginning.seconds)
                self._kill_crawl(sort, seconds, life, unit, tally)
                _note(unit, sort, life.faults())
            unit.counts["crawls to the end"] += 1
            _note(unit, "the end", life.ended(crawling.run(life.order)))
        return unit

    def _kill_crawl(self, sort: str, seconds: float, life: Life, unit: Unit, tally: Tally) -> None:
        if sort == "moments":
            code = crawling.run_until(life.order, seconds)
            self._settle(code, "crawls killed at a moment", life, unit)
        elif sort == "points":
            fault = self._at_point(life.beginning, unit, tally)
            code = crawling.run(replace(life.order, fault=fault))
            self._settle(code, "crawls killed at a point", life, unit)
            if code == -signal.SIGKILL:
                unit.counts[_hit(life.beginning, fault.point)] += 1
        else:
            ending = Fault(what="thread", seconds=seconds)
            code = crawling.run(replace(life.order, fault=ending))
            # Where the thread had nothing to do any more, the crawl may have ended well.
            _note(unit, sort, [f"hung: {life.log()}"] if code is None else [])
            _note(unit, sort, list(truth.unfinished(life.sessions, code)) if code == 0 else [])
            _note(unit, sort, [f"{code}: {life.log()}"] if code not in (0, 1) else [])
            unit.counts["kills"] += code == 1
            unit.counts["writing threads ended" if code else "ended by itself before"] += 1

    def _settle(self, code: int | None, what: str, life: Life, unit: Unit) -> None:
        """Count a crawl that was killed, or look at one that ended before it was."""
        if code == -signal.SIGKILL:
            unit.counts["kills"] += 1
            unit.counts[what] += 1
            return
        unit.counts["ended by itself before"] += 1
        _note(unit, what, [] if code == 0 else [f"it ended with {code}: {life.log()}"])
        _note(unit, what, list(truth.unfinished(life.sessions, code)))

    def _at_point(self, beginning: Beginning, unit: Unit, tally: Tally) -> Fault:
        """A point at which fewest were killed, at any of its passings."""
        passed = Counter(beginning.points)
        done = {name: (tally.counts + unit.counts)[_hit(beginning, name)] for name in passed}
        least = min(done.values())
        name = self._rng.choice(sorted(n for n in done if done[n] == least))
        return Fault(what="kill", point=name, passing=self._rng.randint(1, passed[name]))

    def _kill_server(self, life: Life, unit: Unit, tally: Tally) -> None:
        """One crawl, which outlives its server some times and ends as if nothing had been."""
        order, longest = life.order, _LATEST[0] * life.beginning.seconds
        moments = [self._rng.uniform(0, longest) for _ in range(_KILLS["server"] - 1)]
        if self._rng.random() < 0.5:
            fault = self._at_point(life.beginning, unit, tally)
            order = replace(order, fault=replace(fault, victim=_postmaster(self.server.home)))
        with crawling.started(order) as process:
            killed = self._attend(process, sorted(moments))
            code = process.exitcode
        unit.counts["kills"] += killed
        unit.counts["servers killed"] += killed
        unit.counts["crawls to the end"] += 1
        _note(unit, "server", life.ended(code))

    def _attend(self, process: BaseProcess, moments: list[float]) -> int:
        """Kill the server at these moments, and start it again whoever killed it; how often."""
        began, killed = time.monotonic(), 0
        while process.is_alive() and time.monotonic() < began + crawling.PATIENCE:
            process.join(0.02)
            if moments and time.monotonic() > began + moments[0]:
                moments.pop(0)
                with suppress(ProcessLookupError):
                    os.kill(_postmaster(self.server.home), signal.SIGKILL)
            if not _is_alive(_postmaster(self.server.home)):
                killed += 1
                time.sleep(self._rng.uniform(0, 0.5))
                self.server.revive()
        return killed


def _hit(beginning: Beginning, point: str) -> str:
    return f"at: {beginning.name}: {point}"


def _note(unit: Unit, what: str, wrong: Sequence[str]) -> None:
    unit.faults += [f"{what}: {one}" for one in wrong]


def _postmaster(home: Path) -> int:
    (data,) = home.glob("postgres/*/data")
    found = read_postmaster(data)
    return found.pid if found else 0


def _is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@contextmanager
def opened(seed: int, folder: Path) -> Iterator[Kills]:
    """On a server of its own: it is killed."""
    server = Server(folder / "server")
    with server as url:
        worlds = Worlds(url, folder)
        with worlds.beginnings() as beginnings:
            yield Kills(seed, worlds, server, beginnings)
