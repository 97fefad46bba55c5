#!/bin/sh
# warcio 1.8.1 reads the end of a chunked body as text where a trailer follows, and its whole frame where the coding has capitals.
#
# Fields may follow the last chunk, as `Server-Timing` does, and names may follow a chunk's size (RFC 9112, 7.1); a coding's name is
# the same in either case. Behind a trailer the page ends with `0` and what is left of the field; under `Chunked` the sizes of the
# chunks stand between its words. Records keep answers as they were sent (WARC 1.1, 6.3.2), so digests of such a text and searches
# are of another page. FastWARC 2.0.1 reads both, and refuses the page whose chunk has a name behind its size.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check warcio==1.8.1 fastwarc==2.0.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import io

from fastwarc.warc import ArchiveIterator as FastWarc
from warcio.archiveiterator import ArchiveIterator as Warcio

HEAD = (
    "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example/a\r\n"
    "WARC-Date: 2026-03-01T12:00:00Z\r\n"
    "WARC-Record-ID: <urn:uuid:0e3a0ba4-6d1c-4b1f-8d0e-3f0a6b1c2d4e>\r\n"
    "Content-Type: application/http; msgtype=response\r\n"
)
ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: {}\r\n\r\n{}"
CHUNKS = "d{}\r\nThe bridge is\r\n8\r\n closed.\r\n0\r\n{}\r\n"

for name, coding, chunks in (
    ("chunked", "chunked", CHUNKS.format("", "")),
    ("with a trailer", "chunked", CHUNKS.format("", "Server-Timing: page;dur=12\r\n")),
    ("with capitals", "Chunked", CHUNKS.format("", "")),
    ("with an extension", "chunked", CHUNKS.format(";part=1", "")),
):
    answer = ANSWER.format(coding, chunks)
    file = f"{HEAD}Content-Length: {len(answer)}\r\n\r\n{answer}\r\n\r\n".encode()
    print(name)
    print("    warcio  ", next(Warcio(io.BytesIO(file))).content_stream().read())
    try:
        print("    FastWARC", next(FastWarc(io.BytesIO(file), auto_decode="all")).reader.read())
    except OSError as error:
        print("    FastWARC", error)
PYTHON
)
expected=$(cat <<'END'
chunked
    warcio   b'The bridge is closed.'
    FastWARC b'The bridge is closed.'
with a trailer
    warcio   b'The bridge is closed.0\r\nrver-Timing: page;dur=12\r\n\r\n'
    FastWARC b'The bridge is closed.'
with capitals
    warcio   b'd\r\nThe bridge is\r\n8\r\n closed.\r\n0\r\n\r\n'
    FastWARC b'The bridge is closed.'
with an extension
    warcio   b'The bridge is closed.'
    FastWARC Invalid chunk header: 'd;part=1'
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
