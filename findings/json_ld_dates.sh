#!/bin/sh
# htmldate 1.11.0, trafilatura 2.3.1 and newspaper4k 0.9.6 take a date in a page's JSON-LD for the page's, whatever has it.
#
# An article names what it is based on, its video and its comments, each with a date of its own (schema.org), in any order (RFC
# 8259, 1). The first one is taken: a story that tells of one of 2019 is of 2019, one with a comment is of the comment's day, and
# newspaper4k takes a video's that stands before the article. Stories are filed under years in which they were not written, and no
# such date looks wrong.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    htmldate==1.11.0 trafilatura==2.3.1 newspaper4k==0.9.6 'lxml[html-clean]==6.1.3'

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import json

from htmldate import find_date
from newspaper import article
from trafilatura import extract_metadata

PAGE = """<html><head><title>Bridge closed</title><script type="application/ld+json">{}</script>
</head><body><article><h1>Bridge closed</h1><p>The council agreed.</p></article></body></html>"""
NAMED = {"@type": "NewsArticle", "headline": "Bridge closed"}
DATED = NAMED | {"datePublished": "2026-03-01T10:00:00Z"}
OLD = {"@type": "NewsArticle", "headline": "Bridge opened", "datePublished": "2019-05-09T10:00:00Z"}
VIDEO = {"@type": "VideoObject", "name": "The bridge", "datePublished": "2020-07-07T10:00:00Z"}
COMMENT = {"@type": "Comment", "text": "At last.", "datePublished": "2026-03-05T10:00:00Z"}
for name, stated in (
    ("alone", DATED),
    ("and then an older story", DATED | {"isBasedOn": OLD}),
    ("behind an older story", {"isBasedOn": OLD} | DATED),
    ("behind a comment", {"comment": [COMMENT]} | DATED),
    ("behind a video in a graph", {"@graph": [VIDEO, DATED]}),
):
    html = PAGE.format(json.dumps({"@context": "https://schema.org", **stated}))
    print(
        f"{name:25}",
        f"htmldate {find_date(html)} original {find_date(html, original_date=True)}",
        f"trafilatura {extract_metadata(html).date}",
        f"newspaper4k {article('https://herald.example/a', input_html=html).publish_date.date()}",
    )
PYTHON
)
expected=$(cat <<'END'
alone                     htmldate 2026-03-01 original 2026-03-01 trafilatura 2026-03-01 newspaper4k 2026-03-01
and then an older story   htmldate 2026-03-01 original 2026-03-01 trafilatura 2026-03-01 newspaper4k 2026-03-01
behind an older story     htmldate 2019-05-09 original 2019-05-09 trafilatura 2019-05-09 newspaper4k 2026-03-01
behind a comment          htmldate 2026-03-05 original 2026-03-05 trafilatura 2026-03-05 newspaper4k 2026-03-01
behind a video in a graph htmldate 2020-07-07 original 2020-07-07 trafilatura 2020-07-07 newspaper4k 2020-07-07
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
