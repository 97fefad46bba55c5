#!/bin/sh
# dateparser 1.5.0 reads June as January in Punjabi, March so in Thai, January as June in Burmese, May as "months ago" in two.
#
# The dates are printed by Babel from the CLDR (Unicode TS 35, part 4), as pages print them, and the language is given. What comes
# back looks like any other date: a story of June stands in January, and one of `13 May 2025` in Marathi or Gujarati is dated
# 13 months before the day on which it is read, another one each day. (That March is wrong in Thai is a side note of dateparser's
# issue 588.)
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check dateparser==1.5.0 babel==2.19.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from datetime import date, datetime

import dateparser
from babel.dates import format_date

READ_ON = {"RELATIVE_BASE": datetime(2026, 1, 31, 9)}
for language, month, length in (
    ("pa", 6, "long"),
    ("th", 3, "medium"),
    ("my", 1, "medium"),
    ("mr", 5, "long"),
    ("gu", 5, "long"),
    ("hi", 5, "long"),
):
    printed = format_date(date(2025, month, 13), length, locale=language)
    read = dateparser.parse(printed, languages=[language], settings=READ_ON)
    print(language, f"2025-{month:02}-13", read and read.date(), printed)
PYTHON
)
expected=$(cat <<'END'
pa 2025-06-13 2025-01-13 13 ਜੂਨ 2025
th 2025-03-13 2025-01-13 13 มี.ค. 2025
my 2025-01-13 2025-06-13 2025 ဇန် 13
mr 2025-05-13 2024-12-31 13 मे, 2025
gu 2025-05-13 2024-12-31 13 મે, 2025
hi 2025-05-13 2025-05-13 13 मई 2025
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
