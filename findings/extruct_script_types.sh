#!/bin/sh
# extruct 0.18.0 passes over JSON-LD whose script states its type with a parameter, or in capitals.
#
# The type of a data block is any spelling of its media type (HTML, 4.12.1), which is the same in either case and may have
# parameters (RFC 9110, 8.3.1); `profile` is one of JSON-LD itself (JSON-LD 1.1, 7 and appendix C). A page whose headline, date and
# authors stand there has none, without a word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check extruct==0.18.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import extruct

PAGE = """<html><head><script type="{}">{{"@type": "NewsArticle", "headline": "Bridge agreed"}}
</script></head><body></body></html>"""
for stated in (
    "application/ld+json",
    "application/ld+json; charset=utf-8",
    'application/ld+json;profile=http://www.w3.org/ns/json-ld#compacted',
    "Application/LD+JSON",
):
    read = extruct.extract(PAGE.format(stated), syntaxes=["json-ld"])["json-ld"]
    print(f"{stated:67}", [each["headline"] for each in read])
PYTHON
)
expected=$(cat <<'END'
application/ld+json                                                 ['Bridge agreed']
application/ld+json; charset=utf-8                                  []
application/ld+json;profile=http://www.w3.org/ns/json-ld#compacted  []
Application/LD+JSON                                                 []
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
