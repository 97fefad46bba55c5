#!/bin/sh
# nameparser 2.6.0 takes a first name that is written short for a title: "Th. Rowe", "Chr. Holt" and "Yu. Petrova" have none.
#
# Initials of two letters and more are the custom for names that begin with one sound in two letters (French, Dutch and German
# Ch., Th., Ph.), for Chr. and Joh., and for Russian names in Latin letters (Yu., Zh., Kh.): by-lines and lists of authors have
# them. A word of several letters with a point at its end is a title, known or not, if it stands first, or behind the comma of
# "Holt, Chr.": who sorts by first and family name has all Holts of a paper for one person, and a second name for the first.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check nameparser==2.6.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from nameparser import HumanName

for name in (
    "A. Rowe",
    "Th. Rowe",
    "Chr. Holt",
    "Holt, Chr.",
    "Yu. Petrova",
    "Zh. K. Petrova",
    "Ph. van Ames",
    "Ada Ph. Holt",
    "Dr. Th. Rowe",
):
    print(f"{name:15}", {part: value for part, value in HumanName(name).as_dict().items() if value})
PYTHON
)
expected=$(cat <<'END'
A. Rowe         {'first': 'A.', 'last': 'Rowe'}
Th. Rowe        {'title': 'Th.', 'last': 'Rowe'}
Chr. Holt       {'title': 'Chr.', 'last': 'Holt'}
Holt, Chr.      {'title': 'Chr.', 'last': 'Holt'}
Yu. Petrova     {'title': 'Yu.', 'last': 'Petrova'}
Zh. K. Petrova  {'title': 'Zh.', 'first': 'K.', 'last': 'Petrova'}
Ph. van Ames    {'title': 'Ph.', 'first': 'van', 'last': 'Ames'}
Ada Ph. Holt    {'first': 'Ada', 'middle': 'Ph.', 'last': 'Holt'}
Dr. Th. Rowe    {'title': 'Dr. Th.', 'last': 'Rowe'}
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
