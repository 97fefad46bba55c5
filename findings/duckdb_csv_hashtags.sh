#!/bin/sh
# DuckDB 2.0.1 takes `#` for the beginning of a comment in CSV files of Polars and Python: a headline with a hashtag is no row.
#
# Where a later column has cells with a `#`, one row that begins with one makes the sniffer find a comment character. All from it
# to the end of the line is left out then: the row is gone, and the tags of all others are null. No standard of CSV has comments,
# the manual counts a delimiter, a quote and an escape among what is guessed, and without that one row the same tags are read. Its
# own writer puts such a cell in quotation marks, which no other has a reason to do. With `comment=''` the sniffer looks for none.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check duckdb==2.0.1 polars==2.1.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import csv

import duckdb
import polars

PLAIN = [("Storm hits the coast", "#storm"), ("Budget is passed", "#budget")]
HASHTAG = ("#MeToo at work", "#MeToo")


def duckdb_writes(rows, name):
    told = ", ".join(f"('{headline}', '{tag}')" for headline, tag in rows)
    duckdb.sql(f"copy (from (values {told}) as t(headline, tag)) to '{name}' (header)")


def polars_writes(rows, name):
    polars.DataFrame(rows, schema=["headline", "tag"], orient="row").write_csv(name)


def python_writes(rows, name):
    with open(name, "w", newline="") as opened:
        csv.writer(opened).writerows([("headline", "tag"), *rows])


for title, rows in (("without a hashtag in front", PLAIN), ("with one", [*PLAIN, HASHTAG])):
    print(title)
    for write in (duckdb_writes, polars_writes, python_writes):
        write(rows, "stories.csv")
        ((comment,),) = duckdb.sql("select comment from sniff_csv('stories.csv')").fetchall()
        print(f"  {write.__name__}, {len(rows)} rows; comments begin with {comment}, and it reads:")
        print(*(f"    {row}" for row in duckdb.sql("from 'stories.csv'").fetchall()), sep="\n")
print("told that there are none:", len(duckdb.read_csv("stories.csv", comment="").fetchall()), "rows")
PYTHON
)
expected=$(cat <<'END'
without a hashtag in front
  duckdb_writes, 2 rows; comments begin with (empty), and it reads:
    ('Storm hits the coast', '#storm')
    ('Budget is passed', '#budget')
  polars_writes, 2 rows; comments begin with (empty), and it reads:
    ('Storm hits the coast', '#storm')
    ('Budget is passed', '#budget')
  python_writes, 2 rows; comments begin with (empty), and it reads:
    ('Storm hits the coast', '#storm')
    ('Budget is passed', '#budget')
with one
  duckdb_writes, 3 rows; comments begin with (empty), and it reads:
    ('Storm hits the coast', '#storm')
    ('Budget is passed', '#budget')
    ('#MeToo at work', '#MeToo')
  polars_writes, 3 rows; comments begin with #, and it reads:
    ('Storm hits the coast', None)
    ('Budget is passed', None)
  python_writes, 3 rows; comments begin with #, and it reads:
    ('Storm hits the coast', None)
    ('Budget is passed', None)
told that there are none: 3 rows
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
