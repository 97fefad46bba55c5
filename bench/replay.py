"""What replaying WARC files costs: ``bench/replay.py [--pages 400] [--rounds 3]``.

Pages of 60 to 120 kB in one WARC file are read, screened, extracted and cleaned by one process and
by two, and by trafilatura where it is installed (the ``bench`` extra), in turn; then the file is
imported into an archive of its own, and replayed there. Figures are pages per second of CPU time of
the reading processes, from start to exit, and per second by the clock. Python keeps its byte code,
as it does wherever nobody forbids it.

``bench/replay.py --kills 20 [--records 10000]`` imports a file of shuffled captures, again, and
once more while it is killed so often at random: the three archives must hold the same.

``bench/replay.py --pools [--records 20000]`` imports such a file by one process, by two, and by two
of Dask's workers of which one is killed three times: the archives must hold the same.
"""

import argparse
import ctypes
import gzip
import hashlib
import os
import random
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import captures
import pages
import psycopg2
from captures import captures_in

from newscrawl.archive.postgres.embedded_server import Server
from newscrawl.read_page import Told
from newscrawl.replay.read_again import PageReader
from newscrawl.snapshots.capture_headers import Bad
from newscrawl.snapshots.foreign_response import read_answer

READER = PageReader(outlet="moscow_times", learned=())
#: Kept from run to run, as it is wherever nobody forbids it.
BYTE_CODE = Path(tempfile.gettempdir(), "newscrawl-bench-pyc")
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
Place = tuple[str, int, str]
_TICKS = os.sysconf("SC_CLK_TCK")
#: Of Linux: a process whose parent ended becomes ours.
_SUBREAPER = 36


def read_ours(places: list[Place]) -> float:
    """CPU seconds of reading the pages with newscrawl."""
    started = time.process_time()
    for path, offset, url in places:
        answer = read_answer(Path(path).parent, Path(path).name, offset, url, NOON)
        told = Told(status=answer.status, headers=answer.headers)
        assert READER.read(answer.page, told).body
    return time.process_time() - started


def read_trafilatura(places: list[Place]) -> float:
    """CPU seconds of reading the same pages from the same file with trafilatura."""
    from trafilatura import bare_extraction

    started = time.process_time()
    for path, offset, url in places:
        answer = read_answer(Path(path).parent, Path(path).name, offset, url, NOON)
        assert bare_extraction(answer.page.html, url=url, with_metadata=True)
    return time.process_time() - started


def scan(path: Path) -> list[Place]:
    found = captures_in(path)
    return [(one.path, one.offset, one.url) for one in found if not isinstance(one, Bad)]


def measure(
    read: Callable[[list[Place]], float], places: list[Place], processes: int
) -> tuple[float, float]:
    """Pages per CPU second, and per second of the clock."""
    shares = [places[at::processes] for at in range(processes)]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        list(pool.map(read, [share[:3] for share in shares]))
        started = time.perf_counter()
        cpu = sum(pool.map(read, shares))
        wall = time.perf_counter() - started
    return len(places) / cpu, len(places) / wall


def write_pages(path: Path, count: int) -> int:
    """A file of so many pages; their bytes."""
    size = 0
    with path.open("wb") as file:
        for number in range(count):
            html = gzip.decompress(pages.page(number))
            url = f"https://www.themoscowtimes.com{pages.path(number)}"
            head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
            file.write(
                captures.member(captures.warc_record("response", url, NOON, "", head + html))
            )
            size += len(html)
    return size


