#!/bin/sh
# warcio 1.8.1 finds fault with intact records whose MD5 is written in hex, FastWARC 2.0.1 with `sha-256:` and `blake2b:`.
#
# A digest of a WARC record is a name, a colon and a value; no algorithm is prescribed, and neither is a way to write the value
# (WARC 1.1, 5.8 and 5.9). Thirty-two letters are SHA-1 in base32 and MD5 in hex. warcio takes them for base32 whatever the name
# before them says, so that `warcio check` ends with an error for archives that are whole; longer values in hex pass. FastWARC
# knows each algorithm by one name: `sha-256` and `sha-512`, as the registry of HTTP digest fields has them (RFC 9530), and what
# it does not know, are failures of verification, not unknown. The other one says of each of these records that it is intact,
# and both find the one that is not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check warcio==1.8.1 FastWARC==2.0.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import base64
import hashlib
import io

from fastwarc.warc import ArchiveIterator as FastIterator
from warcio.archiveiterator import ArchiveIterator

PAYLOAD = b"<p>It opens.</p>"
BLOCK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAYLOAD
WRITTEN = {"base32": lambda digest: base64.b32encode(digest).decode(), "hex": bytes.hex}


def record(name, value):
    return (
        b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2026-03-04T10:30:00Z\r\n"
        b"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nWARC-Target-URI: https://herald.example/\r\n"
        b"Content-Type: application/http; msgtype=response\r\nWARC-Block-Digest: %s:%s\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (name.encode(), value.encode(), len(BLOCK), BLOCK)
    )


def of_warcio(warc):
    for found in ArchiveIterator(io.BytesIO(warc), check_digests=True):
        found.content_stream().read()
        return "intact" if found.digest_checker.passed else "failed"


def of_fastwarc(warc):
    for found in FastIterator(io.BytesIO(warc), parse_http=False):
        return "intact" if found.verify_block_digest() else "failed"


for name, algorithm in {n: n.replace("sha-", "sha") for n in ("sha1", "md5", "sha256", "sha-256", "sha-512", "blake2b")}.items():
    for way, written in WRITTEN.items():
        warc = record(name, written(hashlib.new(algorithm, BLOCK).digest()))
        print(f"{name:8} {way:6} warcio {of_warcio(warc)}, FastWARC {of_fastwarc(warc)}")
other = record("sha1", WRITTEN["base32"](hashlib.sha1(PAYLOAD).digest()))
print(f"sha1 of something else: warcio {of_warcio(other)}, FastWARC {of_fastwarc(other)}")
PYTHON
)
expected=$(cat <<'END'
sha1     base32 warcio intact, FastWARC intact
sha1     hex    warcio intact, FastWARC intact
md5      base32 warcio intact, FastWARC intact
md5      hex    warcio failed, FastWARC intact
sha256   base32 warcio intact, FastWARC intact
sha256   hex    warcio intact, FastWARC intact
sha-256  base32 warcio intact, FastWARC failed
sha-256  hex    warcio intact, FastWARC failed
sha-512  base32 warcio intact, FastWARC failed
sha-512  hex    warcio intact, FastWARC failed
blake2b  base32 warcio intact, FastWARC failed
blake2b  hex    warcio intact, FastWARC failed
sha1 of something else: warcio failed, FastWARC failed
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
