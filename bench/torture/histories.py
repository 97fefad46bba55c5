"""Random histories of a site and its archive, in which crawls and imports are killed and repeated.

Each crawl and import is a process of its own, killed at a point by chance and then begun again.
What the views tell is held against the model of ``bench/histories.py`` after each step.
"""

import os
import random
import signal
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bench.histories import OUTLET, Said, World
from bench.torture import points, truth
from bench.torture.tally import Make, Unit
from bench.torture.worlds import Worlds
from newscrawl.archive.database.engine import connect, session_factory
from newscrawl.archive.postgres.embedded_server import Server
from newscrawl.replay.spread_work import OpenArchive
from newscrawl.snapshots.warc_writer import SnapshotWriter

STEPS = 12
#: Of a crawl or an import; and points at one of which it is killed, or it ends before that.
_SHARE, _LATEST = 0.5, 60
_ETAGS = ("always", "mixed", "never")


@dataclass(slots=True)
class KilledWorld(World):
    """A world in which who writes may be killed."""

    kills: Counter[str] = field(default_factory=Counter)
    #: Where the process that crawls says what it heard, also if it is killed.
    pipe: tuple[int, int] = field(default_factory=os.pipe)

    def crawl(self, said: Said, has_etag: bool, writer: SnapshotWriter) -> bool:
        """As often as it takes: a kill comes before the commit, or behind it."""
        before = self._crawls()

        def work() -> None:
            with closing(SnapshotWriter(self.archive.home, OUTLET.name)) as own:
                World.crawl(self, said, has_etag, own)

        while not self._survived("crawls", work) and self._crawls() == before:
            pass
        assert self._crawls() == before + 1, self.log
        return os.read(self.pipe[0], 1000)[-1:] == b"1"

    def heard(self, is_same: bool) -> None:
        os.write(self.pipe[1], b"1" if is_same else b"0")

    def take(self, path: Path) -> None:
        while not self._survived("imports", lambda: World.take(self, path)):
            pass

    def _survived(self, what: str, work: Callable[[], None]) -> bool:
        """Do it in a process of its own, which may be killed; whether it was not."""
        latest = self.rng.randint(1, _LATEST) if self.rng.random() < _SHARE else None
        child = os.fork()
        if child == 0:
            self._work(work, latest)
        _, status = os.waitpid(child, 0)
        if status == 0:
            return True
        if os.WTERMSIG(status) != signal.SIGKILL:
            raise AssertionError(f"the process ended with {status}: see above")
        self.kills[f"{what} killed"] += 1
        self.log.append(f"{self.moment:%d %H:%M} killed at point {latest}")
        wrong = list(truth.faults(self.archive.sessions, self.archive.home))
        assert not wrong, (wrong, self.log)
        return False

    def _work(self, work: Callable[[], None], latest: int | None) -> None:
        """In the child: it has connections of its own, and ends here."""
        code = 1
        try:
            self.archive.sessions.kw["bind"].dispose(close=False)
            if latest is not None:
                passed = count(1)
                points.listen(lambda _: next(passed) == latest and _die())
            work()
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)

    def _crawls(self) -> int:
        return int(self.ask("SELECT count(*) FROM crawl")[0][0])


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def opened(seed: int, folder: Path) -> Iterator[Make]:
    """Histories of twelve steps."""
    with Server(folder / "server") as url:
        worlds = Worlds(url, folder)
        empty = worlds.empty()
        yield lambda number, _: one(worlds, empty, seed, number)


def one(worlds: Worlds, empty: str, seed: int, number: int) -> Unit:
    """A history in a copy of an empty database."""
    url, home = worlds.database(empty), worlds.folder / f"history-{number}"
    home.mkdir()
    engine = connect(url)
    archive = OpenArchive(sessions=session_factory(engine), home=home)
    rng = random.Random(f"{seed}/histories/{number}")
    world, unit = KilledWorld(archive, home, rng, _ETAGS[number % 3]), Unit()
    try:
        world.run(STEPS)
    except AssertionError as error:
        unit.faults.append(f"{str(error)[:3000]}")
    finally:
        unit.faults += list(truth.faults(archive.sessions, home))
        for end in world.pipe:
            os.close(end)
        engine.dispose()
        worlds.drop(url)
    unit.counts += Counter({"histories": 1, "steps": STEPS}) + world.kills
    return unit
