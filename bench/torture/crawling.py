"""Crawls in processes of their own that begin at once, and that may be killed at a given point.

A crawl spends most of its life on loading its modules, in which nothing can be lost. Here a process
that has loaded them is forked for each crawl, which is then the one that a user or cron starts.
"""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from urllib.parse import quote

from bench.torture import points

OUTLET = "moscow_times"
#: The archive's time: the day of the example site.
NOW = "2026-10-12T12:00:00Z"
#: Seconds that a crawl of the example site may take, on a machine that is busy.
PATIENCE = 600.0
_LOADED = ["scrapy.cmdline", "newscrawl.crawl.run", "newscrawl.crawl.commands.crawl"]
_LOADED += ["newscrawl.crawl.spider", "newscrawl.crawl.pipelines", "newscrawl.crawl.redirects"]
_LOADED += ["newscrawl.crawl.handler", "newscrawl.crawl.host_delay", "bench.torture.points"]
_FAST = {"DOWNLOAD_DELAY": "0", "NEWSCRAWL_DB_PATIENCE": "240"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A crawl into a home and a database, and how it is to be disturbed."""

    home: Path
    database_url: str
    mirror: str
    now: str = NOW
    settings: Mapping[str, str] = field(default_factory=lambda: dict(_FAST))
    fault: points.Fault | None = None

    @property
    def log(self) -> Path:
        return self.home.with_suffix(".log")

    @property
    def environ(self) -> dict[str, str]:
        mark = "&" if "?" in self.database_url else "?"
        url = f"{self.database_url}{mark}options={quote(f'-c newscrawl.now={self.now}')}"
        return {"NEWSCRAWL_HOME": str(self.home), "NEWSCRAWL_DATABASE_URL": url}


@contextmanager
def started(order: Order) -> Iterator[BaseProcess]:
    """A crawl under way; what is left of it at the end is killed."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_LOADED)
    process = context.Process(target=_crawl, args=(order,))
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join()


def run(order: Order) -> int | None:
    """Crawl to the end: the exit code, minus the signal that ended it, None if it hung."""
    with started(order) as process:
        process.join(PATIENCE)
        return process.exitcode


def run_until(order: Order, seconds: float) -> int | None:
    """Crawl, and kill it after so many seconds if it has not ended."""
    with started(order) as process:
        process.join(seconds)
        process.kill()
        process.join()
        return process.exitcode


def _crawl(order: Order) -> None:
    log = os.open(order.log, os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(log, descriptor)
    # The fork server is deaf to these; a crawl is not.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    for name in [name for name in os.environ if name.startswith("NEWSCRAWL_")]:
        del os.environ[name]
    os.environ.update(order.environ)
    if order.fault is not None:
        points.arm(order.fault)
    from newscrawl.crawl.command_line import run_crawl

    given = [part for one in order.settings.items() for part in ("-s", "=".join(one))]
    try:
        run_crawl(OUTLET, "-a", f"mirror={order.mirror}", *given)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def timed(order: Order) -> tuple[int | None, float]:
    began = time.monotonic()
    return run(order), time.monotonic() - began
