"""Three workers, thirty outlets and forty kills: ``python -m bench.fleet [--kills 40]``.

Three `newscrawl worker`s, each with a home of its own, share a Postgres server and a bucket. At
random moments one of them, the server or the storage is killed, and started again, as systemd
would. Now and then an hour passes: crawls and looks at links are made as much older. In the end
the archive must hold what the sites published, once; no host was asked sooner than its delay by
the sites' own logs; and every snapshot is readable from a machine that has none of the homes.
"""

import argparse
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from itertools import pairwise
from pathlib import Path

import psycopg2

from bench.fleet_pages import QUESTION, UNEXPLAINED, Whereabouts, reasons
from bench.fleet_sites import Paper, papers
from newscrawl.archive.database.engine import connect
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.postgres.binaries import find_binaries
from newscrawl.workers.job_queue import STALLED
from tests.own_server import as_nobody, free_port

_DELAY = 1.0
_WORKERS, _ARTICLES = 3, 8
#: Of so many kills, so many are of workers; the rest are of the two servers.
_SHARE_OF_WORKERS = 0.6
#: Seconds between two kills, and between two hours that pass.
_PAUSE, _HOUR = (6.0, 16.0), 30.0
_PASS = (
    "UPDATE crawl SET started_at = started_at - interval '1 hour', "
    "finished_at = finished_at - interval '1 hour'",
    "UPDATE link SET next_visit_at = next_visit_at - interval '1 hour' WHERE lease IS NULL",
    "UPDATE outlet SET look_at = NULL",
)
#: What each question counts must be nothing.
LEDGER = {
    "links that wait or failed": "SELECT count(*) FROM link WHERE outcome <> 'stored'",
    "articles without a revision": "SELECT count(*) FROM article WHERE revision_id IS NULL",
    "articles with two revisions": "SELECT count(*) FROM revision WHERE number > 1",
    "edits": "SELECT count(*) FROM edits",
    "links that somebody holds": "SELECT count(*) FROM link WHERE lease IS NOT NULL",
    "locks": "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
    " AND pid <> pg_backend_pid()",
    "jobs": "SELECT count(*) FROM newscrawl_workers.procrastinate_jobs WHERE status = 'doing'",
}


class Part:
    """A process that is started again whenever it has ended."""

    def __init__(self, name: str, start: Callable[[], "subprocess.Popen[bytes]"]) -> None:
        self.name, self._start = name, start
        self.process = start()
        self._ended_at: float | None = None

    def look(self) -> None:
        if self.process.poll() is None:
            return
        self._ended_at = self._ended_at or time.monotonic()
        if time.monotonic() - self._ended_at > 1.0:
            self.process, self._ended_at = self._start(), None

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


