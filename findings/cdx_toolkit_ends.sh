#!/bin/sh
# cdx_toolkit 0.9.39 ends the day 4 March on the 31st, and 29 February before it begins.
#
# A time of a CDX server may be cut short, and is the last moment of the day, month or year that it names where it ends a span.
# cdx_toolkit fills `to` up itself for Common Crawl, and puts the last day of the month in the place of the day, also where a day
# was given, or a whole time. Who gives no `from` has the year before `to`, as its README says: of a year up to 4 March 2026 the
# captures of 27 days are not asked for, and nobody is told but by a line of the log. February has 28 days in each year, so that
# 29 February 2024 ends a day before it begins.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check cdx_toolkit==0.9.39

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from cdx_toolkit.commoncrawl import apply_cc_defaults
from cdx_toolkit.timeutils import pad_timestamp, pad_timestamp_up

for given in ("2026", "202603", "20260304", "2026030410", "202603041030", "20260304103000", "202402", "20240229"):
    print(f"{given:14} from {pad_timestamp(given)} to {pad_timestamp_up(given)}")
print("a year up to")
for given in ("202603", "20260304", "20260304103000"):
    asked = {"to": given}
    apply_cc_defaults(asked)
    print(f"{given:14} from {asked['from_ts']}")
PYTHON
)
expected=$(cat <<'END'
2026           from 20260101000000 to 20261231235959
202603         from 20260301000000 to 20260331235959
20260304       from 20260304000000 to 20260331235959
2026030410     from 20260304100000 to 20260331105959
202603041030   from 20260304103000 to 20260331103059
20260304103000 from 20260304103000 to 20260331103000
202402         from 20240201000000 to 20240228235959
20240229       from 20240229000000 to 20240228235959
a year up to
202603         from 20250331235959
20260304       from 20250331235959
20260304103000 from 20250331103000
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
