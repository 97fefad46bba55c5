#!/bin/sh
# Babel 2.19.0 reads the afternoons of most languages as mornings, also those that it wrote itself.
#
# `parse_time` takes the locale, and its manual says that the locale's time format tells how the text is read; in CLDR that format
# has a field for the half of the day (UTS 35, part 4, `a` and `b`). Only the English words AM and PM are looked for: "3:30 μ.μ."
# of a Greek page is half past three at night, as are the afternoons of Korean, Arabic, Malay, Albanian and of Mexico, and half
# past midnight is half past noon. It is no error, and the time is twelve hours early or late. An explicit format changes nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check Babel==2.19.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from datetime import time

from babel.dates import format_time, parse_time

TIMES = [time(0, 30), time(9, 30), time(12, 30), time(15, 30)]
for locale in ("en", "hi", "el", "ko", "zh_TW", "ar", "sq", "ms", "am", "es_MX", "de"):
    print(locale)
    for moment in TIMES:
        written = format_time(moment, "short", locale=locale)
        read = parse_time(written, locale=locale, format="short")
        print(f"  {moment:%H:%M} is written {' '.join(written.split()):12} and read {read:%H:%M}")
print("with a format", parse_time("3:30 μ.μ.", locale="el", format="h:mm a"))
PYTHON
)
expected=$(cat <<'END'
en
  00:30 is written 12:30 AM     and read 00:30
  09:30 is written 9:30 AM      and read 09:30
  12:30 is written 12:30 PM     and read 12:30
  15:30 is written 3:30 PM      and read 15:30
hi
  00:30 is written 12:30 am     and read 00:30
  09:30 is written 9:30 am      and read 09:30
  12:30 is written 12:30 pm     and read 12:30
  15:30 is written 3:30 pm      and read 15:30
el
  00:30 is written 12:30 π.μ.   and read 12:30
  09:30 is written 9:30 π.μ.    and read 09:30
  12:30 is written 12:30 μ.μ.   and read 12:30
  15:30 is written 3:30 μ.μ.    and read 03:30
ko
  00:30 is written 오전 12:30     and read 12:30
  09:30 is written 오전 9:30      and read 09:30
  12:30 is written 오후 12:30     and read 12:30
  15:30 is written 오후 3:30      and read 03:30
zh_TW
  00:30 is written 凌晨12:30      and read 12:30
  09:30 is written 上午9:30       and read 09:30
  12:30 is written 中午12:30      and read 12:30
  15:30 is written 下午3:30       and read 03:30
ar
  00:30 is written 12:30 ص      and read 12:30
  09:30 is written 9:30 ص       and read 09:30
  12:30 is written 12:30 م      and read 12:30
  15:30 is written 3:30 م       and read 03:30
sq
  00:30 is written 12:30 p.d.   and read 12:30
  09:30 is written 9:30 p.d.    and read 09:30
  12:30 is written 12:30 m.d.   and read 12:30
  15:30 is written 3:30 m.d.    and read 03:30
ms
  00:30 is written 12:30 PG     and read 12:30
  09:30 is written 9:30 PG      and read 09:30
  12:30 is written 12:30 PTG    and read 12:30
  15:30 is written 3:30 PTG     and read 03:30
am
  00:30 is written 12:30 ጥዋት    and read 12:30
  09:30 is written 9:30 ጥዋት     and read 09:30
  12:30 is written 12:30 ከሰዓት   and read 12:30
  15:30 is written 3:30 ከሰዓት    and read 03:30
es_MX
  00:30 is written 12:30 a.m.   and read 12:30
  09:30 is written 9:30 a.m.    and read 09:30
  12:30 is written 12:30 p.m.   and read 12:30
  15:30 is written 3:30 p.m.    and read 03:30
de
  00:30 is written 00:30        and read 00:30
  09:30 is written 09:30        and read 09:30
  12:30 is written 12:30        and read 12:30
  15:30 is written 15:30        and read 15:30
with a format 03:30:00
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
