#!/bin/sh
# scrapy-webarchive 0.5.3 writes requests without their query, one field of each name, and an index in the order of the crawl.
#
# `/story?id=4711` and `/story?id=4712` are asked as `/story` in its WARC files, so that a record no longer says what was asked. Of
# an answer's fields of one name the last is kept: two links are one, and a page's canonical address may go. The index of its WACZ
# has the lines in the order in which answers came, though CDXJ is sorted so that it can be searched by halving: one that
# searches so finds some of the pages, and says of the others that they are not there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check scrapy-webarchive==0.5.3 scrapy==2.11.2 twisted==24.11.0 w3lib==2.2.1 setuptools==80.9.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import http.server
import subprocess
import threading
import zipfile
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

PATHS = ["/story?id=4711", "/story?id=4712", "/ferry"]
LINKS = ['</bridge>; rel="canonical"', '</bridge?page=2>; rel="next"']


class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = f"<p>{self.path}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        for link in LINKS:
            self.send_header("Link", link)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Nothing: what is asked is not what is shown."""


site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
threading.Thread(target=site.serve_forever, daemon=True).start()
home = f"http://127.0.0.1:{site.server_port}"
Path("news.py").write_text(
    f"""
import scrapy


class News(scrapy.Spider):
    name = "news"
    start_urls = [{home!r} + path for path in {PATHS!r}]
    custom_settings = {{
        "CONCURRENT_REQUESTS": 1,
        "EXTENSIONS": {{"scrapy_webarchive.extensions.WaczExporter": 543}},
        "SW_EXPORT_URI": "kept/news.wacz",
    }}

    def parse(self, response):
        pass
"""
)
subprocess.run(["venv/bin/scrapy", "runspider", "news.py"], check=True, capture_output=True)
site.shutdown()
print("sent  ", LINKS)
with zipfile.ZipFile("kept/news.wacz") as wacz:
    (warc,) = [name for name in wacz.namelist() if name.endswith(".warc.gz")]
    for record in ArchiveIterator(wacz.open(warc)):
        address = (record.rec_headers.get_header("WARC-Target-URI") or "").removeprefix(home)
        if record.rec_type == "request":
            print("asked ", address, "by", record.http_headers.protocol, record.http_headers.statusline)
        if record.rec_type == "response":
            print("answer", address, [value for name, value in record.http_headers.headers if name == "Link"])
    (index,) = [name for name in wacz.namelist() if name.endswith(".cdxj")]
    keys = [line.partition(b" ")[0].decode().partition(")")[2] for line in wacz.open(index)]
    print("index ", keys, "sorted" if keys == sorted(keys) else "not sorted")
PYTHON
)
expected=$(cat <<'END'
sent   ['</bridge>; rel="canonical"', '</bridge?page=2>; rel="next"']
answer /story?id=4711 ['</bridge?page=2>; rel="next"']
asked  /story?id=4711 by GET /story HTTP/1.0
answer /story?id=4712 ['</bridge?page=2>; rel="next"']
asked  /story?id=4712 by GET /story HTTP/1.0
answer /ferry ['</bridge?page=2>; rel="next"']
asked  /ferry by GET /ferry HTTP/1.0
index  ['/story?id=4711', '/story?id=4712', '/ferry'] not sorted
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
