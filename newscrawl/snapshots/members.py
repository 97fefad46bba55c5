"""Walk through the records of a WARC file, packed one by one or plain, past what is damaged."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Generic, TypeAlias, TypeVar

from newscrawl.snapshots.record_headers import BEGINS, ENOUGH, Head, begins_record, read_head
from newscrawl.snapshots.stream import GZIP, Packing, Stream, UnreadableStream

Found = TypeVar("Found")
#: The headers of a member's first record, None where there is none; and how many stand behind it.
Heads: TypeAlias = tuple[Head | None, int]

_CHUNK = 1 << 20
#: Bytes of a record that are held in memory, at most: more than a page or a source may have.
_LARGEST = 1 << 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked(Generic[Found]):
    """A stretch of a file, and what somebody found in it: nothing where it is damaged."""

    offset: int
    length: int
    found: Found | None
    reason: str = "damaged"


def members(file: IO[bytes], start: int = 0) -> Iterator[Walked[bytes]]:
    """The records of gzip members from ``start`` to the end; each damaged stretch is one."""
    return walk(file, start, file.seek(0, os.SEEK_END), GZIP, _record)


def walk(
    file: IO[bytes], start: int, end: int, packing: Packing, look: Callable[[Stream], Found | None]
) -> Iterator[Walked[Found]]:
    """What ``look`` finds in each member; a damaged stretch goes up to the next record.

    ``look`` says None of a member that holds no record.
    """
    while start < end:
        walked = _member_at(file, start, end, packing, look)
        if walked.found is None:
            stop = next_record(file, start + 1, end, packing) or end
            walked = Walked(offset=start, length=stop - start, found=None, reason=walked.reason)
        yield walked
        start += walked.length


def next_record(file: IO[bytes], start: int, end: int, packing: Packing | None) -> int | None:
    """Where the next record begins, or None: the mark alone also stands within bodies.

    Where nothing is packed, a line behind ``start`` that looks like a record's first.
    """
    mark = packing.mark if packing else BEGINS
    while start < end:
        file.seek(start)
        chunk = file.read(min(_CHUNK, end - start))
        for found in mark.finditer(chunk):
            at = start + found.start(1)
            if packing is None or _begins_record(packing.open(file, at, end)):
                return at
        if len(chunk) < _CHUNK:
            return None
        # A mark may lie across the border of two chunks.
        start += len(chunk) - ENOUGH
    return None


def _member_at(
    file: IO[bytes], start: int, end: int, packing: Packing, look: Callable[[Stream], Found | None]
) -> Walked[Found]:
    stream = packing.open(file, start, end)
    try:
        found = look(stream)
        if found is not None:
            stream.skip(sys.maxsize)
    except UnreadableStream as error:
        return Walked(offset=start, length=0, found=None, reason=error.reason)
    return Walked(offset=start, length=stream.length, found=found)


def _record(stream: Stream) -> bytes | None:
    if not stream.peek(5).startswith(b"WARC/"):
        return None
    record = stream.read(_LARGEST)
    return None if stream.peek(1) else record


def _begins_record(stream: Stream) -> bool:
    try:
        return begins_record(stream.peek(5)) or begins_record(stream.peek(ENOUGH))
    except UnreadableStream:
        return False


def plain_records(file: IO[bytes], start: int, end: int) -> Iterator[Walked[Heads]]:
    """The headers of records that are not packed; a damaged stretch goes up to the next record."""
    while start < end:
        stream = Stream(file, start, end, None)
        head = read_head(stream)
        stop = _end_of(file, start + stream.at + head.length, end) if head else None
        if stop is None:
            head, stop = None, next_record(file, start, end, None) or end
        yield Walked(offset=start, length=stop - start, found=(head, 0) if head else None)
        start = stop


def _end_of(file: IO[bytes], stop: int, end: int) -> int | None:
    """Where the record ends with another behind it, or the file; None where neither is so."""
    if stop > end:
        return None
    file.seek(stop)
    behind = file.read(min(ENOUGH, end - stop))
    found = behind.lstrip(b"\r\n")
    is_whole = not behind.strip() or begins_record(found)
    return stop + len(behind) - len(found) if is_whole else None
