#!/bin/sh
# Scrapy 2.19.0 fetches everything of a host whose robots.txt is answered with 503.
#
# RFC 9309 (2.3.1.4) says that a robots.txt which the server's fault keeps away is to be taken for a complete ban. With
# ROBOTSTXT_OBEY on, Scrapy reads the error's body as rules, finds none, and goes on, on the very day on which the server
# is overloaded. newscrawl keeps to what the host said lately, and fetches nothing where it never said anything.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check scrapy==2.19.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import scrapy
from scrapy.crawler import CrawlerProcess

asked = []


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        asked.append(self.path)
        self.send_response(503 if self.path == "/robots.txt" else 200)
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
        for number in range(1):
            yield scrapy.Request(f"http://127.0.0.1:{server.server_port}/{number}")

    def parse(self, response):
        print("stored", response.status)


SETTINGS = {"ROBOTSTXT_OBEY": True, "LOG_LEVEL": "CRITICAL", "TELNETCONSOLE_ENABLED": False}
process = CrawlerProcess({**SETTINGS, "RETRY_ENABLED": False})
process.crawl(Pages)
process.start()
print(*asked)
PYTHON
)
expected=$(cat <<'END'
stored 200
/robots.txt /0
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
