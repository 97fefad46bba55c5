"""Read a file as it was before it was packed, piece by piece, never more than is asked for."""

import re
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


class CutStream(UnreadableStream):
    """Bytes that end before what is packed in them does."""


class Zlib:
    """Unpacks one stream of zlib's kind, and is asked as a ``ZstdDecompressor`` is."""

    def __init__(self, bits: int) -> None:
        self._inner, self._left = zlib.decompressobj(bits), b""

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._left

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        unpacked = self._inner.decompress(self._left or data, max_length)
        self._left = self._inner.unconsumed_tail
        return unpacked


Unpacker = Zlib | zstd.ZstdDecompressor
#: Unpackers of a member of gzip, with its header and its sum, and of a frame of zstd.
gzip_member, zstd_frame = partial(Zlib, zlib.MAX_WBITS | 16), zstd.ZstdDecompressor


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
        behind = self._unpacker.unused_data if self._unpacker else b""
        return self._next - self._start - len(behind)

    def peek(self, size: int) -> bytes:
        """The next bytes, which are read again: fewer than ``size`` only at the end."""
        while len(self._held) < size and (more := self._more(size - len(self._held))):
            self._held += more
        return bytes(self._held[:size])

    def read(self, size: int) -> bytes:
        """As many bytes, or all that are left."""
        parts, left = list[bytes](), size
        if self._held:
            parts.append(bytes(self._held[:size]))
            del self._held[:size]
            left -= len(parts[0])
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
        while not self._unpacker.eof:
            given = self._input(_PIECE) if self._unpacker.needs_input else b""
            if not given and self._unpacker.needs_input:
                raise CutStream("the packed bytes are cut off")
            try:
                found = self._unpacker.decompress(given, most)
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

    #: What each begins with, as a group.
    mark: re.Pattern[bytes]
    unpacker: Callable[[], Unpacker]
    #: What takes it off.
    command: str

    def open(self, file: IO[bytes], start: int, end: int) -> Stream:
        return Stream(file, start, end, self.unpacker())


def _marked(magic: bytes) -> re.Pattern[bytes]:
    return re.compile(b"(%b)" % re.escape(magic))


GZIP = Packing(_marked(_GZIP), gzip_member, "gunzip")


def packing_at(file: IO[bytes], start: int) -> Packing | None:
    """How what begins there is packed; None where it is plain. Raises ``UnreadableStream``."""
    head = _bytes_at(file, start, 4)
    if head.startswith(_GZIP[:2]):
        return GZIP
    if head == _ZSTD or head[1:] == _PASSED_OVER:
        raw = _dictionary_of(file)
        loaded = _loaded(raw) if raw else None
        return Packing(_marked(_ZSTD), partial(zstd_frame, loaded), "unzstd")
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
