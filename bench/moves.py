"""Moves that are killed: ``python -m bench.moves [--kills 20] [--share 0.1]``.

An archive of one outlet goes from its disk to a bucket and back while each move is killed at a
random moment, and the storage answers a share of what it is asked badly. All the time somebody
reads every snapshot. In the end nothing may be lost, and nothing kept twice.
"""

import argparse
import hashlib
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from bench import captures
from bench.captures import captures_in
from bench.hostile_bucket import HostileBucket
from newscrawl.errors import SnapshotError
from newscrawl.snapshots.capture_headers import Capture
from newscrawl.snapshots.foreign_response import read_answer
from newscrawl.snapshots.moved_files import bring_back, put_away
from newscrawl.snapshots.object_store import ObjectStore
from tests.object_storage import Bucket, bucket

_FOLDER = "warc/moscow_times"
_FORKING = get_context("forkserver")
_FILES, _RECORDS, _BYTES = 12, 8, 1_500_000


class Archive:
    """Files of pages in a home, the bucket that they go to, and what is in them."""

    def __init__(self, home: Path, remote: Bucket, port: int) -> None:
        self.home, self.remote = home, remote
        self.environ = {**remote.environ, "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}"}
        (home / _FOLDER).mkdir(parents=True)
        planned = captures.plan(_FILES * _RECORDS, damaged=0)
        self.records = list[Capture]()
        for number in range(_FILES):
            path = home / _FOLDER / f"{number:02}.warc.gz"
            captures.write(path, planned[number::_FILES])
            found = captures_in(path)
            self.records += [one for one in found if isinstance(one, Capture)]
            with path.open("ab") as file:
                # Big enough to be met under way.
                block = random.Random(number).randbytes(_BYTES)
                at = self.records[0].fetched_at
                record = captures.warc_record("metadata", "https://x.org/", at, "", block)
                file.write(captures.member(record))
        self.digests = self.here()

    def here(self) -> dict[str, str]:
        found = sorted((self.home / _FOLDER).iterdir())
        return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in found}

    def there(self) -> dict[str, str]:
        with _set(self.remote.environ):
            # Made here, past the proxy: the one that reads has been told of the proxy.
            store = ObjectStore(self.remote.address)
        return {
            Path(name).name: hashlib.sha256(b"".join(store.pieces(name))).hexdigest()
            for name in store.files()
        }

    def move(self, is_back: bool) -> BaseProcess:
        """A process that moves, as ``snapshots move`` does once it has loaded and has the lock."""
        told = self.home, self.remote.address, self.environ, is_back
        process = _FORKING.Process(target=_move, args=told)
        process.start()
        return process

    def kill_on_the_way(self, asked: Counter[str], rng: random.Random) -> bool:
        """Whether a move was killed after so many requests; else it came to its end."""
        here = len(list((self.home / _FOLDER).glob("*.warc.gz")))
        is_back = here == 0 or (here < _FILES and rng.random() < 0.5)
        until = asked.total() + rng.randint(1, 4 * (_FILES - here if is_back else here))
        process = self.move(is_back)
        while process.is_alive() and asked.total() < until:
            time.sleep(0.002)
        time.sleep(rng.uniform(0, 0.05))
        process.kill()
        process.join()
        return process.exitcode == -signal.SIGKILL

    def finish(self, is_back: bool) -> int:
        """Move to the end, past what the storage refuses; how often it had to be begun."""
        for times in range(1, 50):
            process = self.move(is_back)
            process.join()
            if process.exitcode == 0:
                return times
        raise SystemExit("the files do not move")


def _move(home: Path, address: str, environ: dict[str, str], is_back: bool) -> None:
    os.environ.update(environ)
    work = bring_back if is_back else put_away
    try:
        for _ in work(home, ObjectStore(address), "moscow_times", False):
            pass
    except SnapshotError:
        sys.exit(1)


class Reader:
    """Reads every page again and again; a page is lost that cannot be read three times."""

    def __init__(self, archive: Archive) -> None:
        self.archive, self.read, self.again = archive, 0, 0
        self.lost: Counter[str] = Counter()
        self._is_over = threading.Event()

    @contextmanager
    def reading(self) -> Iterator[None]:
        thread = threading.Thread(target=self._go_on)
        thread.start()
        try:
            yield
        finally:
            self._is_over.set()
            thread.join()

    def _go_on(self) -> None:
        while not self._is_over.is_set():
            for one in random.sample(self.archive.records, 20):
                self._read(one)

    def _read(self, one: Capture) -> None:
        name, said = f"{_FOLDER}/{Path(one.path).name}", ""
        for _ in range(3):
            try:
                read_answer(self.archive.home, name, one.offset, one.url, one.fetched_at)
            except SnapshotError as error:
                self.again, said = self.again + 1, str(error)
            else:
                self.read += 1
                return
        self.lost[said[:200]] += 1


@contextmanager
def _set(variables: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def run(archive: Archive, hostile: HostileBucket, kills: int, rng: random.Random) -> bool:
    killed, ended, reader = 0, 0, Reader(archive)
    with reader.reading():
        while killed < kills:
            if archive.kill_on_the_way(hostile.met, rng):
                killed += 1
                print(f"killed with {len(archive.here())} files in the home", flush=True)
            else:
                ended += 1
        begun = [archive.finish(is_back) for is_back in (False, True, False)]
    print(f"{killed} moves killed, {ended} ended, {begun} begun to come to the end")
    print(f"{reader.read} pages read meanwhile, {reader.again} tries in vain; lost: {reader.lost}")
    here, there = archive.here(), archive.there()
    print(f"in the home {len(here)} files, in the bucket {len(there)} of {len(archive.digests)}")
    return not reader.lost and not here and there == archive.digests


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.moves", description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--share", type=float, default=0.1, help="of answers that are bad")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    _FORKING.set_forkserver_preload(["newscrawl.snapshots.moved_files"])
    with (
        tempfile.TemporaryDirectory() as folder,
        bucket() as remote,
        HostileBucket(remote.port, given.share) as hostile,
        # What moves is told from what is read by whom it asks.
        HostileBucket(remote.port, given.share, seed=2) as reading,
    ):
        archive = Archive(Path(folder, "home"), remote, hostile.port)
        endpoint = f"http://127.0.0.1:{reading.port}"
        told = {**remote.environ, "AWS_ENDPOINT_URL": endpoint}
        with _set({**told, "NEWSCRAWL_SNAPSHOTS": remote.address}):
            is_well = run(archive, hostile, given.kills, random.Random(given.seed))
        print(
            f"answers of the storage to moves: {dict(hostile.met)}, to reads: {dict(reading.met)}"
        )
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
