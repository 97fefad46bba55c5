#!/bin/sh
# har2warc 1.0.4 writes each text in UTF-8 under the header that names the page's own charset.
#
# A HAR file has a page's text as it was decoded (HAR 1.2, "content": decoded, and in UTF-8 as all of the file), beside the headers
# as they were sent. Of these, those of the packing are dropped when the record is made, but `Content-Type` stays: whoever reads the
# record by it, as browsers and pywb do, has other letters than the page, and a search for its words finds nothing. Nothing says so.
# What the browser did not decode (base64) comes as it was.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check har2warc==1.0.4 warcio==1.8.1 setuptools==80.9.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import base64
import json
import subprocess

from warcio.archiveiterator import ArchiveIterator

NO_SIZES = {"headersSize": -1, "bodySize": -1, "cookies": [], "httpVersion": "HTTP/1.1"}
BY = {"name": "hand", "version": "1"}


def entry(text, charset, **encoding):
    """A page that was sent in a charset, as a browser saves it."""
    url = f"https://herald.example/{charset}"
    kind = f"text/html; charset={charset}"
    content = {"size": len(text), "mimeType": kind, "text": text, **encoding}
    headers = [{"name": "Content-Type", "value": kind}]
    return {
        "startedDateTime": "2026-03-01T10:30:00.000Z",
        "time": 1,
        "request": {"method": "GET", "url": url, "headers": [], "queryString": []} | NO_SIZES,
        "response": {"status": 200, "statusText": "OK", "headers": headers, "content": content}
        | {"redirectURL": ""}
        | NO_SIZES,
        "cache": {},
        "timings": {"send": 0, "wait": 1, "receive": 0},
    }


entries = [
    entry("<p>Мост", "utf-8"),
    entry("<p>Мост", "windows-1251"),
    entry("<p>橋", "shift_jis"),
    entry("<p>Köln", "iso-8859-1"),
    entry(base64.b64encode("<p>Мост".encode("cp1251")).decode(), "windows-1251", encoding="base64"),
]
with open("pages.har", "w") as file:
    json.dump({"log": {"version": "1.2", "creator": BY, "pages": [], "entries": entries}}, file)
command = ["venv/bin/python", "-W", "ignore", "venv/bin/har2warc", "pages.har", "pages.warc.gz"]
subprocess.run(command, check=True)
with open("pages.warc.gz", "rb") as file:
    for record in ArchiveIterator(file):
        if record.rec_type == "response":
            kind = record.http_headers.get_header("Content-Type")
            read = record.content_stream().read().decode(kind.partition("=")[2], "replace")
            print(f"{kind:32} is read as {read}")
PYTHON
)
expected=$(cat <<'END'
text/html; charset=utf-8         is read as <p>Мост
text/html; charset=windows-1251  is read as <p>РњРѕСЃС‚
text/html; charset=shift_jis     is read as <p>讖�
text/html; charset=iso-8859-1    is read as <p>KÃ¶ln
text/html; charset=windows-1251  is read as <p>Мост
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
