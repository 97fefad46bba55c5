#!/bin/sh
# bangla 0.0.6 has days of a calendar that Bangladesh left in 2019: from October to March each is one too late.
#
# Its papers print the day of the Bangla calendar beside ours. Since October 2019 the sixth month has 31 days and the eleventh 29,
# so that 21 February is 8 Falgun and 16 December 1 Poush each year, as they were when these days became what they stand for. The
# package says that it follows the standard of 1987, as if that were in force. Who looks up a printed day by it has another day's
# paper for half of the year.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check bangla==0.0.6

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import bangla

#: Days and what they are in Bangladesh today: 1 Boishakh, 31 Ashwin, 1 Kartik, 1 Poush, 8 Falgun, 12 Chaitra.
DAYS = (
    (2026, 4, 14, "১ বৈশাখ"),
    (2026, 10, 16, "৩১ আশ্বিন"),
    (2026, 10, 17, "১ কার্তিক"),
    (2026, 12, 16, "১ পৌষ"),
    (2027, 2, 21, "৮ ফাল্গুন"),
    (2027, 3, 26, "১২ চৈত্র"),
)
for year, month, day, printed in DAYS:
    found = bangla.get_date(day, month, year)
    print(f"{year}-{month:02}-{day}", printed, "is", found["date"], found["month"])
PYTHON
)
expected=$(cat <<'END'
2026-04-14 ১ বৈশাখ is ১ বৈশাখ
2026-10-16 ৩১ আশ্বিন is ১ কার্তিক
2026-10-17 ১ কার্তিক is ২ কার্তিক
2026-12-16 ১ পৌষ is ২ পৌষ
2027-02-21 ৮ ফাল্গুন is ৯ ফাল্গুন
2027-03-26 ১২ চৈত্র is ১২ চৈত্র
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
