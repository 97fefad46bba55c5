#!/bin/sh
# FastWARC 2.0.1 gives a quoted charset with its quotes.
#
# `charset="utf-8"` is what RFC 9110 (5.6.6) lets a server write, and many do. `http_charset` is then a name of seven letters
# that no decoder knows, so that a reader which falls back to a guess reads the page otherwise than the crawl did.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check fastwarc==2.0.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import io

from fastwarc.warc import ArchiveIterator

for kind in ('text/html; charset=utf-8', 'text/html; charset="utf-8"'):
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: 2\r\n\r\nhi"
    record = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example/\r\n"
        "WARC-Date: 2026-03-01T12:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:0e3a0ba4-6d1c-4b1f-8d0e-3f0a6b1c2d4e>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n{answer}\r\n\r\n"
    )
    for each in ArchiveIterator(io.BytesIO(record.encode())):
        print(kind, "->", repr(each.http_charset))
PYTHON
)
expected=$(cat <<'END'
text/html; charset=utf-8 -> 'utf-8'
text/html; charset="utf-8" -> '"utf-8"'
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
