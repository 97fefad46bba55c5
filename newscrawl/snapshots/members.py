"""Walk through the gzip members of a WARC file, one for each record, past what is damaged."""

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

_CHUNK = 1 << 20
#: Most records are small, and what is read beyond one is read again.
_FIRST_CHUNK = 1 << 15
#: Tells zlib to expect gzip's header and to check its sum.
_GZIP = zlib.MAX_WBITS | 16
_MAGIC = b"\x1f\x8b\x08"
_BEGINS = b"WARC/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A stretch of a file: a record, or bytes that are none."""

    offset: int
    length: int
    #: The record, unpacked; None where the bytes are damaged.
    record: bytes | None


def members(file: IO[bytes], start: int = 0) -> Iterator[Member]:
    """The members from ``start`` to the end; each damaged stretch is one, up to the next record."""
    size = file.seek(0, os.SEEK_END)
    while start < size:
        found = _member_at(file, start)
        if found.record is None:
            end = _next_start(file, start + 1)
            found = Member(offset=start, length=(end or size) - start, record=None)
        yield found
        start += found.length


def _member_at(file: IO[bytes], start: int) -> Member:
    """The member that begins there, with no record where there is no whole one."""
    file.seek(start)
    unpacker, parts, taken, size = zlib.decompressobj(_GZIP), [], 0, _FIRST_CHUNK
    try:
        while not unpacker.eof:
            chunk = file.read(size)
            size = _CHUNK
            if not chunk:
                return Member(offset=start, length=taken, record=None)
            parts.append(unpacker.decompress(chunk))
            taken += len(chunk)
    except zlib.error:
        return Member(offset=start, length=taken, record=None)
    record = b"".join(parts)
    is_record = record.startswith(_BEGINS)
    length = taken - len(unpacker.unused_data)
    return Member(offset=start, length=length, record=record if is_record else None)


def _next_start(file: IO[bytes], start: int) -> int | None:
    """Where the next record begins, or None: gzip's mark alone also stands within bodies."""
    while True:
        file.seek(start)
        chunk = file.read(_CHUNK)
        at = chunk.find(_MAGIC)
        while at >= 0:
            if _begins_record(file, start + at):
                return start + at
            at = chunk.find(_MAGIC, at + 1)
        if len(chunk) < _CHUNK:
            return None
        # A mark may lie across the border of two chunks.
        start += len(chunk) - len(_MAGIC) + 1


def _begins_record(file: IO[bytes], at: int) -> bool:
    file.seek(at)
    try:
        begun = zlib.decompressobj(_GZIP).decompress(file.read(512), len(_BEGINS))
    except zlib.error:
        return False
    return begun == _BEGINS
