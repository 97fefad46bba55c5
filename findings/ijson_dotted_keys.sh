#!/bin/sh
# ijson 3.6.0 gives what stands under the key "herald.example" together with what is under `example` in "herald".
#
# A dump too large for memory is read by a path, whose parts are joined by points, with `item` for what stands in a list. Keys of
# JSON are any text, and outlets go by their hosts: the path of a host is as well that of one key within another, and the path of
# a list's members that of a key called "item", as CSL and microdata have it. What is asked for by one path comes from two
# places, and nothing tells which is whose, so that counts are of both. Its manual says how a path is made, and of no way to write
# a point that belongs to a key.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check ijson==3.6.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from io import BytesIO
from json import dumps

import ijson

DUMP = {
    "outlets": {"herald.example": {"stories": 3}, "herald": {"example": {"stories": 40}}},
    "things": {"item": "one thing"},
    "many": ["first", "second"],
}
for path in ("outlets.herald.example.stories", "outlets.herald.example", "things.item", "many.item"):
    print(path, "=>", list(ijson.items(BytesIO(dumps(DUMP).encode()), path)))
PYTHON
)
expected=$(cat <<'END'
outlets.herald.example.stories => [3, 40]
outlets.herald.example => [{'stories': 3}, {'stories': 40}]
things.item => ['one thing']
many.item => ['first', 'second']
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
