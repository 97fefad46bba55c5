#!/bin/sh
# pywb 2.10.0 shows the first half of a gzip body of two members, and zstd as bytes that no browser can unpack.
#
# RFC 1952 lets a gzip stream have several members, and browsers show them all; in replay the page ends where the first one
# does, with status 200 and no word. Of a body in zstd, which crawlers ask for today, the header `Content-Encoding` is dropped
# and the packed bytes are sent as text. Asked for the record as it was (`id_`) both come whole, with their header.
# So crawls of newscrawl ask for `gzip, deflate, br`, and what they keep otherwise is read here.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pywb==2.10.0 zstandard==0.25.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import gzip
import http.client
import io
import socket
import subprocess
import time

import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

FIRST, SECOND = b"<p>The first half." * 9, b"<p>The second half." * 9
BODIES = {
    "one": ("gzip", gzip.compress(FIRST + SECOND)),
    "two": ("gzip", gzip.compress(FIRST) + gzip.compress(SECOND)),
    "zstd": ("zstd", zstandard.compress(FIRST + SECOND)),
}
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}

with open("pages.warc.gz", "wb") as file:
    writer = WARCWriter(file, gzip=True)
    for name, (encoding, body) in BODIES.items():
        lines = [("Content-Type", "text/html"), ("Content-Encoding", encoding)]
        record = writer.create_warc_record(
            f"http://herald.example/{name}",
            "response",
            payload=io.BytesIO(body),
            http_headers=StatusAndHeaders("200 OK", lines, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2026-03-01T12:00:00Z"},
        )
        writer.write_record(record)
for command in (["init", "news"], ["add", "news", "pages.warc.gz"]):
    subprocess.run(["venv/bin/wb-manager", *command], check=True, **QUIET)
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
server = subprocess.Popen(["venv/bin/wayback", "-b", "127.0.0.1", "-p", str(port)], **QUIET)
try:
    for _ in range(300):
        with socket.socket() as tried:
            if not tried.connect_ex(("127.0.0.1", port)):
                break
        time.sleep(0.2)
    for name, (_, kept) in BODIES.items():
        for how in ("id_", "mp_"):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            path = f"/news/20260301120000{how}/http://herald.example/{name}"
            connection.request("GET", path, headers={"Accept-Encoding": "gzip, zstd"})
            answer = connection.getresponse()
            body = answer.read()
            shown = "as kept" if body == kept else f"{body.count(b'half')} of 18 sentences"
            print(name, how, answer.status, answer.getheader("Content-Encoding"), shown)
finally:
    server.terminate()
    server.wait()
PYTHON
)
expected=$(cat <<'END'
one id_ 200 gzip as kept
one mp_ 200 None 18 of 18 sentences
two id_ 200 gzip as kept
two mp_ 200 None 9 of 18 sentences
zstd id_ 200 zstd as kept
zstd mp_ 200 None 1 of 18 sentences
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
