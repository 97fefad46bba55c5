#!/bin/sh
# goose3 3.1.22 tells a sentence twice that stands behind a paragraph in a div, and a list before what it belongs to.
#
# Text, paragraphs and lists may stand beside each other in a `div` (HTML, 4.4.16), as editors leave them where a quotation or a
# list was put into a paragraph. What follows the inner one comes twice; where that is a list, its lines come first and the sentence
# that leads to them behind, with what follows again. Who quotes such a text quotes what no page said in that order, and sketches
# and counts of words are of another story.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check goose3==3.1.22 'lxml[html-clean]==6.1.3'

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from goose3 import Goose

STORY = """<html lang="en"><head><title>Bridge</title></head><body><article><h1>Bridge</h1>
<p>The council said on Monday that the bridge over the river would be closed until the end of the summer.</p>
{}
<p>The board said on Tuesday that nobody will have to walk across the river in the cold of the winter.</p>
</article></body></html>"""
BEFORE = "First, she said to all of them, we shall look at the bridge."
INNER = "Then we shall close it for the rest of the summer, she said."
BEHIND = "That is what she has promised to the people of the town."
with Goose({"enable_image_fetching": False}) as goose:
    for shape in ("<p>{}</p><p>{}</p><p>{}</p>", "<div>{}<p>{}</p>{}</div>", "<div>{}<ul><li>{}</li></ul>{}</div>"):
        text = goose.extract(raw_html=STORY.format(shape.format(BEFORE, INNER, BEHIND))).cleaned_text
        told = text.replace("The council", "|The board").split("|The board")[1]
        places = sorted(
            (place, word)
            for word in ("First", "Then", "That")
            for place in range(len(told))
            if told.startswith(word, place)
        )
        print(f"{shape:38}", *(word for _, word in places))
PYTHON
)
expected=$(cat <<'END'
<p>{}</p><p>{}</p><p>{}</p>            First Then That
<div>{}<p>{}</p>{}</div>               First Then That That
<div>{}<ul><li>{}</li></ul>{}</div>    Then That First That
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
