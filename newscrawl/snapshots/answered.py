"""Read the answer that a record in anybody's WARC file holds, and its page.

Bodies may be chunked and packed, or no longer be what their headers say: some tools unpack them
and leave the headers as they were.
"""

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fastwarc.warc import ArchiveIterator

from newscrawl.errors import SnapshotError
from newscrawl.page import LARGEST, Kept, Page
from newscrawl.snapshots.decoding import UNDECODABLE, decompressed
from newscrawl.snapshots.records import payload_digest

_GZIP = b"\x1f\x8b"
#: Headers take some room beside the largest body.
LARGEST_RECORD = LARGEST + 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a capture holds: the answer's status and headers, and its page."""

    status: int
    headers: dict[str, str]
    digest: str
    page: Page


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
            length = min(record.content_length, LARGEST_RECORD)
            payload = record.reader.read(length)
    except (*UNDECODABLE, StopIteration) as error:
        raise SnapshotError(f"{where}: {error or 'no record'}") from error
    if record.http_headers is None or len(payload) < length:
        raise SnapshotError(f"{where}: the record is cut off")
    if record.http_headers.status_code is None:
        raise SnapshotError(f"{where}: the answer has no status")
    named = record.headers.get("WARC-Payload-Digest")
    headers = {name.lower(): value for name, value in record.http_headers.to_tuples()}
    body = _unchunked(payload, headers)
    if named is not None and not (_is_digest(named, payload) or _is_digest(named, body)):
        raise SnapshotError(f"{where}: the bytes do not match their digest")
    return Answered(
        status=record.http_headers.status_code,
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
