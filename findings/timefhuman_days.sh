#!/bin/sh
# timefhuman 0.1.5 makes 1 March of "4 March 2026, 10:30 UTC", and adds a moment of 1 December.
#
# A day before its month is read where nothing, a time with a colon or a zone's name follows. Behind a comma or a time, with an offset or
# with a point in the time the day is lost, and the month's first is told in its place. Where a comma stands, the rest is a
# moment of its own, whose month nobody wrote, and which differs by the day on which it is asked (so it is only counted here).
# `GMT+3` is read as GMT. With the month first all is well, so that American texts show nothing of it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check timefhuman==0.1.5

seen=$("$folder/venv/bin/python" - <<'PYTHON'
from timefhuman import timefhuman

for text in (
    "4 March 2026",
    "4 March 2026 10:30",
    "4 March 2026 at 10.30",
    "4 March 2026 10:30 UTC",
    "4 March 2026 10:30 GMT+3",
    "4 March 2026, 10:30 UTC",
    "10:30, 4 March 2026",
    "March 4, 2026 10:30 UTC",
):
    found = timefhuman(text)
    while found and isinstance(found[0], list):
        found = found[0]
    print(f"{text:25} {found[0]:%d %B %Y %H:%M %z}, of {len(found)}")
PYTHON
)
expected=$(cat <<'END'
4 March 2026              04 March 2026 00:00 , of 1
4 March 2026 10:30        04 March 2026 10:30 , of 1
4 March 2026 at 10.30     01 March 2026 00:00 , of 1
4 March 2026 10:30 UTC    04 March 2026 10:30 +0000, of 1
4 March 2026 10:30 GMT+3  01 March 2026 10:30 +0000, of 1
4 March 2026, 10:30 UTC   01 March 2026 00:00 , of 2
10:30, 4 March 2026       01 March 2026 10:30 , of 2
March 4, 2026 10:30 UTC   04 March 2026 10:30 +0000, of 1
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
