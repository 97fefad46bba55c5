"""What a page of ``newscrawl serve`` costs: ``bench/web.py [--articles 1000000] [--folder F]``.

Milliseconds of each kind of page on a large archive of generated articles, warm; whether 100
requests a second of articles' pages go on for a minute; the memory of the process over 20,000
requests. Then the same articles, or the first of them, in SQLite with FTS5 behind datasette, and
the ratio of both. What misses its aim is said at the end. Everything is asked on loopback.
"""

import argparse
import contextlib
import http.client
import os
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from urllib.parse import quote, urlsplit

import psutil
from generated_archive import OUTLETS, archive_in, vocabulary
from sqlalchemy import Connection, text

Ask = Callable[[str], None]
#: Answers one request at a time, for ten who ask at once.
_ASKERS, _PER_SECOND = 10, 100
_AIMS = {
    "article": 50, "newest, ordinary word": 150, "ranked, ordinary word": 400, "outlet": 200,
}  # fmt: skip
#: Megabytes of the process, and by how much they may grow from a tenth of the requests on.
_MOST, _GROWTH = 200, 10
_SCHEMA = """
CREATE TABLE articles (id INTEGER PRIMARY KEY, outlet TEXT, url TEXT, headline TEXT, lead TEXT,
    body TEXT, authors TEXT, date_published TEXT, section TEXT, language TEXT);
CREATE VIRTUAL TABLE articles_fts USING fts5 (headline, lead, body, content=articles,
    content_rowid=id);
"""
_INDEXES = """
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
CREATE INDEX newest ON articles (date_published);
CREATE INDEX by_outlet ON articles (outlet);
PRAGMA optimize;
"""
_ROWS = """
SELECT article_id, outlet, url, headline, lead, body, authors[1], date_published::text, section,
       language FROM articles WHERE article_id > :last ORDER BY article_id LIMIT 2000
"""
_RANKED = (
    "select articles.* from articles_fts join articles on articles.id = articles_fts.rowid"
    " where articles_fts match :q order by rank limit 20"
)


@dataclass(slots=True, kw_only=True)
class Taken:
    """Milliseconds, and what went wrong."""

    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def ask(self, asked: Ask, address: str, since: float | None = None) -> None:
        start = time.perf_counter() if since is None else since
        try:
            asked(address)
        except (OSError, http.client.HTTPException, ValueError) as error:
            self.errors.append(f"{address}: {error}")
        self.times.append((time.perf_counter() - start) * 1e3)

    @property
    def p50(self) -> float:
        return statistics.median(self.times)

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.times, n=20)[-1]

    def __str__(self) -> str:
        said = f"p50 {self.p50:7.1f} ms   p95 {self.p95:7.1f} ms"
        return said + (f"   {len(self.errors)} errors: {self.errors[0]}" if self.errors else "")


def asker(root: str) -> Ask:
    """Asks on one connection, which is kept."""
    connection = http.client.HTTPConnection(urlsplit(root).netloc, timeout=60)

    def ask(address: str) -> None:
        try:
            connection.request("GET", address)
            answer = connection.getresponse()
            answer.read()
        except OSError:
            # What was not answered in time would be the answer to the next question.
            connection.close()
            raise
        if answer.status != 200:
            raise ValueError(str(answer.status))

    return ask


def pages(articles: int) -> dict[str, Callable[[], str]]:
    words, chance = vocabulary(), random.Random(9)
    word = lambda first, last: chance.choice(words[first:last])  # noqa: E731
    return {
        "article": lambda: f"/articles/{chance.randint(1, articles)}",
        "newest, ordinary word": lambda: f"/?q={word(500, 5_000)}&order=newest",
        "ranked, ordinary word": lambda: f"/?q={word(500, 5_000)}",
        "newest, common word": lambda: f"/?q={word(5, 60)}&order=newest",
        "ranked, common word": lambda: f"/?q={word(5, 60)}",
        "newest, all": lambda: "/",
        "outlet": lambda: f"/outlets/herald{chance.randrange(OUTLETS)}",
        "edits": lambda: "/edits",
        "edits of an outlet": lambda: f"/edits?outlet=herald{chance.randrange(OUTLETS)}",
        "deletions": lambda: "/deletions",
        "outlets": lambda: "/outlets",
    }


def peers_pages(articles: int) -> dict[str, Callable[[], str]]:
    """The same of datasette: its own pages, and for a rank the statement that its docs give."""
    words, chance = vocabulary(), random.Random(9)
    word = lambda first, last: chance.choice(words[first:last])  # noqa: E731
    table = "/archive/articles"
    facets = "&_facet=outlet&_facet=section"
    newest = f"{table}?_size=20&_sort_desc=date_published{facets}&_search="
    return {
        "article": lambda: f"{table}/{chance.randint(1, articles)}",
        "newest, ordinary word": lambda: f"{newest}{word(500, 5_000)}",
        "ranked, ordinary word": lambda: f"/archive?sql={quote(_RANKED)}&q={word(500, 5_000)}",
        "newest, common word": lambda: f"{newest}{word(5, 60)}",
        "ranked, common word": lambda: f"/archive?sql={quote(_RANKED)}&q={word(5, 60)}",
    }


def measure(asked: Ask, kinds: dict[str, Callable[[], str]], times: int) -> dict[str, Taken]:
    measured = {}
    for kind, address in kinds.items():
        taken = Taken()
        for at in range(times + 5):
            # The first warm what is warm in use.
            (Taken() if at < 5 else taken).ask(asked, address())
        measured[kind] = taken
        aim = _AIMS.get(kind)
        print(f"{kind:24} {taken}" + (f"   aim {aim}" if aim else ""), flush=True)
    return measured


