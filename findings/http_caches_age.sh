#!/bin/sh
# CacheControl 0.14.4 and requests-cache 1.3.3 begin to count when a page comes in: one that has been stale for a minute is fresh.
#
# How old an answer is says `Age`, which the caches on its way add up, and `Date`; a cache must count both (RFC 9111, 4.2.3), so
# that `max-age=60` with `Age: 100` is stale on arrival. Front pages and feeds of nearly all papers come from such a cache.
# These two give it to whoever asks within the next minute. By `Date` CacheControl counts, requests-cache does not: what was
# sent an hour ago is new. A crawl that looks for new stories each minute sees the front page twice as old as its site allows,
# and more where caches stand in a row.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check CacheControl==0.14.4 requests-cache==1.3.3 requests==2.34.2

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import threading
import time
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests
import requests_cache
from cachecontrol import CacheControl

ANSWERS = {
    "/fresh": (0, []),
    "/age-of-30": (0, [("Age", "30")]),
    "/age-of-100": (0, [("Age", "100")]),
    "/sent-an-hour-ago": (3600, []),
}
asked = []


class Paper(BaseHTTPRequestHandler):
    def do_GET(self):
        asked.append(self.path)
        ago, more = ANSWERS[self.path]
        self.send_response_only(200)
        for name, value in [("Date", formatdate(time.time() - ago, usegmt=True)), ("Cache-Control", "max-age=60"), *more]:
            self.send_header(name, value)
        self.send_header("Content-Length", "16")
        self.end_headers()
        self.wfile.write(b"<p>It opens.</p>")

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Paper)
threading.Thread(target=server.serve_forever, daemon=True).start()
for name, session in {
    "CacheControl": CacheControl(requests.Session()),
    "requests-cache": requests_cache.CachedSession(backend="memory", cache_control=True),
}.items():
    for path in ANSWERS:
        asked.clear()
        for _ in range(2):
            session.get(f"http://127.0.0.1:{server.server_port}{path}")
        print(f"{name:14} {path:17}", "asks again" if len(asked) == 2 else "takes it for fresh")
PYTHON
)
expected=$(cat <<'END'
CacheControl   /fresh            takes it for fresh
CacheControl   /age-of-30        takes it for fresh
CacheControl   /age-of-100       takes it for fresh
CacheControl   /sent-an-hour-ago asks again
requests-cache /fresh            takes it for fresh
requests-cache /age-of-30        takes it for fresh
requests-cache /age-of-100       takes it for fresh
requests-cache /sent-an-hour-ago takes it for fresh
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
