"""Find pages in WARC and ARC files that other tools wrote, packed record by record or plain."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat
from typing import IO, NamedTuple, TypeAlias
from zipfile import ZipInfo

from newscrawl.errors import SnapshotError
from newscrawl.snapshots.capture_headers import Bad, Capture, captures_of
from newscrawl.snapshots.members import Heads, Walked, next_record, plain_records, walk
from newscrawl.snapshots.named_files import ALL, open_named
from newscrawl.snapshots.record_headers import ENOUGH, Head, begins_record, read_head
from newscrawl.snapshots.stream import Packing, Stream, UnreadableStream, packing_at
from newscrawl.snapshots.wacz import ZIP, files_in_zip, place_of

#: How files begin that are none of WARC records as they are, and what to do about it.
_OTHERS = {
    b"\x04\x22\x4d\x18": "is packed with LZ4: unpack it first (lz4 -d)",
    b"\x02\x21\x4c\x18": "is packed with LZ4: unpack it first (lz4 -d)",
    b"BZh": "is packed with bzip2: unpack it first (bunzip2)",
    b"\xfd7zXZ\0": "is packed with xz: unpack it first (unxz)",
}


class InnerFile(NamedTuple):
    """Where a WARC file stands in a file, or is it; its name in there, and why it is not read."""

    start: int
    end: int
    within: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of a file, of which the records are read that begin in it."""

    path: str
    #: The WARC file to which it belongs: a WACZ holds several.
    inner: InnerFile
    #: Where the stretch is.
    begin: int
    until: int
    #: Whether a record is known to begin where the stretch does; else it is looked for.
    is_sure: bool

    @property
    def name(self) -> str:
        return f"{self.path}: {self.inner.within}" if self.inner.within else self.path


#: A record, or what is none, by its place in the file, and the captures in it.
RecordMet: TypeAlias = Walked[tuple[Capture | Bad, ...]]


def stretches_in(path: str) -> list[InnerFile]:
    """Where each WARC file in a file begins and ends; raises ``SnapshotError``."""
    with _readable(path), open_named(path) as file:
        head, end = file.read(6), file.seek(0, os.SEEK_END)
        for magic, what in _OTHERS.items():
            if head.startswith(magic):
                raise SnapshotError(f"{path} {what}")
        if not head.startswith(ZIP):
            return [InnerFile(0, end)]
        return [_inner(path, file, one) for one in files_in_zip(path, file)]


def _inner(path: str, file: IO[bytes], one: ZipInfo) -> InnerFile:
    """One that is not read costs the others nothing."""
    try:
        start, end = place_of(path, file, one)
    except SnapshotError as error:
        return InnerFile(one.header_offset, one.header_offset, one.filename, str(error))
    return InnerFile(start, end, one.filename)


def met_in(span: Span) -> Iterator[RecordMet]:
    """What stands in a stretch, in its order.

    Raises ``SnapshotError`` where it is no WARC file, but within a file of several.
    """
    if span.inner.fault:
        yield _unread(span, span.inner.fault)
        return
    with _readable(span.path), open_named(span.path, ALL) as file:
        try:
            for met in _met(span, file):
                if met.offset >= span.until:
                    return
                yield met
        except (SnapshotError, UnreadableStream) as error:
            if not span.inner.within:
                raise
            is_named = isinstance(error, SnapshotError)
            yield _unread(span, str(error) if is_named else f"{span.name}: {error}")


def _unread(span: Span, said: str) -> RecordMet:
    length = span.inner.end - span.begin
    return Walked(offset=span.begin, length=length, found=(Bad("unread", said),))


@contextmanager
def _readable(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SnapshotError(f"{path}: {error.strerror or error}") from error
    except UnreadableStream as error:
        raise SnapshotError(f"{path}: {error}") from error


def _met(span: Span, file: IO[bytes]) -> Iterator[RecordMet]:
    path, end, packing = span.path, span.inner.end, packing_at(file, span.inner.start)
    if span.begin == span.inner.start:
        _refuse_what_is_none(span, file, packing)
    begin: int | None = span.begin
    if not span.is_sure:
        begin = next_record(file, span.begin, min(end, span.until + ENOUGH), packing)
    if begin is None:
        return
    walked = (
        plain_records(file, begin, end)
        if packing is None
        else walk(file, begin, end, packing, _heads)
    )
    for one in walked:
        captures = tuple(_captures_in(path, one))
        yield Walked(offset=one.offset, length=one.length, found=captures)


def _heads(stream: Stream) -> Heads | None:
    first, count = None, 0
    while stream.peek(ENOUGH).strip():
        # Behind its own end, a record may have bytes of nobody: its length is wrong.
        if (head := _whole_head(stream)) is None:
            return None
        first, count = first or head, count + 1
    return first, max(count - 1, 0)


def _whole_head(stream: Stream) -> Head | None:
    """The headers of the next record, which is passed over; None where it is not whole."""
    head = read_head(stream)
    return head if head and stream.skip(head.length) == head.length else None


def _captures_in(path: str, one: Walked[Heads]) -> Iterator[Capture | Bad]:
    if one.found is None:
        yield Bad(one.reason)
        return
    first, others = one.found
    if first is not None:
        yield from captures_of(path, one.offset, one.length, first)
    yield from repeat(Bad("packed_together"), others)


def _refuse_what_is_none(span: Span, file: IO[bytes], packing: Packing | None) -> None:
    """Raise ``SnapshotError`` for what is no WARC file, or is not packed record by record.

    A record within one long packed stream has no place of its own to be read from again.
    """
    start, end = span.inner.start, span.inner.end
    stream = packing.open(file, start, end) if packing else Stream(file, start, end, None)
    try:
        if packing and not stream.peek(1):
            return
        if not begins_record(stream.peek(ENOUGH).lstrip(b"\r\n")):
            if packing is None or next_record(file, start + 1, end, packing) is None:
                raise SnapshotError(f"{span.name} is not a WARC file")
        elif packing and _whole_head(stream) and read_head(stream):
            command = packing.command
            raise SnapshotError(
                f"{span.name} is compressed as a whole, not record by record: {command} it first"
            )
    except UnreadableStream:
        return
