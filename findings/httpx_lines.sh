#!/bin/sh
# httpx 0.28.1, and requests 2.34.2 where it decodes, end a line within a text: a row of JSON Lines is two that are none.
#
# A line of JSON Lines ends with a line feed; U+2028, U+2029 and U+0085 within a string need no escape (RFC 8259, 7), and Python's
# `json` without ASCII, JavaScript and Mastodon write them as they are. Stories have them: word processors and page layout put
# U+2028 where a headline breaks. `iter_lines` of both goes by Python's `str.splitlines`, which knows ten ends of a line, so that
# a story's row ends in its headline. requests without `decode_unicode` and aiohttp 3.14.5 go by the line feed, and have all rows.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check httpx==0.28.1 requests==2.34.2 aiohttp==3.14.5

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import asyncio
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import aiohttp
import httpx
import requests

HEADLINES = ["The bridge opens", "The bridge\u2028opens", "The bridge\u2029opens", "The bridge\x85opens"]
ROWS = "".join(json.dumps({"headline": each}, ensure_ascii=False) + "\n" for each in HEADLINES).encode()


class Outlet(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/jsonl; charset=utf-8")
        self.send_header("Content-Length", str(len(ROWS)))
        self.end_headers()
        self.wfile.write(ROWS)

    def log_message(self, *arguments):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Outlet)
threading.Thread(target=server.serve_forever, daemon=True).start()
address = f"http://127.0.0.1:{server.server_port}/"


def by_httpx():
    with httpx.stream("GET", address) as answer:
        return list(answer.iter_lines())


async def by_aiohttp():
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return [line.decode().rstrip("\n") async for line in answer.content]


def row(line):
    try:
        return json.loads(line)["headline"]
    except json.JSONDecodeError:
        return None


for name, lines in {
    "httpx": by_httpx(),
    "requests, decoding": list(requests.get(address, stream=True).iter_lines(decode_unicode=True)),
    "requests": list(requests.get(address, stream=True).iter_lines()),
    "aiohttp": asyncio.run(by_aiohttp()),
}.items():
    rows = [row(line) for line in lines]
    print(f"{name:18} {len(lines)} lines,", sum(each in HEADLINES for each in rows), "of", len(HEADLINES), "rows")
    print("  the second line:", ascii(lines[1]))
server.shutdown()
PYTHON
)
expected=$(cat <<'END'
httpx              7 lines, 1 of 4 rows
  the second line: '{"headline": "The bridge'
requests, decoding 7 lines, 1 of 4 rows
  the second line: '{"headline": "The bridge'
requests           4 lines, 4 of 4 rows
  the second line: b'{"headline": "The bridge\xe2\x80\xa8opens"}'
aiohttp            4 lines, 4 of 4 rows
  the second line: '{"headline": "The bridge\u2028opens"}'
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
