#!/bin/sh
# inscriptis 2.7.6 makes one word of a whole list of terms, and markdownify 1.2.3 of what follows a list within an item.
#
# Outlets tell the facts of a story in a `<dl>`: where, when, who. HTML's rendering has each term and each description on a line
# of its own. inscriptis has no line or space between them, in both of its profiles, so that "Kyiv" and "When" are "KyivWhen";
# markdownify ends an inner list without a line, so its last word and the next of the item are one. markdownify reads the terms
# rightly, and inscriptis the inner list.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check inscriptis==2.7.6 markdownify==1.2.3

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import inscriptis
import markdownify
from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.model.config import ParserConfig

PAGES = {
    "terms": "<dl><dt>Where</dt><dd>Kyiv</dd><dt>When</dt><dd>on Monday</dd></dl>",
    "terms in groups": "<dl><div><dt>Where</dt><dd>Kyiv</dd></div><div><dt>When</dt><dd>on Monday</dd></div></dl>",
    "inner list": "<ul><li>Trains<ul><li>to Lviv</li><li>to Odesa</li></ul>are late</li></ul>",
    "paragraphs": "<p>Where</p><p>Kyiv</p>",
}
for title, body in PAGES.items():
    page = f"<html><body>{body}</body></html>"
    print(title)
    for profile in ("relaxed", "strict"):
        text = inscriptis.get_text(page, ParserConfig(css=CSS_PROFILES[profile]))
        print(f"  inscriptis, {profile:8}", text.split())
    print("  markdownify         ", markdownify.markdownify(page).split())
PYTHON
)
expected=$(cat <<'END'
terms
  inscriptis, relaxed  ['WhereKyivWhenon', 'Monday']
  inscriptis, strict   ['WhereKyivWhenon', 'Monday']
  markdownify          ['Where', ':', 'Kyiv', 'When', ':', 'on', 'Monday']
terms in groups
  inscriptis, relaxed  ['WhereKyiv', 'Whenon', 'Monday']
  inscriptis, strict   ['WhereKyiv', 'Whenon', 'Monday']
  markdownify          ['Where', ':', 'Kyiv', 'When', ':', 'on', 'Monday']
inner list
  inscriptis, relaxed  ['*', 'Trains', '+', 'to', 'Lviv', '+', 'to', 'Odesa', 'are', 'late']
  inscriptis, strict   ['*', 'Trains', '+', 'to', 'Lviv', '+', 'to', 'Odesa', 'are', 'late']
  markdownify          ['*', 'Trains', '+', 'to', 'Lviv', '+', 'to', 'Odesaare', 'late']
paragraphs
  inscriptis, relaxed  ['Where', 'Kyiv']
  inscriptis, strict   ['Where', 'Kyiv']
  markdownify          ['Where', 'Kyiv']
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
