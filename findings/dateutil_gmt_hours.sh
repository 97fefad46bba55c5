#!/bin/sh
# python-dateutil 4.0.0, and pandas 3.1.1 by it, read "10:30 GMT+3" as 13:30 in UTC, and "2026-03-04 - 2026-03-06" as one moment.
#
# Outlets of Turkey, Kenya and the Gulf print `GMT+3`, and JavaScript writes `GMT+0300`: three hours ahead. Behind letters the
# sign is turned, as in POSIX, where the number counts westwards, so that the moment is six hours late; a bare `+03:00`, which
# is what pages have for machines, is read as it stands. With a space, `GMT +3`, the number is dropped. Of a span of days the
# second year is the time 20:26 of the first day, and its last number an offset. Nothing is raised, and python-dateutil
# 2.9.0.post0 says the same.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check python-dateutil==4.0.0 pandas==3.1.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import pandas
from dateutil.parser import parse

for printed in (
    "4 March 2026 10:30 +03:00",
    "4 March 2026 10:30 GMT+3",
    "4 March 2026 10:30 GMT+0300",
    "4 March 2026 10:30 UTC-5",
    "4 March 2026 10:30 GMT +3",
    "2026-03-04 - 2026-03-06",
):
    print(f"{printed:28} dateutil {parse(printed)}, pandas {pandas.Timestamp(printed)}")
PYTHON
)
expected=$(cat <<'END'
4 March 2026 10:30 +03:00    dateutil 2026-03-04 10:30:00+03:00, pandas 2026-03-04 10:30:00+03:00
4 March 2026 10:30 GMT+3     dateutil 2026-03-04 10:30:00-03:00, pandas 2026-03-04 10:30:00-03:00
4 March 2026 10:30 GMT+0300  dateutil 2026-03-04 10:30:00-03:00, pandas 2026-03-04 10:30:00-03:00
4 March 2026 10:30 UTC-5     dateutil 2026-03-04 10:30:00+05:00, pandas 2026-03-04 10:30:00+05:00
4 March 2026 10:30 GMT +3    dateutil 2026-03-04 10:30:00+00:00, pandas 2026-03-04 10:30:00+00:00
2026-03-04 - 2026-03-06      dateutil 2026-03-04 20:26:00-06:00, pandas 2026-03-04 20:26:00-06:00
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
