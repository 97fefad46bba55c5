#!/bin/sh
# requests 2.34.2 takes early hints for the page: status 103 and an empty body, which warcio 1.8.1 then keeps as the page.
#
# A server may send answers of 1xx before the final one, and a client must be able to read them, whether it expects them or not
# (RFC 9110, 15.2). 103 names what the page will need (RFC 8297); many hosts and networks send it before a story. `http.client`
# of Python 3.11, below requests and urllib3, reads past 100 alone: the hints are the answer, the story stays in the connection,
# `raise_for_status` is content, and `urllib.request` raises an error. Recorded with warcio's `capture_http`, the archive has a
# response record without a page. Where a record has both, as it came from the line, the indexers say status 103 and no type of
# content. httpx 0.28.1 and aiohttp 3.14.5 read on.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check \
    requests==2.34.2 urllib3==2.8.0 httpx==0.28.1 aiohttp==3.14.5 \
    warcio==1.8.1 cdxj-indexer==1.5.0 pywb==2.10.0 setuptools==80.9.0

cd "$folder"
cat > serve.py <<'PYTHON'
"""Sends hints before each page, on loopback."""

import socket
import threading

HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </news.css>; rel=preload; as=style\r\n\r\n"
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 16\r\nConnection: close\r\n\r\n<p>It opens.</p>"


def begin():
    listening = socket.create_server(("127.0.0.1", 0))
    kept = []

    def answer():
        while True:
            asked, _ = listening.accept()
            asked.recv(65536)
            asked.sendall(HINTS + PAGE)
            asked.shutdown(socket.SHUT_WR)
            kept.append(asked)

    threading.Thread(target=answer, daemon=True).start()
    return f"http://127.0.0.1:{listening.getsockname()[1]}/"
PYTHON
seen=$(venv/bin/python - <<'PYTHON'
import asyncio
import io
import json
import subprocess
import urllib.error
import urllib.request

from warcio.capture_http import capture_http  # before requests, which it then hears

import aiohttp
import httpx
import requests
from serve import HINTS, PAGE, begin
from warcio.archiveiterator import ArchiveIterator

url = begin()


async def with_aiohttp():
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, await response.text()


with capture_http() as writer:
    response = requests.get(url)
    response.raise_for_status()
print("requests", response.status_code, repr(response.text))
for record in ArchiveIterator(io.BytesIO(writer.get_contents())):
    if record.rec_type == "response":
        print("its record:", record.http_headers.statusline, record.content_stream().read())
try:
    urllib.request.urlopen(url, timeout=9)
except urllib.error.HTTPError as error:
    print("urllib.request", error)
print("aiohttp", *asyncio.run(with_aiohttp()))
print("httpx", httpx.get(url).status_code, httpx.get(url).text)

block = HINTS + PAGE
with open("both.warc", "wb") as file:
    file.write(
        b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2026-03-04T10:30:00Z\r\n"
        b"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nWARC-Target-URI: https://herald.example/\r\n"
        b"Content-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(block), block)
    )
for command in (["cdxj-indexer"], ["cdx-indexer", "--cdxj"]):
    line = subprocess.run([f"venv/bin/{command[0]}", *command[1:], "both.warc"], capture_output=True, text=True).stdout
    told = json.loads(line[line.index("{"):])
    print(command[0], {name: told.get(name) for name in ("status", "mime")})
PYTHON
)
expected=$(cat <<'END'
requests 103 ''
its record: 103 Early Hints b''
urllib.request HTTP Error 103: Early Hints
aiohttp 200 <p>It opens.</p>
httpx 200 <p>It opens.</p>
cdxj-indexer {'status': '103', 'mime': None}
cdx-indexer {'status': '103', 'mime': 'unk'}
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
