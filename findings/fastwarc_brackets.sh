#!/bin/sh
# FastWARC 2.0.1 gives the addresses of Wget's archives with the angle brackets around them.
#
# In the grammar of WARC 1.0 a target address stands between `<` and `>` (section 4, `uri`), as record numbers do, and GNU Wget
# writes it so. WARC 1.1 took the brackets out of that rule, since most writers never had them. warcio 1.8.1 and the indexers on
# it take them off. FastWARC gives them with the address: it has no host, a link of the page joined with it leads nowhere, and a
# story of a Wget archive is not the one that a crawl has. A date of WARC 1.1 that is a day, a month or a year (5.4) is None.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check warcio==1.8.1 FastWARC==2.0.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import io
from urllib.parse import urljoin, urlsplit

from fastwarc.warc import ArchiveIterator as FastIterator
from warcio.archiveiterator import ArchiveIterator

BLOCK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>It opens.</p>"


def record(version, address, date):
    return (
        f"WARC/{version}\r\nWARC-Type: response\r\nWARC-Date: {date}\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(BLOCK)}\r\n\r\n"
    ).encode() + BLOCK + b"\r\n\r\n"


for version, address in (("1.1", "https://herald.example/news/"), ("1.0", "<https://herald.example/news/>")):
    warc = record(version, address, "2026-03-04T10:30:00Z")
    (fast,) = FastIterator(io.BytesIO(warc))
    for other in ArchiveIterator(io.BytesIO(warc)):
        print(f"WARC/{version} WARC-Target-URI: {address}")
        for name, url in {"warcio": other.rec_headers["WARC-Target-URI"], "FastWARC": fast.headers["WARC-Target-URI"]}.items():
            print(f"  {name:8} {url} host {urlsplit(url).hostname}, with /story {urljoin(url, '/story')}")
for date in ("2026-03-04T10:30:00Z", "2026-03-04T10:30:00.5Z", "2026-03-04T10:30Z", "2026-03-04", "2026-03", "2026"):
    (fast,) = FastIterator(io.BytesIO(record("1.1", "https://herald.example/", date)))
    print("WARC-Date:", date, "FastWARC", fast.record_date and fast.record_date.isoformat())
PYTHON
)
expected=$(cat <<'END'
WARC/1.1 WARC-Target-URI: https://herald.example/news/
  warcio   https://herald.example/news/ host herald.example, with /story https://herald.example/story
  FastWARC https://herald.example/news/ host herald.example, with /story https://herald.example/story
WARC/1.0 WARC-Target-URI: <https://herald.example/news/>
  warcio   https://herald.example/news/ host herald.example, with /story https://herald.example/story
  FastWARC <https://herald.example/news/> host None, with /story /story
WARC-Date: 2026-03-04T10:30:00Z FastWARC 2026-03-04T10:30:00+00:00
WARC-Date: 2026-03-04T10:30:00.5Z FastWARC 2026-03-04T10:30:00.500000+00:00
WARC-Date: 2026-03-04T10:30Z FastWARC 2026-03-04T10:30:00+00:00
WARC-Date: 2026-03-04 FastWARC None
WARC-Date: 2026-03 FastWARC None
WARC-Date: 2026 FastWARC None
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
