#!/bin/sh
# CacheControl 0.14.4 follows a 301 that it has once seen for ever, also where the server said for how long, or to ask again.
#
# A 301 may be kept "unless otherwise indicated" (RFC 9110, 15.4.2): `max-age=1`, `max-age=0` and `no-cache` do indicate it, and are
# what outlets send with an address that leads to the story of the day. CacheControl looks at them for pages, and not for a 301 or
# 308 which it has: the address is never asked again, and what it led to first is what it leads to. `no-store` alone is heard.
# requests-cache 1.3.3 asks again each time.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check CacheControl==0.14.4 requests-cache==1.3.3 requests==2.34.2 urllib3==2.8.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests
import requests_cache
from cachecontrol import CacheControl

asked = {}


class Outlet(BaseHTTPRequestHandler):
    def do_GET(self):
        _, moved, control = self.path.split("/", 2)
        asked[self.path] = asked.get(self.path, 0) + 1
        self.send_response(301 if moved == "today" else 200)
        self.send_header("Location", f"/story/{asked[self.path]}")
        self.send_header("Cache-Control", control if moved == "today" else "no-store")
        self.end_headers()
        self.wfile.write(b"" if moved == "today" else control.encode())

    def log_message(self, *arguments):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Outlet)
threading.Thread(target=server.serve_forever, daemon=True).start()
for name, session in {
    "CacheControl": CacheControl(requests.Session()),
    "requests-cache": requests_cache.CachedSession(backend="memory", cache_control=True),
}.items():
    print(name)
    for control in ("max-age=1", "max-age=0", "no-cache", "no-store"):
        asked.clear()
        stories = []
        for _ in range(2):
            stories.append(session.get(f"http://127.0.0.1:{server.server_port}/today/{control}").text)
            time.sleep(2)
        print(f"  {control:10} story", *stories)
server.shutdown()
PYTHON
)
expected=$(cat <<'END'
CacheControl
  max-age=1  story 1 1
  max-age=0  story 1 1
  no-cache   story 1 1
  no-store   story 1 2
requests-cache
  max-age=1  story 1 2
  max-age=0  story 1 2
  no-cache   story 1 2
  no-store   story 1 2
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
