#!/bin/sh
# selectolax 1.0.2 inserts a copy of a node that stands elsewhere in the same tree, and leaves the node where it was.
#
# In the DOM, and in lxml, an element has one place: to insert it is to move it. Pages that stream their text put parts that
# came late where a placeholder stands; who does so with `insert_before` or `insert_child` reads each part twice.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check selectolax==1.0.2 lxml==6.1.3

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from lxml import html
from selectolax.lexbor import LexborHTMLParser

PAGE = '<p id="place"></p><div id="late">Snow fell.</div>'

for way in ("insert_before", "insert_child"):
    page = LexborHTMLParser(PAGE)
    getattr(page.css_first("#place"), way)(page.css_first("#late"))
    print("selectolax", way + ":", page.body.html)
page = html.document_fromstring(PAGE)
place, late = page.get_element_by_id("place"), page.get_element_by_id("late")
place.addprevious(late)
print("lxml addprevious:", html.tostring(page.body, encoding="unicode"))
PYTHON
)
expected=$(cat <<'END'
selectolax insert_before: <body><div id="late">Snow fell.</div><p id="place"></p><div id="late">Snow fell.</div></body>
selectolax insert_child: <body><p id="place"><div id="late">Snow fell.</div></p><div id="late">Snow fell.</div></body>
lxml addprevious: <body><div id="late">Snow fell.</div><p id="place"></p></body>
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
