#!/bin/sh
# tablib 3.10.0 writes half past ten in Moscow into a sheet and into SQL as half past ten of nowhere.
#
# JSON, CSV and HTML keep the offset of a moment, Excel's files refuse it. A sheet of OpenDocument has the hour alone, and no word
# that there was an offset. SQL has it, behind the word TIMESTAMP: Postgres and DuckDB read such a literal as one without a zone and pass
# over the offset, as the standard's type has none. Two outlets' stories of the same second are three hours apart. In the sheet, keys
# of more than fifteen digits are other keys.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check tablib[ods]==3.10.0 duckdb==2.0.1

seen=$("$folder/venv/bin/python" - <<'PYTHON'
from datetime import datetime, timedelta, timezone

import duckdb
import tablib

MOMENT = datetime(2026, 3, 4, 10, 30, tzinfo=timezone(timedelta(hours=3)))
KEY = 9007199254740993

stories = tablib.Dataset(headers=["key", "published"])
stories.append([KEY, MOMENT])
for kind in ("json", "csv", "ods"):
    print(kind, tablib.Dataset().load(stories.export(kind), format=kind)[0])
script = stories.export("sql")
print(script.strip())
duckdb.execute("CREATE TABLE export_table (key BIGINT, published TIMESTAMPTZ); SET TimeZone = 'UTC'")
duckdb.execute(script)
print("duckdb", duckdb.execute("SELECT key, published::VARCHAR FROM export_table").fetchone())
PYTHON
)
expected=$(cat <<'END'
json (9007199254740993, '2026-03-04T10:30:00+03:00')
csv ('9007199254740993', '2026-03-04 10:30:00+03:00')
ods (9007199254740992.0, datetime.datetime(2026, 3, 4, 10, 30))
INSERT INTO export_table (key,published) VALUES (9007199254740993, TIMESTAMP '2026-03-04 10:30:00+03:00');
duckdb (9007199254740993, '2026-03-04 10:30:00+00')
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
