"""A server of ready answers on loopback, cheap enough not to be what a benchmark measures.

``python bench/server.py COUNT`` prints its port, and serves until its input ends. All pages have an
ETag; who asks for ``/-/304`` or ``/-/200`` says whether they are "not modified" from there on.
"""

import asyncio
import sys
from concurrent.futures import ProcessPoolExecutor

import pages


def answers(count: int) -> dict[bytes, bytes]:
    """Whole HTTP answers by path."""
    with ProcessPoolExecutor(2) as pool:
        bodies = list(pool.map(pages.page, range(count), chunksize=50))
    found = {
        pages.path(number).encode(): _answer(body, b"text/html; charset=utf-8", gzipped=True)
        for number, body in enumerate(bodies)
    }
    sitemap = pages.sitemap(count)
    found[b"/sitemap/sitemap.xml"] = _answer(sitemap, b"application/xml", gzipped=False)
    for path in _SWITCHES:
        found[path] = _answer(b"", b"text/plain", gzipped=False)
    found[b"/robots.txt"] = _answer(b"User-agent: *\n", b"text/plain", gzipped=False)
    return found


def _answer(body: bytes, kind: bytes, *, gzipped: bool) -> bytes:
    encoding = b'Content-Encoding: gzip\r\nETag: "1"\r\n' if gzipped else b""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n%sContent-Length: %d\r\n\r\n"
    return head % (kind, encoding, len(body)) + body


_MISSING = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\n--"
_SWITCHES = {b"/-/304": True, b"/-/200": False}
_UNMODIFIED = b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'


async def serve(count: int) -> None:
    ready = answers(count)
    is_unmodified = False

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                nonlocal is_unmodified
                path = head.split(b" ", 2)[1]
                if path in _SWITCHES:
                    is_unmodified = _SWITCHES[path]
                is_known = is_unmodified and b"if-none-match" in head.lower()
                writer.write(_UNMODIFIED if is_known else ready.get(path, _MISSING))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
