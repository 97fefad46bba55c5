#!/bin/sh
# syntok 1.4.4 ends a German sentence at the day of each date: "Am 4. | März wurde die Brücke gesperrt."
#
# In German a day is a number with a point, and its month has a capital, as the first word of a sentence has. syntok's README
# names German among the three languages that it is made for, and its rules know a number before a month: the months are short
# ones, so that "4. Apr." is whole, and "4. März", "4. Mai" and "24. November" are not, nor is an ordinal before another noun
# (2. Stock). What is counted by sentences, as what somebody is said to have done on which day, has the day in one and the rest
# in the next. English and Spanish dates are whole.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check syntok==1.4.4

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from syntok.segmenter import process

for text in (
    "Am 4. März wurde die Brücke gesperrt.",
    "Am Mittwoch, 4. März 2026, war Wahl.",
    "Das war am 24. November 1931. Danach fiel Schnee.",
    "Am 4. Mai war Wahl.",
    "Am 4. Apr. war Wahl.",
    "Am 4. Jänner war Wahl.",
    "Er wohnt im 2. Stock.",
    "Am 4.3.2026 war Wahl. Danach fiel Schnee.",
    "El 4 de marzo de 2026 cerró. Nadie lo supo.",
    "On March 4. The bridge closed.",
):
    sentences = [sentence for paragraph in process(text) for sentence in paragraph]
    print(" | ".join("".join(token.spacing + token.value for token in sentence).strip() for sentence in sentences))
PYTHON
)
expected=$(cat <<'END'
Am 4. | März wurde die Brücke gesperrt.
Am Mittwoch, 4. | März 2026, war Wahl.
Das war am 24. | November 1931. | Danach fiel Schnee.
Am 4. | Mai war Wahl.
Am 4. Apr. war Wahl.
Am 4. | Jänner war Wahl.
Er wohnt im 2. | Stock.
Am 4.3.2026 war Wahl. | Danach fiel Schnee.
El 4 de marzo de 2026 cerró. | Nadie lo supo.
On March 4. | The bridge closed.
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
