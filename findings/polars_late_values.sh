#!/bin/sh
# Polars 2.1.0 reads a column of JSON Lines that begins after the hundredth row as none, and names in a late list as nulls.
#
# What columns there are is told by the first hundred rows, and what does not fit is no error. A corpus whose first hundred
# stories have no correction has none at all, and where they name no author each later byline is a list with a null in it: counts
# by author are of nobody. `infer_schema_length=None` looks at all rows.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check polars==2.1.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import json

import polars

EARLY = {"headline": "Bridge agreed", "authors": []}
LATE = {"headline": "Bridge opened", "authors": ["Ada Rowe"], "correction": "The bridge is blue."}
for early in (99, 100):
    lines = [json.dumps(story) for story in [*[EARLY] * early, LATE]]
    with open("stories.jsonl", "w") as file:
        file.write("\n".join(lines) + "\n")
    for name, length in (("first hundred", 100), ("all rows", None)):
        rows = polars.read_ndjson("stories.jsonl", infer_schema_length=length).to_dicts()
        assert rows == polars.scan_ndjson("stories.jsonl", infer_schema_length=length).collect().to_dicts()
        if length == 100:
            assert rows == polars.read_ndjson("stories.jsonl").to_dicts()
        print(f"row {early + 1}, by {name:13}: {rows[-1]}")
PYTHON
)
expected=$(cat <<'END'
row 100, by first hundred: {'headline': 'Bridge opened', 'authors': ['Ada Rowe'], 'correction': 'The bridge is blue.'}
row 100, by all rows     : {'headline': 'Bridge opened', 'authors': ['Ada Rowe'], 'correction': 'The bridge is blue.'}
row 101, by first hundred: {'headline': 'Bridge opened', 'authors': [None]}
row 101, by all rows     : {'headline': 'Bridge opened', 'authors': ['Ada Rowe'], 'correction': 'The bridge is blue.'}
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
