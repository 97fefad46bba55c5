#!/bin/sh
# courlan 1.4.0 takes off what a page is asked for where its name begins like a tracker's: `gallery`, `game`, `reference`.
#
# The names that are known for tracking are looked for at the start of a name or of a part of it, and not up to its end: `ga` is in
# `gallery`, `cid` (which is many systems' own number of a story) in `cidade`, Portuguese for city. All galleries of an outlet
# have one address then, and other pages than the first are taken for known. It holds for `clean_url` and `normalize_url`.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check courlan==1.4.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from courlan import clean_url, normalize_url

for query in (
    "id=4711",
    "story=4711",
    "cid=4711",
    "story_cid=4711",
    "gallery=4711",
    "photo-gallery=4711",
    "game=4711",
    "reference=4711",
    "source=wire",
    "session=2026",
    "cidade=porto",
    "affaire=4711",
    "keyword=bridge",
):
    url = f"https://herald.example/show?{query}"
    kept = (read(url).partition("show")[2] or "-" for read in (normalize_url, clean_url))
    print(f"{query:18} normalize_url {next(kept):15} clean_url {next(kept)}")
PYTHON
)
expected=$(cat <<'END'
id=4711            normalize_url ?id=4711        clean_url ?id=4711
story=4711         normalize_url ?story=4711     clean_url ?story=4711
cid=4711           normalize_url -               clean_url -
story_cid=4711     normalize_url -               clean_url -
gallery=4711       normalize_url -               clean_url -
photo-gallery=4711 normalize_url -               clean_url -
game=4711          normalize_url -               clean_url -
reference=4711     normalize_url -               clean_url -
source=wire        normalize_url -               clean_url -
session=2026       normalize_url -               clean_url -
cidade=porto       normalize_url -               clean_url -
affaire=4711       normalize_url -               clean_url -
keyword=bridge     normalize_url -               clean_url -
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
