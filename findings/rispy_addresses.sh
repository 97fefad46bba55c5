#!/bin/sh
# rispy 0.10.0 cuts an address of a reference at each semicolon, and writes the pieces as addresses.
#
# A semicolon is a plain character of an address (RFC 3986, 3.3): systems of publishers have `;art127,4711` in theirs, others
# `;jsessionid=`, queries `a=1;b=2`. Read from the field `UR` it is two addresses, of which the first is another page's and the
# second is none, and nothing tells that they were one: written again, each has a line of its own. `L2` is left whole, and keywords
# are not cut. The README does not say that `UR` is parted; with `delimiter_tags_mapping={}` it is not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check rispy==0.10.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import rispy

RIS = """TY  - NEWS
TI  - Bridge opens
{}  - {}
KW  - harbour;ferry
ER  -
"""
for tag, address in (
    ("UR", "https://herald.example/story"),
    ("UR", "https://herald.example/region/bridge;art127,4711"),
    ("UR", "https://herald.example/story?day=4;page=2"),
    ("L2", "https://herald.example/region/bridge;art127,4711"),
):
    references = rispy.loads(RIS.format(tag, address))
    print(tag, address)
    print("  read   ", {name: value for name, value in references[0].items() if name not in ("title", "type_of_reference")})
    print("  written", [line for line in rispy.dumps(references).splitlines() if line[:2] in ("UR", "L2")])
PYTHON
)
expected=$(cat <<'END'
UR https://herald.example/story
  read    {'urls': ['https://herald.example/story'], 'keywords': ['harbour;ferry']}
  written ['UR  - https://herald.example/story']
UR https://herald.example/region/bridge;art127,4711
  read    {'urls': ['https://herald.example/region/bridge', 'art127,4711'], 'keywords': ['harbour;ferry']}
  written ['UR  - https://herald.example/region/bridge', 'UR  - art127,4711']
UR https://herald.example/story?day=4;page=2
  read    {'urls': ['https://herald.example/story?day=4', 'page=2'], 'keywords': ['harbour;ferry']}
  written ['UR  - https://herald.example/story?day=4', 'UR  - page=2']
L2 https://herald.example/region/bridge;art127,4711
  read    {'file_attachments2': 'https://herald.example/region/bridge;art127,4711', 'keywords': ['harbour;ferry']}
  written ['L2  - https://herald.example/region/bridge;art127,4711']
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
