"""Run crawls as processes, some at a time, and hand them the signals that we get."""

import signal
import subprocess
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Protocol

from newscrawl.cli.ready_crawls import ENDING, ForkedCrawl, ReadyCrawls
from newscrawl.exit_code import ExitCode

#: Seconds between two looks at what runs.
_PAUSE = 0.1
#: A log that is larger is put aside; what had been put aside before goes.
_LARGEST_LOG = 5_000_000
#: Where several hold, the first of these: what needs a person soonest.
_WORST = (
    ExitCode.NO_DATABASE,
    ExitCode.DISK_FULL,
    ExitCode.INTERRUPTED,
    ExitCode.FAULT,
    ExitCode.USAGE,
    ExitCode.BLOCKED,
    ExitCode.INCOMPLETE,
    ExitCode.UNHEALTHY,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How the crawl of an outlet ended."""

    outlet: str
    code: int
    seconds: float


class Running(Protocol):
    """A process, as much of it as is asked here."""

    def poll(self) -> int | None: ...
    def wait(self) -> int | None: ...
    def send_signal(self, number: int, /) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A crawl under way, and what to do once it has ended."""

    outlet: str
    process: Running
    began: float
    close: Callable[[], None]


def worst(codes: Sequence[int]) -> int:
    """One code for all; an outlet that is being crawled already is looked after."""
    bad = {code if code in _WORST else ExitCode.FAULT for code in codes if code not in (0, 75)}
    return next((int(code) for code in _WORST if code in bad), int(ExitCode.COMPLETE))


def crawl_all(
    outlets: Sequence[str], jobs: int, start: Callable[[str], Started | Ended | None]
) -> Iterator[Ended]:
    """Crawl the outlets, so many at a time; each as it ends.

    ``start`` says None where nothing is to be done after all. A signal is handed on to what runs,
    whose end is waited for; the outlets that were not started are interrupted.
    """
    waiting, running = deque(outlets), list[Started]()
    with _signals() as got:
        try:
            while waiting or running:
                while got:
                    number = got.pop(0)
                    for each in running:
                        each.process.send_signal(number)
                    yield from _interrupted(waiting)
                while waiting and len(running) < jobs and not got:
                    one = start(waiting.popleft())
                    if isinstance(one, Started):
                        running.append(one)
                    elif one is not None:
                        yield one
                for one in [each for each in running if each.process.poll() is not None]:
                    running.remove(one)
                    one.close()
                    yield _ended(one)
                time.sleep(_PAUSE if running else 0)
        finally:
            # Whatever went wrong here, nobody else would wait for them.
            for one in running:
                one.process.wait()
                one.close()


def start_process(command: Sequence[str], log: Path) -> "subprocess.Popen[bytes]":
    """A crawl whose words go to a log of its own."""
    with _log(log).open("ab") as file:
        # In a group of its own: Ctrl-C reaches it once, from us, and not twice.
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def start_ready(crawls: ReadyCrawls, arguments: Sequence[str], log: Path) -> ForkedCrawl:
    """The same, of several crawls, by a process that has loaded what each of them needs."""
    _log(log).touch()
    return crawls.start(arguments, log)


def _log(log: Path) -> Path:
    """The log's path, in a folder that is there; one that has grown large is put aside."""
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > _LARGEST_LOG:
        log.replace(log.with_name(f"{log.name}.1"))
    return log


@contextmanager
def _signals() -> Iterator[list[int]]:
    """The signals that asked us to end, as they come."""
    got: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        got.append(number)

    before = {each: signal.signal(each, note) for each in ENDING}
    try:
        yield got
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _interrupted(waiting: deque[str]) -> Iterator[Ended]:
    while waiting:
        yield Ended(outlet=waiting.popleft(), code=int(ExitCode.INTERRUPTED), seconds=0.0)


def _ended(one: Started) -> Ended:
    code = one.process.wait() or 0
    if -code in ENDING:
        # It was told to end before it could listen.
        code = int(ExitCode.INTERRUPTED)
    return Ended(outlet=one.outlet, code=code, seconds=time.monotonic() - one.began)
