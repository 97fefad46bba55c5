"""A server on loopback that misbehaves on purpose."""

import gzip
import socket
import ssl
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from typing import Any
from urllib.parse import unquote, urlsplit

import brotli
from backports import zstd

from tests.bare_server import BareServer, read_head

MIB = 1024 * 1024
OK = b"HTTP/1.1 200 OK\r\n"
#: Bound of everything that would go on for ever.
ENDLESS_MIB = 64


def whole(body: bytes, *headers: bytes) -> bytes:
    lines = [OK.rstrip(), b"Content-Type: text/html", b"Content-Length: %d" % len(body), *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def redirect(to: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()


def endless_headers(query: str) -> Iterator[bytes]:
    yield OK
    for i in range(ENDLESS_MIB * 16):
        yield b"".join(b"X-%d-%d: %s\r\n" % (i, j, b"a" * 8000) for j in range(8))


def tiny_headers(query: str) -> Iterator[bytes]:
    yield OK
    for i in range(100):
        yield b"".join(b"a%d:\r\n" % (i * 10_000 + j) for j in range(10_000))
    yield b"\r\n"


def one_header(query: str) -> Iterator[bytes]:
    yield OK + b"X-Big: "
    for _ in range(160):
        yield b"a" * 65536
    yield b"\r\nContent-Length: 0\r\n\r\n"


def interim_responses(query: str) -> Iterator[bytes]:
    for _ in range(200):
        yield b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" * 20
    yield whole(b"at last")


def endless_body(query: str) -> Iterator[bytes]:
    yield OK + b"Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    for _ in range(400):
        yield b"10000\r\n" + b"a" * 65536 + b"\r\n"
    yield b"0\r\n\r\n"


def dripping(first: bytes, drop: bytes) -> Callable[[str], Iterator[bytes]]:
    def drip(query: str) -> Iterator[bytes]:
        yield first
        for _ in range(20):
            time.sleep(0.1)
            yield drop

    return drip


def bomb(query: str) -> Iterator[bytes]:
    yield whole(_built(query), b"Content-Encoding: " + query.replace("+", ", ").encode())


def layers(query: str) -> Iterator[bytes]:
    """A body of 1 MB, wrapped without compression as often as the query says."""
    times, body = int(query), b"a" * MIB
    for _ in range(times):
        body = gzip.compress(body, compresslevel=0)
    yield whole(body, b"Content-Encoding: " + b", ".join([b"gzip"] * times))


@cache
def _built(coding: str) -> bytes:
    return BOMBS[coding]()


def _zeros(compressor: Any, tail: Callable[[], bytes]) -> bytes:
    return b"".join(compressor(bytes(MIB)) for _ in range(32)) + tail()


def _zlib_bomb(wbits: int) -> bytes:
    deflate = zlib.compressobj(wbits=wbits)
    return _zeros(deflate.compress, deflate.flush)


def _brotli_bomb() -> bytes:
    compressor = brotli.Compressor(quality=5)
    return _zeros(compressor.process, compressor.finish)


def _zstd_bomb() -> bytes:
    compressor = zstd.ZstdCompressor()
    return _zeros(compressor.compress, compressor.flush)


#: Each unfolds to 32 MiB.
BOMBS: dict[str, Callable[[], bytes]] = {
    "gzip": lambda: _zlib_bomb(31),
    "deflate": lambda: _zlib_bomb(15),
    "br": _brotli_bomb,
    "zstd": _zstd_bomb,
    "gzip+gzip": lambda: gzip.compress(_zlib_bomb(31)),
}


class End(Enum):
    """How a connection ends, where it does not stay open."""

    SAID = "said"
    #: As a program ends that is killed: under TLS, nothing is said of an end.
    DROPPED = "dropped"
    RESET = "reset"

    def come(self, peer: socket.socket) -> None:
        if self is End.RESET:
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif self is End.SAID and isinstance(peer, ssl.SSLSocket):
            peer.unwrap()
        peer.close()
        raise ConnectionAbortedError(self)


_NEWS = b"<p>news</p>" * 99
_CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n400\r\n" + _NEWS[:1024] + b"\r\n"
#: What is sent, and how the connection ends then.
SENT: dict[str, tuple[bytes, End]] = {
    "length": (whole(_NEWS), End.SAID),
    "length,reset": (whole(_NEWS), End.RESET),
    "too-short": (whole(_NEWS)[:-1], End.SAID),
    "chunks": (_CHUNKED + b"0\r\n\r\n", End.SAID),
    "no-last-chunk": (_CHUNKED, End.SAID),
    "half-a-chunk": (_CHUNKED[:-200], End.SAID),
    "no-length": (OK + b"\r\n" + _NEWS, End.SAID),
    "no-length,dropped": (OK + b"\r\n" + _NEWS, End.DROPPED),
    "no-length,reset": (OK + b"\r\n" + _NEWS, End.RESET),
}


def sent(query: str) -> Iterator[bytes | End]:
    data, end = SENT[query]
    yield data
    # A reset takes with it what was not read yet.
    time.sleep(0.2)
    yield end


_FIVE = _NEWS
for _ in range(5):
    _FIVE = gzip.compress(_FIVE)
#: Bodies under a Content-Encoding that they keep to, or not.
ENCODED: dict[str, tuple[bytes, bytes]] = {
    "gzip": (b"gzip", gzip.compress(_NEWS)),
    "zstd": (b"zstd", zstd.compress(_NEWS)),
    "x-gzip,upper": (b"X-GZIP", gzip.compress(_NEWS)),
    "no-encoding": (b"utf-8", _NEWS),
    "five": (b"gzip, gzip, gzip, gzip, gzip", _FIVE),
    "behind": (b"gzip", gzip.compress(_NEWS) + b"behind"),
    "gzip,cut": (b"gzip", gzip.compress(_NEWS)[:-9]),
    "br,cut": (b"br", brotli.compress(_NEWS)[:-2]),
    "zstd,cut": (b"zstd", zstd.compress(_NEWS)[:-2]),
    "deflate,cut": (b"deflate", zlib.compress(_NEWS)[:-5]),
    "gzip,sum": (b"gzip", gzip.compress(_NEWS)[:-8] + bytes(8)),
    "gzip,never": (b"gzip", _NEWS),
    "br,never": (b"br", _NEWS),
    "zstd,never": (b"zstd", _NEWS),
    "deflate,never": (b"deflate", _NEWS),
    "compress": (b"compress", _NEWS),
}


def encoded(query: str) -> Iterator[bytes]:
    encoding, body = ENCODED[query]
    yield whole(body, b"Content-Encoding: " + encoding)


def gone_in_gzip(query: str) -> Iterator[bytes]:
    yield whole(_NEWS, b"Content-Encoding: gzip").replace(b"200 OK", b"404 Gone", 1)


ROUTES: dict[str, Callable[[str], Iterator[bytes | End]]] = {
    "/sent": sent,
    "/encoded": encoded,
    "/gone": gone_in_gzip,
    "/ok": lambda query: iter([whole(b"<p>news</p>")]),
    "/to": lambda query: iter([redirect(unquote(query))]),
    "/loop": lambda query: iter([redirect(f"/loop?{int(query) + 1}")]),
    "/long": lambda query: iter([redirect("/ok?" + "a" * int(query))]),
    "/endless-headers": endless_headers,
    "/tiny-headers": tiny_headers,
    "/one-header": one_header,
    "/interim": interim_responses,
    "/fat-headers": lambda query: iter([whole(b"news", b"X-Policy: " + b"a" * int(query))]),
    "/endless-body": endless_body,
    "/lie": lambda query: iter([OK + b"Content-Length: 999999999\r\n\r\nnews"]),
    "/drip-body": dripping(OK + b"Content-Length: 20\r\n\r\n", b"a"),
    "/drip-headers": dripping(OK, b"X-A: a\r\n"),
    "/bomb": bomb,
    "/layers": layers,
}


class HostileServer(BareServer):
    """Serves ``ROUTES`` on loopback and keeps count of who came."""

    def __init__(self, tls: ssl.SSLContext | None = None, address: str = "127.0.0.1") -> None:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        super().__init__(socket.create_server((address, 0), family=family))
        self._tls = tls
        #: Request targets, in the order in which they came.
        self.requests: list[str] = []

    def url(self, path: str = "/ok", host: str = "127.0.0.1") -> str:
        scheme = "https" if self._tls else "http"
        return f"{scheme}://{host}:{self.port}{path}"

    def _serve(self, client: socket.socket) -> None:
        with self._tls.wrap_socket(client, server_side=True) if self._tls else client as peer:
            while head := read_head(peer):
                self._answer(peer, head.split()[1].decode())

    def _answer(self, peer: socket.socket, target: str) -> None:
        self.requests.append(target)
        url = urlsplit(target)
        for chunk in ROUTES[url.path](url.query):
            if isinstance(chunk, End):
                chunk.come(peer)
            else:
                peer.sendall(chunk)
