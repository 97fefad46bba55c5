#!/bin/sh
# "10:30,5" is half past ten and half a minute (ISO 8601-1, 5.3.1.4), and three other moments to three readers.
#
# A decimal fraction belongs to the last unit that is written. isodate 0.7.2, aniso8601 10.0.1 and pandas 3.1.1 say 10:30:30.
# `datetime.fromisoformat` of Python 3.11 takes the fraction for one of a second, and of an hour, too: "10.5" is half a second past
# ten (its documentation says that such fractions are not supported, not that they are read otherwise). iso8601 2.1.0 shifts
# all: the hour stays, the minutes are seconds, and there are no minutes, half an hour before. Nothing is raised.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check iso8601==2.1.0 isodate==0.7.2 aniso8601==10.0.1 pandas==3.1.1

seen=$("$folder/venv/bin/python" - <<'PYTHON'
from datetime import datetime

import aniso8601
import isodate
import iso8601
import pandas

READERS = {
    "isodate": isodate.parse_datetime,
    "aniso8601": aniso8601.parse_datetime,
    "pandas": pandas.Timestamp,
    "iso8601": iso8601.parse_date,
    "fromisoformat": datetime.fromisoformat,
}
for text in ("2026-03-04T10:30:15,5Z", "2026-03-04T10:30,5Z", "2026-03-04T10:30.5Z", "20260304T1030,5Z", "2026-03-04T10.5Z"):
    print(text)
    for name, read in READERS.items():
        try:
            print("  ", name, read(text).strftime("%H:%M:%S.%f"))
        except ValueError as error:
            print("  ", name, type(error).__name__)
PYTHON
)
expected=$(cat <<'END'
2026-03-04T10:30:15,5Z
   isodate 10:30:15.500000
   aniso8601 10:30:15.500000
   pandas 10:30:15.500000
   iso8601 10:30:15.500000
   fromisoformat 10:30:15.500000
2026-03-04T10:30,5Z
   isodate 10:30:30.000000
   aniso8601 10:30:30.000000
   pandas 10:30:30.000000
   iso8601 10:00:30.500000
   fromisoformat 10:30:00.500000
2026-03-04T10:30.5Z
   isodate 10:30:30.000000
   aniso8601 10:30:30.000000
   pandas 10:30:30.000000
   iso8601 10:00:30.500000
   fromisoformat 10:30:00.500000
20260304T1030,5Z
   isodate 10:30:30.000000
   aniso8601 10:30:30.000000
   pandas DateParseError
   iso8601 10:00:30.500000
   fromisoformat 10:30:00.500000
2026-03-04T10.5Z
   isodate 10:30:00.000000
   aniso8601 10:30:00.000000
   pandas DateParseError
   iso8601 ParseError
   fromisoformat 10:00:00.500000
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
