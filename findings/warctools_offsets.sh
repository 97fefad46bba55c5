#!/bin/sh
# warctools 5.0.1 lists a compressed WARC file without offsets, so that its index leads nowhere.
#
# `warcindex` is asked for the place of each record. Of a plain file it tells it, of one that is compressed record by record, as the
# standard's annex A has it and nearly all files are, each place is the word `None`, with exit code 0. The offsets are there:
# `warcio index` tells them of the same file, and `warcextract` of warctools finds a record at each.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check warctools==5.0.1 warcio==1.8.1

seen=$("$folder/venv/bin/python" - <<'PYTHON'
import gzip
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The bridge opens.</p>"


def record(number):
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
        f"WARC-Date: 2026-03-04T10:30:00Z\r\nWARC-Target-URI: https://herald.example/story/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(HTTP)}\r\n\r\n"
    )
    return head.encode() + HTTP + b"\r\n\r\n"


def run(*command):
    done = subprocess.run([Path(sys.executable).parent / command[0], *command[1:]], capture_output=True, text=True)
    return done.returncode, done.stdout


with TemporaryDirectory() as folder:
    plain, packed = Path(folder, "news.warc"), Path(folder, "news.warc.gz")
    plain.write_bytes(b"".join(map(record, (1, 2))))
    members = [gzip.compress(record(number), mtime=0) for number in (1, 2)]
    packed.write_bytes(b"".join(members))
    for file in (plain, packed):
        code, text = run("warcindex", str(file))
        print(file.name, code, [line.split()[1:3] for line in text.splitlines()[1:]])
    _, text = run("warcio", "index", "-f", "offset", str(packed))
    told = [int(json.loads(line)["offset"]) for line in text.splitlines()]
    print("warcio", told == [0, len(members[0])])
    print("warcextract", run("warcextract", str(packed), str(told[1]))[1].endswith("<p>The bridge opens.</p>"))
PYTHON
)
expected=$(cat <<'END'
news.warc 0 [['0', 'response'], ['322', 'response']]
news.warc.gz 0 [['None', 'response'], ['None', 'response']]
warcio True
warcextract True
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
