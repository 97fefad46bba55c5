#!/bin/sh
# extruct 0.18.0 gives an empty date for `<time>` without `datetime` in microdata, and in RDFa the words in place of the attribute.
#
# The value of `<time>` is its attribute or, without one, its text (HTML, 4.5.14 and 5.2.4); in RDFa the attribute comes before the
# text (HTML+RDFa 1.1, 3.1). So the one date that a page states for machines is lost, or has no year, no time and no offset.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check extruct==0.18.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import extruct

PAGE = """<!doctype html><html><body vocab="https://schema.org/"><article {kind}>
<time {name}="datePublished" datetime="2026-03-01T12:00:00+02:00">1 March</time>
<time {name}="dateModified">2026-03-02</time></article></body></html>"""
MICRODATA = {"kind": 'itemscope itemtype="https://schema.org/NewsArticle"', "name": "itemprop"}
RDFA = {"kind": 'typeof="NewsArticle"', "name": "property"}

(item,) = extruct.extract(PAGE.format(**MICRODATA), syntaxes=["microdata"])["microdata"]
print("microdata", item["properties"])
for item in extruct.extract(PAGE.format(**RDFA), syntaxes=["rdfa"])["rdfa"]:
    if item.get("@type") == ["https://schema.org/NewsArticle"]:
        names = ("datePublished", "dateModified")
        print("rdfa", {each: item[f"https://schema.org/{each}"][0]["@value"] for each in names})
PYTHON
)
expected=$(cat <<'END'
microdata {'datePublished': '2026-03-01T12:00:00+02:00', 'dateModified': ''}
rdfa {'datePublished': '1 March', 'dateModified': '2026-03-02'}
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
