#!/bin/sh
# msgspec 0.23.0 and arrow 1.4.0 read the last tick of a year as the next year's first.
#
# .NET writes moments with seven figures behind the second, and ends a day, a month or a year with its last tick: the moment
# until which a story is under embargo, or up to which stories are asked for. Python has six figures. pydantic 2.14.4, DuckDB
# 2.0.1, ciso8601 2.4.1 and Python itself leave the seventh out; these two round, so that what was of 31 December is of January,
# and counts by day, month and year move. Only where six figures are nines does it show.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    msgspec==0.23.0 arrow==1.4.0 pydantic==2.14.4 ciso8601==2.4.1 duckdb==2.0.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from datetime import datetime

import arrow
import ciso8601
import duckdb
import msgspec
from pydantic import TypeAdapter

READERS = {
    "msgspec": lambda text: msgspec.json.decode(f'"{text}"', type=datetime),
    "arrow": arrow.get,
    "pydantic": TypeAdapter(datetime).validate_python,
    "ciso8601": ciso8601.parse_datetime,
    "Python": datetime.fromisoformat,
    "duckdb": lambda text: duckdb.execute("SELECT ?::TIMESTAMP", [text]).fetchall()[0][0],
}
for text in ("2026-12-31T23:59:59.9999999Z", "2026-03-04T10:30:00.1234567Z"):
    print(text)
    for name, read in READERS.items():
        print(f"  {name:8}", read(text))
PYTHON
)
expected=$(cat <<'END'
2026-12-31T23:59:59.9999999Z
  msgspec  2027-01-01 00:00:00+00:00
  arrow    2027-01-01T00:00:00+00:00
  pydantic 2026-12-31 23:59:59.999999+00:00
  ciso8601 2026-12-31 23:59:59.999999+00:00
  Python   2026-12-31 23:59:59.999999+00:00
  duckdb   2026-12-31 23:59:59.999999
2026-03-04T10:30:00.1234567Z
  msgspec  2026-03-04 10:30:00.123457+00:00
  arrow    2026-03-04T10:30:00.123457+00:00
  pydantic 2026-03-04 10:30:00.123456+00:00
  ciso8601 2026-03-04 10:30:00.123456+00:00
  Python   2026-03-04 10:30:00.123456+00:00
  duckdb   2026-03-04 10:30:00.123456
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
