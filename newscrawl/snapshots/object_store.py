"""Object storage for WARC files: S3, Google's, Azure's, the web, or a folder, by one address."""

import errno
import hashlib
import io
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from newscrawl.config import WARC, Config, storage_file
from newscrawl.errors import ConfigError, SnapshotError
from newscrawl.printable import first_line

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: Bytes that are fetched at once: a page with its parts, or a stretch of a file that is read whole.
_AHEAD, _PIECE = 1 << 16, 1 << 22
#: What does not answer is asked so often again, for so many seconds in all.
_RETRY: Any = {"max_retries": 3, "retry_timeout": timedelta(seconds=30)}
#: A file that a server gives only whole may take long, if only something comes all the time.
_PATIENT: Any = {"timeout": timedelta(days=1), "read_timeout": timedelta(seconds=30)}
#: Pieces of 5 MB that are uploaded at once: obstore gives none of them more than 30 seconds.
_UPLOADS = 2


def store_of(home: Path) -> "ObjectStore | None":
    """Where the files of this home's archive are put away, if anywhere; raises ``ConfigError``."""
    address = Config.of(home).snapshots
    if address is None:
        return None
    for name, value in storage_file(home).items():
        # obstore reads them there alone.
        os.environ.setdefault(name, value)
    return store_at(address, "NEWSCRAWL_SNAPSHOTS")


@cache
def store_at(address: str, named: str) -> "ObjectStore":
    return ObjectStore(address, named)


class ObjectStore:
    """WARC files under the names by which snapshots' rows know them.

    What goes wrong is an ``OSError``, as with files of a disk.
    """

    def __init__(self, address: str, named: str = "NEWSCRAWL_SNAPSHOTS") -> None:
        """Raises ``ConfigError``, also where obstore is not installed; asks nobody.

        ``named`` is what names the address, for what is said of it.
        """
        try:
            import obstore
            from obstore.exceptions import BaseError, NotSupportedError
        except ModuleNotFoundError as error:
            raise ConfigError(f"{named} needs obstore: pip install 'newscrawl[objects]'") from error
        self.address, self._obstore, self._errors = address, obstore, (BaseError, ValueError)
        self._unable = NotSupportedError
        try:
            self._store = _opened(address)
        except (*self._errors, OSError, TypeError) as error:
            raise ConfigError(
                f"{named} is not an address of object storage: {first_line(error)}"
            ) from error

    def files(self, outlet: str | None = None) -> list[str]:
        """The files that are there, of one outlet or of all; raises ``SnapshotError``."""
        try:
            names = self.below(f"{WARC}/{outlet}" if outlet else WARC)
        except OSError as error:
            raise SnapshotError(str(error.strerror)) from error
        return [name for name in names if name.endswith(".warc.gz")]

    def below(self, folder: str) -> list[str]:
        """All files in a folder, and in those in it."""
        with self._plain(folder):
            listed = self._obstore.list(self._store, folder or None)
            return sorted(str(each["path"]) for chunk in listed for each in chunk)

    def has(self, file: str) -> bool:
        try:
            self.size(file)
        except FileNotFoundError:
            return False
        return True

    def size(self, file: str) -> int:
        with self._plain(file):
            return int(self._obstore.head(self._store, file)["size"])

    def read(self, file: str, start: int, length: int) -> bytes:
        with self._plain(file):
            return bytes(self._obstore.get_range(self._store, file, start=start, length=length))

    def put(self, file: str, path: Path) -> None:
        """Upload a file, wholly or not at all."""
        with self._plain(file):
            try:
                self._obstore.put(self._store, file, path, max_concurrency=_UPLOADS)
            except FileNotFoundError as error:
                if not path.exists():
                    raise
                # Of what is new it is the bucket that is not there.
                raise OSError(errno.ENXIO, f"there is no {self.address}") from error

    def pieces(self, file: str) -> Iterator[bytes]:
        """All bytes of the file, in pieces, of which each has its own time to arrive."""
        size = self.size(file)
        for start in range(0, size, _PIECE):
            length = min(_PIECE, size - start)
            piece = self.read(file, start, length)
            if len(piece) != length:
                raise OSError(errno.EIO, f"{self.address} gives {file} cut off")
            yield piece

    def streamed(self, file: str) -> Iterator[bytes]:
        """All bytes of a file, of whoever gives no stretches of it."""
        with self._plain(file):
            for piece in self._obstore.get(self._store, file).stream(_PIECE):
                yield bytes(piece)

    def delete(self, file: str) -> None:
        with self._plain(file):
            self._obstore.delete(self._store, file)

    @contextmanager
    def _plain(self, file: str = "") -> Iterator[None]:
        try:
            yield
        except FileNotFoundError as error:
            raise FileNotFoundError(errno.ENOENT, f"{file} is not in {self.address}") from error
        except self._unable as error:
            raise OSError(errno.ENOTSUP, f"{self.address} cannot do that") from error
        except self._errors as error:
            said = f"{self.address} does not give what it is asked for: {first_line(error)}"
            raise OSError(errno.EIO, said) from error


def opened_ranges(
    read: Callable[[int, int], bytes], size: Callable[[], int], ahead: int = _AHEAD
) -> IO[bytes]:
    """A file of which stretches are read, by their begin and length, and as much ahead."""
    return io.BufferedReader(_Ranges(read, size), ahead)


class _Ranges(io.RawIOBase):
    """A file of which each read is a request for a range; how long it is, is asked if need be."""

    def __init__(self, read: Callable[[int, int], bytes], size: Callable[[], int]) -> None:
        self._read, self._ask_size, self._at = read, size, 0

    @cached_property
    def _size(self) -> int:
        return self._ask_size()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        begin = self._size if whence == io.SEEK_END else self._at
        self._at = offset if whence == io.SEEK_SET else begin + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        room = memoryview(buffer)
        try:
            found = self._read(self._at, len(room))
        except FileNotFoundError:
            raise
        except OSError:
            # Behind the end there is no range.
            if self._at < self._size:
                raise
            return 0
        room[: len(found)] = found
        self._at += len(found)
        return len(found)


def _opened(address: str) -> Any:
    from obstore.store import HTTPStore, from_url

    if address.startswith(("http://", "https://")):
        # Also of hosts that are known for storage: what is public there needs no key.
        options: Any = {**_PATIENT, "allow_http": address.startswith("http://")}
        return HTTPStore.from_url(address, client_options=options, retry_config=_RETRY)
    if address.startswith("memory:"):
        raise ValueError("memory ends with its process")
    if address.startswith("file:"):
        return from_url(address, mkdir=True)
    return from_url(address, retry_config=_RETRY)


def digest_of(pieces: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


def pieces_of(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
