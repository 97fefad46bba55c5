#!/bin/sh
# cdxj-indexer 1.5.0 and pywb 2.10.0 write a page's type as it was sent: who asks an archive for its HTML pages misses "Text/HTML".
#
# The names of a media type have no letter case (RFC 9110, 8.3.1), and `Text/HTML` is what some servers send. Indexes of web archives have a
# field for it, by which pages are listed, counted and picked for a corpus: the filters of pywb's index, as those of the
# archives that have the same interface, compare letter by letter, the regular expression as well. The record is there and is
# replayed; a list of the site's pages is one short, and nothing says so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pywb==2.10.0 cdxj-indexer==1.5.0 warcio==1.8.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON' 2>/dev/null | grep -v '^Dir '
import io
import json
import subprocess
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

with open("pages.warc.gz", "wb") as file:
    writer = WARCWriter(file, gzip=True)
    for path, kind in {"/one": "text/html", "/two": "Text/HTML; charset=utf-8", "/three": "TEXT/HTML"}.items():
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        address = f"http://herald.example{path}"
        fields = {"WARC-Date": "2026-03-04T10:30:00Z"}
        writer.write_record(writer.create_warc_record(address, "response", io.BytesIO(b"<p>It opens."), http_headers=headers, warc_headers_dict=fields))
lines = subprocess.run(["venv/bin/cdxj-indexer", "pages.warc.gz"], capture_output=True, text=True).stdout.splitlines()
print("cdxj-indexer", *(json.loads(line.split(" ", 2)[2])["mime"] for line in lines))
for command in (["init", "news"], ["add", "news", "pages.warc.gz"]):
    subprocess.run(["venv/bin/wb-manager", *command], check=True, capture_output=True)

from pywb.apps.frontendapp import FrontEndApp
from werkzeug.test import Client

Path("config.yaml").write_text("{}\n")
client = Client(FrontEndApp(config_file=None))
for wanted in ("", "&filter=%3Dmime:text/html", "&filter=mime:text/html", "&filter=~mime:text/html"):
    answer = client.get(f"/news/cdx?url=herald.example/&matchType=prefix&output=json{wanted}")
    print(f"pywb {wanted:26}", *(json.loads(line)["url"].removeprefix("http://herald.example") for line in answer.get_data(as_text=True).splitlines()))
PYTHON
)
expected=$(cat <<'END'
cdxj-indexer text/html Text/HTML TEXT/HTML
pywb                            /one /three /two
pywb &filter=%3Dmime:text/html  /one
pywb &filter=mime:text/html     /one
pywb &filter=~mime:text/html    /one
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
