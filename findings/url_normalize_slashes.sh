#!/bin/sh
# url-normalize 3.1.0 takes a slash off the address in an archive's address, and makes a query of what stands behind `#!`.
#
# A path is a list of segments, some of which may be empty (RFC 3986, 3.3): `//` is not `/`, and what a dot segment takes back
# is the empty one (5.2.4). Addresses of web archives hold the address of the page whole, and lose a slash of it:
# `https:/herald.example` is another resource, or none. The text behind `#` never goes to a server. Here `#!/story/1` becomes a
# query `_escaped_fragment_`, by a scheme for crawlers that Google gave up in 2015: stories of an old site of that kind are
# asked for, and kept, under addresses that no reader ever had.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check url-normalize==3.1.0 yarl==1.25.1 w3lib==2.5.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from url_normalize import url_normalize
from w3lib.url import safe_url_string
from yarl import URL

for url in (
    "https://HERALD.example:443/a/../b",
    "https://web.archive.org/web/20260304103000/https://herald.example/story",
    "https://herald.example/img//logo.png",
    "https://herald.example/a//../b",
    "https://herald.example/#!/story/1",
    "https://herald.example/news#!story",
    "https://herald.example/news#story",
):
    print(url)
    for name, normal in {"url-normalize": url_normalize(url), "yarl": str(URL(url)), "w3lib": safe_url_string(url)}.items():
        print(f"  {name:13}", normal)
PYTHON
)
expected=$(cat <<'END'
https://HERALD.example:443/a/../b
  url-normalize https://herald.example/b
  yarl          https://herald.example/b
  w3lib         https://herald.example:443/a/../b
https://web.archive.org/web/20260304103000/https://herald.example/story
  url-normalize https://web.archive.org/web/20260304103000/https:/herald.example/story
  yarl          https://web.archive.org/web/20260304103000/https://herald.example/story
  w3lib         https://web.archive.org/web/20260304103000/https://herald.example/story
https://herald.example/img//logo.png
  url-normalize https://herald.example/img/logo.png
  yarl          https://herald.example/img//logo.png
  w3lib         https://herald.example/img//logo.png
https://herald.example/a//../b
  url-normalize https://herald.example/b
  yarl          https://herald.example/a/b
  w3lib         https://herald.example/a//../b
https://herald.example/#!/story/1
  url-normalize https://herald.example/?_escaped_fragment_=/story/1
  yarl          https://herald.example/#!/story/1
  w3lib         https://herald.example/#!/story/1
https://herald.example/news#!story
  url-normalize https://herald.example/news?_escaped_fragment_=story
  yarl          https://herald.example/news#!story
  w3lib         https://herald.example/news#!story
https://herald.example/news#story
  url-normalize https://herald.example/news#story
  yarl          https://herald.example/news#story
  w3lib         https://herald.example/news#story
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
