"""What stands in a WARC record: its headers, and the message as it went over the wire."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from uuid import uuid4

from newscrawl.errors import SnapshotError
from newscrawl.markup.encoding import declared_charset
from newscrawl.page import HttpExchange, payload_digest
from newscrawl.size_limits import LARGEST_PAGE
from newscrawl.snapshots.decoding import codings, decompressed, encodings_of

_REVISIT = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_MESSAGE = "application/http;msgtype="
#: Tells zlib to write gzip's header.
_GZIP = 16
#: Bytes of a record that is packed with little room, or not packed at all: to make the room for a
#: long one takes 40 µs, which is more than all else that is done for a short one.
_SHORT = 1_024
_LITTLE_ROOM, _MUCH_ROOM = (10, 3), (zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL)
#: The body is kept without it, and readers would look for chunks.
_CHUNKS = b"transfer-encoding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What a revisit record says of the record that holds its bytes."""

    record_id: str
    url: str
    #: As that record writes it.
    date: str


def info_record(name: str, about: Mapping[str, str]) -> bytes:
    """The record that opens a file and says what wrote it."""
    fields = "".join(f"{key}: {one_line(value)}\r\n" for key, value in about.items())
    date = _date(datetime.now(UTC))
    headers = {"WARC-Filename": name, "WARC-Date": date, "Content-Type": "application/warc-fields"}
    return _record("warcinfo", new_id(), headers, fields.encode())


def response_record(record_id: str, fetched: HttpExchange) -> bytes:
    headers = {
        **_about(fetched),
        "WARC-Payload-Digest": fetched.digest,
        "Content-Type": f"{_MESSAGE}response",
    }
    return _record("response", record_id, headers, _head(fetched) + fetched.body)


def revisit_record(record_id: str, fetched: HttpExchange, original: Original) -> bytes:
    """The answer without its body, which ``original`` holds already."""
    headers = {
        **_about(fetched),
        "WARC-Profile": _REVISIT,
        "WARC-Refers-To": original.record_id,
        "WARC-Refers-To-Target-URI": one_line(original.url),
        "WARC-Refers-To-Date": original.date,
        "WARC-Payload-Digest": fetched.digest,
        "Content-Type": f"{_MESSAGE}response",
    }
    return _record("revisit", record_id, headers, _head(fetched))


def request_record(response_id: str, fetched: HttpExchange) -> bytes:
    """The request that the response of that id answers."""
    headers = {
        **_about(fetched),
        "WARC-Concurrent-To": response_id,
        # A page is asked for without a body.
        "WARC-Payload-Digest": _EMPTY,
        "Content-Type": f"{_MESSAGE}request",
    }
    return _record("request", new_id(), headers, fetched.request)


def new_id() -> str:
    return f"<urn:uuid:{uuid4()}>"


_EMPTY = payload_digest(b"")


def member(record: bytes, is_packed: bool = False) -> bytes:
    """A record as a gzip member of its own; what came packed is not packed again."""
    bits, memory = _LITTLE_ROOM if is_packed or len(record) <= _SHORT else _MUCH_ROOM
    packer = zlib.compressobj(0 if is_packed else 6, zlib.DEFLATED, _GZIP | bits, memory)
    return packer.compress(record) + packer.flush()


def is_packed(fetched: HttpExchange) -> bool:
    return bool(codings(encodings_of(fetched.headers)))


def _about(fetched: HttpExchange) -> dict[str, str]:
    """When and what was asked; an address asked in place of the canonical one stands beside it."""
    headers = {"WARC-Target-URI": one_line(fetched.url), "WARC-Date": _date(fetched.fetched_at)}
    if fetched.asked != fetched.url:
        headers["WARC-Newscrawl-Asked"] = one_line(fetched.asked)
    return headers


def _record(kind: str, record_id: str, headers: Mapping[str, str], block: bytes) -> bytes:
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": record_id,
        **headers,
        "WARC-Block-Digest": payload_digest(block),
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return b"WARC/1.1\r\n%b\r\n%b\r\n\r\n" % (lines.encode(), block)


def _head(fetched: HttpExchange) -> bytes:
    """Status line and headers byte for byte, but for what would say another thing of the body."""
    status = fetched.status_line or _status_line(fetched.status)
    lines = [_bytes_in_line(status)]
    for name, value in fetched.headers:
        kept_name = b"X-Orig-" + name if name.lower() == _CHUNKS else name
        lines.append(_bytes_in_line(kept_name) + b": " + _bytes_in_line(value))
    return b"\r\n".join([*lines, b"", b""])


def _status_line(status: int) -> bytes:
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "Unknown"
    return f"HTTP/1.1 {status} {phrase}".encode()


def _date(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _bytes_in_line(raw: bytes) -> bytes:
    return raw.replace(b"\r", b" ").replace(b"\n", b" ")


def one_line(text: str) -> str:
    """The text without line ends, which would begin another header, and without surrogates."""
    return text.replace("\r", " ").replace("\n", " ").encode("utf-8", "replace").decode()


_BLANK = b"\r\n\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """The block of a response record."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    @property
    def charset(self) -> str | None:
        """As the server declared it."""
        named = [value for name, value in self.headers if name.lower() == b"content-type"]
        return declared_charset(named[-1]) if named else None

    def decoded(self, limit: int = LARGEST_PAGE) -> bytes:
        """The body without content encodings, as the crawl read it; raises a ``BodyError``."""
        return decompressed(self.body, encodings_of(self.headers), limit)


def message_in(block: bytes) -> Message:
    """The answer in a block that ``records`` wrote: of any size, where FastWARC's have a limit."""
    head, blank, body = block.partition(_BLANK)
    if not blank:
        raise SnapshotError("the answer's headers do not end")
    lines = (line.partition(b": ") for line in head.split(b"\r\n")[1:])
    return Message(headers=tuple((name, value) for name, _, value in lines), body=body)
