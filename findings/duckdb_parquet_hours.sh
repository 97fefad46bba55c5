#!/bin/sh
# duckdb 2.0.1 writes 10:30+03 into Parquet as 07:30, and hands it to Arrow as 10:30; the hour 24:00 is midnight, or nothing.
#
# A `TIMETZ` has an hour and its offset, as a day's edition or a broadcast has, and DuckDB itself keeps both. Parquet and Arrow
# have no such type: in a file the hour is that of UTC, in a table for pyarrow 26.0.1 it is the one that was printed, and
# neither tells which, so that one query has two answers by the way that it is handed on. 24:00, which ends a day (ISO 8601),
# stands in the file as it is; pyarrow reads the midnight that begins a day, and polars 2.1.0 a null. A key of 20 digits and
# more, which DuckDB counts exactly, is a float in the file.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check duckdb==2.0.1 pyarrow==26.0.1 polars==2.1.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import duckdb
import polars
from pyarrow import parquet

for value in ("'10:30:00+03'::TIMETZ", "'24:00:00'::TIME", "1234567890123456789012::HUGEINT"):
    query = f"SELECT {value} AS said"
    print(value)
    print("  duckdb         ", duckdb.execute(query).fetchall()[0][0])
    print("  in Arrow       ", duckdb.sql(query).to_arrow_table()["said"][0].as_py())
    duckdb.execute(f"COPY ({query}) TO 'stories.parquet'")
    read = duckdb.execute("SELECT said::VARCHAR, typeof(said) FROM 'stories.parquet'").fetchall()[0]
    print("  in Parquet     ", *read)
    print("  read by pyarrow", parquet.read_table("stories.parquet")["said"][0].as_py())
    print("  read by polars ", polars.read_parquet("stories.parquet")["said"][0])
PYTHON
)
expected=$(cat <<'END'
'10:30:00+03'::TIMETZ
  duckdb          10:30:00+03:00
  in Arrow        10:30:00
  in Parquet      07:30:00+00 TIME WITH TIME ZONE
  read by pyarrow 07:30:00
  read by polars  07:30:00
'24:00:00'::TIME
  duckdb          24:00:00
  in Arrow        00:00:00
  in Parquet      24:00:00 TIME
  read by pyarrow 00:00:00
  read by polars  None
1234567890123456789012::HUGEINT
  duckdb          1234567890123456789012
  in Arrow        1234567890123456789012
  in Parquet      1.2345678901234568e+21 DOUBLE
  read by pyarrow 1.2345678901234568e+21
  read by polars  1.2345678901234568e+21
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
