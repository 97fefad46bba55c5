"""Find and read pages in WARC files that other tools wrote, past what is damaged.

Files may be packed record by record, or plain. Bodies may be chunked and packed, or no longer be
what their headers say: some tools unpack them and leave the headers as they were.
"""

import base64
import hashlib
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from newscrawl.errors import SnapshotError
from newscrawl.page import LARGEST, Kept, Page
from newscrawl.snapshots.decoding import UNDECODABLE, decompressed
from newscrawl.snapshots.members import members
from newscrawl.snapshots.records import payload_digest

_GZIP, _MAGIC = b"\x1f\x8b", b"WARC/"
_ANSWERS = WarcRecordType.response | WarcRecordType.revisit
#: Headers take some room beside the largest body.
_LARGEST_RECORD = LARGEST + 200_000
_CHUNK = 1 << 20


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a capture holds: the answer's status and headers, and its page."""

    status: int
    headers: dict[str, str]
    digest: str
    page: Page


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
                found = _plain(path, file)
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


def _plain(path: Path, file: IO[bytes]) -> _Found:
    """Records by their lengths; behind a damaged one the next is looked for."""
    if file.read(len(_MAGIC)) != _MAGIC:
        raise SnapshotError(f"{path} is no WARC file")
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
    file.seek(end)
    behind = file.read(len(_MAGIC) + 8)
    gap = len(behind) - len(behind.lstrip(b"\r\n"))
    is_whole = end <= size and (not behind.strip() or behind[gap:].startswith(_MAGIC))
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


def _refuse_packed_as_a_whole(path: Path, file: IO[bytes]) -> None:
    """A record within one long stream of gzip has no place of its own to be read from again."""
    head = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        begun = head.decompress(file.read(_CHUNK), _LARGEST_RECORD)
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
    if record.content_length > _LARGEST_RECORD:
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
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def read_capture(home: Path, kept: Kept, url: str, fetched_at: datetime) -> Page:
    """The page that a snapshot's row names, in anybody's file; raises ``SnapshotError``."""
    found = read_answer(home / kept.file, kept.offset, url, fetched_at)
    if found.digest != kept.digest:
        raise SnapshotError(
            f"{home / kept.file} at {kept.offset}: the bytes do not match their digest"
        )
    return found.page


def read_answer(path: Path, offset: int, url: str, fetched_at: datetime) -> Answered:
    """The answer in a response record; raises ``SnapshotError`` where it is damaged."""
    where = f"{path} at {offset}"
    try:
        with path.open("rb") as file:
            file.seek(offset)
            record = next(iter(ArchiveIterator(file, parse_http=False)))
            record.parse_http(quirks_mode=True)
            payload = record.reader.read(_LARGEST_RECORD)
    except (*UNDECODABLE, StopIteration) as error:
        raise SnapshotError(f"{where}: {error or 'no record'}") from error
    named = record.headers.get("WARC-Payload-Digest")
    headers = {name.lower(): value for name, value in record.http_headers.to_tuples()}
    body = _unchunked(payload, headers)
    if named is not None and not (_is_digest(named, payload) or _is_digest(named, body)):
        raise SnapshotError(f"{where}: the bytes do not match their digest")
    return Answered(
        status=record.http_headers.status_code or 0,
        headers=headers,
        digest=named or payload_digest(payload),
        page=Page(url, _unpacked(body, headers, where), fetched_at, record.http_charset),
    )


def _unchunked(payload: bytes, headers: dict[str, str]) -> bytes:
    """The payload without the lengths of its chunks, where it still has them."""
    if "chunked" not in headers.get("transfer-encoding", "").lower():
        return payload
    parts, at = list[bytes](), 0
    while True:
        line, end, _ = payload[at : at + 100].partition(b"\r\n")
        try:
            length = int(line.split(b";")[0], 16)
        except ValueError:
            return payload
        at += len(line) + len(end)
        if not end or length < 0 or at + length > len(payload):
            return payload
        if length == 0:
            return b"".join(parts)
        parts.append(payload[at : at + length])
        at += length + 2


def _unpacked(body: bytes, headers: dict[str, str], where: str) -> bytes:
    try:
        return decompressed(body, headers.get("content-encoding", ""))
    except UNDECODABLE as error:
        if b"<" in body[:1000] and body[:2] != _GZIP:
            return body
        raise SnapshotError(f"{where}: {error}") from error


def _is_digest(named: str, payload: bytes) -> bool:
    """Whether a digest, in any of the usual spellings, is the payload's; unknown ones are."""
    algorithm, _, value = named.partition(":")
    name = algorithm.lower().replace("-", "")
    if name not in {"sha1", "sha256", "sha512", "md5"}:
        return True
    digest = hashlib.new(name, payload, usedforsecurity=False).digest()
    spellings = (base64.b32encode(digest).decode(), digest.hex(), base64.b64encode(digest).decode())
    return value in spellings or value.lower() in (each.lower() for each in spellings[:2])
