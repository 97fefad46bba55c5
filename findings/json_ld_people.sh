#!/bin/sh
# trafilatura 2.3.1 and newspaper4k 0.9.6 make authors of everybody whom a page's JSON-LD describes.
#
# A graph holds things of all kinds, each once, and an article names its author by `@id` (JSON-LD 1.1, 3.3 and 4.9). Whoever else is
# described in it, as the site's owner on every page, is given as another author, without a word: counts of who wrote what
# have the owner first.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    trafilatura==2.3.1 newspaper4k==0.9.6 'lxml[html-clean]==6.1.3'

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import json

from newspaper import article
from trafilatura import extract_metadata

STORY = {"@type": "NewsArticle", "headline": "Bridge agreed", "author": {"@id": "#ada"}}
ADA = {"@type": "Person", "@id": "#ada", "name": "Ada Rowe"}
OWNER = {"@type": "Person", "@id": "#owner", "name": "Ben Holt"}
SITE = {"@type": "WebSite", "name": "Herald", "publisher": {"@id": "#owner"}}
PAGE = """<html><head><title>Bridge agreed</title><script type="application/ld+json">{}</script>
</head><body><article><h1>Bridge agreed</h1><p>The council agreed.</p></article></body></html>"""
for name, graph in (("author alone", [STORY, ADA]), ("and the owner", [STORY, ADA, SITE, OWNER])):
    html = PAGE.format(json.dumps({"@context": "https://schema.org", "@graph": graph}))
    authors = article("https://herald.example/bridge", input_html=html).authors
    print(f"{name:13} trafilatura {extract_metadata(html).author!r} newspaper4k {authors}")
PYTHON
)
expected=$(cat <<'END'
author alone  trafilatura 'Ada Rowe' newspaper4k ['Ada Rowe']
and the owner trafilatura 'Ada Rowe; Ben Holt' newspaper4k ['Ada Rowe', 'Ben Holt']
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
