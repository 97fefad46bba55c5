"""Start several crawls, each a process of its own, from one that has loaded what they need.

To load Scrapy and SQLAlchemy takes longer than to hear that an outlet has nothing new. A crawl
that is forked shares the loaded code and nothing else: it has its own connections, lock, log and
exit code, and a fault ends it alone.
"""

import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

from newscrawl.crawl.command_line import run_scrapy

#: The signals that end a crawl.
ENDING = frozenset(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


def are_possible() -> bool:
    """Whether crawls may be forked: macOS has libraries that no fork survives, Windows has none."""
    return sys.platform == "linux"


class ReadyCrawls:
    """Starts crawls; what they need is loaded at the first, by a process that ends with this."""

    def __init__(self) -> None:
        self._context: ForkServerContext = get_context("forkserver")
        self._context.set_forkserver_preload(["newscrawl.cli.loaded_crawl"])

    def start(self, arguments: Sequence[str], log: Path) -> "ForkedCrawl":
        """``newscrawl crawl`` with these arguments, whose words go to a log that is there."""
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
