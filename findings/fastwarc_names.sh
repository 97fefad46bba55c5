#!/bin/sh
# FastWARC 2.0.1 has an empty page, or none, where a field is named in lower case, and headers in it by a type in capitals.
#
# Names of fields are the same in either case (WARC 1.1, 4), and so are media types (RFC 9110, 8.3.1). Under `content-length` the
# body has no bytes, under `warc-type` a reader that asks for responses passes over the page, under `content-type` the answer's
# headers are read as the page's text, and so they are by `Application/HTTP`: all of it without a word. warcio 1.8.1 reads them
# all, and newscrawl reads the heads of other people's records itself.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check fastwarc==2.0.1 warcio==1.8.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import io

from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as Warcio

HEAD = (
    "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example/a\r\n"
    "WARC-Date: 2026-03-01T12:00:00Z\r\n"
    "WARC-Record-ID: <urn:uuid:0e3a0ba4-6d1c-4b1f-8d0e-3f0a6b1c2d4e>\r\n"
    "Content-Type: application/http; msgtype=response\r\n"
)


def record(head, answer):
    """A whole record, as bytes."""
    return f"{head}Content-Length: {len(answer)}\r\n\r\n{answer}\r\n\r\n".encode()


ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi"
for usual, other in (
    ("", ""),
    ("WARC-Type:", "warc-type:"),
    ("Content-Type: application", "content-type: application"),
    ("Content-Length: 6", "content-length: 6"),
    ("application/http", "Application/HTTP"),
):
    file = record(HEAD, ANSWER).replace(usual.encode(), other.encode(), 1)
    one = next(iter(Warcio(io.BytesIO(file))))
    print(f"{other:26} warcio   {one.rec_type:8} {one.content_stream().read()}")
    one = next(ArchiveIterator(io.BytesIO(file)))
    answers = ArchiveIterator(io.BytesIO(file), record_types=WarcRecordType.response)
    is_met = "met" if next(answers, None) else "passed over"
    print(f"{'':26} FastWARC {str(one.record_type):8} {one.reader.read()[:15]}, {is_met}")
PYTHON
)
expected=$(cat <<'END'
                           warcio   response b'hi'
                           FastWARC response b'hi', met
warc-type:                 warcio   response b'hi'
                           FastWARC unknown  b'hi', passed over
content-type: application  warcio   response b'hi'
                           FastWARC response b'HTTP/1.1 200 OK', met
content-length: 6          warcio   response b'hi'
                           FastWARC response b'', met
Application/HTTP           warcio   response b'hi'
                           FastWARC response b'HTTP/1.1 200 OK', met
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
