#!/bin/sh
# fastavro 1.13.1 writes a moment as its day, and a key in other digits, where a field may be of several types.
#
# Records of a stream or a data lake say what a field may be by a union, as of days and moments for dates that outlets state
# either way. The first member that would take the value is written, not the one that is of its kind: Python's `datetime` is a
# `date`, so that the hour is gone; a whole number of 18 digits becomes a float beside an untouched `long`; a local time without a
# zone is one of UTC. What is read back is valid and of a member of the union, so no schema complains. In the other order all are
# right. A field of its own that is a `long` cuts 12.5 to 12.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check fastavro==1.13.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from datetime import UTC, date, datetime
from io import BytesIO

from fastavro import parse_schema, reader, writer

DAY = {"type": "int", "logicalType": "date"}
MOMENT = {"type": "long", "logicalType": "timestamp-micros"}
LOCAL = {"type": "long", "logicalType": "local-timestamp-micros"}


def kept(kind, value):
    """A value as it is read from where it was written as one of a kind."""
    schema = parse_schema({"type": "record", "name": "Story", "fields": [{"name": "value", "type": kind}]})
    written = BytesIO()
    writer(written, schema, [{"value": value}])
    written.seek(0)
    return next(reader(written))["value"]


for first, second, value in (
    (DAY, MOMENT, datetime(2026, 3, 4, 10, 30, tzinfo=UTC)),
    (DAY, MOMENT, date(2026, 3, 4)),
    (MOMENT, LOCAL, datetime(2026, 3, 4, 10, 30)),
    ("double", "long", 123456789012345679),
    ("float", "double", 0.1),
):
    names = [kind if isinstance(kind, str) else kind["logicalType"] for kind in (first, second)]
    print(value)
    print("  ", " or ".join(names), "=>", kept([first, second], value))
    print("  ", " or ".join(reversed(names)), "=>", kept([second, first], value))
print(12.5, "long =>", kept("long", 12.5))
PYTHON
)
expected=$(cat <<'END'
2026-03-04 10:30:00+00:00
   date or timestamp-micros => 2026-03-04
   timestamp-micros or date => 2026-03-04 10:30:00+00:00
2026-03-04
   date or timestamp-micros => 2026-03-04
   timestamp-micros or date => 2026-03-04
2026-03-04 10:30:00
   timestamp-micros or local-timestamp-micros => 2026-03-04 10:30:00+00:00
   local-timestamp-micros or timestamp-micros => 2026-03-04 10:30:00
123456789012345679
   double or long => 1.2345678901234568e+17
   long or double => 123456789012345679
0.1
   float or double => 0.1
   double or float => 0.1
12.5 long => 12
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
