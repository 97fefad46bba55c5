#!/bin/sh
# bangla 0.0.6, and date-bengali-revised 2.0.2 of npm, keep the calendar that Bangladesh gave up in 2019: winter is a day ahead.
#
# Papers of Bangladesh print the day of its own calendar beside ours. Since October 2019 its first six months have 31 days,
# Falgun 29, or 30 where our February has 29, and the others 30, so that the days of the nation keep their dates: 21 February is
# 8 Falgun, 16 December 1 Poush (told by bdnews24 on 16 October 2019, with the papers that missed it). Both packages have the
# months of 1987, five of 31 days: from 16 October to 13 March each day is the next one, and from April to October, when tests
# are written as well, all is right. A printed day that is read with them is our day before.
#
# It needs node (20 was used) and npm, too.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts date-bengali-revised@2.0.2
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check bangla==0.0.6
cat > read.mjs <<'JS'
import Calendar from "date-bengali-revised";

const told = {};
for (let day = Date.UTC(2019, 9, 16); day < Date.UTC(2027, 9, 16); day += 864e5) {
  const date = new Date(day);
  const read = new Calendar().fromGregorian(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  told[date.toISOString().slice(0, 10)] = [read.year, read.month, read.day];
}
console.log(JSON.stringify(told));
JS
node read.mjs > npm.json
seen=$(venv/bin/python - <<'PYTHON'
import json
from datetime import date, timedelta

import bangla

MONTHS = "বৈশাখ জ্যৈষ্ঠ আষাঢ় শ্রাবণ ভাদ্র আশ্বিন কার্তিক অগ্রহায়ণ পৌষ মাঘ ফাল্গুন চৈত্র".split()


def official(day):
    """By the circular of 2019: 1 Boishakh is 14 April."""
    begin = date(day.year - (day < date(day.year, 4, 14)), 4, 14)
    leap = (date(begin.year + 1, 3, 1) - date(begin.year + 1, 2, 28)).days == 2
    rest = (day - begin).days
    for month, days in enumerate([31] * 6 + [30] * 4 + [30 if leap else 29, 30], 1):
        if rest < days:
            return [begin.year - 593, month, rest + 1]
        rest -= days


def of_bangla(day):
    told = bangla.get_date(day.day, day.month, day.year)
    return [int(told["year"]), MONTHS.index(told["month"]) + 1, int(told["date"])]


others = {date.fromisoformat(text): told for text, told in json.load(open("npm.json")).items()}
for day in (date(2026, 4, 14), date(2026, 10, 15), date(2026, 10, 16), date(2025, 12, 16), date(2026, 2, 21), date(2026, 3, 26)):
    print(day, "official", official(day), "bangla", of_bangla(day), "date-bengali-revised", others[day])
for name, read in {"bangla": of_bangla, "date-bengali-revised": others.get}.items():
    wrong = [day for day in others if read(day) != official(day)]
    print(name, len(wrong), "of", len(others), "days differ, in months", sorted({day.month for day in wrong}))
PYTHON
)
expected=$(cat <<'END'
2026-04-14 official [1433, 1, 1] bangla [1433, 1, 1] date-bengali-revised [1433, 1, 1]
2026-10-15 official [1433, 6, 30] bangla [1433, 6, 30] date-bengali-revised [1433, 6, 30]
2026-10-16 official [1433, 6, 31] bangla [1433, 7, 1] date-bengali-revised [1433, 7, 1]
2025-12-16 official [1432, 9, 1] bangla [1432, 9, 2] date-bengali-revised [1432, 9, 2]
2026-02-21 official [1432, 11, 8] bangla [1432, 11, 9] date-bengali-revised [1432, 11, 9]
2026-03-26 official [1432, 12, 12] bangla [1432, 12, 12] date-bengali-revised [1432, 12, 12]
bangla 1202 of 2922 days differ, in months [1, 2, 3, 10, 11, 12]
date-bengali-revised 1202 of 2922 days differ, in months [1, 2, 3, 10, 11, 12]
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
