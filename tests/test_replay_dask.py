"""Dask's workers make the same archive of foreign files as one process, also when they die."""

import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bench import captures
from bench.captures import Planned
from newscrawl.errors import ConfigError, UsageError
from newscrawl.outlets import load_outlets
from newscrawl.replay import batching, choose_pool
from newscrawl.replay.capture_choice import chooser
from newscrawl.replay.choose_pool import dask_client, replay_pool
from newscrawl.replay.import_files import import_by
from newscrawl.replay.spread_work import OpenArchive, ReplayPool, spread
from newscrawl.snapshots import spans
from tests.cli.runner import newscrawl
from tests.test_replay_import import archive as archive
from tests.test_replay_import import ask, run, shown
from tests.test_replay_import import planned as planned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from distributed import Client


@pytest.fixture(scope="module")
def client() -> "Iterator[Client]":
    pytest.importorskip("distributed", reason="Dask is not installed: pip install -e '.[test]'")
    with dask_client("local:2") as found:
        yield found


@pytest.fixture
def file(planned: list[Planned], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of several stretches, and of many batches."""
    path = tmp_path / "a.warc.gz"
    captures.write(path, planned)
    monkeypatch.setattr(spans, "_LONGEST", path.stat().st_size // 7)
    monkeypatch.setattr(batching, "_BATCH", 5)
    return path


_LOADED = """
from newscrawl.replay.choose_pool import dask_client
from newscrawl.replay.read_again import read_by_all

if __name__ == "__main__":
    with dask_client("local:1") as client:
        print(*client.run(lambda: read_by_all.cache_info().currsize).values())
"""


def test_workers_begin_with_all_outlets_loaded(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed: pip install -e '.[test]'")
    # A process has one server that it forks from, which an earlier test may have begun.
    (tmp_path / "loaded.py").write_text(_LOADED)
    command = [sys.executable, str(tmp_path / "loaded.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.stdout.split(), done.returncode) == (["1"], 0), done.stderr


def test_of_many_pieces_a_worker_is_given_several_at_once(archive: OpenArchive) -> None:
    given = list[int]()

    class Noting(ThreadPoolExecutor):
        def submit(self, there: Any, bundle: Any, /) -> Any:  # type: ignore[override]
            given.append(len(bundle))
            return super().submit(there, bundle)

    with Noting(2) as executor:
        pool = ReplayPool(archive=archive, executor=executor, count=lambda: 2, at_once=4)
        done = list(spread(pool, lambda _, piece: piece, range(30)))

    assert sorted(done) == list(range(30))
    assert given == [1] * 8 + [2, 3, 4, 4, 4, 4, 1]


def test_workers_of_whom_one_is_killed_come_to_the_same_as_one_process(
    archive: OpenArchive, file: Path, client: "Client"
) -> None:
    counts = run(archive, file)
    alone = shown(archive)
    ask(archive, "TRUNCATE outlet CASCADE")
    chosen, stored = chooser(load_outlets().values(), None, False), 0
    workers: dict[str, int] = client.run(os.getpid)

    with replay_pool(archive, client=client) as pool:
        for number, one in enumerate(import_by(pool, [file], chosen)):
            if number == 0:
                os.kill(next(iter(workers.values())), signal.SIGKILL)
            # What a worker had stored before it died is known to the one that does it again.
            stored += one.counts["stored"] + one.counts["known"]

    assert shown(archive) == alone
    assert stored == counts["stored"]
    assert client.run(os.getpid) != workers, "nobody was killed"


def test_the_command_works_with_the_workers_of_a_scheduler(
    archive: OpenArchive, file: Path, client: "Client", tmp_path: Path
) -> None:
    run(archive, file)
    alone = shown(archive)
    ask(archive, "TRUNCATE outlet CASCADE")
    at: Any = client.scheduler.address  # type: ignore[union-attr]

    done = newscrawl(
        *("replay", "--dask", at, "--json", str(file)),
        NEWSCRAWL_HOME=str(archive.home),
        NEWSCRAWL_DATABASE_URL=_url(archive),
    )

    told = json.loads(done.stdout)
    assert (done.returncode, told["faults"]) == (0, [])
    assert done.stderr.startswith("Dask's dashboard: http://127.0.0.1:")
    assert shown(archive) == alone


def _url(archive: OpenArchive) -> str:
    return str(archive.sessions.kw["bind"].url.render_as_string(hide_password=False))


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("nonsense", "takes local:N or a scheduler's address"),
        ("local:0", "takes local:N or a scheduler's address"),
        ("inproc://x", "takes local:N or a scheduler's address"),
        ("tcp://127.0.0.1:1", "no Dask scheduler answers"),
    ],
)
def test_who_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch, where: str, says: str) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed: pip install -e '.[test]'")
    monkeypatch.setattr(choose_pool, "_WAIT", 1)
    with pytest.raises(UsageError, match=says), dask_client(where):
        pass


def test_a_missing_library_is_said_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(ConfigError, match=r"pip install 'newscrawl\[dask\]'"),
        dask_client("local:2"),
    ):
        pass


def test_a_worker_that_reads_otherwise_is_refused(
    archive: OpenArchive, file: Path, client: "Client", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newscrawl.replay.spread_work.read_by_all", lambda: "otherwise")
    chosen = chooser(load_outlets().values(), None, False)
    with (
        pytest.raises(ConfigError, match="another version of newscrawl, or other outlet files"),
        replay_pool(archive, client=client) as pool,
    ):
        list(import_by(pool, [file], chosen))
    assert ask(archive, "SELECT count(*) FROM snapshot") == [(0,)]
