"""Find pages in WARC files that other tools wrote, packed record by record or plain."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from newscrawl.errors import SnapshotError
from newscrawl.snapshots.answered import LARGEST_RECORD
from newscrawl.snapshots.members import members
from newscrawl.snapshots.plain import plain_records

_GZIP, _MAGIC = b"\x1f\x8b", b"WARC/"
_ANSWERS = WarcRecordType.response | WarcRecordType.revisit
_CHUNK = 1 << 20
#: Of the web: what says that it is older is not dated, and may be none that can be stored.
_FIRST_YEAR = 1990


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A record of an answer: what its own headers say, before its page is read."""

    path: str
    offset: int
    length: int
    url: str
    fetched_at: datetime
    #: Of the payload, as the record names it.
    digest: str | None
    #: A revisit has no page of its own; it may say when the same page was captured.
    is_revisit: bool
    refers_to: datetime | None = None


@dataclass(frozen=True, slots=True)
class Bad:
    """A record, or a stretch of a file, that is passed over, and why."""

    reason: str


def captures_in(path: Path) -> Iterator[Capture | Bad]:
    """The answers in a file, in their order; raises ``SnapshotError`` where it is no WARC file."""
    try:
        with path.open("rb") as file:
            head = file.read(2)
            file.seek(0)
            if head == _GZIP:
                _refuse_packed_as_a_whole(path, file)
                found = _packed(file)
            else:
                _refuse_what_is_no_warc(path, file)
                found = plain_records(file)
            for offset, length, record in found:
                if record is None:
                    yield Bad("damaged")
                elif record.record_type & _ANSWERS:
                    yield _capture(path, offset, length, record)
    except OSError as error:
        raise SnapshotError(f"{path}: {error.strerror or error}") from error


_Found = Iterator[tuple[int, int, WarcRecord | None]]


def _packed(file: IO[bytes]) -> _Found:
    for member in members(file):
        record = _first(member.record) if member.record is not None else None
        yield member.offset, member.length, record


def _first(raw: bytes) -> WarcRecord | None:
    try:
        return next(iter(ArchiveIterator(BytesIO(raw), parse_http=False)), None)
    except (OSError, ValueError):
        return None


def _refuse_what_is_no_warc(path: Path, file: IO[bytes]) -> None:
    if file.read(len(_MAGIC)) != _MAGIC:
        raise SnapshotError(f"{path} is no WARC file")


def _refuse_packed_as_a_whole(path: Path, file: IO[bytes]) -> None:
    """A record within one long stream of gzip has no place of its own to be read from again."""
    head = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        begun = head.decompress(file.read(_CHUNK), LARGEST_RECORD)
    except zlib.error:
        return
    finally:
        file.seek(0)
    record = _first(begun)
    blank = begun.find(b"\r\n\r\n")
    if record is None or blank < 0:
        return
    behind = begun[blank + 4 + record.content_length :].lstrip(b"\r\n")
    if behind.startswith(_MAGIC):
        raise SnapshotError(f"{path} is packed as a whole, not record by record: gunzip it first")


def _capture(path: Path, offset: int, length: int, record: WarcRecord) -> Capture | Bad:
    headers = record.headers
    # wget sets the address in angle brackets.
    url = (headers.get("WARC-Target-URI") or "").strip().strip("<>")
    fetched_at = _moment(headers.get("WARC-Date"))
    if not url or fetched_at is None:
        return Bad("headers")
    if record.content_length > LARGEST_RECORD:
        return Bad("too_large")
    if headers.get("WARC-Segment-Number", "1") != "1" or headers.get("WARC-Truncated"):
        return Bad("truncated")
    return Capture(
        path=str(path),
        offset=offset,
        length=length,
        url=url,
        fetched_at=fetched_at,
        digest=headers.get("WARC-Payload-Digest"),
        is_revisit=record.record_type == WarcRecordType.revisit,
        refers_to=_moment(headers.get("WARC-Refers-To-Date")),
    )


def _moment(stated: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat((stated or "").strip())
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment if moment.year >= _FIRST_YEAR else None
