#!/bin/sh
# Scrapy 2.19.0 sends many requests at once to a host where CONCURRENT_REQUESTS_PER_DOMAIN is 1 and DOWNLOAD_DELAY is 0.
#
# A request counts as under way only when its task first runs, and until then the next one finds the place free. With
# any delay, however short, it is one at a time, as the setting says. Who lowers the delay for a server of his own
# asks it for up to CONCURRENT_REQUESTS things at once; newscrawl counts for itself.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check scrapy==2.19.0

cd "$folder"
cat > crawl.py <<'PYTHON'
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import scrapy
from scrapy.crawler import CrawlerProcess

lock = threading.Lock()
under_way, most = 0, 0


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        global under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        time.sleep(0.3)
        with lock:
            under_way -= 1
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()


class Pages(scrapy.Spider):
    name = "pages"

    async def start(self):
        for number in range(12):
            yield scrapy.Request(f"http://127.0.0.1:{server.server_port}/{number}")

    def parse(self, response):
        pass


SETTINGS = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False}
process = CrawlerProcess({**SETTINGS, "DOWNLOAD_DELAY": sys.argv[1]})
process.crawl(Pages)
process.start()
print(f"delay {sys.argv[1]}:", "one at a time" if most == 1 else "several at once")
PYTHON
seen=$(for delay in 0 0.01; do venv/bin/python crawl.py "$delay"; done)
expected=$(cat <<'END'
delay 0: several at once
delay 0.01: one at a time
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
