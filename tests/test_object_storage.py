"""Files go to object storage and back, whole, proved, and never lost between the two."""

import gzip
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from bench import captures
from bench.captures import captures_in
from bench.hostile_bucket import FAULTS, HostileBucket
from newscrawl.crawl.signals import SIGNALS
from newscrawl.crawl.snapshot_files import FullFiles
from newscrawl.errors import ConfigError, SnapshotError
from newscrawl.page import WarcLocation
from newscrawl.replay.warc_sources import files_named
from newscrawl.snapshots import warc_writer
from newscrawl.snapshots.capture_headers import Capture
from newscrawl.snapshots.foreign_response import read_answer
from newscrawl.snapshots.moved_files import bring_back, put_away
from newscrawl.snapshots.named_files import open_kept
from newscrawl.snapshots.object_store import ObjectStore
from newscrawl.snapshots.warc_reader import read_page
from newscrawl.snapshots.warc_writer import SnapshotWriter
from tests.archive.making import NOON, fetched
from tests.object_storage import Bucket, bucket

_FILE = "warc/herald/herald-20261129-a.warc.gz"
#: More than is uploaded, or fetched, in one piece.
_BYTES = gzip.compress(os.urandom(9_000_000), compresslevel=1)


@pytest.fixture(scope="module")
def remote() -> Iterator[Bucket]:
    with bucket() as found:
        yield found


