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


def _table() -> tuple[Raw, ...]:
    return (
        Raw(name="whole", send=whole(), page=_STORED, source="ok", allows=True),
        *_encodings(),
        *_redirects(),
        *_status_lines(),
        *_headers(),
        *_statuses(),
        *_ends(),
        *_chunks(),
        *_lengths(),
    )


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
    return tuple(Raw(name=name, send=send, page=_NO_TEXT) for name, send in sent.items())


def _redirects() -> tuple[Raw, ...]:
    locations = {
        "bracket": b"http://[",
        "javascript": b"javascript:alert(1)",
        "mailto": b"mailto:desk@example.org",
        "bracketed": b"http://[::1]]/x",
        "no-host-but-port": b"http://:80/",
        "port-99999": b"http://www.themoscowtimes.com:99999/",
        "port-of-words": b"http://www.themoscowtimes.com:news/",
        "user": b"http://a@b@[::/",
    }
    return (
        *(
            Raw(name=f"location-{name}", send=_to(location), page=_ASTRAY, allows=True)
            for name, location in locations.items()
        ),
        *(
            Raw(
                name=f"location-{location.partition(b':')[0].decode()}",
                send=_to(location),
                page=("failed", "http_302"),
                allows=True,
            )
            for location in (b"file:///etc/hosts", b"data:,news")
        ),
        Raw(
            name="location-none",
            send=bare(b"Content-Length: 0", status=b"302 Found"),
            page=("failed", "http_302"),
            allows=True,
        ),
        Raw(
            name="location-other",
            send=_to(b"http://www.example.org/"),
            page=("offsite", "redirect"),
            source="redirect",
            allows=True,
        ),
        Raw(
            name="location-nul",
            send=_to(b"http://www.themoscow\0times.com/"),
            page=_ASTRAY,
            source="bad_redirect",
            allows=True,
        ),
        Raw(
            name="location-spaces",
            send=_to(b"/nothing here at all"),
            page=("missing", "http_404"),
            allows=True,
        ),
        Raw(
            name="location-bytes",
            send=_to(b"/\xff\xfe\x80"),
            page=("missing", "http_404"),
            allows=True,
        ),
    )


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
    return tuple(
        Raw(name=f"line-{name}", send=literally(line), page=_NO_HTTP, end=End.CLOSE)
        for name, line in lines.items()
    )


