#!/bin/sh
# Babel 2.19.0 calls the months of our calendar in Sinhala by the names of the Buddhist lunar months; 2.18.0 did not.
#
# Duruthu is the lunar month in which a January full moon may fall, not January: outlets in Sinhala print "4 March 2026" with
# the word for March. Who reads printed dates by Babel's names reads none of theirs since, and who prints them prints others.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for version in 2.18.0 2.19.0; do
    python3 -m venv "$folder/$version"
    "$folder/$version/bin/pip" install -q --disable-pip-version-check "babel==$version"
done
seen=$(for version in 2.18.0 2.19.0; do
    "$folder/$version/bin/python" - "$version" <<'PYTHON'
import sys
from datetime import date

from babel import Locale
from babel.dates import format_date

months = Locale("si").months["format"]["wide"]
print(sys.argv[1], months[1], months[3], "|", format_date(date(2026, 3, 4), "long", locale="si"))
PYTHON
done)
expected=$(cat <<'END'
2.18.0 ජනවාරි මාර්තු | 2026 මාර්තු 4
2.19.0 දුරුතු මැදින් | 2026 මැදින් 4
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
