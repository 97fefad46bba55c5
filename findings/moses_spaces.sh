#!/bin/sh
# sacremoses 0.2.0 writes a comma or a point into a number that is parted by a no-break space: 12 500 is twelve and a half.
#
# A no-break space between the thousands is how French, Russian, Czech, Swedish and many others print numbers, and the SI
# brochure (5.4.4) has it for all. `MosesPunctNormalizer` puts a decimal comma in the place of one between two digits in German,
# Spanish, Czech and French, and a point in all other languages, Russian and Swedish among them, which write a comma. A day and
# a year become a number as well. A narrow no-break space, which CLDR has in French, stays as it is, so that two spellings of
# one price are two prices. In English a comma behind a quotation moves into it, though it is not of the one who is quoted.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check sacremoses==0.2.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from sacremoses import MosesPunctNormalizer

for language, text in (
    ("fr", "Le pont coûte 12\u00a0500 euros."),
    ("fr", "Le pont coûte 12\u202f500 euros."),
    ("de", "Die Brücke kostet 12\u00a0500 Euro."),
    ("cs", "Most stojí 12\u00a0500 korun."),
    ("ru", "Мост стоит 12\u00a0500 рублей."),
    ("sv", "Bron kostar 12\u00a0500 kronor."),
    ("en", "The bridge cost 12\u00a0500\u00a0000 euros."),
    ("fr", "le 4\u00a0mars\u00a02026, les 4\u00a02026 votes"),
    ("en", 'She wrote "closed", and left.'),
):
    shown = MosesPunctNormalizer(lang=language).normalize(text)
    print(language, " => ".join(t.replace("\u00a0", "~").replace("\u202f", "_") for t in (text, shown)))
PYTHON
)
expected=$(cat <<'END'
fr Le pont coûte 12~500 euros. => Le pont coûte 12,500 euros.
fr Le pont coûte 12_500 euros. => Le pont coûte 12_500 euros.
de Die Brücke kostet 12~500 Euro. => Die Brücke kostet 12,500 Euro.
cs Most stojí 12~500 korun. => Most stojí 12,500 korun.
ru Мост стоит 12~500 рублей. => Мост стоит 12.500 рублей.
sv Bron kostar 12~500 kronor. => Bron kostar 12.500 kronor.
en The bridge cost 12~500~000 euros. => The bridge cost 12.500.000 euros.
fr le 4~mars~2026, les 4~2026 votes => le 4~mars~2026, les 4,2026 votes
en She wrote "closed", and left. => She wrote "closed," and left.
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
