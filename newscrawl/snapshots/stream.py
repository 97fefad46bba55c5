"""Read a file as it was before it was packed, piece by piece, never more than is asked for."""

import sys
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import IO

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

#: Bytes that are read, or passed over, at once. What is read beyond a member is read again.
_PIECE = 1 << 15
#: What holds more than this, and is packed more tightly than any text, was made to fill memory.
_ROOM, _TIGHT = 1 << 26, 200
_GZIP, _ZSTD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
#: A frame that readers pass over: the first of a ``.warc.zst`` may hold a dictionary.
_PASSED_OVER, DICTIONARY = b"\x2a\x4d\x18", b"\x5d\x2a\x4d\x18"
_LARGEST_DICTIONARY = 1 << 24


class UnreadableStream(Exception):
    """Bytes that cannot be unpacked."""

    def __init__(self, what: str, reason: str = "damaged") -> None:
        #: What an import counts them as.
        self.reason = reason
        super().__init__(what)


class _Gzip:
    """Unpacks one gzip member; ``behind`` it stand so many bytes of those that were given."""

    def __init__(self) -> None:
        # With gzip's header, and its sum.
        self._inner, self._left = zlib.decompressobj(zlib.MAX_WBITS | 16), b""

    @property
    def is_done(self) -> bool:
        return self._inner.eof

    @property
    def is_hungry(self) -> bool:
        return not self._left

    @property
    def behind(self) -> int:
        return len(self._inner.unused_data)

    def unpack(self, data: bytes, most: int) -> bytes:
        unpacked = self._inner.decompress(self._left or data, most)
        self._left = self._inner.unconsumed_tail
        return unpacked


class _Zstd:
    """Unpacks one zstd frame, as the other does a member."""

    def __init__(self, dictionary: zstd.ZstdDict | None) -> None:
        self._inner = zstd.ZstdDecompressor(dictionary)

    @property
    def is_done(self) -> bool:
        return self._inner.eof

    @property
    def is_hungry(self) -> bool:
        return self._inner.needs_input

    @property
    def behind(self) -> int:
        return len(self._inner.unused_data)

    def unpack(self, data: bytes, most: int) -> bytes:
        return self._inner.decompress(data, most)


Unpacker = _Gzip | _Zstd


class Stream:
    """The bytes of a file from a place on: plain, or those of the one member that begins there.

    Raises ``UnreadableStream`` where a member is damaged, cut off or made to fill memory.
    """

    def __init__(self, file: IO[bytes], start: int, end: int, unpacker: Unpacker | None) -> None:
        self._file, self._start, self._end, self._unpacker = file, start, end, unpacker
        self._next, self._unpacked, self._held = start, 0, bytearray()
        #: How many bytes were read.
        self.at = 0

    @property
    def length(self) -> int:
        """Bytes of the file up to the end of the member, when all of it was read."""
        return self._next - self._start - (self._unpacker.behind if self._unpacker else 0)

    def peek(self, size: int) -> bytes:
        """The next bytes, which are read again: fewer than ``size`` only at the end."""
        while len(self._held) < size and (more := self._more(size - len(self._held))):
            self._held += more
        return bytes(self._held[:size])

    def read(self, size: int) -> bytes:
        """As many bytes, or all that are left."""
        parts = [bytes(self._held[:size])]
        del self._held[:size]
        left = size - len(parts[0])
        while left and (more := self._more(left)):
            parts.append(more)
            left -= len(more)
        self.at += size - left
        return b"".join(parts)

    def skip(self, size: int) -> int:
        """Pass over bytes: how many there were."""
        begun = self.at
        while (left := size - (self.at - begun)) and self.read(min(left, _PIECE)):
            pass
        return self.at - begun

    def _more(self, most: int) -> bytes:
        if self._unpacker is None:
            return self._input(most)
        while not self._unpacker.is_done:
            given = self._input(_PIECE) if self._unpacker.is_hungry else b""
            if not given and self._unpacker.is_hungry:
                raise UnreadableStream("the packed bytes are cut off")
            try:
                found = self._unpacker.unpack(given, most)
            except (zlib.error, zstd.ZstdError) as error:
                raise UnreadableStream(str(error)) from error
            self._unpacked += len(found)
            if self._unpacked > max(_ROOM, _TIGHT * (self._next - self._start)):
                raise UnreadableStream("the packed bytes hold too much", "too_large")
            if found:
                return found
        return b""

    def _input(self, most: int) -> bytes:
        self._file.seek(self._next)
        given = self._file.read(max(0, min(most, _PIECE, self._end - self._next)))
        self._next += len(given)
        return given


@dataclass(frozen=True, slots=True)
class Packing:
    """How the members of a file are packed."""

    #: What each begins with.
    magic: bytes
    unpacker: Callable[[], Unpacker]
    #: What takes it off.
    command: str

    def open(self, file: IO[bytes], start: int, end: int) -> Stream:
        return Stream(file, start, end, self.unpacker())


GZIP = Packing(_GZIP, _Gzip, "gunzip")


def packing_at(file: IO[bytes], start: int) -> Packing | None:
    """How what begins there is packed; None where it is plain. Raises ``UnreadableStream``."""
    head = _bytes_at(file, start, 4)
    if head.startswith(_GZIP[:2]):
        return GZIP
    if head == _ZSTD or head[1:] == _PASSED_OVER:
        raw = _dictionary_of(file)
        return Packing(_ZSTD, partial(_Zstd, _loaded(raw) if raw else None), "unzstd")
    return None


def _dictionary_of(file: IO[bytes]) -> bytes:
    """What stands in the first frame of a ``.warc.zst``, if it holds a dictionary."""
    head = _bytes_at(file, 0, 8)
    size = int.from_bytes(head[4:], "little")
    if not head.startswith(DICTIONARY):
        return b""
    if size > _LARGEST_DICTIONARY:
        raise UnreadableStream("the dictionary is too large", "too_large")
    return _bytes_at(file, 8, size)


@lru_cache(maxsize=4)
def _loaded(raw: bytes) -> zstd.ZstdDict:
    try:
        if raw.startswith(_ZSTD):
            raw = zstd.ZstdDecompressor().decompress(raw, _LARGEST_DICTIONARY)
        return zstd.ZstdDict(raw)
    except (zstd.ZstdError, ValueError) as error:
        raise UnreadableStream(f"the dictionary is damaged: {error}") from error


def _bytes_at(file: IO[bytes], start: int, size: int) -> bytes:
    file.seek(start)
    return file.read(size)
