#!/bin/sh
# wacz 0.6.0 takes for pages those alone that another request names as its referrer: of a crawl of stories none is one.
#
# `--detect-pages` makes the list of pages by which a WACZ is opened and searched, and its manual says no more. A page whose
# pictures and links nobody fetched is not in it, as the last one that a reader opened is not, nor any of a WARC that keeps answers
# without requests: the list is empty, and with `-t` there are no words to search. The pages are there by their addresses, so
# nothing looks broken.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check wacz==0.6.0 warcio==1.8.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import io
import json
import subprocess
import zipfile

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

SITE = "https://herald.example"
#: What was opened in this order, and from where.
OPENED = (("/", None), ("/bridge", "/"), ("/mayor", "/bridge"))


def pages_of(has_requests, referrers):
    """The pages that are found in a WARC of three."""
    with open("three.warc.gz", "wb") as file:
        writer = WARCWriter(file, gzip=True)
        for path, opened_from in OPENED:
            html = f"<title>{path}</title><p>A story of the town and its river.</p>".encode()
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            dated = {"WARC-Date": "2026-03-01T12:00:00Z"}
            answer = writer.create_warc_record(
                SITE + path, "response", io.BytesIO(html), http_headers=head, warc_headers_dict=dated
            )
            names = [("Referer", SITE + opened_from)] if opened_from and referrers else []
            line = StatusAndHeaders(f"GET {path} HTTP/1.1", names, is_http_request=True)
            asked = writer.create_warc_record(
                SITE + path, "request", http_headers=line, warc_headers_dict=dated
            )
            if has_requests:
                writer.write_request_response_pair(asked, answer)
            else:
                writer.write_record(answer)
    made = ["venv/bin/wacz", "create", "--detect-pages", "-t", "-o", "three.wacz", "three.warc.gz"]
    status = subprocess.run(made, capture_output=True).returncode
    with zipfile.ZipFile("three.wacz") as archive:
        lists = [name for name in archive.namelist() if name.endswith("pages.jsonl")]
        lines = [json.loads(line) for name in lists for line in archive.open(name)]
    return status, [line["url"].removeprefix(SITE) for line in lines if "url" in line]


print("with referrers   ", *pages_of(has_requests=True, referrers=True))
print("without          ", *pages_of(has_requests=True, referrers=False))
print("without requests ", *pages_of(has_requests=False, referrers=False))
PYTHON
)
expected=$(cat <<'END'
with referrers    0 ['/', '/bridge']
without           0 []
without requests  0 []
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
