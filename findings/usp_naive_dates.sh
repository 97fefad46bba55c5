#!/bin/sh
# ultimate-sitemap-parser 1.8.1 gives days as times without a zone, beside times with one, from one sitemap.
#
# The protocol lets `lastmod` be a day or a moment, and news sites mix them: articles have moments, sections days. Sorting
# what the parser gives by date then raises, and a day is taken for midnight, wherever its outlet is.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check ultimate-sitemap-parser==1.8.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from usp.tree import sitemap_from_str

SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://herald.example/story</loc><lastmod>2026-03-31T10:00:00+03:00</lastmod></url>
<url><loc>https://herald.example/city</loc><lastmod>2026-03-31</lastmod></url></urlset>"""
found = [page.last_modified for page in sitemap_from_str(SITEMAP).all_pages()]
for each in found:
    print(each.isoformat())
try:
    sorted(found)
except TypeError as error:
    print(error)
PYTHON
)
expected=$(cat <<'END'
2026-03-31T10:00:00+03:00
2026-03-31T00:00:00
can't compare offset-naive and offset-aware datetimes
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
