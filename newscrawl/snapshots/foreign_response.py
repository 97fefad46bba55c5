"""Read the answer that a record in anybody's WARC file holds, and its page.

Bodies may be chunked and packed, or no longer be what their headers say: some tools unpack them
and leave the headers as they were.
"""

import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newscrawl.errors import CutShort, SnapshotError
from newscrawl.markup.document_end import has_end
from newscrawl.markup.encoding import declared_charset
from newscrawl.page import Page, WarcLocation, payload_digest
from newscrawl.size_limits import LARGEST_PAGE
from newscrawl.snapshots.decoding import UNDECODABLE, decompressed
from newscrawl.snapshots.digests import is_digest
from newscrawl.snapshots.named_files import open_kept, place_of
from newscrawl.snapshots.record_headers import Head, fields_in, read_head, split_head
from newscrawl.snapshots.stream import Stream, UnreadableStream, packing_at

_GZIP = b"\x1f\x8b"
_CONTENT, _TRANSFER = "content-encoding", "transfer-encoding"
#: Headers take some room beside the largest body.
LARGEST_RECORD = LARGEST_PAGE + 200_000
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})(?!\d)", re.IGNORECASE)
#: An answer before the answer, such as 100 Continue.
_INTERIM = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+1\d\d(?!\d)", re.IGNORECASE)
#: Records of a page alone, without the headers that were sent with it.
_BARE = {"resource", "conversion"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a capture holds: the answer's status and headers, and its page."""

    status: int
    headers: dict[str, str]
    digest: str
    page: Page


def read_capture(home: Path, kept: WarcLocation, url: str, fetched_at: datetime) -> Page:
    """The page that a snapshot's row names, in anybody's file; raises ``SnapshotError``."""
    found = read_answer(home, kept.file, kept.offset, url, fetched_at)
    if found.digest != kept.digest:
        raise SnapshotError(
            f"{place_of(home, kept.file)} at {kept.offset}: the bytes do not match their digest"
        )
    return found.page


def read_answer(home: Path, file: str, offset: int, url: str, fetched_at: datetime) -> Answered:
    """The answer in a record that holds a page; raises ``SnapshotError`` where it is damaged."""
    where = f"{place_of(home, file)} at {offset}"
    try:
        head, block = _read(home, file, offset)
    except (OSError, UnreadableStream) as error:
        raise SnapshotError(f"{where}: {error}") from error
    if head is None:
        raise SnapshotError(f"{where}: no record")
    if len(block) < head.length:
        raise SnapshotError(f"{where}: the record is cut off")
    status, headers, payload = _message(head, block)
    if status is None:
        raise SnapshotError(f"{where}: the answer has no status")
    body, is_whole = _body(payload, headers)
    html = _unpacked(body, headers, where)
    named = head.fields.get("warc-payload-digest")
    # Some tools sum up what was sent, some the page.
    if named and not any(is_digest(named, each) for each in (payload, body, html)):
        raise SnapshotError(f"{where}: the bytes do not match their digest")
    if not is_whole and not has_end(html):
        raise CutShort(f"{where}: the answer is cut off")
    content_type = headers.get("content-type") or ""
    return Answered(
        status=status,
        headers=headers,
        digest=named or payload_digest(payload),
        page=Page(
            url, html, fetched_at, declared_charset(content_type.encode("latin-1", "replace"))
        ),
    )


def _read(home: Path, file: str, offset: int) -> tuple[Head | None, bytes]:
    with open_kept(home, file) as opened:
        end = opened.seek(0, os.SEEK_END)
        packing = packing_at(opened, offset)
        stream = packing.open(opened, offset, end) if packing else Stream(opened, offset, end, None)
        head = read_head(stream)
        return head, stream.read(min(head.length, LARGEST_RECORD)) if head else b""


def _message(head: Head, block: bytes) -> tuple[int | None, dict[str, str], bytes]:
    """Status, headers by their names in lower case, and payload of a record's block."""
    content_type = head.fields.get("content-type", "")
    if head.kind in _BARE and not content_type.lower().startswith("application/http"):
        return 200, {"content-type": content_type}, block
    lines, payload = split_head(block)
    while _INTERIM.match(lines) and _STATUS.match(payload):
        lines, payload = split_head(payload)
    status = _STATUS.match(lines)
    fields = fields_in(lines.partition(b"\n")[2])
    headers = dict(fields)
    for name in (_CONTENT, _TRANSFER):
        if name in headers:
            headers[name] = ", ".join(value for each, value in fields if each == name)
    return int(status[1]) if status else None, headers, payload


def _body(payload: bytes, headers: dict[str, str]) -> tuple[bytes, bool]:
    """The body without lengths of chunks, and whether it came as far as its headers say."""
    if "chunked" in headers.get(_TRANSFER, "").lower():
        return unchunked(payload)
    said = headers.get("content-length", "")
    # A packed body tells by itself, and one that a tool has unpacked has another length.
    is_told = re.fullmatch(r"\d{1,15}", said, re.ASCII) and _CONTENT not in headers
    return payload, not is_told or len(payload) >= int(said)


def _unpacked(body: bytes, headers: dict[str, str], where: str) -> bytes:
    # A transfer may be packed around what is packed.
    encodings = ",".join(headers.get(name, "") for name in (_CONTENT, _TRANSFER))
    try:
        return decompressed(body, encodings)
    except UNDECODABLE as error:
        if b"<" in body[:1000] and body[:2] != _GZIP:
            return body
        raise SnapshotError(f"{where}: {error}") from error


_LENGTH = re.compile(rb"[ \t]*(?:0[xX])?(0*[0-9a-fA-F]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LINE_END = re.compile(rb"\r?\n")
_BLANK_LINES = re.compile(rb"(?:\r?\n)*")


def unchunked(payload: bytes) -> tuple[bytes, bool]:
    """The body as far as it came, without lengths, and whether it came to its end.

    What has no length in front was not in chunks, whatever its headers say: some tools take them
    out.
    """
    begins = _BLANK_LINES.match(payload)
    parts, at = list[bytes](), begins.end() if begins else 0
    if _LENGTH.match(payload, at) is None:
        return payload, True
    while (line := _LENGTH.match(payload, at)) is not None:
        length, at = int(line[1], 16), line.end()
        if length == 0:
            return b"".join(parts), True
        parts.append(payload[at : at + length])
        at += length
        line_end = _LINE_END.match(payload, at)
        if line_end is None:
            break
        at = line_end.end()
    return b"".join(parts), payload[at:].strip() == b"0"
