"""Lose the answers to a crawl's commits, and look at what it makes of that."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bench.cutting_proxy import CuttingProxy
from bench.torture import crawling
from bench.torture.tally import Make, Unit
from bench.torture.worlds import Beginning, Worlds
from newscrawl.archive.postgres.embedded_server import Server


@contextmanager
def opened(seed: int, folder: Path) -> Iterator[Make]:
    """Crawls through a proxy that cuts the connection at one of three commits, carried out."""
    with Server(folder / "server") as url:
        worlds = Worlds(url, folder)
        with worlds.beginnings() as beginnings:
            yield lambda number, _: one(worlds, beginnings, seed, number)


def one(worlds: Worlds, beginnings: Sequence[Beginning], seed: int, number: int) -> Unit:
    """A crawl that ends as if every answer had come."""
    rng, unit = random.Random(f"{seed}/lost/{number}"), Unit()
    with worlds.life(rng.choice(beginnings)) as life:
        with CuttingProxy(life.order.database_url, rng.getrandbits(32)) as proxy:
            code = crawling.run(replace(life.order, database_url=proxy.url))
        unit.counts["answers lost"] = proxy.cuts
        unit.counts["crawls"] = 1
        unit.faults = life.ended(code)
    return unit
