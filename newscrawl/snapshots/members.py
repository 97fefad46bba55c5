"""Walk through the records of a WARC file, packed one by one or plain, past what is damaged."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Generic, TypeVar

from newscrawl.snapshots.record_headers import ENOUGH, Head, begins_record, next_record, read_head
from newscrawl.snapshots.stream import GZIP, Packing, Stream, UnreadableStream

Found = TypeVar("Found")

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
            stop = next_member(file, start + 1, end, packing) or end
            walked = Walked(offset=start, length=stop - start, found=None, reason=walked.reason)
        yield walked
        start += walked.length


def next_member(file: IO[bytes], start: int, end: int, packing: Packing) -> int | None:
    """Where the next record begins, or None: the mark alone also stands within bodies."""
    while start < end:
        file.seek(start)
        chunk = file.read(min(_CHUNK, end - start))
        at = chunk.find(packing.magic)
        while at >= 0:
            if _begins_record(packing.open(file, start + at, end)):
                return start + at
            at = chunk.find(packing.magic, at + 1)
        if len(chunk) < _CHUNK:
            return None
        # A mark may lie across the border of two chunks.
        start += len(chunk) - len(packing.magic) + 1
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


def plain_records(file: IO[bytes], start: int, end: int) -> Iterator[tuple[int, int, Head | None]]:
    """Offset, length and headers; a damaged stretch up to the next record has none."""
    while start < end:
        stream = Stream(file, start, end, None)
        head = read_head(stream)
        stop = _end_of(file, start + stream.at + head.length, end) if head else None
        if stop is None:
            head, stop = None, next_plain(file, start, end) or end
        yield start, stop - start, head
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


def next_plain(file: IO[bytes], start: int, end: int) -> int | None:
    """Where the next line begins behind ``start`` that looks like a record's first, or None."""
    while start < end:
        file.seek(start)
        chunk = file.read(min(_CHUNK, end - start))
        at = next_record(chunk)
        if at is not None:
            return start + at
        if len(chunk) < _CHUNK:
            return None
        # A line may lie across the border of two chunks.
        start += len(chunk) - ENOUGH
    return None
