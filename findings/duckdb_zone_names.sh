#!/bin/sh
# duckdb 2.0.1 takes BST for Bangladesh, AST for Alaska and SST for the Solomon Islands, and EST in July for summer time.
#
# By-lines and feeds print the zone by its letters: British summer is BST, the Atlantic coast's winter AST. DuckDB knows names by
# ICU, which has BST for Dhaka and AST for Anchorage, in a `TIMESTAMPTZ` and for `%Z` of `strptime`: a story of London is six
# hours early there, and one of Halifax four hours late. CST and PST are the places, whose summer is another hour. polars 2.1.0 and
# pyarrow 26.0.1 pass over what `%Z` stands for, and have moments without a zone. Python's reader of mails knows the American names
# by RFC 5322, and makes nothing of others.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check duckdb==2.0.1 polars==2.1.0 pyarrow==26.0.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from email.utils import parsedate_to_datetime

import duckdb
import polars
import pyarrow
from pyarrow import compute

PATTERN = "%Y-%m-%d %H:%M:%S %Z"
duckdb.execute("SET TimeZone = 'UTC'")
for zone in ("UTC", "BST", "AST", "SST", "EST", "CST", "PST"):
    printed = f"2026-07-04 10:30:00 {zone}"
    print(printed)
    print("  duckdb ", duckdb.execute("SELECT ?::TIMESTAMPTZ::VARCHAR", [printed]).fetchone()[0], end=", strptime ")
    print(duckdb.execute("SELECT strptime(?, ?)::VARCHAR", [printed, PATTERN]).fetchone()[0])
    print("  polars ", polars.Series([printed]).str.to_datetime(PATTERN)[0])
    print("  pyarrow", compute.strptime(pyarrow.array([printed]), format=PATTERN, unit="s")[0])
    print("  email  ", parsedate_to_datetime(f"4 Jul 2026 10:30:00 {zone}"))
PYTHON
)
expected=$(cat <<'END'
2026-07-04 10:30:00 UTC
  duckdb  2026-07-04 10:30:00+00, strptime 2026-07-04 10:30:00+00
  polars  2026-07-04 10:30:00
  pyarrow 2026-07-04 10:30:00
  email   2026-07-04 10:30:00+00:00
2026-07-04 10:30:00 BST
  duckdb  2026-07-04 04:30:00+00, strptime 2026-07-04 04:30:00+00
  polars  2026-07-04 10:30:00
  pyarrow 2026-07-04 10:30:00
  email   2026-07-04 10:30:00
2026-07-04 10:30:00 AST
  duckdb  2026-07-04 18:30:00+00, strptime 2026-07-04 18:30:00+00
  polars  2026-07-04 10:30:00
  pyarrow 2026-07-04 10:30:00
  email   2026-07-04 10:30:00-04:00
2026-07-04 10:30:00 SST
  duckdb  2026-07-03 23:30:00+00, strptime 2026-07-03 23:30:00+00
  polars  2026-07-04 10:30:00
  pyarrow 2026-07-04 10:30:00
  email   2026-07-04 10:30:00
2026-07-04 10:30:00 EST
  duckdb  2026-07-04 15:30:00+00, strptime 2026-07-04 15:30:00+00
  polars  2026-07-04 10:30:00
  pyarrow 2026-07-04 10:30:00
  email   2026-07-04 10:30:00-05:00
2026-07-04 10:30:00 CST
  duckdb  2026-07-04 15:30:00+00, strptime 2026-07-04 15:30:00+00
  polars  2026-07-04 10:30:00
  pyarrow 2026-07-04 10:30:00
  email   2026-07-04 10:30:00-06:00
2026-07-04 10:30:00 PST
  duckdb  2026-07-04 17:30:00+00, strptime 2026-07-04 17:30:00+00
  polars  2026-07-04 10:30:00
  pyarrow 2026-07-04 10:30:00
  email   2026-07-04 10:30:00-08:00
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
