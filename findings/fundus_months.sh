#!/bin/sh
# fundus 0.5.7 takes the day for the month where it does not know the month's name, and the day on which it runs for the day.
#
# Dates of publishers in ten languages go through one function, which knows names of months in English and German. Of "4 мая 2026" and
# "5 maggio 2026" the numbers are left: April and May, and whatever day it is (so only what does not differ is shown here).
# Days after the twelfth raise. `04.03.2026` is 3 April, for German publishers as well. An archive filled by it has a story's
# day wrong each month from the first to the twelfth, and right, or none, from then on.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check fundus==0.5.7 curl-cffi==0.13.0

seen=$("$folder/venv/bin/python" - <<'PYTHON'
from calendar import monthrange
from datetime import date

from fundus.parser.utility import generic_date_parsing

for text in ("4 March 2026", "4. März 2026", "04.03.2026"):
    print(text, generic_date_parsing(text))
for text in ("4 мая 2026", "5 maggio 2026", "4 mars 2026 10h30", "20 мая 2026"):
    try:
        found = generic_date_parsing(text)
    except ValueError as error:
        print(text, type(error).__name__)
    else:
        today = min(date.today().day, monthrange(found.year, found.month)[1])
        print(text, f"{found:%B %Y %H:%M}", "the day of today" if found.day == today else found.day)
PYTHON
)
expected=$(cat <<'END'
4 March 2026 2026-03-04 00:00:00
4. März 2026 2026-03-04 00:00:00
04.03.2026 2026-04-03 00:00:00
4 мая 2026 April 2026 00:00 the day of today
5 maggio 2026 May 2026 00:00 the day of today
4 mars 2026 10h30 April 2026 10:30 the day of today
20 мая 2026 ParserError
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
