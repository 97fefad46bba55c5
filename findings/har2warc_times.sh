#!/bin/sh
# har2warc 1.0.4 takes the clock of a capture's own place for UTC, so that records are hours off and out of order.
#
# `startedDateTime` is ISO 8601 with an offset (HAR 1.2, "pages" and "entries"), and some browsers write it in the time of their
# place, others in UTC. What stands behind the seconds is cut off and `Z` put there: a page that was saved in Kyiv at noon is dated
# noon in UTC, two hours after it, and of two copies of a page the older one can be the newer. WARC-Date is UTC (WARC 1.1, 5.4),
# and an archive orders its revisions by it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check har2warc==1.0.4 warcio==1.8.1 setuptools==80.9.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import json
import subprocess

from warcio.archiveiterator import ArchiveIterator

#: Three saves of a page, one hour after another.
STAMPS = (
    ("2026-03-01T11:30:00.000+02:00", "2026-03-01T09:30:00Z"),
    ("2026-03-01T10:30:00.000Z", "2026-03-01T10:30:00Z"),
    ("2026-03-01T06:30:00.000-05:00", "2026-03-01T11:30:00Z"),
)
NO_SIZES = {"headersSize": -1, "bodySize": -1, "cookies": [], "httpVersion": "HTTP/1.1"}
GET = {"method": "GET", "url": "https://herald.example/", "headers": [], "queryString": []}
PAGE = {"size": 8, "mimeType": "text/html", "text": "<p>Open."}
OK = {"status": 200, "statusText": "OK", "headers": [], "content": PAGE, "redirectURL": ""}
BY = {"name": "hand", "version": "1"}
entries = [
    {
        "startedDateTime": stamp,
        "time": 1,
        "request": GET | NO_SIZES,
        "response": OK | NO_SIZES,
        "cache": {},
        "timings": {"send": 0, "wait": 1, "receive": 0},
    }
    for stamp, _ in STAMPS
]
with open("pages.har", "w") as file:
    json.dump({"log": {"version": "1.2", "creator": BY, "pages": [], "entries": entries}}, file)
command = ["venv/bin/python", "-W", "ignore", "venv/bin/har2warc", "pages.har", "pages.warc.gz"]
subprocess.run(command, check=True)
with open("pages.warc.gz", "rb") as file:
    records = [record for record in ArchiveIterator(file) if record.rec_type == "response"]
    for (stamp, right), record in zip(STAMPS, records, strict=True):
        print(f"{stamp:29} is {right} and becomes {record.rec_headers.get_header('WARC-Date')}")
PYTHON
)
expected=$(cat <<'END'
2026-03-01T11:30:00.000+02:00 is 2026-03-01T09:30:00Z and becomes 2026-03-01T11:30:00Z
2026-03-01T10:30:00.000Z      is 2026-03-01T10:30:00Z and becomes 2026-03-01T10:30:00Z
2026-03-01T06:30:00.000-05:00 is 2026-03-01T11:30:00Z and becomes 2026-03-01T06:30:00Z
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
