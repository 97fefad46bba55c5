#!/bin/sh
# persiantools 6.2.0 reads half past midnight by a clock of twelve hours as half past noon, and writes it as 00:30.
#
# Outlets in Persian print a Jalali date with such a clock. Its `%I` and `%p` are Python's: 12:30 AM is half past midnight, and a
# story of that minute is stored twelve hours late without an error. Python's `strptime` reads the same text with the same format
# rightly, and does not read what persiantools writes. Half past noon by that clock is an error: there is no hour 24. jdatetime
# writes midnight as Python does. All other hours are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check persiantools==6.2.0 jdatetime==6.1.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from datetime import datetime

import jdatetime
from persiantools.jdatetime import JalaliDateTime

FORMAT = "%Y/%m/%d %I:%M"
print("read")
for clock in ("12:30 AM", "01:30 AM", "11:30 AM", "12:30 PM", "01:30 PM", "11:30 PM"):
    text = f"1404/12/13 {clock}"
    try:
        read = JalaliDateTime.strptime(text, f"{FORMAT} %p").strftime("%H:%M")
    except ValueError as error:
        read = f"ValueError{error.args}"
    print(f"  {text}  persiantools {read}  Python {datetime.strptime(text, f'{FORMAT} %p'):%H:%M}")
print("written")
for hour in (0, 1, 12, 13):
    day = (1404, 12, 13, hour, 30)
    written = JalaliDateTime(*day).strftime(FORMAT)
    print(f"  {hour:2}:30  persiantools {written}  jdatetime {jdatetime.datetime(*day).strftime(FORMAT)}")
PYTHON
)
expected=$(cat <<'END'
read
  1404/12/13 12:30 AM  persiantools 12:30  Python 00:30
  1404/12/13 01:30 AM  persiantools 01:30  Python 01:30
  1404/12/13 11:30 AM  persiantools 11:30  Python 11:30
  1404/12/13 12:30 PM  persiantools ValueError('hour must be in 0..23', 24)  Python 12:30
  1404/12/13 01:30 PM  persiantools 13:30  Python 13:30
  1404/12/13 11:30 PM  persiantools 23:30  Python 23:30
written
   0:30  persiantools 1404/12/13 00:30  jdatetime 1404/12/13 12:30
   1:30  persiantools 1404/12/13 01:30  jdatetime 1404/12/13 01:30
  12:30  persiantools 1404/12/13 12:30  jdatetime 1404/12/13 12:30
  13:30  persiantools 1404/12/13 01:30  jdatetime 1404/12/13 01:30
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
