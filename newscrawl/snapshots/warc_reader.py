"""Read kept pages back, and refuse bytes that are not those that were kept."""

from datetime import datetime
from io import BytesIO
from itertools import islice
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from newscrawl.errors import BodyError, SnapshotError
from newscrawl.page import HttpExchange, Page, WarcLocation, payload_digest
from newscrawl.snapshots.make_records import Message, Original, message_in
from newscrawl.snapshots.members import members
from newscrawl.snapshots.named_files import open_kept, place_of


def read_page(home: Path, kept: WarcLocation, url: str, fetched_at: datetime) -> Page:
    """The page of a response record, decoded as a browser would; raises ``SnapshotError``."""
    message = _read(home, kept)[1]
    return Page(url, _decoded(message, home, kept), fetched_at, message.charset)


def kept_answer(
    home: Path, kept: WarcLocation, url: str, fetched_at: datetime
) -> tuple[bytes, HttpExchange]:
    """What an answer that was asked for and kept says, and it as it came.

    Raises ``SnapshotError``.
    """
    message = _read(home, kept)[1]
    sent = HttpExchange(
        url=url,
        asked=url,
        fetched_at=fetched_at,
        status=200,
        headers=message.headers,
        body=message.body,
    )
    return _decoded(message, home, kept), sent


def original_of(home: Path, kept: WarcLocation) -> Original:
    """What a revisit record says of a response record; raises ``SnapshotError``."""
    headers = _read(home, kept)[0].headers
    return Original(
        record_id=headers["WARC-Record-ID"],
        url=headers["WARC-Target-URI"],
        date=headers["WARC-Date"],
    )


def raw_records(home: Path, kept: WarcLocation) -> bytes:
    """A record as it stands in its file, packed, with the record of the request it answers."""
    path = place_of(home, kept.file)
    try:
        with open_kept(home, kept.file) as file:
            if not kept.is_ours:
                file.seek(kept.offset)
                return file.read(kept.length)
            found = list(islice(members(file, kept.offset), 2))
            if not found or found[0].found is None:
                raise SnapshotError(f"{path} at {kept.offset}: no record")
            length = found[0].length
            if len(found) == 2 and _belong_together(found[0].found, found[1].found):
                length += found[1].length
            file.seek(kept.offset)
            return file.read(length)
    except OSError as error:
        raise SnapshotError(f"{path}: {error.strerror or error}") from error


def _belong_together(answer: bytes, next_one: bytes | None) -> bool:
    first, second = first_record(answer), first_record(next_one or b"")
    asked = second.headers.get("WARC-Concurrent-To") if second else None
    return first is not None and asked == first.headers["WARC-Record-ID"]


def first_record(raw: bytes) -> WarcRecord | None:
    """The record that the bytes are, unpacked; None where nobody can read it."""
    try:
        return next(iter(ArchiveIterator(BytesIO(raw), parse_http=False)), None)
    except (OSError, ValueError):
        return None


def _read(home: Path, kept: WarcLocation) -> tuple[WarcRecord, Message]:
    """The response record, and the answer that it keeps."""
    path = home / kept.file
    try:
        with open_kept(home, kept.file) as file:
            file.seek(kept.offset)
            only = WarcRecordType.response
            record = next(iter(ArchiveIterator(file, record_types=only, parse_http=False)))
            message = message_in(record.reader.read())
    except (OSError, ValueError, StopIteration) as error:
        raise SnapshotError(f"{path} at {kept.offset}: {error or 'no record'}") from error
    named = record.headers.get("WARC-Payload-Digest")
    if named != kept.digest or payload_digest(message.body) != named:
        raise SnapshotError(f"{path} at {kept.offset}: the bytes do not match their digest")
    return record, message


def _decoded(message: Message, home: Path, kept: WarcLocation) -> bytes:
    try:
        return message.decoded()
    except BodyError as error:
        raise SnapshotError(f"{home / kept.file} at {kept.offset}: {error}") from error
