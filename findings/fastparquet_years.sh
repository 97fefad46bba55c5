#!/bin/sh
# fastparquet 2026.9.0 reads days before 1677 and after 2262 as days of other centuries, and raises nothing.
#
# The Gunpowder Plot is in 2190, and 31 December 9999, by which archives say that something has no end, is in 1816. Parquet's DATE
# counts days; they are multiplied to nanoseconds of 64 bits, and what does not fit goes round. What was written by PyArrow or
# Polars is read rightly by both and by DuckDB, and fastparquet itself reads a TIMESTAMP of the same days rightly: pandas has had
# coarser units since 2.0. A column that is cast to timestamps before it is written arrives.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check \
    fastparquet==2026.9.0 pandas==3.1.1 pyarrow==26.0.1 polars==2.1.0 duckdb==2.0.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from datetime import date, datetime

import duckdb
import fastparquet
import polars
import pyarrow
import pyarrow.parquet

DAYS = [date(1605, 11, 5), date(1815, 6, 18), date(2026, 3, 4), date(2300, 1, 1), date(9999, 12, 31)]
pyarrow.parquet.write_table(pyarrow.table({"day": DAYS}), "pyarrow.parquet")
polars.DataFrame({"day": DAYS}).write_parquet("polars.parquet")
times = pyarrow.array([datetime(day.year, day.month, day.day) for day in DAYS], pyarrow.timestamp("ms"))
pyarrow.parquet.write_table(pyarrow.table({"day": times}), "times.parquet")

for name in ("pyarrow", "polars", "times"):
    print(f"{name}.parquet")
    file = f"{name}.parquet"
    print("  PyArrow    ", *(str(day)[:10] for day in pyarrow.parquet.read_table(file)["day"].to_pylist()))
    print("  Polars     ", *(str(day)[:10] for day in polars.read_parquet(file)["day"].to_list()))
    print("  DuckDB     ", *(str(day)[:10] for (day,) in duckdb.sql(f"from '{file}'").fetchall()))
    read = fastparquet.ParquetFile(file).to_pandas()["day"]
    print("  fastparquet", *(str(day)[:10] for day in read), read.dtype)
PYTHON
)
expected=$(cat <<'END'
pyarrow.parquet
  PyArrow     1605-11-05 1815-06-18 2026-03-04 2300-01-01 9999-12-31
  Polars      1605-11-05 1815-06-18 2026-03-04 2300-01-01 9999-12-31
  DuckDB      1605-11-05 1815-06-18 2026-03-04 2300-01-01 9999-12-31
  fastparquet 2190-05-25 1815-06-18 2026-03-04 1715-06-13 1816-03-29 datetime64[ns]
polars.parquet
  PyArrow     1605-11-05 1815-06-18 2026-03-04 2300-01-01 9999-12-31
  Polars      1605-11-05 1815-06-18 2026-03-04 2300-01-01 9999-12-31
  DuckDB      1605-11-05 1815-06-18 2026-03-04 2300-01-01 9999-12-31
  fastparquet 2190-05-25 1815-06-18 2026-03-04 1715-06-13 1816-03-29 datetime64[ns]
times.parquet
  PyArrow     1605-11-05 1815-06-18 2026-03-04 2300-01-01 9999-12-31
  Polars      1605-11-05 1815-06-18 2026-03-04 2300-01-01 9999-12-31
  DuckDB      1605-11-05 1815-06-18 2026-03-04 2300-01-01 9999-12-31
  fastparquet 1605-11-05 1815-06-18 2026-03-04 2300-01-01 9999-12-31 datetime64[ms]
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
