#!/bin/sh
# warcio 2.4.11 of npm indexes pages under keys that pywb 2.10.0 does not look for: pages that end in `/` are gone.
#
# The index of a collection or a WACZ has a line for each page, sorted by the canonical form of its address (SURT), and a replay
# looks a page up by that key. In pywb the key has no slash at its end, one for two, unreserved signs as themselves and no
# session. `cdx-index` of warcio.js, which its README calls standard CDX(J), lowers letters, sorts the query and leaves the rest.
# Nearly all addresses of WordPress end in a slash: the record is in the archive and a line for it in the index, and pywb answers
# that there is no capture.
#
# It needs node (20 was used) and npm, too.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts warcio@2.4.11
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pywb==2.10.0 setuptools==80.9.0

cat > lookup.py <<'PYTHON'
import sys

from pywb.warcserver.index.aggregator import SimpleAggregator
from pywb.warcserver.index.indexsource import FileIndexSource
from pywb.warcserver.index.query import CDXQuery

PATHS = ["/bridge", "/2026/ferry/", "/~rowe/harbour", "/a%2Db", "/city//tram", "/mill?PHPSESSID=0123456789abcdef0123456789abcdef"]
if sys.argv[1] == "write":
    http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>It opens.</p>"
    with open("news.warc", "w", newline="") as file:
        for number, path in enumerate(PATHS):
            file.write(
                "WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2026-03-04T10:30:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
                f"WARC-Target-URI: https://herald.example{path}\r\nContent-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(http)}\r\n\r\n{http}\r\n\r\n"
            )
else:
    index = SimpleAggregator({"news": FileIndexSource(sys.argv[1])})
    for path in PATHS:
        query = CDXQuery({"url": f"https://herald.example{path}"})
        lines, _ = index(dict(query.params))
        print(f"  {query.key.decode():32}", "found" if list(lines) else "not archived")
PYTHON
venv/bin/python lookup.py write
export LC_ALL=C
node node_modules/warcio/dist/cli.js cdx-index news.warc --format cdxj | sort > warcio.cdxj
venv/bin/cdx-indexer --cdxj news.warc 2>/dev/null | grep '^example' | sort > pywb.cdxj

seen=$(for by in pywb warcio; do
    echo "indexed by $by"
    cut -d ' ' -f 1 "$by.cdxj" | sed 's/^/    /'
    venv/bin/python lookup.py "$by.cdxj" 2>/dev/null
done)
expected=$(cat <<'END'
indexed by pywb
    example,herald)/2026/ferry
    example,herald)/a-b
    example,herald)/bridge
    example,herald)/city/tram
    example,herald)/mill
    example,herald)/~rowe/harbour
  example,herald)/bridge           found
  example,herald)/2026/ferry       found
  example,herald)/~rowe/harbour    found
  example,herald)/a-b              found
  example,herald)/city/tram        found
  example,herald)/mill             found
indexed by warcio
    example,herald)/2026/ferry/
    example,herald)/a%2db
    example,herald)/bridge
    example,herald)/city//tram
    example,herald)/mill?phpsessid=0123456789abcdef0123456789abcdef
    example,herald)/~rowe/harbour
  example,herald)/bridge           found
  example,herald)/2026/ferry       not archived
  example,herald)/~rowe/harbour    found
  example,herald)/a-b              not archived
  example,herald)/city/tram        not archived
  example,herald)/mill             not archived
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
