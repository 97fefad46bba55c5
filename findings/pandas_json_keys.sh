#!/bin/sh
# pandas 3.1.1 reads strings of JSON Lines as numbers: keys of two stories become one, and lose what they begin with.
#
# JSON says what is a string, and a file of nothing but strings is valid. Where all values of a column look like numbers
# `read_json` makes numbers of them: keys of twenty digits, as social media and many systems have, are rounded until they
# are equal, `00123` is 123, and a key with an `e` in it is a power of ten. `dtype=False` leaves strings alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check pandas==3.1.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import io
import json

import pandas

for keys in (["12345678901234567890", "12345678901234567891"], ["00123", "00456"], ["2e5", "4711"], ["00123", "a93081"]):
    lines = "".join(json.dumps({"key": key}) + "\n" for key in keys)
    for name, given in (("as it is", {}), ("dtype=False", {"dtype": False})):
        column = pandas.read_json(io.StringIO(lines), lines=True, **given)["key"]
        print(f"{keys}, {name:11}: {column.nunique()} key(s), {list(column)}")
PYTHON
)
expected=$(cat <<'END'
['12345678901234567890', '12345678901234567891'], as it is   : 1 key(s), [1.2345678901234567e+19, 1.2345678901234567e+19]
['12345678901234567890', '12345678901234567891'], dtype=False: 2 key(s), ['12345678901234567890', '12345678901234567891']
['00123', '00456'], as it is   : 2 key(s), [123, 456]
['00123', '00456'], dtype=False: 2 key(s), ['00123', '00456']
['2e5', '4711'], as it is   : 2 key(s), [200000.0, 4711.0]
['2e5', '4711'], dtype=False: 2 key(s), ['2e5', '4711']
['00123', 'a93081'], as it is   : 2 key(s), ['00123', 'a93081']
['00123', 'a93081'], dtype=False: 2 key(s), ['00123', 'a93081']
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
