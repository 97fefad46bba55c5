#!/bin/sh
# pyexcel 0.7.6 reads a share of "12,5" in a CSV file as 125, and a key of "123e4" as 1230000.0.
#
# Cells are guessed one by one. Commas are taken out of what is a number without them, wherever they stand, so that decimals of
# German, French or Russian tables are ten or a hundred times as much, and a list of two numbers is one; negative ones stay words.
# Keys with an `e` among their digits are floats, with leading zeros they stay. A merge or a copy of one file writes that back.
# With `auto_detect_int=False, auto_detect_float=False` all stay as they are.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pyexcel==0.7.6 pyexcel-io==0.6.8

seen=$("$folder/venv/bin/python" - <<'PYTHON'
import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import pyexcel

ROWS = [["key", "share"], ["123e4", "12,5"], ["00e5", "1,25"], ["0045", "-1,5"], ["12,13", "12.5"], ["7d21", "1 000,5"]]
with TemporaryDirectory() as folder:
    given, copied = Path(folder, "shares.csv"), Path(folder, "copy.csv")
    with given.open("w", newline="") as file:
        csv.writer(file).writerows(ROWS)
    for row in pyexcel.get_array(file_name=str(given)):
        print("read  ", row)
    for row in pyexcel.get_array(file_name=str(given), auto_detect_int=False, auto_detect_float=False):
        print("asked ", row)
    pyexcel.save_as(file_name=str(given), dest_file_name=str(copied))
    print("copied", copied.read_text().split())
PYTHON
)
expected=$(cat <<'END'
read   ['key', 'share']
read   [1230000.0, 125]
read   ['00e5', 125]
read   ['0045', '-1,5']
read   [1213, 12.5]
read   ['7d21', '1 000,5']
asked  ['key', 'share']
asked  ['123e4', '12,5']
asked  ['00e5', '1,25']
asked  ['0045', '-1,5']
asked  ['12,13', '12.5']
asked  ['7d21', '1 000,5']
copied ['key,share', '1230000.0,125', '00e5,125', '0045,"-1,5"', '1213,12.5', '7d21,"1', '000,5"']
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
