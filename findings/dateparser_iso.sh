#!/bin/sh
# dateparser 1.5.0 reads weeks, hours and the short form of ISO 8601 as other days, and as days of the eighteenth century.
#
# Wednesday of week 10 is the third of October, and `20260304T100000Z`, which WARC tools, calendars and object stores write, was
# 100,000 days before the clock of the script: what stands before the `Z` counts days that have passed, and what stands before a
# `W` weeks. Nothing is raised. Only the form with all its hyphens and colons is read; of the others some have no date, which is
# honest. dateutil's `isoparse` reads them all. With `languages` these dates are none, but `languages` is what a page in an
# unknown language lacks.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check dateparser==1.5.0 python-dateutil==2.9.0.post0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from datetime import datetime

import dateparser
from dateutil.parser import isoparse

CLOCK = {"RELATIVE_BASE": datetime(2026, 11, 29, 12)}
for text in (
    "2026-03-04T10:00:00Z",
    "2026-W10-3",
    "2026-W10-3T10:00:00Z",
    "2026W103",
    "20260304T100000Z",
    "20260304T1000Z",
    "2026-03-04T10Z",
    "20260304T100000+0100",
):
    print(f"{text:21} {isoparse(text)!s:26} dateparser: {dateparser.parse(text, settings=CLOCK)}")
PYTHON
)
expected=$(cat <<'END'
2026-03-04T10:00:00Z  2026-03-04 10:00:00+00:00  dateparser: 2026-03-04 10:00:00+00:00
2026-W10-3            2026-03-04 00:00:00        dateparser: 2026-10-03 00:00:00
2026-W10-3T10:00:00Z  2026-03-04 10:00:00+00:00  dateparser: 2026-10-03 10:00:00+00:00
2026W103              2026-03-04 00:00:00        dateparser: 1988-01-31 12:00:00
20260304T100000Z      2026-03-04 10:00:00+00:00  dateparser: 1753-02-13 12:00:00
20260304T1000Z        2026-03-04 10:00:00+00:00  dateparser: 2024-03-04 12:00:00
2026-03-04T10Z        2026-03-04 10:00:00+00:00  dateparser: 2026-11-19 12:00:00
20260304T100000+0100  2026-03-04 10:00:00+01:00  dateparser: None
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
