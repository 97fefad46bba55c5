#!/bin/sh
# advertools 0.18.0 puts the caption of one picture of a sitemap beside the address of another.
#
# An address in a sitemap may have several pictures (Google's image sitemaps), each with its own caption and title. `sitemap_to_df`
# makes one column for each name and keeps the last value of each. Its manual says that the last picture is the one that is had, but
# the caption beside it is the last that any of them has, so that a photograph is described by words about another. Where a page is
# in other languages (`xhtml:link`) is left out.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check advertools==0.18.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import contextlib
import http.server
import io
import logging
import threading

import advertools

logging.disable()
HEAD = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml"><url><loc>https://herald.example/bridge</loc>'
)
GULL = "<image:image><image:loc>https://herald.example/gull.jpg</image:loc><image:caption>A gull.</image:caption></image:image>"
MAYOR = "<image:image><image:loc>https://herald.example/mayor.jpg</image:loc><image:caption>The mayor.</image:caption></image:image>"
RIVER = "<image:image><image:loc>https://herald.example/river.jpg</image:loc></image:image>"
GERMAN = '<xhtml:link rel="alternate" hreflang="de" href="https://herald.example/de/bridge"/>'
SITEMAPS = {
    "/one": GULL,
    "/two": GULL + MAYOR,
    "/none-behind": GULL + RIVER,
    "/none-before": RIVER + GULL,
    "/language": GERMAN + RIVER,
}


class Sitemaps(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = f"{HEAD}{SITEMAPS.get(self.path, '')}</url></urlset>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Nothing: what is asked is not what is shown."""


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Sitemaps)
threading.Thread(target=server.serve_forever, daemon=True).start()
for path in SITEMAPS:
    with contextlib.redirect_stderr(io.StringIO()):
        frame = advertools.sitemap_to_df(f"http://127.0.0.1:{server.server_port}{path}")
    own = {"sitemap", "sitemap_size_mb", "download_date", "loc"}
    (row,) = frame.drop(columns=[name for name in frame if name in own]).to_dict("records")
    print(f"{path:13}", row)
server.shutdown()
PYTHON
)
expected=$(cat <<'END'
/one          {'image_loc': 'https://herald.example/gull.jpg', 'image_caption': 'A gull.'}
/two          {'image_loc': 'https://herald.example/mayor.jpg', 'image_caption': 'The mayor.'}
/none-behind  {'image_loc': 'https://herald.example/river.jpg', 'image_caption': 'A gull.'}
/none-before  {'image_loc': 'https://herald.example/gull.jpg', 'image_caption': 'A gull.'}
/language     {'image_loc': 'https://herald.example/river.jpg'}
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
