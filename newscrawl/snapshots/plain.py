"""Walk through the records of a WARC file that is not packed, past what is damaged."""

import os
from collections.abc import Iterator
from typing import IO

from fastwarc.warc import ArchiveIterator, WarcRecord

_MAGIC = b"WARC/"
_CHUNK = 1 << 20


def plain_records(file: IO[bytes]) -> Iterator[tuple[int, int, WarcRecord | None]]:
    """Offset, length and record; a damaged stretch up to the next record has none."""
    size = file.seek(0, os.SEEK_END)
    start = 0
    while start < size:
        file.seek(start)
        record = _first_of(file)
        end = _end_of(file, start, size, record)
        if end is None:
            end = _next_start(file, start + 1) or size
            yield start, end - start, None
        else:
            yield start, end - start, record
        start = end


def _first_of(file: IO[bytes]) -> WarcRecord | None:
    try:
        return next(iter(ArchiveIterator(file, parse_http=False, stream_detect=False)), None)
    except (OSError, ValueError):
        return None


def _end_of(file: IO[bytes], start: int, size: int, record: WarcRecord | None) -> int | None:
    """Where the record ends with another behind it, or the file; None where neither is so."""
    if record is None:
        return None
    file.seek(start)
    head = file.read(_CHUNK)
    blank = head.find(b"\r\n\r\n")
    if blank < 0:
        return None
    end = start + blank + 4 + record.content_length
    if not start < end <= size:
        return None
    file.seek(end)
    behind = file.read(len(_MAGIC) + 8)
    gap = len(behind) - len(behind.lstrip(b"\r\n"))
    is_whole = not behind.strip() or behind[gap:].startswith(_MAGIC)
    return end + gap if is_whole else None


def _next_start(file: IO[bytes], start: int) -> int | None:
    while True:
        file.seek(start)
        chunk = file.read(_CHUNK)
        at = chunk.find(b"\nWARC/1.")
        if at >= 0:
            return start + at + 1
        if len(chunk) < _CHUNK:
            return None
        start += len(chunk) - 8