class Fleet:
    """All that runs."""

    def __init__(self, folder: Path, stack: ExitStack, outlets: int) -> None:
        self.folder, self._stack = folder, stack
        self.ports = {"postgres": free_port(), "bucket": free_port()}
        self.url = f"postgresql://boss@127.0.0.1:{self.ports['postgres']}/fleet"
        self.papers = stack.enter_context(papers(outlets, _ARTICLES, folder / "outlets"))
        self._account = self._make_server()
        self.postgres = self._part("Postgres", self._start_postgres)
        self.bucket = self._part("storage", self._start_bucket)
        self.whereabouts = Whereabouts(
            tuple(folder / f"home{n}" for n in range(_WORKERS)),
            lambda: answers(self.ports["bucket"]),
        )
        stack.enter_context(self.whereabouts.watched())
        wait_until(lambda: self.run_sql("postgres", "CREATE DATABASE fleet") or True, 60)
        wait_until(self._make_bucket, 60)
        engine = connect(self.url)
        upgrade(engine)
        engine.dispose()
        self._seed()
        self.workers = [
            self._part(f"worker {n}", lambda n=n: self._start_worker(n)) for n in range(_WORKERS)
        ]

    @property
    def parts(self) -> list[Part]:
        return [self.postgres, self.bucket, *self.workers]

    def _part(self, name: str, start: Callable[[], "subprocess.Popen[bytes]"]) -> Part:
        part = Part(name, start)
        self._stack.callback(part.kill)
        return part

    def _make_server(self) -> dict:
        data = self.folder / "postgres"
        data.mkdir()
        self.folder.chmod(0o711)
        account = dict(as_nobody(data))
        subprocess.run(
            [
                *(find_binaries().bin / "initdb", f"--pgdata={data / 'data'}", "--username=boss"),
                *("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"),
            ],
            check=True,
            cwd="/",
            stdout=subprocess.DEVNULL,
            **account,
        )
        return account

    def _start_postgres(self) -> "subprocess.Popen[bytes]":
        data = self.folder / "postgres"
        options = ["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200", "-k", data]
        return subprocess.Popen(
            [
                *(find_binaries().bin / "postgres", "-D", data / "data"),
                *("-p", str(self.ports["postgres"]), "-c", "fsync=off", *options),
            ],
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **self._account,
        )

    def _start_bucket(self) -> "subprocess.Popen[bytes]":
        program = Path(__file__).with_name("lasting_bucket.py")
        return subprocess.Popen(
            [sys.executable, program, str(self.ports["bucket"]), self.folder / "bucket"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _start_worker(self, number: int) -> "subprocess.Popen[bytes]":
        log = (self.folder / f"worker{number}.log").open("ab")
        with log:
            return subprocess.Popen(
                [
                    *(sys.executable, "-m", "newscrawl.cli", "worker", "--jobs", "2"),
                    *("--queue", "crawl", "--", "-s", f"DOWNLOAD_DELAY={_DELAY}"),
                ],
                env=self.environ(f"home{number}"),
                stdout=log,
                stderr=log,
            )

    def environ(self, home: str) -> dict[str, str]:
        own = {name: v for name, v in os.environ.items() if not name.startswith("NEWSCRAWL_")}
        return {
            **own,
            "NEWSCRAWL_HOME": str(self.folder / home),
            "NEWSCRAWL_DATABASE_URL": self.url,
            "NEWSCRAWL_OUTLETS": str(self.folder / "outlets"),
            "NEWSCRAWL_SNAPSHOTS": "s3://pages/fleet",
            "AWS_ACCESS_KEY_ID": "anybody",
            "AWS_SECRET_ACCESS_KEY": "anything",
            "AWS_REGION": "us-east-1",
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.ports['bucket']}",
            "AWS_ALLOW_HTTP": "true",
        }

    def newscrawl(self, *args: str, home: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "newscrawl.cli", *args]
        return subprocess.run(
            command, env=self.environ(home), capture_output=True, text=True, check=False
        )

    def run_sql(self, database: str, *statements: str) -> list:
        url = self.url.replace("/fleet", f"/{database}")
        connection = psycopg2.connect(url, connect_timeout=5)
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                for statement in statements:
                    cursor.execute(statement)
                return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()

    def _make_bucket(self) -> bool:
        import urllib.request

        place = f"http://127.0.0.1:{self.ports['bucket']}/pages"
        urllib.request.urlopen(urllib.request.Request(place, method="PUT")).close()
        return True

    def _seed(self) -> None:
        """Workers crawl what was crawled before: each outlet was, without any news."""
        for paper in self.papers:
            self.run_sql(
                "fleet",
                "INSERT INTO outlet (name, title, home, language) VALUES "
                f"('{paper.name}', 'Paper', 'https://{paper.name}.test', 'en')",
                "INSERT INTO crawl (outlet, started_at, finished_at, exit_code) VALUES "
                f"('{paper.name}', now() - interval '2 days', now() - interval '2 days', 0)",
            )

    def pass_an_hour(self) -> None:
        for paper in self.papers:
            paper.publish()
        with suppress(psycopg2.Error):
            self.run_sql("fleet", *_PASS)

    def stored(self) -> int:
        with suppress(psycopg2.Error):
            return int(self.run_sql("fleet", "SELECT count(*) FROM article")[0][0])
        return 0


def answers(port: int) -> bool:
    with socket.socket() as asking:
        asking.settimeout(2)
        return asking.connect_ex(("127.0.0.1", port)) == 0


def wait_until(happened: Callable[[], object], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with suppress(psycopg2.Error, OSError):
            if happened():
                return True
        time.sleep(0.3)
    return False


def chaos(
    fleet: Fleet, kills: int, rng: random.Random, until: float, pace: float
) -> dict[str, int]:
    """Kill so many parts, as long as there is time; how often which was killed."""
    killed: dict[str, int] = {}
    kill_at, hour_at = time.monotonic() + 15, time.monotonic() + _HOUR
    while sum(killed.values()) < kills and time.monotonic() < until:
        for part in fleet.parts:
            part.look()
        if time.monotonic() > hour_at:
            fleet.pass_an_hour()
            hour_at = time.monotonic() + _HOUR
        if time.monotonic() > kill_at:
            is_worker = rng.random() < _SHARE_OF_WORKERS
            part = rng.choice(fleet.workers if is_worker else [fleet.postgres, fleet.bucket])
            if part.process.poll() is None:
                part.kill()
                killed[part.name] = killed.get(part.name, 0) + 1
            kill_at = time.monotonic() + pace * rng.uniform(*_PAUSE)
        time.sleep(0.2)
    return killed


def settle(fleet: Fleet, seconds: float) -> None:
    """Let the workers go on, unharmed, until all is there and nothing is done any more."""
    hour_at, wanted = 0.0, len(fleet.papers) * _ARTICLES
    # Another worker drops the jobs of one that was killed last and gave no sign for so long.
    forgotten = time.monotonic() + 2 * STALLED + 5
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        for part in fleet.parts:
            part.look()
        if fleet.stored() >= wanted and time.monotonic() > forgotten:
            break
        if time.monotonic() > hour_at:
            fleet.pass_an_hour()
            hour_at = time.monotonic() + 2 * _HOUR
        time.sleep(1)
    for part in fleet.workers:
        part.process.send_signal(signal.SIGTERM)
    for part in fleet.workers:
        part.process.wait(120)
    # What was broken off in the end is done once more, by hand.
    for paper in fleet.papers:
        left = fleet.run_sql(
            "fleet",
            f"SELECT exit_code FROM crawl WHERE outlet = '{paper.name}' ORDER BY id DESC LIMIT 1",
        )
        if left[0][0] != 0:
            fleet.newscrawl("crawl", paper.name, "-s", f"DOWNLOAD_DELAY={_DELAY}", home="home0")


def closest(sites: list[Paper]) -> list[float]:
    """The shortest time between two requests to each host, the shortest first."""
    gaps = []
    for paper in sites:
        moments = sorted(at for at, _ in paper.asked)
        gaps += [later - earlier for earlier, later in pairwise(moments)]
    return sorted(gaps)


def report(fleet: Fleet, killed: dict[str, int]) -> bool:
    """Print what came of it; whether all is well."""
    faults = 0
    told = ", ".join(f"{name} {count}" for name, count in sorted(killed.items()))
    print(f"{sum(killed.values())} kills: {told}")
    crawls = "SELECT exit_code, count(*) FROM crawl WHERE arguments <> '{}' GROUP BY 1 ORDER BY 1"
    codes = ", ".join(f"{code}: {count}" for code, count in fleet.run_sql("fleet", crawls))
    print(f"crawls by exit code: {codes}")
    asked = sum(len(paper.asked) for paper in fleet.papers)
    gaps = closest(fleet.papers)
    soon = [gap for gap in gaps if gap < _DELAY]
    print(f"{asked} requests; shortest pauses {[round(gap, 3) for gap in gaps[:5]]} s; ", end="")
    print(f"{len(soon)} shorter than the delay of {_DELAY} s")
    faults += len(soon)
    published = sum(paper.published for paper in fleet.papers)
    print(f"{published} articles published, {fleet.stored()} stored")
    faults += published != fleet.stored()
    for what, question in LEDGER.items():
        [(count,)] = fleet.run_sql("fleet", question)
        print(f"{what}: {count}")
        faults += count != 0
    again = reasons(fleet.run_sql("fleet", QUESTION), fleet.whereabouts)
    print(f"pages kept in full again: {again.total()}")
    for why, count in again.most_common():
        print(f"  since each record before was {why}: {count}")
        faults += count * why.startswith(UNEXPLAINED)
    for number in range(_WORKERS):
        moved = fleet.newscrawl("snapshots", "move", home=f"home{number}")
        print(f"home {number}, snapshots move: {moved.returncode} {moved.stdout.strip()}")
    verified = fleet.newscrawl("snapshots", "verify", home="elsewhere")
    print(f"snapshots verify: {verified.returncode}\n{verified.stdout.strip()}{verified.stderr}")
    return not faults and verified.returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.fleet", description=__doc__)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--outlets", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pace", type=float, default=1, help="times as long between two kills")
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--keep", type=Path, help="a folder for all that is made, which stays")
    given = parser.parse_args()
    for number in (signal.SIGTERM, signal.SIGHUP):
        # Nothing that was started stays behind.
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    began = time.monotonic()
    with ExitStack() as stack:
        folder = given.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(exist_ok=True)
        fleet = Fleet(folder, stack, given.outlets)
        print(f"{time.monotonic() - began:.0f} s: all runs", flush=True)
        until = began + 60 * given.minutes
        killed = chaos(fleet, given.kills, random.Random(given.seed), until, given.pace)
        print(f"{time.monotonic() - began:.0f} s: {fleet.stored()} articles stored", flush=True)
        settle(fleet, 300)
        is_well = report(fleet, killed)
        print(f"{time.monotonic() - began:.0f} s")
        if not is_well:
            for path in sorted(folder.glob("worker*.log")):
                print(path.name, path.read_text()[-3000:], sep="\n")
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
