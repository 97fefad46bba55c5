#!/bin/sh
# surt 0.3.1 gives addresses that differ in capitals one key, and pywb 2.10.0 shows a page of one under the address of another.
#
# A path is what the server says it is, capitals and all (RFC 3986, 6.2.2.1), and outlets have codes in it: `/s/aB3x` and
# `/s/Ab3X` are two stories. The key by which indexes of web archives (CDXJ) are sorted and asked has small letters alone. Asked for
# one story at a time at which the other was kept, pywb shows the other, with 200 and the asked story's address above it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pywb==2.10.0 surt==0.3.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import http.client
import io
import socket
import subprocess
import time

import surt
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

STORIES = {"/s/aB3x": ("2026-03-01", b"<p>Bridge agreed"), "/s/Ab3X": ("2026-03-04", b"<p>Ferry sold")}
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}

print({surt.surt(f"http://herald.example{path}") for path in STORIES})
with open("pages.warc.gz", "wb") as file:
    writer = WARCWriter(file, gzip=True)
    for path, (day, body) in STORIES.items():
        http_headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            f"http://herald.example{path}",
            "response",
            payload=io.BytesIO(body),
            http_headers=http_headers,
            warc_headers_dict={"WARC-Date": f"{day}T12:00:00Z"},
        )
        writer.write_record(record)
for command in (["init", "news"], ["add", "news", "pages.warc.gz"]):
    subprocess.run(["venv/bin/wb-manager", *command], check=True, **QUIET)
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
server = subprocess.Popen(["venv/bin/wayback", "-b", "127.0.0.1", "-p", str(port)], **QUIET)
try:
    for _ in range(300):
        with socket.socket() as tried:
            if not tried.connect_ex(("127.0.0.1", port)):
                break
        time.sleep(0.2)
    for path in STORIES:
        for day, _ in STORIES.values():
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            moment = day.replace("-", "") + "120000"
            connection.request("GET", f"/news/{moment}id_/http://herald.example{path}")
            answer = connection.getresponse()
            print(path, "on", day, answer.status, answer.read().decode())
finally:
    server.terminate()
    server.wait()
PYTHON
)
expected=$(cat <<'END'
{'example,herald)/s/ab3x'}
/s/aB3x on 2026-03-01 200 <p>Bridge agreed
/s/aB3x on 2026-03-04 200 <p>Ferry sold
/s/Ab3X on 2026-03-01 200 <p>Bridge agreed
/s/Ab3X on 2026-03-04 200 <p>Ferry sold
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
