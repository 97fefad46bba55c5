#!/bin/sh
# DuckDB 2.0.1 reads days of JSON Lines in two orders within one column: 03-04-2026 is in April, and 03-05-2026 behind it in May.
#
# The column is found to hold days, and each row is read by the first of several orders that fits it: of months before days only
# what lies behind the twelfth of a month is right, and the rest changes its month. With years of two figures a month becomes the
# year. The type is `DATE` and nothing is refused, so articles sort and count in wrong months. Where the first row of all rules an
# order out, it is out for each; its own reader of CSV looks for one that fits all rows, and with `dateformat` told there is one.
# The manual (loading JSON) says of that option that it is "iso" unless told, and of other orders nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check duckdb==2.0.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import json

import duckdb


def read_json(days, told=""):
    with open("days.jsonl", "w") as file:
        file.writelines(json.dumps({"day": day}) + "\n" for day in days)
    return duckdb.sql(f"from read_json('days.jsonl'{told})")


def read_csv(days):
    with open("days.csv", "w") as file:
        file.writelines(f"{day}\n" for day in ("day", *days))
    return duckdb.sql("from read_csv('days.csv')")


def show(title, found):
    print(f"  {title:12} {found.types[0]!s:9} {[str(value) for (value,) in found.fetchall()]}")


for days in (
    ["03-04-2026", "03-05-2026", "03-13-2026"],
    ["03-13-2026", "03-04-2026", "03-05-2026"],
    ["03-04-2026", "13-04-2026"],
    ["03-04-26", "03-13-26"],
    ["03-04-2026 10:00:00 AM", "03-13-2026 10:00:00 PM"],
):
    print(*days, sep=", ")
    show("JSON Lines", read_json(days))
    show("CSV", read_csv(days))
print("with dateformat='%m-%d-%Y'")
show("JSON Lines", read_json(["03-04-2026", "03-05-2026", "03-13-2026"], ", dateformat='%m-%d-%Y'"))
PYTHON
)
expected=$(cat <<'END'
03-04-2026, 03-05-2026, 03-13-2026
  JSON Lines   DATE      ['2026-04-03', '2026-05-03', '2026-03-13']
  CSV          DATE      ['2026-03-04', '2026-03-05', '2026-03-13']
03-13-2026, 03-04-2026, 03-05-2026
  JSON Lines   DATE      ['2026-03-13', '2026-03-04', '2026-03-05']
  CSV          DATE      ['2026-03-13', '2026-03-04', '2026-03-05']
03-04-2026, 13-04-2026
  JSON Lines   DATE      ['2026-04-03', '2026-04-13']
  CSV          DATE      ['2026-04-03', '2026-04-13']
03-04-26, 03-13-26
  JSON Lines   DATE      ['2003-04-26', '2026-03-13']
  CSV          DATE      ['2026-03-04', '2026-03-13']
03-04-2026 10:00:00 AM, 03-13-2026 10:00:00 PM
  JSON Lines   TIMESTAMP ['2026-03-04 10:00:00', '2026-03-13 22:00:00']
  CSV          TIMESTAMP ['2026-03-04 10:00:00', '2026-03-13 22:00:00']
with dateformat='%m-%d-%Y'
  JSON Lines   DATE      ['2026-03-04', '2026-03-05', '2026-03-13']
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
