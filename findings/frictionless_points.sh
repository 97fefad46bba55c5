#!/bin/sh
# frictionless 5.21.0 takes a share of "12,5" for a place in the Gulf of Guinea, and the season "2025_26" for the number 202526.
#
# A table that comes without a schema has one made of its first hundred rows: two numbers with a comma are a `geopoint`,
# longitude and latitude (Table Schema), as far as they can be on the globe. Shares and results that most of Europe writes
# with a comma are such: 12,5 of a hundred is a point at 12° east and 5° north, 3,2 another, and a sum over the column is none.
# Whole numbers may have what Python allows between figures, which Table Schema does not: `2025_26` is one number, and the key of
# a story `47_11` that of story 4711. `validate` finds nothing wrong with either.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check frictionless==5.21.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from frictionless import Resource, validate

COLUMNS = {
    "share": ("12,5", "48,0"),
    "result": ("3,2", "2,2"),
    "price": ("12.50", "9.90"),
    "turnout": ("71,25", "98,75"),
    "season": ("2025_26", "2026_27"),
    "key": ("47_11", "4711"),
}
lines = [list(COLUMNS), *map(list, zip(*COLUMNS.values()))]
table = Resource(data=lines)
rows = table.read_rows()
for field in table.schema.fields:
    read = [str(row[field.name]) for row in rows]
    print(f"{field.name:8} {field.type:8}", " ".join(COLUMNS[field.name]), "=>", " ".join(read))
print("valid:", validate(Resource(data=lines)).valid)
PYTHON
)
expected=$(cat <<'END'
share    geopoint 12,5 48,0 => [12.0, 5.0] [48.0, 0.0]
result   geopoint 3,2 2,2 => [3.0, 2.0] [2.0, 2.0]
price    number   12.50 9.90 => 12.50 9.90
turnout  geopoint 71,25 98,75 => [71.0, 25.0] [98.0, 75.0]
season   integer  2025_26 2026_27 => 202526 202627
key      integer  47_11 4711 => 4711 4711
valid: True
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
