#!/bin/sh
# Babel 2.19.0 prints an Irish summer's 10:30 as "10:30 GMT", which is an hour later, and a winter's as Irish Standard Time.
#
# Ireland's standard time is that of its summer, and winter is an hour less (Standard Time Act 1968, and of 1971), as the IANA's
# data have it since 2018; so is Morocco's, which goes back an hour for Ramadan. To Babel what has an offset for daylight saving
# is the summer time of CLDR, and all else the standard time, and CLDR has these the other way round. Each hour that is printed
# for these places with its zone (`long`, `full`, `z`) is that of another moment, in both seasons. London is right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check Babel==2.19.0 tzdata==2026.6

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import os

os.environ["PYTHONTZPATH"] = ""  # so that the package's data are read, and not the system's

from datetime import UTC, datetime

from babel.dates import format_time, get_timezone

SUMMER, WINTER, RAMADAN = (datetime(2026, month, day, 9, 30, tzinfo=UTC) for month, day in ((7, 4), (1, 4), (3, 1)))

for place, locale, moments in (
    ("Europe/London", "en_GB", (SUMMER, WINTER)),
    ("Europe/Dublin", "en_IE", (SUMMER, WINTER)),
    ("Africa/Casablanca", "en_GB", (SUMMER, RAMADAN)),
):
    zone = get_timezone(place)
    for moment in moments:
        local = moment.astimezone(zone)
        print(f"{local:%Y-%m-%d %H:%M %z}", place, end=" => ")
        print(*(format_time(moment, kind, tzinfo=zone, locale=locale) for kind in ("long", "full")), sep=", ")
PYTHON
)
expected=$(cat <<'END'
2026-07-04 10:30 +0100 Europe/London => 10:30:00 BST, 10:30:00 British Summer Time
2026-01-04 09:30 +0000 Europe/London => 09:30:00 GMT, 09:30:00 Greenwich Mean Time
2026-07-04 10:30 +0100 Europe/Dublin => 10:30:00 GMT, 10:30:00 Greenwich Mean Time
2026-01-04 09:30 +0000 Europe/Dublin => 09:30:00 IST, 09:30:00 Irish Standard Time
2026-07-04 10:30 +0100 Africa/Casablanca => 10:30:00 WET, 10:30:00 Western European Standard Time
2026-03-01 09:30 +0000 Africa/Casablanca => 09:30:00 WEST, 09:30:00 Western European Summer Time
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
