#!/bin/sh
# parsedatetime 2.6 takes a year for a time of day, and today for the day.
#
# A date that it does not know whole is read in part, and what is told as found is made of the reference and of that part: of
# "2026-03-04T10:30:00Z" the year alone, as 20:26 of the day on which it is asked; of "4 Sept 2026" and "4-Mar-2026" likewise. Of
# "4 March 2026 at 10.30" it makes 30 October, of "4th of March, 2026" the first. The status that comes with it tells of a
# time (2) or a date (1), as where all is right; none of these is 0, for nothing found.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check parsedatetime==2.6

seen=$("$folder/venv/bin/python" - <<'PYTHON'
from datetime import datetime

from parsedatetime import Calendar

ASKED = datetime(2026, 1, 1, 9)
for text in (
    "4 March 2026",
    "4 March 2026 10:30",
    "2026-03-04 10:30",
    "2026-03-04T10:30:00Z",
    "4 Sept 2026",
    "4-Mar-2026",
    "4 March 2026 at 10.30",
    "4th of March, 2026",
):
    moment, status = Calendar().parseDT(text, ASKED)
    print(f"{text:22} {moment:%Y-%m-%d %H:%M} status {status}")
PYTHON
)
expected=$(cat <<'END'
4 March 2026           2026-03-04 09:00 status 1
4 March 2026 10:30     2026-03-04 10:30 status 3
2026-03-04 10:30       2026-03-04 10:30 status 3
2026-03-04T10:30:00Z   2026-01-01 20:26 status 2
4 Sept 2026            2026-01-01 20:26 status 2
4-Mar-2026             2026-01-01 20:26 status 2
4 March 2026 at 10.30  2026-10-30 09:00 status 1
4th of March, 2026     2026-03-01 09:00 status 1
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
