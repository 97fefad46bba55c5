#!/bin/sh
# httpx 0.28.1 and warcio 1.8.1 have half of a page in two gzip members, and leave `x-gzip` packed, as aiohttp 3.14.5 does.
#
# A body in gzip is one member or several (RFC 1952, 2.2), `x-gzip` is gzip (RFC 9110, 8.4.1.3), a coding's name has either case
# (8.4.1), and several codings are named in the order in which they were applied (8.4). Servers that join what they packed, and
# proxies that pack what is packed, make such answers, and browsers show them. Here the page is half of itself or packed bytes,
# with status 200 and no error; a reader of text finds nothing in them, and whoever asks for links has none to follow.
# requests 2.34.2 has the page each time.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check \
    httpx==0.28.1 requests==2.34.2 urllib3==2.8.0 aiohttp==3.14.5 warcio==1.8.1

cd "$folder"
seen=$(venv/bin/python -W ignore - <<'PYTHON'
import asyncio
import gzip
import io
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import aiohttp
import httpx
import requests
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

FIRST, SECOND = b"<p>The bridge opens.</p>", b"<p>It closes at night.</p>"
PAGE = FIRST + SECOND
BODIES = {
    "gzip": gzip.compress(PAGE),
    "GZIP": gzip.compress(PAGE),
    "x-gzip": gzip.compress(PAGE),
    "deflate, gzip": gzip.compress(zlib.compress(PAGE)),
    "gzip of two members": gzip.compress(FIRST) + gzip.compress(SECOND),
}


def coding(name):
    return name.removesuffix(" of two members")


class Outlet(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        name = list(BODIES)[int(self.path[1:])]
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Encoding", coding(name))
        self.send_header("Content-Length", str(len(BODIES[name])))
        self.end_headers()
        self.wfile.write(BODIES[name])

    def log_message(self, *arguments):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Outlet)
threading.Thread(target=server.serve_forever, daemon=True).start()


def address(name):
    return f"http://127.0.0.1:{server.server_port}/{list(BODIES).index(name)}"


async def by_aiohttp(name):
    async with aiohttp.ClientSession() as session, session.get(address(name)) as answer:
        return await answer.read()


def archive(name):
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False)
    headers = StatusAndHeaders("200 OK", [("Content-Encoding", coding(name))], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record("https://herald.example/", "response", io.BytesIO(BODIES[name]), http_headers=headers))
    file.seek(0)
    return file


LIBRARIES = {
    "httpx": lambda name: httpx.get(address(name)).content,
    "requests": lambda name: requests.get(address(name)).content,
    "aiohttp": lambda name: asyncio.run(by_aiohttp(name)),
    "warcio": lambda name: next(iter(ArchiveIterator(archive(name)))).content_stream().read(),
}
for name in BODIES:
    print(name)
    for library, read in LIBRARIES.items():
        print(f"  {library:8}", {PAGE: "the page", FIRST: "half of it", BODIES[name]: "packed bytes"}.get(read(name), "half unpacked"))
server.shutdown()
PYTHON
)
expected=$(cat <<'END'
gzip
  httpx    the page
  requests the page
  aiohttp  the page
  warcio   the page
GZIP
  httpx    the page
  requests the page
  aiohttp  the page
  warcio   the page
x-gzip
  httpx    packed bytes
  requests the page
  aiohttp  packed bytes
  warcio   packed bytes
deflate, gzip
  httpx    the page
  requests the page
  aiohttp  packed bytes
  warcio   packed bytes
gzip of two members
  httpx    half of it
  requests the page
  aiohttp  the page
  warcio   half of it
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
