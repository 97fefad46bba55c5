#!/bin/sh
# python-dateutil 2.9.0.post0 reads "10.30am" as ten o'clock, and "10.30" before a day as a year and a time.
#
# Hours and minutes parted by a point are what British, Nordic and Italian papers print. Beside "am" or "pm" the minutes are cut
# off, so that the order of a day's stories is lost, and "10.30 4 March 2026" is 20:26 o'clock of a day in 2010. With a colon all
# of them are read. The manual's list of formats has "10:36" and "10 h 36", and points between day, month and year alone. pandas
# asks the same parser and answers the same.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check python-dateutil==2.9.0.post0 pandas==3.1.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import warnings

import pandas
from dateutil.parser import parse

warnings.simplefilter("ignore")


def shown(read, text):
    try:
        return str(read(text))
    except ValueError:
        return "no date"


for text in (
    "4 March 2026, 10.30am",
    "10.30am on 4 March 2026",
    "4 March 2026 at 9.05 p.m.",
    "10.30 4 March 2026",
    "18.45 4 March 2026",
    "4 March 2026 10.30",
):
    for printed in (text, text.replace(".", ":", 1)):
        print(f"{printed:26} dateutil {shown(parse, printed):20} pandas {shown(pandas.to_datetime, printed)}")
PYTHON
)
expected=$(cat <<'END'
4 March 2026, 10.30am      dateutil 2026-03-04 10:00:00  pandas 2026-03-04 10:00:00
4 March 2026, 10:30am      dateutil 2026-03-04 10:30:00  pandas 2026-03-04 10:30:00
10.30am on 4 March 2026    dateutil 2026-03-04 10:00:00  pandas 2026-03-04 10:00:00
10:30am on 4 March 2026    dateutil 2026-03-04 10:30:00  pandas 2026-03-04 10:30:00
4 March 2026 at 9.05 p.m.  dateutil no date              pandas no date
4 March 2026 at 9:05 p.m.  dateutil 2026-03-04 21:05:00  pandas 2026-03-04 21:05:00
10.30 4 March 2026         dateutil 2010-03-04 20:26:00  pandas 2010-03-04 20:26:00
10:30 4 March 2026         dateutil 2026-03-04 10:30:00  pandas 2026-03-04 10:30:00
18.45 4 March 2026         dateutil 2018-03-04 20:26:00  pandas 2018-03-04 20:26:00
18:45 4 March 2026         dateutil 2026-03-04 18:45:00  pandas 2026-03-04 18:45:00
4 March 2026 10.30         dateutil no date              pandas no date
4 March 2026 10:30         dateutil 2026-03-04 10:30:00  pandas 2026-03-04 10:30:00
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
