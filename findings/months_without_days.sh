#!/bin/sh
# ultimate-sitemap-parser 1.8.1, htmldate 1.11.0 and newspaper4k 0.9.6 give the date of a month today's day.
#
# `2026-01` is a whole date of the W3C's profile of ISO 8601 (NOTE-datetime, "Year and month"), which sitemaps name; Open Graph names
# ISO 8601 itself, and magazines have no other date. The day is filled in from today's, as the readers of dates beneath do where
# nobody asks otherwise: one page that nobody touched has another date each day, and no sign that a day was never stated.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    ultimate-sitemap-parser==1.8.1 htmldate==1.11.0 newspaper4k==0.9.6

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from datetime import date

from htmldate import find_date
from newspaper import article
from usp.tree import sitemap_from_str

URL = "https://herald.example/bridge"
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://herald.example/bridge</loc><lastmod>{}</lastmod></url></urlset>"""
PAGE = """<html><head><title>Bridge</title><meta property="article:published_time" content="{}">
</head><body><p>The council agreed on the bridge.</p></body></html>"""


def readings(stated):
    """What each library takes a stated date for."""
    html = PAGE.format(stated)
    (page,) = sitemap_from_str(SITEMAP.format(stated)).all_pages()
    yield "ultimate-sitemap-parser", str(page.last_modified)
    yield "htmldate", find_date(html, url=URL)
    yield "newspaper4k", str(article(URL, input_html=html).publish_date)


for stated in ("2026-01-13", "2026-01"):
    for library, read in readings(stated):
        is_today = stated == "2026-01" and read[:10] == f"2026-01-{date.today().day:02}"
        print(f"{stated:10} {library:23}", "today's day of that month" if is_today else read[:10])
PYTHON
)
expected=$(cat <<'END'
2026-01-13 ultimate-sitemap-parser 2026-01-13
2026-01-13 htmldate                2026-01-13
2026-01-13 newspaper4k             2026-01-13
2026-01    ultimate-sitemap-parser today's day of that month
2026-01    htmldate                today's day of that month
2026-01    newspaper4k             today's day of that month
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
