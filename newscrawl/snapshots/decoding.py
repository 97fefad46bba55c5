"""Take a body's content encodings off: the one decoder of crawls and of all later readers."""

import zlib
from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from typing import Any

import brotli

from newscrawl.errors import BadEncoding, BodyError, Bomb, CutOff
from newscrawl.size_limits import LARGEST_PAGE
from newscrawl.snapshots.stream import (
    CutStream,
    Stream,
    Unpacker,
    UnreadableStream,
    Zlib,
    gzip_member,
    zstd_frame,
)

#: Bytes that are fed at once where the end of a stream is felt for, and given out at once.
_FELT, _GIVEN = 1 << 12, 1 << 16


class _Stuck(Exception):
    """The library refused what begins at this byte."""

    def __init__(self, at: int) -> None:
        self.at = at


def unbrotli(body: bytes, limit: int) -> bytes:
    """What the stream holds, ``limit + 1`` bytes at most; bytes behind it are left out.

    Where the whole is refused, it is fed in ever smaller pieces, to end with its last byte.
    """
    at = 0
    for size in (len(body), _FELT, 1):
        try:
            return _fed(body, at, size, limit)
        except _Stuck as stuck:
            at = stuck.at
    raise BadEncoding(f"no brotli at byte {at:,}")


def _fed(body: bytes, first: int, size: int, limit: int) -> bytes:
    """What the stream holds when it is fed so many bytes, then piece by piece."""
    decoder, found, at = brotli.Decompressor(), bytearray(), 0
    while at < len(body):
        end = first if at < first else at + size
        try:
            _feed(decoder, body[at:end], found, limit)
        except brotli.error as error:
            raise _Stuck(at) from error
        if len(found) > limit:
            return bytes(found[: limit + 1])
        if decoder.is_finished():
            if not found and end < len(body):
                raise BadEncoding("an empty stream of brotli, and other bytes behind it")
            return bytes(found)
        at = end
    raise CutOff(f"after {len(body):,} bytes")


def _feed(decoder: Any, piece: bytes, found: bytearray, limit: int) -> None:
    """A kilobyte of brotli can hold half a gigabyte: it is asked for a little at a time."""
    given = decoder.process(piece, output_buffer_limit=_GIVEN)
    while given:
        found += given
        if len(found) > limit or decoder.is_finished():
            return
        given = decoder.process(b"", output_buffer_limit=_GIVEN)


#: What goes wrong with a record, or with a body that does not hold what its headers say.
UNDECODABLE = (OSError, ValueError, BodyError)
#: More encodings around one body are an attack: each costs a pass over the whole.
MOST_ENCODINGS = 5
#: Streams behind each other in one body: who packs in pieces makes pieces of some kilobytes.
_MOST_STREAMS = 10_000
_GZIP, _ZSTD, _SKIPPED = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"\x50\x2a\x4d\x18"


def encodings_of(headers: Iterable[tuple[bytes, bytes]]) -> str:
    """All that an answer's headers say of content encodings, as one header would."""
    named = (value for name, value in headers if name.lower() == b"content-encoding")
    return b",".join(named).decode("latin-1")


def codings(encodings: str) -> list[str]:
    """The encodings that are named, innermost first.

    What is none of those that are registered, as ``utf-8`` or ``none``, says nothing: browsers
    pass over it.
    """
    named = (part.partition(";")[0].strip().lower() for part in encodings.split(","))
    return [name for name in named if name in _DECODERS or name in _UNKNOWN]


def decompressed(body: bytes, encodings: str, limit: int = LARGEST_PAGE) -> bytes:
    """The body without its content encodings; ``limit + 1`` bytes of it where it has more.

    An empty body is empty whatever is said of it, and bytes behind a complete stream are left out,
    as browsers do. Raises a ``BodyError``.
    """
    names = codings(encodings)
    if len(names) > MOST_ENCODINGS:
        raise Bomb(f"{len(names)} encodings")
    for name in reversed(names):
        if name in _UNKNOWN:
            raise BadEncoding(f"{name} is not known here")
        if body:
            body = _DECODERS[name](body, limit)
        if len(body) > limit:
            break
    return body


def _inflate(body: bytes, limit: int) -> bytes:
    """With zlib's header or, as some servers send it, without: no encoder begins raw data so."""
    bits = zlib.MAX_WBITS if body[0] & 15 == 8 else -zlib.MAX_WBITS
    return _streams(body, limit, partial(Zlib, bits), lambda rest: False)


def _streams(
    body: bytes, limit: int, begin: Callable[[], Unpacker], goes_on: Callable[[bytes], bool]
) -> bytes:
    """What the streams that follow each other hold; what is none of them is left out."""
    file, found, at = BytesIO(body), bytearray(), 0
    for _ in range(_MOST_STREAMS):
        stream = Stream(file, at, len(body), begin())
        try:
            found += stream.read(limit + 1 - len(found))
        except CutStream as error:
            raise CutOff(f"after {len(body):,} bytes") from error
        except UnreadableStream as error:
            raise (Bomb if error.reason == "too_large" else BadEncoding)(str(error)) from error
        at += stream.length
        if len(found) > limit or not goes_on(body[at : at + 4]):
            return bytes(found)
    raise Bomb(f"over {_MOST_STREAMS:,} streams")


def _is_gzip(rest: bytes) -> bool:
    """Whether another member begins there, or the beginning of its beginning."""
    return bool(rest) and _GZIP.startswith(rest[:3])


def _is_zstd(rest: bytes) -> bool:
    is_skipped = rest[1:] == _SKIPPED[1:] and rest[0] & 0xF0 == _SKIPPED[0]
    return is_skipped or (bool(rest) and _ZSTD.startswith(rest))


_gunzip = partial(_streams, begin=gzip_member, goes_on=_is_gzip)
_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "br": unbrotli,
    "zstd": partial(_streams, begin=zstd_frame, goes_on=_is_zstd),
}
#: Registered, never asked for, and read by no browser without more ado.
_UNKNOWN = {"compress", "x-compress", "aes128gcm", "dcb", "dcz", "exi", "pack200-gzip"}