def speed(count: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.warc.gz"
        print(f"{count} pages of {write_pages(path, count) / count / 1000:.0f} kB on average")
        started = time.process_time()
        places = scan(path)
        print(f"{'finding the records':<36} {count / (time.process_time() - started):7.0f}/CPU s")
        variants = [
            ("newscrawl, 1 process", read_ours, 1),
            ("newscrawl, 2 processes", read_ours, 2),
        ]
        if has_trafilatura():
            variants.append(("trafilatura, 1 process", read_trafilatura, 1))
        taken = [[measure(read, places, n) for _, read, n in variants] for _ in range(rounds)]
        for at, (name, _, _) in enumerate(variants):
            cpu, wall = (statistics.median(round_[at][i] for round_ in taken) for i in (0, 1))
            print(f"{name:<36} {cpu:7.0f}/CPU s {wall:7.0f}/s")
        for processes in (1, 2):
            with archive(Path(folder) / f"home{processes}") as (home, _):
                show(
                    f"import with Postgres, {processes}",
                    count,
                    run(home, import_of(path, processes)),
                )
                show(f"replay --again, {processes}", count, run(home, again_with(processes)))


def show(name: str, count: int, taken: tuple[float, float]) -> None:
    cpu, wall = taken
    print(f"{name:<36} {count / cpu:7.0f}/CPU s {count / wall:7.0f}/s")


def has_trafilatura() -> bool:
    try:
        import trafilatura  # noqa: F401
    except ImportError:
        print("trafilatura is not installed")
        return False
    return True


@contextmanager
def archive(home: Path) -> Iterator[tuple[Path, str]]:
    """A home with a server that runs, and its address."""
    with Server(home) as url:
        yield home, url.replace("postgresql+psycopg2", "postgresql")


def import_of(path: Path, processes: int) -> list[str]:
    given = ["replay", str(path), "--processes", str(processes)]
    return [sys.executable, "-m", "newscrawl.cli", *given]


def again_with(processes: int) -> list[str]:
    given = ["replay", "--again", "--processes", str(processes)]
    return [sys.executable, "-m", "newscrawl.cli", *given]


def environment(home: Path) -> dict[str, str]:
    ours = ("NEWSCRAWL_", "PYTHONDONTWRITEBYTECODE")
    others = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**others, "NEWSCRAWL_HOME": str(home), "PYTHONPYCACHEPREFIX": str(BYTE_CODE)}


def run(home: Path, command: list[str]) -> tuple[float, float]:
    """CPU seconds of all processes of a command but Postgres, and seconds by the clock."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, env=environment(home), check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.perf_counter() - started


def content(url: str) -> tuple[int, str]:
    """How many revisions the views show, and a hash over all that they and the ledger say."""
    queries = (
        "SELECT outlet, key, url, headline, body, authors, date_published, fetched_at, cause,"
        " first_seen_at, last_seen_at, revision_count FROM revisions ORDER BY outlet, key, number",
        "SELECT outlet, key, url, headline, fetched_at FROM articles ORDER BY outlet, key",
        "SELECT a.key, e.fetched_at, e.changes FROM edits e JOIN article a ON a.id = e.article_id"
        " ORDER BY 1, 2, e.changes::text",
        "SELECT outlet, key, url, outcome, claimed_at FROM link ORDER BY outlet, key",
    )
    digest, counts = hashlib.sha256(), list[int]()
    with psycopg2.connect(url) as connection, connection.cursor() as cursor:
        for query in queries:
            cursor.execute(query)
            rows = cursor.fetchall()
            counts.append(len(rows))
            digest.update(repr(rows).encode())
    return counts[0], digest.hexdigest()[:16]


def kept(url: str) -> int:
    with psycopg2.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('snapshot') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return 0
        cursor.execute("SELECT count(*) FROM snapshot")
        return int(cursor.fetchone()[0])


def kills(count: int, wanted: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "captures.warc.gz"
        captures.write(path, captures.plan(count))
        with archive(Path(folder) / "whole") as (home, url):
            _, wall = run(home, import_of(path, 2))
            first, total = content(url), kept(url)
            print(f"imported in {wall:.0f} s: {total} captures, {first[0]} revisions, {first[1]}")
            run(home, import_of(path, 2))
            second = content(url)
            print(f"imported again: {second[0]} revisions, {second[1]}")
        with archive(Path(folder) / "killed") as (home, url):
            for number in range(wanted):
                kill_once(home, url, path, total * (number + 1) // (wanted + 2))
            print(f"killed {wanted} times at random, with {kept(url)} captures at the last")
            run(home, import_of(path, 2))
            third = content(url)
            print(f"imported to the end: {third[0]} revisions, {third[1]}")
        if not first == second == third:
            raise SystemExit("the archives differ")


def kill_once(home: Path, url: str, path: Path, target: int) -> None:
    """Kill an import at a random moment once it has stored so many captures."""
    process = subprocess.Popen(
        import_of(path, 2), env=environment(home), stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        while process.poll() is None and kept(url) < target:
            time.sleep(0.05)
        time.sleep(random.uniform(0, 0.5))
    finally:
        process.kill()
        process.wait()


def pools(count: int) -> None:
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "captures.warc.gz"
        captures.write(path, captures.plan(count))
        print(f"{count} records, {path.stat().st_size / 1e6:.0f} MB", flush=True)
        workers = {
            "one process": ("--processes", "1"),
            "Dask, two workers, three kills": ("--dask", "local:2"),
            "two processes": ("--processes", "2"),
        }
        hashes = set()
        for name, given in workers.items():
            with archive(Path(folder) / given[1].replace(":", "")) as (home, url):
                deaths = [count * part // 4 for part in (1, 2, 3)] if "--dask" in given else []
                command = [sys.executable, "-m", "newscrawl.cli", "replay", str(path), *given]
                taken, dead = run_and_kill(home, url, command, deaths)
                found = content(url)
                hashes.add(found)
                show(name, count, taken)
                print(f"{taken[0]:.0f} CPU s, {dead} killed; {found}", flush=True)
        if len(hashes) > 1:
            raise SystemExit("the archives differ")


def run_and_kill(
    home: Path, url: str, command: list[str], deaths: list[int]
) -> tuple[tuple[float, float], int]:
    """As ``run``; one of Dask's workers dies whenever so many captures are stored."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process, dead, seen = subprocess.Popen(command, env=environment(home)), 0, Processes()
    try:
        while process.poll() is None:
            workers = seen.look(process.pid)
            if deaths and workers and kept(url) >= deaths[0]:
                os.kill(random.choice(workers), signal.SIGKILL)
                dead, deaths = dead + 1, deaths[1:]
            time.sleep(0.2)
        if process.returncode != 0:
            raise SystemExit("an import failed")
    finally:
        process.kill()
    for pid in seen.forking:
        # Who forked Dask's workers outlives the command for a moment, and has waited for them.
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"CPU s by process, as last seen: {seen.told(process.pid)}")
    return (cpu, time.perf_counter() - started), dead


