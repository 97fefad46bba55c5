#!/bin/sh
# trafilatura 2.3.1 finds no page in a sitemap whose addresses stand on lines of their own.
#
# `loc` is an `xsd:anyURI` in the protocol's schema, and space around one is no part of it (XML Schema 1.0, part 2, 4.3.6); programs
# that indent XML print it so. The same sitemap without the line breaks has all its pages. A backfill by sitemaps ends at once, and
# nothing says why; ultimate-sitemap-parser 1.8.1 reads both. (wpull's issue 491 is of the same spaces.)
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check \
    trafilatura==2.3.1 ultimate-sitemap-parser==1.8.1 lxml-html-clean==0.4.6

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from trafilatura.sitemaps import SitemapObject
from usp.tree import sitemap_from_str

SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>{0}https://herald.example/a{0}</loc></url>
<url><loc>{0}https://herald.example/b{0}</loc></url></urlset>"""
for name, space in (("in one line", ""), ("on lines of their own", "\n    ")):
    text = SITEMAP.format(space)
    read = SitemapObject("https://herald.example", "herald.example", [])
    read.content, read.current_url = text, "https://herald.example/sitemap.xml"
    read.process()
    pages = list(sitemap_from_str(text).all_pages())
    print(f"{name}: trafilatura {len(read.urls)} pages, ultimate-sitemap-parser {len(pages)}")
PYTHON
)
expected=$(cat <<'END'
in one line: trafilatura 2 pages, ultimate-sitemap-parser 2
on lines of their own: trafilatura 0 pages, ultimate-sitemap-parser 2
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
