#!/bin/sh
# PyArrow 26.0.1 reads times of JSON Lines with an offset as UTC without saying so, beside local times that it leaves as they are.
#
# "10:00+02:00" and "10:00" of one column become 08:00 and 10:00 of a type without a zone: two stories of one minute are two hours
# apart, and nobody can tell any more which of them was moved. Its own reader of CSV says UTC of the first and leaves such a
# mixture as text, and where it is told a type it refuses what does not fit. The manual (reading JSON) names a day and a day with
# a time as what becomes a timestamp, and no offset. A fraction of a second makes all of it text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pyarrow==26.0.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import io
import json

import pyarrow
from pyarrow import csv as arrow_csv
from pyarrow import json as arrow_json


def read_json(times, **options):
    lines = "".join(json.dumps({"published": time}) + "\n" for time in times)
    return arrow_json.read_json(io.BytesIO(lines.encode()), **options)


def read_csv(times, **options):
    return arrow_csv.read_csv(io.BytesIO("\n".join(["published", *times]).encode()), **options)


def show(title, read, times, **options):
    try:
        column = read(times, **options)["published"]
        print(f"  {title:20} {str(column.type):21} {[str(value) for value in column.to_pylist()]}")
    except pyarrow.ArrowInvalid as error:
        print(f"  {title:20} refused: {str(error).split(' error')[0]}")


LOCAL = {"published": pyarrow.timestamp("s")}
for times in (
    ["2026-03-04T10:00:00+02:00"],
    ["2026-03-04T10:00:00+02:00", "2026-03-04T10:00:00"],
    ["2026-03-04T10:00:00.5+02:00", "2026-03-04T10:00:00"],
):
    print(*times)
    show("JSON Lines", read_json, times)
    show("CSV", read_csv, times)
    told = arrow_json.ParseOptions(explicit_schema=pyarrow.schema(LOCAL))
    show("JSON, type is told", read_json, times, parse_options=told)
    show("CSV, type is told", read_csv, times, convert_options=arrow_csv.ConvertOptions(column_types=LOCAL))
PYTHON
)
expected=$(cat <<'END'
2026-03-04T10:00:00+02:00
  JSON Lines           timestamp[s]          ['2026-03-04 08:00:00']
  CSV                  timestamp[s, tz=UTC]  ['2026-03-04 08:00:00+00:00']
  JSON, type is told   timestamp[s]          ['2026-03-04 08:00:00']
  CSV, type is told    refused: In CSV column #0: CSV conversion
2026-03-04T10:00:00+02:00 2026-03-04T10:00:00
  JSON Lines           timestamp[s]          ['2026-03-04 08:00:00', '2026-03-04 10:00:00']
  CSV                  string                ['2026-03-04T10:00:00+02:00', '2026-03-04T10:00:00']
  JSON, type is told   timestamp[s]          ['2026-03-04 08:00:00', '2026-03-04 10:00:00']
  CSV, type is told    refused: In CSV column #0: CSV conversion
2026-03-04T10:00:00.5+02:00 2026-03-04T10:00:00
  JSON Lines           string                ['2026-03-04T10:00:00.5+02:00', '2026-03-04T10:00:00']
  CSV                  string                ['2026-03-04T10:00:00.5+02:00', '2026-03-04T10:00:00']
  JSON, type is told   refused: Failed to convert JSON to timestamp[s], couldn't parse:2026-03-04T10:00:00.5+02:00
  CSV, type is told    refused: In CSV column #0: CSV conversion
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
