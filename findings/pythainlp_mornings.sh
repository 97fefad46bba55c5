#!/bin/sh
# PyThaiNLP 5.4.0 reads mornings that it wrote itself as evenings, and half a second as five millionths of one.
#
# `time_to_thaiword` tells 7:30 as "seven o'clock and a half" in its clock `m6h`, and 19:30 as "one and a half" with a word that
# hours of the evening have. `thaiword_to_time` makes evenings of the mornings from six o'clock on, and 22:30 of half past eleven,
# which is so by no clock. `thai_strptime` takes Python's codes, in which a fraction of a second is filled up with zeros from
# behind. Nothing raises.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pythainlp==5.4.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from datetime import datetime, time

from pythainlp.util import thai_strptime, thaiword_to_time, time_to_thaiword

for clock in ("24h", "6h", "m6h"):
    print(clock)
    for hour in (0, 1, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 18, 19, 22, 23):
        words = time_to_thaiword(time(hour, 30), fmt=clock)
        read = thaiword_to_time(words)
        if read != f"{hour:02}:30":
            print(f"  {hour:02}:30 is {read}, written {words}")
text = " 10:30:00.5"
print(thai_strptime("4 มีนาคม 2569" + text, "%d %B %Y %H:%M:%S.%f").isoformat())
print(datetime.strptime("4 March 2026" + text, "%d %B %Y %H:%M:%S.%f").isoformat())
PYTHON
)
expected=$(cat <<'END'
24h
6h
m6h
  06:30 is 18:30, written หกโมงครึ่ง
  07:30 is 19:30, written เจ็ดโมงครึ่ง
  08:30 is 20:30, written แปดโมงครึ่ง
  09:30 is 21:30, written เก้าโมงครึ่ง
  10:30 is 22:30, written สิบโมงครึ่ง
  11:30 is 22:30, written สิบเอ็ดโมงครึ่ง
2026-03-04T10:30:00.000005+07:00
2026-03-04T10:30:00.500000
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
