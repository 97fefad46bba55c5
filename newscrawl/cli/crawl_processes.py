"""Run crawls as processes, some at a time, and hand them the signals that we get."""

import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from types import FrameType
from typing import TypeAlias

from newscrawl.crawl.command_line import run_scrapy
from newscrawl.exit_code import ExitCode

#: Seconds between two looks at what runs.
_PAUSE = 0.1
#: A log that is larger is put aside; what had been put aside before goes.
_LARGEST_LOG = 5_000_000
#: The signals that end a crawl.
ENDING = frozenset(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
#: Where several hold, the first of these: what needs a person soonest.
_WORST = (
    *(ExitCode.NO_DATABASE, ExitCode.DISK_FULL, ExitCode.INTERRUPTED, ExitCode.FAULT),
    *(ExitCode.USAGE, ExitCode.BLOCKED, ExitCode.INCOMPLETE, ExitCode.UNHEALTHY),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How the crawl of an outlet ended."""

    outlet: str
    code: int
    seconds: float


#: The process of a crawl, each asked in the same words.
Running: TypeAlias = "subprocess.Popen[bytes] | ForkedCrawl"


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


def are_possible() -> bool:
    """Whether crawls may be forked: macOS has libraries that no fork survives, Windows has none."""
    return sys.platform == "linux"


class ReadyCrawls:
    """Starts several crawls, each a process of its own, from one that has loaded what they need.

    To load Scrapy and SQLAlchemy takes longer than to hear that an outlet has nothing new. A crawl
    that is forked shares the loaded code and nothing else: it has its own connections, lock, log
    and exit code, and a fault ends it alone. What they need is loaded at the first, by a process
    that ends with this.
    """

    def __init__(self) -> None:
        self._context: ForkServerContext = get_context("forkserver")
        self._context.set_forkserver_preload(["newscrawl.cli.preload_crawl"])

    def start(self, arguments: Sequence[str], log: Path) -> "ForkedCrawl":
        """``newscrawl crawl`` with these arguments, whose words go to a log of its own."""
        _log(log).touch()
        given = tuple(arguments), str(log), dict(os.environ)
        process = self._context.Process(target=_crawl, args=given)
        process.start()
        return ForkedCrawl(process)


class ForkedCrawl:
    """A crawl under way, asked as ``subprocess.Popen`` is."""

    def __init__(self, process: ForkServerProcess) -> None:
        self._process = process

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self) -> int | None:
        self._process.join()
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        if self._process.pid is not None and self._process.is_alive():
            # It may end meanwhile.
            with suppress(ProcessLookupError):
                os.kill(self._process.pid, number)


def _crawl(arguments: Sequence[str], log: str, environ: Mapping[str, str]) -> None:
    from newscrawl.crawl.signals import SIGNALS

    os.environ.clear()
    os.environ.update(environ)
    # In a group of its own: Ctrl-C reaches it once, from whoever started it, and not twice.
    os.setsid()
    words = os.open(log, os.O_WRONLY | os.O_APPEND)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for given, wanted in ((nothing, 0), (words, 1), (words, 2)):
        os.dup2(given, wanted)
    SIGNALS.install()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    run_scrapy("crawl", *arguments)


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
