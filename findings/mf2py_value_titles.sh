#!/bin/sh
# mf2py 2.0.2 reads the date of a `value-title` from the title of the element around it: it is lost, or another one is given.
#
# The element of that class has the value in its own `title` (microformats, value class pattern, "Parsing value from a title
# attribute"), as mf2py knows for `p-` properties; for `dt-` ones it asks the element around. Blogs and local papers that print
# "Sunday noon" for people beside a date for machines have no date then, and an empty list in its place.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check mf2py==2.0.2

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import mf2py

PAGE = '<!doctype html><article class="h-entry"><h1 class="p-name">Bridge agreed</h1>{}</article>'
VALUE = '<span class="value-title" title="2026-03-01T12:00:00Z"> </span>Sunday noon'
for attributes in (
    'class="dt-published"',
    'class="dt-published" title="2 hours ago"',
    'class="dt-published" title="2020-01-01"',
    'class="p-published"',
):
    (entry,) = mf2py.parse(doc=PAGE.format(f"<span {attributes}>{VALUE}</span>"))["items"]
    print(f"{attributes:43}", entry["properties"]["published"])
PYTHON
)
expected=$(cat <<'END'
class="dt-published"                        []
class="dt-published" title="2 hours ago"    []
class="dt-published" title="2020-01-01"     ['2020-01-01']
class="p-published"                         ['2026-03-01T12:00:00Z']
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