def slow(measured: dict[str, Taken]) -> list[str]:
    """What is slower than it should be, or was not answered."""
    late = {kind: aim for kind, aim in _AIMS.items() if measured[kind].p95 > aim}
    missed = [f"{kind}: p95 {measured[kind].p95:.0f} ms of {aim}" for kind, aim in late.items()]
    return missed + [
        f"{kind}: {taken.errors[0]}" for kind, taken in measured.items() if taken.errors
    ]


def hold(root: str, address: Callable[[], str], seconds: int) -> list[str]:
    """So many requests each second, whether or not those before were answered."""
    taken, numbers, begun = Taken(), count(), time.perf_counter() + 0.1
    lock = threading.Lock()

    def work() -> None:
        asked = asker(root)
        while True:
            with lock:
                number, wanted = next(numbers), address()
            if number >= seconds * _PER_SECOND:
                return
            due = begun + number / _PER_SECOND
            time.sleep(max(0.0, due - time.perf_counter()))
            taken.ask(asked, wanted, due)

    workers = [threading.Thread(target=work) for _ in range(_ASKERS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    rate = len(taken.times) / (time.perf_counter() - begun)
    said = f"{_PER_SECOND} a second for {seconds} s: {rate:.1f}/s, {len(taken.errors)} errors"
    print(f"{said}, {taken}", flush=True)
    return [said] if taken.errors or rate < 0.99 * _PER_SECOND else []


def grow(
    root: str, process: psutil.Process, kinds: list[Callable[[], str]], times: int
) -> list[str]:
    """Megabytes of the process at a tenth of the requests, and at the end."""
    asked, chance, taken = asker(root), random.Random(3), Taken()
    print(f"memory at first: {process.memory_info().rss >> 20} MB", flush=True)
    grown = []
    for at in range(1, times + 1):
        taken.ask(asked, chance.choice(kinds)())
        if at in {times // 10, times // 4, times // 2, times}:
            grown.append(process.memory_info().rss / 2**20)
            said = f"memory after {at} requests: {grown[-1]:.0f} MB, {len(taken.errors)} errors"
            print(said, flush=True)
    is_flat = grown[-1] <= min(_MOST, grown[0] + _GROWTH)
    return [] if is_flat and not taken.errors else [f"memory: {grown[0]:.0f} MB, then {said}"]


@contextlib.contextmanager
def served(command: list[str], home: Path) -> Iterator[tuple[str, psutil.Process]]:
    """The address that a server prints, and its process."""
    environment = {**os.environ, "NEWSCRAWL_HOME": str(home)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as running:
        try:
            assert running.stdout is not None
            for line in running.stdout:
                if found := re.search(r"http://[\d.:]+", line):
                    yield found[0], psutil.Process(running.pid)
                    break
        finally:
            running.terminate()


def peers_file(connection: Connection, most: int, file: Path) -> None:
    """The articles in SQLite, with an index of their words."""
    places, last = ", ".join("?" * 10), 0
    with contextlib.closing(sqlite3.connect(file)) as made:
        made.executescript(_SCHEMA)
        while last < most:
            rows = [tuple(row) for row in connection.execute(text(_ROWS), {"last": last})]
            made.executemany(f"INSERT INTO articles VALUES ({places})", rows)
            last = rows[-1][0]
        made.commit()
        made.executescript(_INDEXES)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="keep the archive here, or use one from there")
    parser.add_argument("--times", type=int, default=100, help="of each kind of page")
    parser.add_argument("--requests", type=int, default=20_000, help="over which memory is watched")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--peers-articles", type=int, default=100_000, help="0: no peer")
    parser.add_argument("--datasette", default="datasette", help="the program")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = wanted.folder or Path(temporary) / "archive"
        folder.mkdir(exist_ok=True)
        with archive_in(folder, wanted.articles) as connection:
            bench(connection, folder, Path(temporary), wanted)


def bench(
    connection: Connection, folder: Path, temporary: Path, wanted: argparse.Namespace
) -> None:
    kinds = pages(wanted.articles)
    command = [sys.executable, "-m", "newscrawl.cli", "serve", "--port", "0"]
    with served(command, folder) as (root, process):
        ours = measure(asker(root), kinds, wanted.times)
        missed = slow(ours)
        if wanted.seconds:
            missed += hold(root, kinds["article"], wanted.seconds)
        quick = [kinds[kind] for kind in ("newest, ordinary word", "edits", "deletions")]
        if wanted.requests:
            missed += grow(root, process, [*[kinds["article"]] * 28, *quick], wanted.requests)
    if wanted.peers_articles:
        beside(connection, folder, temporary, wanted, ours)
    print(f"misses its aim: {'; '.join(missed) or 'nothing'} (load {os.getloadavg()[0]:.1f})")


def beside(
    connection: Connection,
    folder: Path,
    temporary: Path,
    wanted: argparse.Namespace,
    ours: dict[str, Taken],
) -> None:
    """The same of datasette, and ours as its multiple."""
    file, articles = temporary / "archive.db", min(wanted.peers_articles, wanted.articles)
    peers_file(connection, articles, file)
    command = [wanted.datasette, "serve", str(file), "--port", "0", "--setting"]
    with served([*command, "sql_time_limit_ms", "10000"], folder) as (root, _):
        print(f"datasette, {articles} articles", flush=True)
        theirs = measure(asker(root), peers_pages(articles), wanted.times)
    for kind, taken in theirs.items():
        if taken.errors:
            print(f"{kind:24} no ratio: datasette did not answer {len(taken.errors)} times")
            continue
        p50, p95 = ours[kind].p50 / taken.p50, ours[kind].p95 / taken.p95
        print(f"{kind:24} p50 {p50:.2f}, p95 {p95:.2f} of datasette's")


if __name__ == "__main__":
    main()
