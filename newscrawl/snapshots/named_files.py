"""Open files by their names: those of the archive, wherever they are, and those of others."""

import errno
import os
import re
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TypeAlias
from urllib.parse import unquote
from weakref import finalize

from newscrawl.config import WARC
from newscrawl.errors import ConfigError
from newscrawl.snapshots.object_store import ObjectStore, opened_ranges, store_at, store_of

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]*://[^/]+)/*(.*)", re.IGNORECASE)
#: The bytes of a file from a place on, so many of them.
_Read: TypeAlias = Callable[[int, int], bytes]
#: Bytes that are fetched at once of a file that is read from its begin to its end.
ALL = 1 << 22


def is_address(name: str) -> bool:
    return _ADDRESS.match(name) is not None


def store_and_file(address: str) -> tuple[ObjectStore, str]:
    """Who has the file, and its name there; raises ``ConfigError``."""
    found = _ADDRESS.match(address)
    assert found is not None
    return store_at(found[1], "an address of files"), unquote(found[2])


def open_named(name: str, ahead: int = 1 << 16) -> IO[bytes]:
    """The file of a disk or at an address, of which so many bytes are fetched at once.

    Raises an ``OSError``.
    """
    if not is_address(name):
        return Path(name).open("rb")
    read, size = _remote(name)
    return opened_ranges(read, lambda: size, ahead)


def size_of(name: str) -> int:
    """Bytes of a file, of which none is fetched; raises an ``OSError``."""
    if not is_address(name):
        return Path(name).stat().st_size
    store, file = store_and_file(name)
    return store.size(file)


@lru_cache(maxsize=64)
def _remote(address: str) -> tuple[_Read, int]:
    """How a stretch of the file is read, and how long it is."""
    try:
        store, file = store_and_file(address)
    except ConfigError as error:
        raise OSError(errno.EINVAL, str(error)) from error
    size = store.size(file)
    try:
        if size:
            store.read(file, 0, 1)
    except OSError as error:
        if error.errno != errno.ENOTSUP:
            raise
        return _copied(store, file)
    return partial(store.read, file), size


def _copied(store: ObjectStore, file: str) -> tuple[_Read, int]:
    """Of a server that gives no stretches of a file, all of it, for as long as it is asked for."""
    copy = TemporaryFile()  # noqa: SIM115 - it is closed when nobody can read it any more

    def read(start: int, length: int) -> bytes:
        return os.pread(copy.fileno(), length, start)

    finalize(read, copy.close)
    for piece in store.streamed(file):
        copy.write(piece)
    copy.flush()
    return read, copy.tell()


def open_kept(home: Path, file: str) -> IO[bytes]:
    """The file in the archive's folder, or else in object storage; raises an ``OSError``."""
    if is_address(file):
        return open_named(file)
    try:
        return (home / file).open("rb")
    except FileNotFoundError:
        # Whoever moves it away has put it there first.
        store = store_of(home) if file.startswith(f"{WARC}/") else None
        if store is None:
            raise
        return opened_ranges(
            partial(_read_kept, store, home, file), partial(_size, store, home, file)
        )


def _read_kept(store: ObjectStore, home: Path, file: str, start: int, length: int) -> bytes:
    try:
        return store.read(file, start, length)
    except FileNotFoundError:
        # Whoever brings it back has put it here first.
        with suppress(FileNotFoundError), (home / file).open("rb") as opened:
            return os.pread(opened.fileno(), length, start)
        raise


def _size(store: ObjectStore, home: Path, file: str) -> int:
    try:
        return store.size(file)
    except FileNotFoundError:
        with suppress(FileNotFoundError):
            return (home / file).stat().st_size
        raise


def place_of(home: Path, file: str) -> str:
    """Where the file is, as messages say it."""
    return file if is_address(file) else str(home / file)