class Processes:
    """The processes that a command has begun, and what CPU time each was last seen with."""

    def __init__(self) -> None:
        self.seconds: dict[int, float] = {}
        #: Those that Dask's workers are forked from.
        self.forking: set[int] = set()

    def look(self, command: int) -> list[int]:
        """Note all of them; the workers of Dask that live."""
        parents = dict[int, int]()
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                said = (folder / "stat").read_text().rpartition(")")[2].split()
                pid, parents[pid] = int(folder.name), int(said[1])
                if self._are_ours(command, pid, parents[pid]):
                    self.seconds[pid] = (int(said[11]) + int(said[12])) / _TICKS
                if parents[pid] == command and b"forkserver" in (folder / "cmdline").read_bytes():
                    self.forking.add(pid)
        return [pid for pid, parent in parents.items() if parent in self.forking]

    def _are_ours(self, command: int, pid: int, parent: int) -> bool:
        return command in (pid, parent) or parent in self.forking

    def told(self, command: int) -> str:
        others = {pid: cpu for pid, cpu in self.seconds.items() if pid != command and cpu >= 0.1}
        return ", ".join(
            [
                f"{self.seconds[command]:.1f} who deals and counts",
                *(f"{cpu:.1f} who forks" for pid, cpu in others.items() if pid in self.forking),
                *(f"{cpu:.1f}" for pid, cpu in others.items() if pid not in self.forking),
            ]
        )


def end_orderly(number: int, _: object) -> None:
    """With what was started: no import and no Postgres stays behind."""
    raise SystemExit(128 + number)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--kills", type=int)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--pools", action="store_true")
    given = parser.parse_args()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end_orderly)
    if given.pools:
        pools(given.records)
    elif given.kills:
        kills(given.records, given.kills)
    else:
        speed(given.pages, given.rounds)


if __name__ == "__main__":
    main()
