#!/bin/sh
# arrow 1.4.0 writes a Thai date with the year 2569, and reads it again as 543 years from now.
#
# In the locales `th` and `lo` the token `YYYY` is the year of the Buddhist era, as pages in Thai print it, and arrow's own
# comment on them says that Thai always uses it. `arrow.get` with the same token and locale takes that number for a year of ours:
# what `format` wrote is not what is read, and the date of a Thai page is 543 years late without an error. Of two digits the era
# cannot be seen: "69" is 1969. All other locales read what they write.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check arrow==1.4.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import arrow
from arrow import locales

DAY = arrow.get(2026, 3, 4)
for locale in ("en", "ja", "th", "lo"):
    for form in ("D MMMM YYYY", "DD/MM/YY"):
        written = DAY.format(form, locale=locale)
        print(f"{locale} {written:16}", arrow.get(written, form, locale=locale).date())
wrong = set()
for name in sorted(locales._locale_map):
    for month in range(1, 13):
        day = arrow.get(2026, month, 4)
        if arrow.get(day.format("D MMMM YYYY", locale=name), "D MMMM YYYY", locale=name) != day:
            wrong.add(name)
print("locales that do not read what they write:", sorted(wrong))
PYTHON
)
expected=$(cat <<'END'
en 4 March 2026     2026-03-04
en 04/03/26         2026-03-04
ja 4 3月 2026        2026-03-04
ja 04/03/26         2026-03-04
th 4 มีนาคม 2569    2569-03-04
th 04/03/69         1969-03-04
lo 4 ມີນາ 2569      2569-03-04
lo 04/03/69         1969-03-04
locales that do not read what they write: ['lo', 'lo-la', 'th', 'th-th']
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
