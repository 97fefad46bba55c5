#!/bin/sh
# pyarrow 26.0.1 takes the hour off each moment of a column that begins with a day, and pandas 3.1.1 writes Parquet by it.
#
# Some outlets state a day, others a moment, and a table of both has Python's `date` beside its `datetime`. The first value tells
# the type: where it is a day all are days, without a word, and where it is a moment a day is refused, so that one export fails and
# the next one, in another order, loses the hours. An hour without a zone is one of UTC where another value has a zone, and one
# with a zone loses it where the first has none. polars 2.1.0 refuses days beside moments, and duckdb 2.0.1 keeps the hours and
# makes midnights of the days.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    pyarrow==26.0.1 pandas==3.1.1 polars==2.1.0 duckdb==2.0.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from datetime import date, datetime, timedelta, timezone

import duckdb
import pandas
import polars
import pyarrow
from pyarrow import parquet

DAY, MOMENT = date(2026, 3, 4), datetime(2026, 3, 5, 10, 30)
IN_MOSCOW = MOMENT.replace(tzinfo=timezone(timedelta(hours=3)))


def by_pandas(values):
    pandas.DataFrame({"published": values}, dtype=object).to_parquet("stories.parquet")
    return parquet.read_table("stories.parquet")["published"].to_pylist()


READERS = {
    "pyarrow": lambda values: pyarrow.array(values).to_pylist(),
    "pandas, Parquet": by_pandas,
    "polars": lambda values: polars.Series(values).to_list(),
    "duckdb": lambda values: [row[0] for row in duckdb.execute("SELECT unnest(?)", [values]).fetchall()],
}
for values in ([DAY, MOMENT], [MOMENT, DAY], [MOMENT, IN_MOSCOW], [IN_MOSCOW, MOMENT]):
    print(", ".join(map(str, values)))
    for name, read in READERS.items():
        try:
            print(f"  {name:15}", ", ".join(map(str, read(values))))
        except (TypeError, polars.exceptions.PolarsError, pyarrow.ArrowException):
            print(f"  {name:15} refused")
PYTHON
)
expected=$(cat <<'END'
2026-03-04, 2026-03-05 10:30:00
  pyarrow         2026-03-04, 2026-03-05
  pandas, Parquet 2026-03-04, 2026-03-05
  polars          refused
  duckdb          2026-03-04 00:00:00, 2026-03-05 10:30:00
2026-03-05 10:30:00, 2026-03-04
  pyarrow         refused
  pandas, Parquet refused
  polars          refused
  duckdb          2026-03-05 10:30:00, 2026-03-04 00:00:00
2026-03-05 10:30:00, 2026-03-05 10:30:00+03:00
  pyarrow         2026-03-05 10:30:00, 2026-03-05 07:30:00
  pandas, Parquet 2026-03-05 10:30:00, 2026-03-05 07:30:00
  polars          2026-03-05 10:30:00, 2026-03-05 07:30:00
  duckdb          2026-03-05 10:30:00+00:00, 2026-03-05 07:30:00+00:00
2026-03-05 10:30:00+03:00, 2026-03-05 10:30:00
  pyarrow         2026-03-05 10:30:00+03:00, 2026-03-05 13:30:00+03:00
  pandas, Parquet 2026-03-05 10:30:00+03:00, 2026-03-05 13:30:00+03:00
  polars          2026-03-05 07:30:00+00:00, 2026-03-05 10:30:00+00:00
  duckdb          2026-03-05 07:30:00+00:00, 2026-03-05 10:30:00+00:00
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
