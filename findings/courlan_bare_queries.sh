#!/bin/sh
# courlan 1.4.0 takes the number off an address that has it behind a bare question mark, so that two stories have one address.
#
# A query is any text (RFC 3986, 3.4); `story?4711` is how older systems number their pages, and what links to them is in archives
# for decades. `normalize_url` and `clean_url` keep only what has a name and a value: other stories than the first are taken for
# known. `canonicalize_url` of w3lib, by which Scrapy tells addresses apart, writes a sign behind the number and keeps it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check courlan==1.4.0 w3lib==2.5.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from courlan import clean_url, normalize_url
from w3lib.url import canonicalize_url

for query in ("?4711", "?4712", "?id=4711", "?print&id=4711", "?q=&id=4711"):
    url = f"https://herald.example/story{query}"
    kept = (read(url).partition("story")[2] for read in (normalize_url, clean_url, canonicalize_url))
    print(f"{query:15} courlan {next(kept):9} {next(kept):9} w3lib {next(kept)}")
PYTHON
)
expected=$(cat <<'END'
?4711           courlan                     w3lib ?4711=
?4712           courlan                     w3lib ?4712=
?id=4711        courlan ?id=4711  ?id=4711  w3lib ?id=4711
?print&id=4711  courlan ?id=4711  ?id=4711  w3lib ?id=4711&print=
?q=&id=4711     courlan ?id=4711  ?id=4711  w3lib ?id=4711&q=
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
