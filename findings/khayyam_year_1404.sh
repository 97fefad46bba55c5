#!/bin/sh
# khayyam 3.0.17 is a day early for the whole Persian year 1404, and an hour off where it leaves Tehran.
#
# 1403 was a leap year in Iran: its last day, 30 Esfand, was 20 March 2025. khayyam refuses that day, and from 21 March 2025 to
# 20 March 2026 each date is another one, in both directions, in silence; convertdate and jdatetime have the days of Iran's calendar.
# Of the years 1380 to 1439 this is the case in 1404 and 1437 alone, so that a test with other years shows nothing. Its zone of
# Tehran asks for the number of the month: asked by `todatetime`, that is the month of our calendar, and a summer's noon has
# the offset of winter and the other way round. The leap year is known upstream (issues 41 and 43 of pylover/khayyam, open).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check khayyam==3.0.17 convertdate==2.5.1 jdatetime==6.1.1

seen=$("$folder/venv/bin/python" - <<'PYTHON'
from datetime import date

import jdatetime
import khayyam
from convertdate import persian

for day in ((1403, 12, 29), (1404, 1, 1), (1404, 12, 13), (1405, 1, 1)):
    ours, theirs = date(*persian.to_gregorian(*day)), jdatetime.date(*day).togregorian()
    print(*day, "convertdate", ours, "jdatetime", theirs, "khayyam", khayyam.JalaliDate(*day).todate())
print("2026-03-04 convertdate", persian.from_gregorian(2026, 3, 4), "khayyam", khayyam.JalaliDate(date(2026, 3, 4)))
try:
    khayyam.JalaliDate(1403, 12, 30)
except ValueError as error:
    print("1403 12 30:", error)
years = range(1380, 1440)
print([y for y in years if khayyam.JalaliDate(y, 1, 1).todate() != date(*persian.to_gregorian(y, 1, 1))])
for month in (4, 10):
    noon = khayyam.JalaliDatetime(1400, month, 11, 12, tzinfo=khayyam.teh_tz)
    print(noon.isoformat(), "is", noon.todatetime().isoformat())
PYTHON
)
expected=$(cat <<'END'
1403 12 29 convertdate 2025-03-19 jdatetime 2025-03-19 khayyam 2025-03-19
1404 1 1 convertdate 2025-03-21 jdatetime 2025-03-21 khayyam 2025-03-20
1404 12 13 convertdate 2026-03-04 jdatetime 2026-03-04 khayyam 2026-03-03
1405 1 1 convertdate 2026-03-21 jdatetime 2026-03-21 khayyam 2026-03-21
2026-03-04 convertdate (1404, 12, 13) khayyam 1404-12-14
1403 12 30: Day must be between 1 and 29, but it is: 30
[1404, 1437]
1400-04-11T12:00:00.000000+04:30 is 2021-07-02T12:00:00+03:30
1400-10-11T12:00:00.000000+03:30 is 2022-01-01T12:00:00+04:30
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
