#!/bin/sh
# bikram 2.1.4 is a day ahead for two months of 2025: Nepal's Republic Day, Jestha 15, was on the 29th of May and is 16 Jestha.
#
# Papers of Nepal print the day of the Bikram calendar, whose months have lengths that are set year by year, in tables. The
# government kept Republic Day of 2082 on 29 May 2025, as Jestha 15 (told by Republica on 19 May of that year). bikram has 30 days
# for Baisakh of 2082, whose 31st is 14 May, and 31 for Asar: from 14 May to 14 June and from 16 July to 16 August each day
# is the next one, and a printed day that is read by it the day before. Around them, and in all years from 1944 to autumn 2030,
# it agrees with nepali-datetime 1.0.8.5, which has those days, so that tests of another day show nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check bikram==2.1.4 nepali-datetime==1.0.8.5

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from datetime import date, timedelta

import nepali_datetime
from bikram import samwat


def by_bikram(day):
    read = samwat.from_ad(day)
    return read.year, read.month, read.day


def by_nepali_datetime(day):
    read = nepali_datetime.date.from_datetime_date(day)
    return read.year, read.month, read.day


for year in range(2023, 2028):
    print(f"{year + 57}, Jestha 15:", samwat(year + 57, 2, 15).ad, "by bikram,", end=" ")
    print(nepali_datetime.date(year + 57, 2, 15).to_datetime_date(), "by nepali-datetime")
apart = [
    day
    for day in (date(1944, 1, 1) + timedelta(days) for days in range(31_700))
    if by_bikram(day) != by_nepali_datetime(day)
]
firsts = [day for day in apart if day - timedelta(1) not in apart]
for first in firsts:
    last = first
    while last + timedelta(1) in apart:
        last += timedelta(1)
    print(first, "to", last, "apart:", by_bikram(first), by_nepali_datetime(first))
PYTHON
)
expected=$(cat <<'END'
2080, Jestha 15: 2023-05-29 by bikram, 2023-05-29 by nepali-datetime
2081, Jestha 15: 2024-05-28 by bikram, 2024-05-28 by nepali-datetime
2082, Jestha 15: 2025-05-28 by bikram, 2025-05-29 by nepali-datetime
2083, Jestha 15: 2026-05-29 by bikram, 2026-05-29 by nepali-datetime
2084, Jestha 15: 2027-05-29 by bikram, 2027-05-29 by nepali-datetime
2025-05-14 to 2025-06-14 apart: (2082, 2, 1) (2082, 1, 31)
2025-07-16 to 2025-08-16 apart: (2082, 4, 1) (2082, 3, 32)
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
