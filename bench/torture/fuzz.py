"""Read rubbish with the readers that crawls, replays and imports read with.

Only the errors that are meant for it may come of it, in bounded time and memory. Each thousand is
read by a process of its own, so that what takes the interpreter with it is seen too.
"""

import multiprocessing
import resource
import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bench.captures import captures_in
from bench.torture import rubbish
from bench.torture.rubbish import HOME, SHARES, Kind
from bench.torture.tally import Make, Tally, Unit
from newscrawl import read_article
from newscrawl.archive.frontier.visit import LeasedLink
from newscrawl.crawl.answer_outcome import Answer, read_visit
from newscrawl.discover import links_in
from newscrawl.errors import ExtractionError, SnapshotError, SourceError
from newscrawl.outlet import Feed, Sitemap
from newscrawl.outlets import load_outlet
from newscrawl.page import HttpExchange, Page
from newscrawl.snapshots.capture_headers import Bad
from newscrawl.snapshots.foreign_response import read_answer
from newscrawl.snapshots.members import members

#: Seconds of CPU for one input, and bytes by which a process may grow that reads a thousand.
MOST_SECONDS, MOST_BYTES = 1.0, 1_000_000_000
#: Seconds of CPU after which an input is given up.
_HANGS = 30
AT_ONCE = 1000
#: What Linux is told to measure the largest size of a process anew.
_FORGET_PEAK = "5"
_URL = f"{HOME}/2026/10/01/story-a100001"
_OUTLET = load_outlet("moscow_times")
_NOW = datetime(2026, 10, 12, 12, tzinfo=UTC)


@contextmanager
def opened(seed: int, folder: Path) -> Iterator[Make]:
    """Units of a thousand inputs of one kind."""
    context = multiprocessing.get_context("fork")

    def make(number: int, _: Tally) -> Unit:
        kind = SHARES[number % len(SHARES)]
        under_way = context.Value("q", -1)
        here, there = context.Pipe(duplex=False)
        args = (seed, kind, number * AT_ONCE, folder, there, under_way)
        process = context.Process(target=_read_all, args=args)
        process.start()
        there.close()
        try:
            unit = here.recv()
        except EOFError:
            process.join()
            what = f"{kind} {under_way.value}: the process ended with {process.exitcode}"
            unit = Unit(faults=[what])
        process.join()
        unit.counts["inputs"] += AT_ONCE
        unit.counts[f"{kind}s"] += AT_ONCE
        return unit

    yield make


def _read_all(
    seed: int, kind: Kind, first: int, folder: Path, told: Connection, under_way: Any
) -> None:
    # A forked process begins with what its parent had, which may be much or little.
    mapped, before = _bytes("VmData"), _bytes("VmRSS")
    resource.setrlimit(resource.RLIMIT_DATA, (mapped + 2 * MOST_BYTES,) * 2)
    Path("/proc/self/clear_refs").write_text(_FORGET_PEAK)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    unit, slowest = Unit(), 0.0
    for number in range(first, first + AT_ONCE):
        under_way.value = number
        raw = rubbish.made(seed, kind, number)
        signal.setitimer(signal.ITIMER_PROF, _HANGS)
        began = time.process_time()
        outcome = _outcome(kind, raw, folder)
        took = time.process_time() - began
        slowest = max(slowest, took)
        if took > MOST_SECONDS:
            unit.faults.append(f"{kind} {number}: {took:.2f} s")
        if outcome.startswith("Traceback"):
            unit.faults.append(f"{kind} {number}: {outcome}")
            outcome = "not a named error"
        unit.counts[f"{kind}: {outcome}"] += 1
    megabytes = (_bytes("VmHWM") - before) / 1e6
    if megabytes > MOST_BYTES / 1e6:
        unit.faults.append(f"{kind} {first}: {megabytes:.0f} MB")
    unit.most = {f"{kind}: seconds": slowest, f"{kind}: MB": megabytes}
    told.send(unit)


def _bytes(name: str) -> int:
    """What Linux says of this process's memory."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith(name)) << 10


def _outcome(kind: Kind, raw: bytes, folder: Path) -> str:
    try:
        return _READERS[kind](raw, folder)
    except Exception:
        return traceback.format_exc()


def _source(raw: bytes, source: Feed | Sitemap) -> str:
    try:
        listing = links_in(source, raw, f"{HOME}/source")
    except SourceError:
        return "SourceError"
    for link in (*listing.links, *listing.sitemaps):
        link.url.encode()
        assert link.url.startswith(("http://", "https://")), link.url
        for date in (link.date_published, link.date_modified):
            assert date is None or date.tzinfo, link
    return "complained" if listing.complaint else "read"


def _page(raw: bytes, _: Path) -> str:
    """As a crawl reads it, which must not raise, and without an outlet."""
    head = ((b"Content-Type", b"text/html"),)
    fetched = HttpExchange(
        url=_URL, asked=_URL, fetched_at=_NOW, status=200, headers=head, body=raw
    )
    link = LeasedLink(id=1, key="100001", url=_URL)
    visit = read_visit(
        Answer(fetched=fetched, page=Page(_URL, raw, _NOW), headers={}), link, _OUTLET
    )
    with suppress(ExtractionError):
        repr(read_article(raw, _URL)).encode()
    return str(visit.outcome)


def _warc(raw: bytes, folder: Path) -> str:
    path = folder / "rubbish.warc.gz"
    path.write_bytes(raw)
    with path.open("rb") as file:
        for one in members(file):
            assert one.length > 0, one
    try:
        found = list(captures_in(path))
    except SnapshotError:
        return "SnapshotError"
    pages = 0
    for one in found:
        if not isinstance(one, Bad) and not one.is_revisit:
            try:
                pages += bool(read_answer(folder, path.name, one.offset, one.url, one.fetched_at))
            except SnapshotError:
                continue
    return "read" if pages == len(found) > 0 else "some read" if pages else "none read"


_READERS = {
    "feed": lambda raw, _: _source(raw, Feed("/source")),
    "sitemap": lambda raw, _: _source(raw, Sitemap("/source")),
    "page": _page,
    "warc": _warc,
}
