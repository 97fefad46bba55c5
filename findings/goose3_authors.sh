#!/bin/sh
# goose3 3.1.22 makes an author of each letter of a name, and takes a story's reading time for its date.
#
# In JSON-LD an author may be a person or, as many pages have it, just a name (schema.org lets text stand for any thing). Of a name
# alone each letter is an author; of several names of one person a list is one. The first `time` of a page is its date with whatever
# is in it, and that is often how long it takes to read: `publish_date` is "5 min read" then, and the date behind it is not looked
# at.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check goose3==3.1.22 'lxml[html-clean]==6.1.3'

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import json

from goose3 import Goose

PAGE = """<html lang="en"><head><title>Bridge</title>{}</head><body><article><h1>Bridge</h1>{}
<p>The council said on Monday that the bridge over the river would be closed until the summer.</p>
</article></body></html>"""
WRITTEN = "<time datetime='2026-03-01'>1 March</time>"
LENGTH = "<time datetime='PT5M'>5 min read</time>"
with Goose({"enable_image_fetching": False}) as goose:
    for author in (
        {"@type": "Person", "name": "Ada Rowe"},
        [{"@type": "Person", "name": "Ada Rowe"}, {"@type": "Person", "name": "Ben Holt"}],
        "Ada Rowe",
        ["Ada Rowe", "Ben Holt"],
        {"@type": "Person", "name": ["Ada Rowe", "Ben Holt"]},
    ):
        story = {"@context": "https://schema.org", "@type": "NewsArticle", "author": author}
        stated = f'<script type="application/ld+json">{json.dumps(story)}</script>'
        try:
            found = goose.extract(raw_html=PAGE.format(stated, "")).authors
        except Exception as error:
            found = repr(error)
        print(f"{json.dumps(author)}\n    {found}")
    for body in (WRITTEN, LENGTH + WRITTEN):
        found = goose.extract(raw_html=PAGE.format("", body))
        print(f"{body}\n    {found.publish_date!r} {found.publish_datetime_utc}")
PYTHON
)
expected=$(cat <<'END'
{"@type": "Person", "name": "Ada Rowe"}
    ['Ada Rowe']
[{"@type": "Person", "name": "Ada Rowe"}, {"@type": "Person", "name": "Ben Holt"}]
    ['Ada Rowe', 'Ben Holt']
"Ada Rowe"
    ['A', 'd', 'a', ' ', 'R', 'o', 'w', 'e']
["Ada Rowe", "Ben Holt"]
    ['Ada Rowe', 'Ben Holt']
{"@type": "Person", "name": ["Ada Rowe", "Ben Holt"]}
    [['Ada Rowe', 'Ben Holt']]
<time datetime='2026-03-01'>1 March</time>
    '1 March' 2026-03-01 00:00:00
<time datetime='PT5M'>5 min read</time><time datetime='2026-03-01'>1 March</time>
    '5 min read' None
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
