#!/bin/sh
# aniso8601 10.0.1 reads the midnight at the end of a day as the one at its beginning.
#
# 24:00 is the end of the day that is named (ISO 8601:2004, and again since Amendment 1 of 2022), the same moment as 00:00 of the
# next. aniso8601 lets it pass, checks that nothing but zeros follows, and makes 00:00 of the day itself: a day early. An
# interval that ends so is empty, and one over two days is one. ciso8601, arrow, `dateutil.parser.isoparse` and DuckDB say the next day.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check aniso8601==10.0.1 ciso8601==2.4.1 arrow==1.4.0 python-dateutil==2.9.0.post0 duckdb==2.0.1

seen=$("$folder/venv/bin/python" - <<'PYTHON'
import aniso8601
import arrow
import ciso8601
import duckdb
from dateutil.parser import isoparse

READERS = {
    "aniso8601": aniso8601.parse_datetime,
    "ciso8601": ciso8601.parse_datetime,
    "arrow": lambda text: arrow.get(text).datetime,
    "isoparse": isoparse,
    "duckdb": lambda text: duckdb.execute("SELECT CAST(? AS TIMESTAMP)", [text]).fetchone()[0],
}
for text in ("2026-03-04T23:59:59", "2026-03-04T24:00:00", "2026-12-31T24:00"):
    print(text, {name: read(text).strftime("%Y-%m-%d %H:%M") for name, read in READERS.items()})
for text in ("2026-03-04T00:00:00/2026-03-04T24:00:00", "2026-03-04T00:00:00/2026-03-05T24:00:00"):
    begin, end = aniso8601.parse_interval(text)
    print(text, end - begin)
PYTHON
)
expected=$(cat <<'END'
2026-03-04T23:59:59 {'aniso8601': '2026-03-04 23:59', 'ciso8601': '2026-03-04 23:59', 'arrow': '2026-03-04 23:59', 'isoparse': '2026-03-04 23:59', 'duckdb': '2026-03-04 23:59'}
2026-03-04T24:00:00 {'aniso8601': '2026-03-04 00:00', 'ciso8601': '2026-03-05 00:00', 'arrow': '2026-03-05 00:00', 'isoparse': '2026-03-05 00:00', 'duckdb': '2026-03-05 00:00'}
2026-12-31T24:00 {'aniso8601': '2026-12-31 00:00', 'ciso8601': '2027-01-01 00:00', 'arrow': '2027-01-01 00:00', 'isoparse': '2027-01-01 00:00', 'duckdb': '2027-01-01 00:00'}
2026-03-04T00:00:00/2026-03-04T24:00:00 0:00:00
2026-03-04T00:00:00/2026-03-05T24:00:00 1 day, 0:00:00
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
