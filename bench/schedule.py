"""A day of many outlets through the scheduler: no network, no database, a clock that is told.

    python -m bench.schedule [--outlets 10000] [--jobs 8 16 32 64]

Outlets publish at paces between every few minutes and once a week, at random; each minute the
turns that have come are taken by jobs that are free, the longest overdue first, as workers do.
"""

import argparse
import heapq
import random
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from newscrawl.archive.frontier.crawl_interval import WINDOW, Past, Turn, next_turn

_BEGIN = datetime(2026, 3, 2, tzinfo=UTC)
_MINUTE, _DAY = timedelta(minutes=1), timedelta(days=1)
#: Articles a day, and what part of the outlets publishes so many.
_PACES = ((100.0, 0.02), (30.0, 0.08), (10.0, 0.2), (3.0, 0.3), (1.0, 0.25), (0.2, 0.15))
#: Seconds of a crawl: what asking the sources takes, and what each new article does.
_SOURCES_S, _ARTICLE_S = 20.0, 3.0


@dataclass(slots=True)
class _Simulated:
    """An outlet, with what it will publish in the day."""

    pace: float
    crawled_at: datetime
    published: list[datetime]
    to_come: list[datetime]
    waits: list[float] = field(default_factory=list)

    def turn(self, now: datetime) -> Turn:
        past = Past(crawled_at=self.crawled_at, codes=(0,), published=tuple(self.published))
        return next_turn(past, now)

    def crawl(self, now: datetime) -> float:
        """Take what was published since; the seconds that it took."""
        new = [moment for moment in self.to_come if moment <= now]
        self.to_come = self.to_come[len(new) :]
        begin = now - WINDOW
        self.published = [each for each in self.published if each >= begin] + new
        self.crawled_at = now
        return _SOURCES_S + _ARTICLE_S * len(new)


def outlets(count: int, seed: int = 7) -> list[_Simulated]:
    chance = random.Random(seed)
    paces = chance.choices([p for p, _ in _PACES], [part for _, part in _PACES], k=count)
    return [_outlet(pace, chance) for pace in paces]


def _outlet(pace: float, chance: random.Random) -> _Simulated:
    moments, at = [], _BEGIN - WINDOW
    while (at := at + timedelta(days=chance.expovariate(pace))) < _BEGIN + _DAY:
        moments.append(at)
    past = [moment for moment in moments if moment < _BEGIN]
    ago = timedelta(minutes=chance.uniform(0, min(24 * 60 / pace, 24 * 60)))
    return _Simulated(pace, _BEGIN - ago, past, moments[len(past) :])


def day(simulated: Sequence[_Simulated], jobs: int) -> tuple[int, float]:
    """Let a day pass; how many crawls there were, and what part of the jobs' time they took."""
    turns = [(each.turn(_BEGIN).at, n) for n, each in enumerate(simulated)]
    heapq.heapify(turns)
    free = [_BEGIN] * jobs
    crawls, busy, now = 0, 0.0, _BEGIN
    while now < _BEGIN + _DAY:
        while turns and turns[0][0] <= now and free[0] < now + _MINUTE:
            at, n = heapq.heappop(turns)
            one, start = simulated[n], max(free[0], now)
            one.waits.append((start - max(at, _BEGIN)).total_seconds())
            took = one.crawl(start)
            heapq.heapreplace(free, start + timedelta(seconds=took))
            heapq.heappush(turns, (one.turn(start).at, n))
            crawls, busy = crawls + 1, busy + took
        now += _MINUTE
    return crawls, busy / (jobs * _DAY.total_seconds())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--outlets", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, nargs="+", default=[16, 32, 48, 64])
    given = parser.parse_args()
    print("jobs   crawls   busy   late: median      p95      max   by articles a day: p95")
    for jobs in given.jobs:
        simulated = outlets(given.outlets)
        crawls, busy = day(simulated, jobs)
        late = [wait for one in simulated for wait in one.waits]
        cuts = statistics.quantiles(late, n=20)
        fair = [f"{pace:g}: {_p95(simulated, pace):.0f} s" for pace, _ in _PACES]
        told = f"{statistics.median(late):8.0f} s {cuts[-1]:6.0f} s {max(late):6.0f} s"
        print(f"{jobs:5} {crawls:8} {busy:6.0%}       {told}   {', '.join(fair)}", flush=True)


def _p95(simulated: Sequence[_Simulated], pace: float) -> float:
    waits = [wait for one in simulated if one.pace == pace for wait in one.waits]
    return statistics.quantiles(waits, n=20)[-1] if len(waits) > 1 else 0.0


if __name__ == "__main__":
    main()