@pytest.fixture(params=["s3", "file"])
def store(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> ObjectStore:
    pytest.importorskip("obstore", reason="object storage needs obstore")
    address = f"file://{tmp_path / 'store'}"
    if request.param == "s3":
        found: Bucket = request.getfixturevalue("remote")
        for name, value in found.environ.items():
            monkeypatch.setenv(name, value)
        address = f"{found.address}/{tmp_path.name}"
    monkeypatch.setenv("NEWSCRAWL_SNAPSHOTS", address)
    return ObjectStore(address)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    path = tmp_path / "home" / _FILE
    path.parent.mkdir(parents=True)
    path.write_bytes(_BYTES)
    return tmp_path / "home"


def _read(home: Path) -> bytes:
    with open_kept(home, _FILE) as file:
        return file.read()


def test_a_file_is_at_one_place_after_the_other_and_is_read_at_each(
    home: Path, store: ObjectStore
) -> None:
    places = []
    for move in (put_away, bring_back, put_away):
        [moved] = move(home, store, "herald", False)
        places.append(((home / _FILE).exists(), store.files()))
        assert (moved.file, moved.bytes) == (_FILE, len(_BYTES))
        assert _read(home) == _BYTES

    assert places == [(False, [_FILE]), (True, []), (False, [_FILE])]
    assert list(put_away(home, store, "herald", False)) == []


def test_a_stretch_of_a_file_is_read_without_the_rest(
    home: Path, store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(put_away(home, store, "herald", False))
    fetched, read = list[int](), ObjectStore.read
    monkeypatch.setattr(
        ObjectStore, "read", lambda *asked: fetched.append(len(read(*asked))) or read(*asked)
    )
    with open_kept(home, _FILE) as file:
        file.seek(5_000_000)
        assert file.read(20) == _BYTES[5_000_000:5_000_020]
        assert sum(fetched) < 100_000
        file.seek(-10, os.SEEK_END)
        assert file.read() == _BYTES[-10:]
        assert file.read(1) == b""


@pytest.mark.parametrize("moves", [(put_away,), (put_away, bring_back)])
def test_who_has_opened_a_file_reads_on_while_it_moves(
    home: Path, store: ObjectStore, moves
) -> None:
    *before, under_way = moves
    for move in before:
        list(move(home, store, "herald", False))
    with open_kept(home, _FILE) as file:
        assert file.read(10) == _BYTES[:10]
        list(under_way(home, store, "herald", False))
        file.seek(8_000_000)
        assert file.read(70_000) == _BYTES[8_000_000:8_070_000]


def test_a_file_is_fetched_in_stretches_that_each_have_their_time(
    home: Path, store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A request has 30 seconds until all has come, which a whole file on a slow line has not."""
    fetched, read = list[int](), ObjectStore.read
    monkeypatch.setattr(
        ObjectStore, "read", lambda *asked: fetched.append(asked[-1]) or read(*asked)
    )
    list(put_away(home, store, "herald", False))

    assert sum(fetched) == len(_BYTES)
    assert max(fetched) <= 4 << 20


@pytest.mark.parametrize("store", ["s3"], indirect=True)
def test_a_storage_that_answers_badly_costs_time_and_no_byte(
    home: Path, store: ObjectStore, remote: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every third answer is an error, cut off, late, or does not come at all."""
    with HostileBucket(remote.port, 1 / 3, pause=0.05) as hostile:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{hostile.port}")
        bad = ObjectStore(store.address)
        for move in (put_away, bring_back, put_away):
            for _ in range(20):
                with suppress(SnapshotError):
                    list(move(home, bad, "herald", False))
                    break
                assert (home / _FILE).exists() or store.files() == [_FILE]
        assert bad.read(_FILE, 5_000_000, 70_000) == _BYTES[5_000_000:5_070_000]

    assert set(hostile.met) == {"well", *FAULTS}
    assert (store.files(), list((home / _FILE).parent.iterdir())) == ([_FILE], [])


@pytest.mark.parametrize("store", ["s3"], indirect=True)
def test_files_of_others_are_found_and_read_at_their_addresses(
    tmp_path: Path, store: ObjectStore
) -> None:
    """By ranges, whatever characters are in their names; a folder stands for what is below it."""
    planned = captures.plan(20, damaged=0.1)
    captures.write(tmp_path / "a.warc.gz", planned)
    for name in ("far/a b.warc.gz", "far/deep/c%d.WARC.gz", "far/notes.txt"):
        store.put(name, tmp_path / "a.warc.gz")

    named = [str(name) for name in files_named([f"{store.address}/far/"])]

    assert named == [
        f"{store.address}/far/a%20b.warc.gz",
        f"{store.address}/far/deep/c%25d.WARC.gz",
    ]
    [here, *there] = [list(captures_in(name)) for name in (tmp_path / "a.warc.gz", *named)]
    for name, found in zip(named, there, strict=True):
        assert found == [
            replace(one, path=name) if isinstance(one, Capture) else one for one in here
        ]
    one = next(one for one in there[0] if isinstance(one, Capture))
    answer = read_answer(tmp_path, one.path, one.offset, one.url, one.fetched_at)
    assert b"State" in answer.page.html


@pytest.mark.parametrize("store", ["s3"], indirect=True)
def test_keys_of_the_storage_may_stand_in_the_home(
    home: Path, store: ObjectStore, remote: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(put_away(home, store, "herald", False))
    for name in remote.environ:
        monkeypatch.delenv(name)
    lines = [f"{name}={value}\n" for name, value in remote.environ.items()]
    (home / ".env").touch(0o600)
    (home / ".env").write_text("".join(lines))

    with open_kept(home, _FILE) as file:
        assert file.read(10) == _BYTES[:10]
    (home / ".env").chmod(0o644)
    with pytest.raises(ConfigError, match="can be read by others"):
        open_kept(home, _FILE)


@pytest.mark.parametrize("is_back", [False, True])
def test_who_keeps_a_file_has_it_at_both_places(
    home: Path, store: ObjectStore, is_back: bool
) -> None:
    list(put_away(home, store, "herald", True))
    assert (home / _FILE).read_bytes() == _BYTES
    if is_back:
        (home / _FILE).unlink()
        list(bring_back(home, store, "herald", True))

    assert (home / _FILE).read_bytes() == b"".join(store.pieces(_FILE)) == _BYTES


def test_what_stays_and_is_there_is_not_read_back_with_every_crawl(
    home: Path, store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    [first] = put_away(home, store, "herald", True)
    with monkeypatch.context() as patch:
        patch.setattr(ObjectStore, "pieces", lambda *_: _killed())
        again = list(put_away(home, store, "herald", True))

    assert (first.file, again) == (_FILE, [])


def test_a_part_that_cannot_be_removed_is_named(home: Path, store: ObjectStore) -> None:
    (home / f"{_FILE}.part").mkdir()

    with pytest.raises(SnapshotError, match=r"a\.warc\.gz\.part stays where it is: Is a directory"):
        list(put_away(home, store, "herald", False))

    assert (home / _FILE).read_bytes() == _BYTES


@pytest.mark.parametrize("move", [put_away, bring_back])
def test_of_two_copies_that_differ_neither_goes(home: Path, store: ObjectStore, move) -> None:
    list(put_away(home, store, "herald", True))
    (home / _FILE).write_bytes(_BYTES[:-1])

    with pytest.raises(SnapshotError, match="differs"):
        list(move(home, store, "herald", False))

    assert (home / _FILE).read_bytes() == _BYTES[:-1]
    assert b"".join(store.pieces(_FILE)) == _BYTES


def test_bytes_that_arrive_damaged_stay_here_and_leave_nothing_there(
    home: Path, store: ObjectStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "other").write_bytes(b"damaged")
    put = ObjectStore.put
    monkeypatch.setattr(
        ObjectStore, "put", lambda store, file, _: put(store, file, tmp_path / "other")
    )

    with pytest.raises(SnapshotError, match="differs"):
        list(put_away(home, store, "herald", False))

    assert store.files() == []
    assert (home / _FILE).read_bytes() == _BYTES


def test_bytes_that_come_back_damaged_are_no_file(
    home: Path, store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else they would be read in place of those that the store still has."""
    list(put_away(home, store, "herald", False))
    come = iter([[b"damaged"], [_BYTES]])
    with monkeypatch.context() as patch:
        patch.setattr(ObjectStore, "pieces", lambda *_: next(come))
        with pytest.raises(SnapshotError, match="differs"):
            list(bring_back(home, store, "herald", False))

    assert not (home / _FILE).exists()
    assert store.files() == [_FILE]
    list(put_away(home, store, "herald", False))
    assert list((home / _FILE).parent.iterdir()) == [], "what was fetched in part is cleared away"


@pytest.mark.parametrize("at", ["put", "pieces", "delete"])
@pytest.mark.parametrize("move", [put_away, bring_back])
def test_what_was_interrupted_goes_on_where_it_ended(
    home: Path, store: ObjectStore, monkeypatch: pytest.MonkeyPatch, move, at: str
) -> None:
    """As a kill would, between any two of its steps: after each that the store takes part in."""
    if move is bring_back:
        list(put_away(home, store, "herald", False))
    step = getattr(ObjectStore, at)

    def then_killed(*asked: Any) -> Any:
        if at == "pieces":
            return chain([next(step(*asked))], _killed())
        step(*asked)
        return next(_killed())

    with monkeypatch.context() as patch, suppress(KeyboardInterrupt):
        patch.setattr(ObjectStore, at, then_killed)
        list(move(home, store, "herald", False))
    assert (home / _FILE).exists() or store.files() == [_FILE]
    list(move(home, store, "herald", False))

    assert ((home / _FILE).exists(), store.files()) == (
        (False, [_FILE]) if move is put_away else (True, [])
    )


def _killed() -> Iterator[Any]:
    raise KeyboardInterrupt
    yield


def _crawl(home: Path, full: FullFiles) -> list[WarcLocation]:
    """What is written while files of two records each are full; the last one goes on."""
    writer, kept = SnapshotWriter(home, "herald", is_full=full.take), list[WarcLocation]()
    for _ in range(5):
        kept.append(writer.write(fetched(body=os.urandom(1_500))))
        writer.sync()
    writer.close()
    return kept


def test_a_file_that_is_full_moves_while_the_crawl_goes_on(
    tmp_path: Path, store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warc_writer, "LARGEST_FILE", 3_000)
    moving, may_go = list[str](), threading.Event()
    put = ObjectStore.put
    monkeypatch.setattr(
        ObjectStore,
        "put",
        lambda store, file, path: (moving.append(file), may_go.wait(30), put(store, file, path)),
    )
    full = FullFiles(tmp_path, store, keeps=False)

    kept = _crawl(tmp_path, full)
    [first, second, open_one] = dict.fromkeys(one.file for one in kept)
    is_all_here = all((tmp_path / one.file).exists() for one in kept)
    may_go.set()
    # Of what waits none is moved any more; what is under way is.
    full.close()

    assert is_all_here, "nobody waited for the store"
    assert moving[0] == first
    assert store.files() == [first] or store.files() == sorted([first, second])
    assert (tmp_path / open_one).exists()
    assert not (tmp_path / first).exists()
    assert all(len(read_page(tmp_path, one, "x", NOON).html) == 1_500 for one in kept)
    list(put_away(tmp_path, store, "herald", False))
    assert store.files() == sorted([first, second, open_one])


def test_a_crawl_that_is_told_to_stop_waits_for_no_file_under_way(
    tmp_path: Path, store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warc_writer, "LARGEST_FILE", 3_000)
    may_go, moved, put = threading.Event(), threading.Event(), ObjectStore.put
    monkeypatch.setattr(
        ObjectStore,
        "put",
        lambda store, file, path: (may_go.wait(30), put(store, file, path), moved.set()),
    )
    full = FullFiles(tmp_path, store, keeps=False)
    _crawl(tmp_path, full)

    with monkeypatch.context() as told:
        told.setattr(SIGNALS, "came", True)
        full.close()
        is_waited_for = moved.is_set()
    may_go.set()
    full.close()

    assert not is_waited_for
    assert len(store.files()) <= 1


def test_a_full_file_that_cannot_move_stops_no_crawl(
    tmp_path: Path,
    remote: Bucket,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(warc_writer, "LARGEST_FILE", 3_000)
    for name, value in (remote.environ | {"AWS_ENDPOINT_URL": "http://127.0.0.1:1"}).items():
        monkeypatch.setenv(name, value)
    full = FullFiles(tmp_path, ObjectStore("s3://pages/away"), keeps=False)

    kept = _crawl(tmp_path, full)
    full.close()

    assert all((tmp_path / one.file).exists() for one in kept)
    assert "files are not yet uploaded to s3://pages/away" in caplog.text


def test_a_store_that_is_away_is_an_error_and_nothing_goes(
    home: Path, remote: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (remote.environ | {"AWS_ENDPOINT_URL": "http://127.0.0.1:1"}).items():
        monkeypatch.setenv(name, value)

    with pytest.raises(SnapshotError, match=r"stays where it is: .* does not give"):
        list(put_away(home, ObjectStore("s3://pages/away"), "herald", False))

    assert (home / _FILE).read_bytes() == _BYTES


@pytest.mark.parametrize("address", ["nowhere://x", "s3://", "memory:///"])
def test_what_is_no_address_is_said_so(address: str) -> None:
    pytest.importorskip("obstore", reason="object storage needs obstore")
    with pytest.raises(ConfigError, match="NEWSCRAWL_SNAPSHOTS is not an address"):
        ObjectStore(address)


def test_a_missing_library_is_one_line_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "obstore", None)
    with pytest.raises(ConfigError, match=r"pip install 'newscrawl\[objects\]'"):
        ObjectStore("s3://pages/archive")
