#!/bin/sh
# htmldate 1.11.0 dates a page of Chinese, Japanese, Latvian, Mongolian, Kazakh or Basque news to 1 January, unless an hour follows.
#
# Where the month is not read the year alone is, and what comes back is its first day, as if the page stated it: `2026年3月1日` and
# `2026年12月15日` are one day, and trafilatura 2.3.1 hands it on as the page's date. A year of an outlet without dates for machines
# is one day's stories. With an hour behind it the same date is right, and so is one in Korean, Hungarian or Greek. A page that
# cannot be read would be better off with no date, as `extensive_search=False` has it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    htmldate==1.11.0 trafilatura==2.3.1 'lxml[html-clean]==6.1.3'

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from htmldate import find_date
from trafilatura import extract_metadata

PAGE = """<html lang="{}"><head><title>Bridge</title></head><body><article><h1>Bridge</h1>
<p class="date">{}</p><p>The council agreed on the bridge.</p></article></body></html>"""
for language, printed in (
    ("zh", "2026年3月1日"),
    ("zh", "2026年3月1日 10:05"),
    ("ja", "2026年12月15日"),
    ("lv", "2026. gada 1. marts"),
    ("mn", "2026 оны 3-р сарын 1"),
    ("kk", "2026 жылғы 1 наурыз"),
    ("eu", "2026ko martxoaren 1a"),
    ("ko", "2026년 3월 1일"),
    ("hu", "2026. március 1."),
    ("el", "1 Μαρτίου 2026"),
):
    html = PAGE.format(language, printed)
    quickly = find_date(html, extensive_search=False)
    print(language, find_date(html), extract_metadata(html).date, quickly, printed)
PYTHON
)
expected=$(cat <<'END'
zh 2026-01-01 2026-01-01 None 2026年3月1日
zh 2026-03-01 2026-03-01 None 2026年3月1日 10:05
ja 2026-01-01 2026-01-01 None 2026年12月15日
lv 2026-01-01 2026-01-01 None 2026. gada 1. marts
mn 2026-01-01 2026-01-01 None 2026 оны 3-р сарын 1
kk 2026-01-01 2026-01-01 None 2026 жылғы 1 наурыз
eu 2026-01-01 2026-01-01 None 2026ko martxoaren 1a
ko 2026-03-01 2026-03-01 None 2026년 3월 1일
hu 2026-03-01 2026-03-01 None 2026. március 1.
el 2026-03-01 2026-03-01 None 1 Μαρτίου 2026
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
