"""Move WARC files between the archive's folder and object storage, each proved before it goes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from newscrawl.config import WARC, make_home
from newscrawl.errors import SnapshotError
from newscrawl.snapshots.object_store import ObjectStore, digest_of, pieces_of
from newscrawl.snapshots.verify import warc_files
from newscrawl.snapshots.warc_writer import sync_folder

#: Behind the name of a file that is being fetched.
_UNFINISHED = ".part"


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedFile:
    """A file that is where it was moved to, byte for byte."""

    file: str
    bytes: int


def put_away(home: Path, store: ObjectStore, outlet: str, keeps: bool) -> Iterator[MovedFile]:
    """Move the outlet's files to the store; whoever asks has the outlet's lock.

    Else a crawl might be writing one. Raises ``SnapshotError``; what was moved stays moved.
    """
    for part in (home / WARC / outlet).glob(f"*{_UNFINISHED}"):
        # Fetched in part, by one that was killed.
        with _staying(part.name):
            part.unlink(missing_ok=True)
    for file in warc_files(home, outlet):
        # What stays need not be read back with every crawl.
        if not (keeps and _is_there(home / file, store, file)):
            yield put_file_away(home, store, file, keeps)


def put_file_away(home: Path, store: ObjectStore, file: str, keeps: bool) -> MovedFile:
    """Move a file to which nothing comes any more to the store; raises ``SnapshotError``."""
    path = home / file
    with _staying(file):
        digest, size = digest_of(pieces_of(path)), path.stat().st_size
        was_there = store.has(file)
        if not was_there:
            store.put(file, path)
        if digest_of(store.pieces(file)) != digest:
            if not was_there:
                store.delete(file)
            raise _differ(file, store)
        if not keeps:
            path.unlink()
    return MovedFile(file=file, bytes=size)


def bring_back(home: Path, store: ObjectStore, outlet: str, keeps: bool) -> Iterator[MovedFile]:
    """Move the outlet's files from the store into the home; raises ``SnapshotError``."""
    make_home(home)
    for file in store.files(outlet):
        with _staying(file):
            moved = _download(home / file, store, file, keeps)
        yield moved


def _is_there(path: Path, store: ObjectStore, file: str) -> bool:
    """Whether the store has a file of that name and size."""
    with _staying(file), suppress(FileNotFoundError):
        return store.size(file) == path.stat().st_size
    return False


def _download(path: Path, store: ObjectStore, file: str, keeps: bool) -> MovedFile:
    if not path.exists():
        _fetch(path, store, file)
    else:
        _prove(path, store, file)
    size = path.stat().st_size
    if not keeps:
        store.delete(file)
    return MovedFile(file=file, bytes=size)


def _fetch(path: Path, store: ObjectStore, file: str) -> None:
    """The file under another name, until all of it is on disk, and the same when read again."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}{_UNFINISHED}")
    with part.open("wb") as written:
        for piece in store.pieces(file):
            written.write(piece)
        written.flush()
        os.fsync(written.fileno())
    _prove(part, store, file)
    part.replace(path)
    sync_folder(path.parent)


def _prove(path: Path, store: ObjectStore, file: str) -> None:
    if digest_of(pieces_of(path)) != digest_of(store.pieces(file)):
        raise _differ(file, store)


@contextmanager
def _staying(file: str) -> Iterator[None]:
    """A file stays where it is until all that is done here was done."""
    try:
        yield
    except OSError as error:
        raise SnapshotError(f"{file} stays where it is: {error.strerror or error}") from error


def _differ(file: str, store: ObjectStore) -> SnapshotError:
    return SnapshotError(f"{file} differs here and in {store.address}: both are kept")
