#!/bin/sh
# datefinder 1.0.0 keeps the offset of an ISO date, and drops it behind a date that is printed for people.
#
# Of one page, the moment in `<time datetime>` comes with its offset and the line that readers see without: they cannot be
# compared (Python refuses), and printed times of Moscow, of New York and of UTC are one. `source=True` shows the day alone there,
# though the time came from what follows, so nothing tells that a zone was passed over. "noon" is dropped likewise: midnight is told.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check datefinder==1.0.0

seen=$("$folder/venv/bin/python" - <<'PYTHON'
import datefinder

for text in (
    "Wed, 4 Mar 2026 12:30:00 +0300",
    "4 March 2026 12:30 EST",
    "2026-03-04T12:30:00Z",
    "2026-03-04T12:30:00+03:00",
    "March 4, 2026 12:30 p.m. UTC",
    "noon on 4 March 2026",
):
    for moment, source in datefinder.find_dates(text, source=True):
        print(f"{text:32} {moment.isoformat()} of {source!r}")
PYTHON
)
expected=$(cat <<'END'
Wed, 4 Mar 2026 12:30:00 +0300   2026-03-04T12:30:00 of '4 Mar 2026'
4 March 2026 12:30 EST           2026-03-04T12:30:00 of '4 March 2026'
2026-03-04T12:30:00Z             2026-03-04T12:30:00+00:00 of '2026-03-04T12:30:00Z'
2026-03-04T12:30:00+03:00        2026-03-04T12:30:00+03:00 of '2026-03-04T12:30:00+03:00'
March 4, 2026 12:30 p.m. UTC     2026-03-04T12:30:00 of 'March 4, 2026'
noon on 4 March 2026             2026-03-04T00:00:00 of '4 March 2026'
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
