"""A server on loopback that sends exactly the bytes of a table, and what each must come to."""

import gzip
import socket
import struct
import threading
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from tests.bare_server import BareServer, read_head

_PATIENCE = 20.0


class End(Enum):
    """What the server does with the connection when all is sent."""

    KEEP = "goes on listening"
    CLOSE = "closes it"
    RESET = "resets it"
    STALL = "says nothing more"


#: From the body that a kind of address would have, the bytes that go over the wire.
Send = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One answer, and what it means for a page, for a source, and for what a robots.txt allows."""

    name: str
    send: Send
    page: tuple[str, str | None]
    #: As ``source.last_result`` has it; None: as the page's reason. No reason: any will do.
    source: str | None = None
    #: Whether other pages may be asked for where a robots.txt is answered so.
    allows: bool = False
    end: End = End.KEEP
    #: What is sent behind the answer, unasked, and after how many seconds.
    then: bytes = b""
    pause: float = 0.0


def head(status: bytes, *lines: bytes) -> bytes:
    return b"\r\n".join([b"HTTP/1.1 " + status, *lines]) + b"\r\n\r\n"


def whole(*lines: bytes, status: bytes = b"200 OK") -> Send:
    """An answer with a length."""
    return lambda body: head(status, *lines, b"Content-Length: %d" % len(body)) + body


def bare(*lines: bytes, status: bytes) -> Send:
    """An answer without a body."""
    return lambda body: head(status, *lines)


def chunked(chunks: Callable[[bytes], bytes]) -> Send:
    return lambda body: head(b"200 OK", b"Transfer-Encoding: chunked") + chunks(body)


def literally(sent: bytes) -> Send:
    return lambda body: sent


def _encoded(name: bytes, garbage: bytes | None = None) -> Send:
    """A body that is not in the encoding that its header names."""
    line = b"Content-Encoding: " + name
    return lambda body: whole(line)(body if garbage is None else garbage)


def _to(location: bytes, status: bytes = b"302 Found") -> Send:
    return bare(b"Location: " + location, b"Content-Length: 0", status=status)


_STORED = ("stored", None)
_LOST = ("failed", "connection_lost")
_NO_HTTP = ("failed", "not_http")
_CUT = ("failed", "cut_off")
_ASTRAY = ("failed", "bad_redirect")
_NO_TEXT = ("failed", "bad_encoding")


def _each(
    sent: Mapping[str, Send], page: tuple[str, str | None], prefix: str = "", **given: Any
) -> tuple[Raw, ...]:
    """Answers that come to the same, by their names behind a prefix."""
    return tuple(
        Raw(name=f"{prefix}{name}", send=send, page=page, **given) for name, send in sent.items()
    )


def _table() -> tuple[Raw, ...]:
    return (
        *_read(),
        *_encodings(),
        *_redirects(),
        *_status_lines(),
        *_headers(),
        *_statuses(),
        *_ends(),
        *_chunks(),
        *_lengths(),
    )


def _read() -> tuple[Raw, ...]:
    """What is odd, and costs nothing."""
    headers = {
        "no-colon": b"news without a colon",
        "nul-in-value": b"X-Odd: a\0b",
        "bytes": b"X-Odd: \xff\xfe\x80",
        "etag-nul": b'ETag: "a\0b"',
        "etag-bytes": b'ETag: "\xff\xfe"',
        "modified-never": b"Last-Modified: never\0",
        "type-bytes": b"Content-Type: \xff\xfe; charset=\xff",
        "type-empty": b"Content-Type:",
        "charset-nul": b"Content-Type: text/html; charset=a\0b",
        "disposition": b"Content-Disposition: ;;==;\xff",
        "robots-nul": b"X-Robots-Tag: no\0index",
        "encoding-empty": b"Content-Encoding:",
    }
    sent = {
        "whole": whole(),
        **{f"header-{name}": whole(line) for name, line in headers.items()},
        "continue-then-whole": lambda body: head(b"100 Continue") + whole()(body),
        "hints-then-whole": lambda body: head(b"103 Hints") * 3 + whole()(body),
        "length-then-comment": lambda body: whole()(body) + b"<!-- from the cache -->",
        "transfer-identity": whole(b"Transfer-Encoding: identity"),
        "status-203": whole(status=b"203 Transformed"),
    }
    return _each(sent, _STORED, source="ok", allows=True)


def _encodings() -> tuple[Raw, ...]:
    raw = zlib.compressobj(wbits=-15)
    packed = raw.compress(b"<p>news</p>" * 50) + raw.flush()
    sent = {
        "gzip-over-plain": _encoded(b"gzip"),
        "br-over-plain": _encoded(b"br"),
        "zstd-over-plain": _encoded(b"zstd"),
        "deflate-over-plain": _encoded(b"deflate"),
        "gzip-garbage": _encoded(b"gzip", b"\x1f\x8b\x08\x00" + b"\xff" * 200),
        "br-garbage": _encoded(b"br", b"\xff" * 200),
        "zstd-garbage": _encoded(b"zstd", b"\x28\xb5\x2f\xfd" + b"\xff" * 200),
        "deflate-garbage": _encoded(b"deflate", b"\x00" + packed),
        "two-over-plain": _encoded(b"gzip, br"),
    }
    once_more = {
        "packed-once-more": lambda body: whole()(gzip.compress(body)),
        "packed-twice-said-once": (
            lambda body: whole(b"Content-Encoding: gzip")(gzip.compress(gzip.compress(body)))
        ),
    }
    return (*_each(sent, _NO_TEXT), *_each(once_more, _NO_TEXT, source="ok", allows=True))


def _redirects() -> tuple[Raw, ...]:
    astray = {
        "bracket": b"http://[",
        "javascript": b"javascript:alert(1)",
        "mailto": b"mailto:desk@example.org",
        "bracketed": b"http://[::1]]/x",
        "no-host-but-port": b"http://:80/",
        "port-99999": b"http://www.themoscowtimes.com:99999/",
        "port-of-words": b"http://www.themoscowtimes.com:news/",
        "user": b"http://a@b@[::/",
        "nul": b"http://www.themoscow\0times.com/",
    }
    stayed = {
        "file": _to(b"file:///etc/hosts"),
        "data": _to(b"data:,news"),
        "none": bare(b"Content-Length: 0", status=b"302 Found"),
    }
    missing = {"spaces": b"/nothing here at all", "bytes": b"/\xff\xfe\x80"}
    loops = {"loop": b"?again", "loop-without-host": b"http://", "loop-empty": b""}
    return (
        *_each(_all_to(astray), _ASTRAY, "location-", allows=True),
        *_each(stayed, ("failed", "http_302"), "location-", allows=True),
        *_each(_all_to(missing), ("missing", "http_404"), "location-", allows=True),
        *_each(_all_to(loops), ("failed", "redirects"), allows=True),
        Raw(
            name="location-other",
            send=_to(b"http://www.example.org/"),
            page=("offsite", "redirect"),
            allows=True,
        ),
    )


def _all_to(locations: Mapping[str, bytes]) -> dict[str, Send]:
    return {name: _to(location) for name, location in locations.items()}


def _status_lines() -> tuple[Raw, ...]:
    lines = {
        "word": b"HTTP/1.1 fine OK\r\n\r\n",
        "no-status": b"HTTP/1.1\r\n\r\n",
        "garbage": b"\xff\xfe\x00\x01\r\n\r\n",
        "text": b"<html><p>news</p></html>\r\n\r\n",
        "other-protocol": b"SSH-2.0-OpenSSH_9.2\r\n",
        "no-version": b"HTTP 200 OK\r\n\r\n",
        "version-of-words": b"HTTP/one.one 200 OK\r\n\r\n",
    }
    sent = {name: literally(line) for name, line in lines.items()}
    return _each(sent, _NO_HTTP, "line-", end=End.CLOSE)


def _headers() -> tuple[Raw, ...]:
    broken = {
        "header-no-name": b": value",
        "header-nul-in-name": b"X-O\0dd: a",
        "header-length-word": b"Content-Length: many",
        "header-length-negative": b"Content-Length: -5",
        "header-length-twice": b"Content-Length: 5\r\nContent-Length: 7",
    }
    sent = {name: _with_line(line) for name, line in broken.items()}
    sent["transfer-gzip"] = whole(b"Transfer-Encoding: gzip")
    return _each(sent, _NO_HTTP, end=End.CLOSE)


def _with_line(line: bytes) -> Send:
    return lambda body: head(b"200 OK", line) + body


def _statuses() -> tuple[Raw, ...]:
    def answered(code: int) -> Raw:
        return Raw(
            name=f"status-{code}",
            send=whole(status=b"%d X" % code),
            page=("failed", f"http_{code}"),
            allows=code < 500,
        )

    none = {
        "204": bare(status=b"204 No Content"),
        "204-with-a-body": whole(status=b"204 No Content"),
    }
    unasked = {
        "304-unasked": bare(status=b"304 Not Modified"),
        "304-with-a-body": whole(status=b"304 Not Modified"),
    }
    length_0 = {"length-0": bare(b"Content-Length: 0", status=b"200 OK")}
    interim = {
        "continue-alone": bare(status=b"100 Continue"),
        "switching": bare(b"Upgrade: h2c", status=b"101 Switching"),
    }
    return (
        *map(answered, (201, 202, 206, 300, 305, 400, 416, 500, 599, 600, 999, 99999)),
        *_each(
            {"205": bare(b"Content-Length: 0", status=b"205 Reset")},
            ("failed", "http_205"),
            "status-",
            allows=True,
        ),
        *_each({"000": whole(status=b"000 X")}, ("failed", "http_0"), "status-"),
        *_each(none, ("failed", "empty"), "status-", source="http_204", allows=True),
        *_each(unasked, ("failed", "http_304"), "status-"),
        *_each(length_0, ("failed", "empty"), source="it is empty", allows=True),
        *_each(interim, _LOST, end=End.CLOSE),
    )


def _ends() -> tuple[Raw, ...]:
    half = whole()(b"<p>" + b"news " * 400)[:-700]
    lost = {
        "at-once": b"",
        "in-status-line": b"HTTP/1.1 20",
        "in-headers": b"HTTP/1.1 200 OK\r\nContent-Le",
    }
    cut = {"after-headers": head(b"200 OK", b"Content-Length: 500"), "in-body": half}
    stalled = {"at-once": b"", "in-headers": b"HTTP/1.1 200 OK\r\nX-A: b\r\n", "in-body": half}
    return (
        *_each(_all(lost), _LOST, "close-", end=End.CLOSE),
        *_each(_all(cut), _CUT, "close-", end=End.CLOSE),
        # uvloop may not tell of a reset that comes right behind data: then time runs out.
        *_each(_all(lost | cut), ("failed", None), "reset-", end=End.RESET),
        *_each(_all(stalled), ("failed", "timeout"), "stalled-", end=End.STALL),
    )


def _all(sent: Mapping[str, bytes]) -> dict[str, Send]:
    return {name: literally(what) for name, what in sent.items()}


def _chunks() -> tuple[Raw, ...]:
    broken = {
        "word": b"news\r\nnews\r\n0\r\n\r\n",
        "negative": b"-5\r\nnews\r\n0\r\n\r\n",
        "huge": b"F" * 40 + b"\r\nnews\r\n",
        "no-line-end": b"4\r\nnewsnews\r\n0\r\n\r\n",
        "cut-off": b"ff\r\nnews",
        "no-last": b"4\r\nnews\r\n",
        "nothing": b"",
    }
    sent = {name: chunked(lambda body, c=c: c) for name, c in broken.items()}
    return _each(sent, _CUT, "chunk-", end=End.CLOSE)


def _lengths() -> tuple[Raw, ...]:
    def too_short(body: bytes) -> bytes:
        return head(b"200 OK", b"Content-Length: %d" % max(0, len(body) - 120)) + body

    return _each({"length-too-short": too_short}, _CUT)


TABLE = _table()


class RawServer(BareServer):
    """Answers each path with a ``Raw``, or with a body of its own; keeps what was asked."""

    def __init__(self, bodies: Mapping[str, bytes], table: Mapping[str, Raw]) -> None:
        self._bodies, self._table = dict(bodies), dict(table)
        super().__init__(socket.create_server(("127.0.0.1", 0), backlog=128))
        self.url = f"http://127.0.0.1:{self.port}"
        #: Targets in the order in which they were asked for.
        self.asked: list[str] = []
        #: Seconds before each answer, and how many requests waited for theirs at once, at most.
        self.slowness, self.most_at_once = 0.0, 0
        self._waiting = 0
        self._lock = threading.Lock()

    def _serve(self, client: socket.socket) -> None:
        client.settimeout(_PATIENCE)
        with client:
            while asked := read_head(client):
                if not self._answer(client, asked.split()[1].decode()):
                    return

    def _answer(self, client: socket.socket, target: str) -> bool:
        """Send what the table has; whether the connection is kept."""
        self.asked.append(target)
        with self._lock:
            self._waiting += 1
            self.most_at_once = max(self.most_at_once, self._waiting)
        time.sleep(self.slowness)
        with self._lock:
            self._waiting -= 1
        path = target.partition("?")[0]
        raw, body = self._table.get(path), self._bodies.get(path)
        if raw is None:
            client.sendall(whole()(body) if body is not None else whole(status=b"404 No")(b"no"))
            return True
        client.sendall(raw.send(body or b"User-agent: *\nDisallow: /nothing\n"))
        if raw.then:
            time.sleep(raw.pause)
            client.sendall(raw.then)
        if raw.end is End.RESET:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif raw.end is End.STALL:
            client.recv(1)
        return raw.end is End.KEEP
