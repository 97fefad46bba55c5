#!/bin/sh
# warcio 1.8.1 writes other HTTP headers into a record that it only packs anew, and leaves the digest of the old ones on it.
#
# A record keeps an answer as it was sent (WARC 1.1, 6.3.2), and `warcio recompress` is there to mend how a file is packed. It parses the
# header block and prints it again: the space behind a colon, none before a line's end or behind a status without a reason, a
# field that goes on in the next line, and bytes above ASCII come out as warcio would have sent them. None of this is an error in
# HTTP (RFC 9112, 4, 5.1 and 5.2; RFC 9110, 5.5). What was whole fails `warcio check` then, for good, as what was sent is gone; the
# command ends with 0. Programs that copy records with warcio's reader and writer do the same.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check warcio==1.8.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import base64
import gzip
import hashlib
import subprocess
from pathlib import Path

BODY = b"<p>The bridge opens.</p>"
HEADS = {
    "as warcio writes it": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
    "no space": b"HTTP/1.1 200 OK\r\nContent-Type:text/html\r\n\r\n",
    "a space behind": b"HTTP/1.1 200 OK\r\nContent-Type: text/html \r\n\r\n",
    "no value": b"HTTP/1.1 200 OK\r\nX-Cache:\r\n\r\n",
    "no reason": b"HTTP/1.1 200 \r\nContent-Type: text/html\r\n\r\n",
    "in two lines": b"HTTP/1.1 200 OK\r\nContent-Type: text/html;\r\n\tcharset=utf-8\r\n\r\n",
    "a name in UTF-8": "HTTP/1.1 200 OK\r\nX-Author: Åsa\r\n\r\n".encode(),
    "a name in Latin-1": "HTTP/1.1 200 OK\r\nX-Author: Åsa\r\n\r\n".encode("latin-1"),
}


def warcio(*arguments):
    return subprocess.run(["venv/bin/warcio", *arguments], capture_output=True).returncode


def record(block):
    digest = base64.b32encode(hashlib.sha1(block).digest())
    return b"\r\n".join(
        (
            b"WARC/1.1",
            b"WARC-Type: response",
            b"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>",
            b"WARC-Date: 2026-03-04T10:30:00Z",
            b"WARC-Target-URI: https://herald.example/story",
            b"WARC-Block-Digest: sha1:" + digest,
            b"Content-Type: application/http; msgtype=response",
            b"Content-Length: %d" % len(block),
            b"",
            block + b"\r\n\r\n",
        )
    )


for name, head in HEADS.items():
    Path("old.warc").write_bytes(record(head + BODY))
    ends = warcio("check", "old.warc"), warcio("recompress", "old.warc", "new.warc.gz"), warcio("check", "new.warc.gz")
    kept = gzip.decompress(Path("new.warc.gz").read_bytes())
    print(f"{name:19} check, recompress, check:", *ends, "as sent" if head + BODY in kept else kept.partition(b"\r\n\r\n")[2].partition(BODY)[0])
PYTHON
)
expected=$(cat <<'END'
as warcio writes it check, recompress, check: 0 0 0 as sent
no space            check, recompress, check: 0 0 1 b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'
a space behind      check, recompress, check: 0 0 1 b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'
no value            check, recompress, check: 0 0 1 b'HTTP/1.1 200 OK\r\nX-Cache: \r\n\r\n'
no reason           check, recompress, check: 0 0 1 b'HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n'
in two lines        check, recompress, check: 0 0 1 b'HTTP/1.1 200 OK\r\nContent-Type: text/html;\tcharset=utf-8\r\n\r\n'
a name in UTF-8     check, recompress, check: 0 0 1 b'HTTP/1.1 200 OK\r\nX-Author: %C3%85sa\r\n\r\n'
a name in Latin-1   check, recompress, check: 0 0 1 b'HTTP/1.1 200 OK\r\nX-Author: %C3%85sa\r\n\r\n'
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