def _headers() -> tuple[Raw, ...]:
    fine = {
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
    broken = {
        "no-name": b": value",
        "nul-in-name": b"X-O\0dd: a",
        "length-word": b"Content-Length: many",
        "length-negative": b"Content-Length: -5",
        "length-twice": b"Content-Length: 5\r\nContent-Length: 7",
    }
    return (
        *(
            Raw(name=f"header-{name}", send=whole(line), page=_STORED, source="ok", allows=True)
            for name, line in fine.items()
        ),
        *(
            Raw(name=f"header-{name}", send=_with_line(line), page=_NO_HTTP, end=End.CLOSE)
            for name, line in broken.items()
        ),
    )


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

    return (
        *map(answered, (201, 202, 206, 300, 305, 400, 416, 500, 599, 600, 999)),
        Raw(
            name="status-204",
            send=bare(status=b"204 No Content"),
            page=("failed", "empty"),
            source="http_204",
            allows=True,
        ),
        Raw(
            name="status-205",
            send=bare(b"Content-Length: 0", status=b"205 Reset"),
            page=("failed", "http_205"),
            allows=True,
        ),
        Raw(
            name="status-304-unasked",
            send=bare(status=b"304 Not Modified"),
            page=("failed", "http_304"),
        ),
        Raw(
            name="status-304-with-a-body",
            send=whole(status=b"304 Not Modified"),
            page=("failed", "http_304"),
        ),
        Raw(
            name="status-204-with-a-body",
            send=whole(status=b"204 No Content"),
            page=("failed", "empty"),
            source="http_204",
            allows=True,
        ),
        Raw(name="status-000", send=whole(status=b"000 X"), page=("failed", "http_0")),
        Raw(name="status-99999", send=whole(status=b"99999 X"), page=("failed", "http_99999")),
        Raw(
            name="length-0",
            send=bare(b"Content-Length: 0", status=b"200 OK"),
            page=("failed", "empty"),
            source="it is empty",
            allows=True,
        ),
        Raw(
            name="continue-then-whole",
            send=lambda body: head(b"100 Continue") + whole()(body),
            page=_STORED,
            source="ok",
            allows=True,
        ),
        Raw(
            name="hints-then-whole",
            send=lambda body: head(b"103 Hints") * 3 + whole()(body),
            page=_STORED,
            source="ok",
            allows=True,
        ),
        Raw(name="continue-alone", send=bare(status=b"100 Continue"), page=_LOST, end=End.CLOSE),
        Raw(
            name="switching",
            send=bare(b"Upgrade: h2c", status=b"101 Switching"),
            page=_LOST,
            end=End.CLOSE,
        ),
    )


def _ends() -> tuple[Raw, ...]:
    half = whole()(b"<p>" + b"news " * 400)[:-700]
    sent = {
        "at-once": (b"", _LOST),
        "in-status-line": (b"HTTP/1.1 20", _LOST),
        "in-headers": (b"HTTP/1.1 200 OK\r\nContent-Le", _LOST),
        "after-headers": (head(b"200 OK", b"Content-Length: 500"), _CUT),
        "in-body": (half, _CUT),
    }
    stalled = {
        "stalled-at-once": b"",
        "stalled-in-headers": b"HTTP/1.1 200 OK\r\nX-A: b\r\n",
        "stalled-in-body": half,
    }
    return (
        *(
            Raw(name=f"close-{name}", send=literally(what), page=page, end=End.CLOSE)
            for name, (what, page) in sent.items()
        ),
        *(
            # uvloop may not tell of a reset that comes right behind data: then time runs out.
            Raw(name=f"reset-{name}", send=literally(what), page=("failed", None), end=End.RESET)
            for name, (what, _) in sent.items()
        ),
        *(
            Raw(name=name, send=literally(what), page=("failed", "timeout"), end=End.STALL)
            for name, what in stalled.items()
        ),
        *_loops(),
    )


def _loops() -> tuple[Raw, ...]:
    return (
        Raw(name="loop", send=_to(b"?again"), page=("failed", "redirects"), allows=True),
        Raw(
            name="loop-without-host",
            send=_to(b"http://"),
            page=("failed", "redirects"),
            allows=True,
        ),
        Raw(name="loop-empty", send=_to(b""), page=("failed", "redirects"), allows=True),
    )


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
    return tuple(
        Raw(name=f"chunk-{name}", send=chunked(lambda body, c=c: c), page=_CUT, end=End.CLOSE)
        for name, c in broken.items()
    )


def _lengths() -> tuple[Raw, ...]:
    """Answers that are more, or packed once more, than their headers say."""

    def too_short(body: bytes) -> bytes:
        return head(b"200 OK", b"Content-Length: %d" % max(0, len(body) - 120)) + body

    fine = {
        "length-then-comment": lambda body: whole()(body) + b"<!-- from the cache -->",
        "transfer-identity": whole(b"Transfer-Encoding: identity"),
        "status-203": whole(status=b"203 Transformed"),
    }
    return (
        *(
            Raw(name=name, send=send, page=_STORED, source="ok", allows=True)
            for name, send in fine.items()
        ),
        Raw(name="length-too-short", send=too_short, page=_CUT),
        Raw(
            name="transfer-gzip",
            send=whole(b"Transfer-Encoding: gzip"),
            page=_NO_HTTP,
            end=End.CLOSE,
        ),
        Raw(
            name="packed-once-more",
            send=lambda body: whole()(gzip.compress(body)),
            page=_NO_TEXT,
            source="ok",
            allows=True,
        ),
        Raw(
            name="packed-twice-said-once",
            send=lambda body: whole(b"Content-Encoding: gzip")(gzip.compress(gzip.compress(body))),
            page=_NO_TEXT,
            source="ok",
            allows=True,
        ),
    )


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
