#!/bin/sh
# dateparser 1.5.0 takes the month "mart" for the time of the Marquesas: 4 March is a day of April, nine and a half hours off.
#
# March is "mart" in Turkish, Azerbaijani, Uzbek and Bosnian, and in Serbian in its Latin letters. Without a language, or with the
# plain code of Serbian, the word is cut off as the zone MART, the 4 becomes April, and the day is that of the reader's clock.
# Nothing is raised. `sr-Latn` and the codes of languages that know the word read it rightly, so who reads dates has to give the
# language, and with its script.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check dateparser==1.5.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from datetime import datetime

import dateparser

CLOCK = {"RELATIVE_BASE": datetime(2026, 11, 29)}
for languages in (None, ["sr"], ["sr-Latn"], ["tr"], ["az"]):
    print("no language" if languages is None else languages[0])
    for text in ("4. mart 2026.", "4 mart 2026, 15:30", "4. maj 2026."):
        print(f"  {text:20}", dateparser.parse(text, languages=languages, settings=CLOCK))
PYTHON
)
expected=$(cat <<'END'
no language
  4. mart 2026.        2026-04-29 00:00:00-09:30
  4 mart 2026, 15:30   2026-04-29 15:30:00-09:30
  4. maj 2026.         2026-05-04 00:00:00
sr
  4. mart 2026.        2026-04-29 00:00:00-09:30
  4 mart 2026, 15:30   2026-04-29 15:30:00-09:30
  4. maj 2026.         None
sr-Latn
  4. mart 2026.        2026-03-04 00:00:00
  4 mart 2026, 15:30   2026-03-04 15:30:00
  4. maj 2026.         2026-05-04 00:00:00
tr
  4. mart 2026.        2026-03-04 00:00:00
  4 mart 2026, 15:30   2026-03-04 15:30:00
  4. maj 2026.         None
az
  4. mart 2026.        2026-03-04 00:00:00
  4 mart 2026, 15:30   2026-03-04 15:30:00
  4. maj 2026.         None
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
