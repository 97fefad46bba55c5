"""Take brotli off a body: its library refuses bytes behind a stream, and says not where it ends."""

from typing import Any

import brotli

from newscrawl.errors import BadEncoding, CutOff

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
