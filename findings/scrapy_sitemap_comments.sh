#!/bin/sh
# Scrapy 2.19.0 takes the comment behind a sitemap in robots.txt for a part of its address, and misses `Sitemap :`.
#
# RFC 9309 (2.2) lets a comment end each line and spaces stand around the colon. The spider asks for `/news.xml%20`, gets a page
# of "not found", and goes on without the stories that only this sitemap lists. Protego, with which the same Scrapy reads the same
# file for its rules, has the right addresses, as has Python's own reader.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check scrapy==2.19.0 protego==0.7.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import logging
import threading
import urllib.robotparser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from protego import Protego
from scrapy.crawler import CrawlerProcess
from scrapy.spiders import SitemapSpider

ASKED = []
FILES = {}


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        ASKED.append(self.path)
        body = FILES.get(self.path, "").encode()
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "application/xml" if self.path.endswith("xml") else "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
threading.Thread(target=site.serve_forever, daemon=True).start()
HOST = f"http://127.0.0.1:{site.server_port}"
ROBOTS = f"User-agent: *\nDisallow: /search # for people\nSitemap: {HOST}/news.xml # of two days\nSitemap : {HOST}/all.xml\n"
FILES["/robots.txt"] = ROBOTS
for name in ("news", "all"):
    FILES[f"/{name}.xml"] = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<url><loc>{HOST}/story-of-{name}</loc></url></urlset>"
    )
standard = urllib.robotparser.RobotFileParser()
standard.parse(ROBOTS.splitlines())


class Stories(SitemapSpider):
    name = "stories"
    sitemap_urls = [f"{HOST}/robots.txt"]
    custom_settings = {"LOG_ENABLED": False, "TELNETCONSOLE_ENABLED": False, "ROBOTSTXT_OBEY": False}

    def parse(self, response):
        pass


logging.disable(logging.CRITICAL)
process = CrawlerProcess()
process.crawl(Stories)
process.start()
print(ROBOTS.replace(HOST, "http://herald.example"))
for reader, addresses in (
    ("Protego", Protego.parse(ROBOTS).sitemaps),
    ("urllib.robotparser", standard.site_maps()),
):
    print(f"{reader:18}", *(address.replace(HOST, "") for address in addresses))
print(f"{'Scrapy asks for':18}", *ASKED)
PYTHON
)
expected=$(cat <<'END'
User-agent: *
Disallow: /search # for people
Sitemap: http://herald.example/news.xml # of two days
Sitemap : http://herald.example/all.xml

Protego            /news.xml /all.xml
urllib.robotparser /news.xml /all.xml
Scrapy asks for    /robots.txt /news.xml%20
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
