"""Walk through the records of a WARC file that is not packed, past what is damaged."""

from collections.abc import Iterator
from typing import IO

from newscrawl.snapshots.heads import ENOUGH, Head, begins_record, next_record, read_head
from newscrawl.snapshots.stream import Stream

_CHUNK = 1 << 20


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
