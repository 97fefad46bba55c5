#!/bin/sh
# feedparser 6.0.14 reads a time of the afternoon as one of the morning, and no date whose weekday is Italian.
#
# `PM` behind a clock is passed over, with the offset behind it: `published_parsed` is hours off and looks like any other date.
# A weekday in another language makes the whole date none, although it says nothing that the date does not say.
# An archive that orders edits by what feeds claim would put the afternoon's before the morning's.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check feedparser==6.0.14

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import time

import feedparser

FEED = "<rss version='2.0'><channel><item><pubDate>{}</pubDate></item></channel></rss>"
for printed in (
    "Tue, 31 Mar 2026 16:05:09 +0200",
    "Tue, 31 Mar 2026 4:05:09 PM +0200",
    "Tue, Mar 31 2026 04:05:09 PM",
    "Tue, 31 Mar 2026 09:00:00 +0200",
    "mar, 31 mar 2026 09:00:00 +0200",
):
    parsed = feedparser.parse(FEED.format(printed)).entries[0].published_parsed
    print(f"{printed:35}", time.strftime("%H:%M:%S UTC", parsed) if parsed else None)
PYTHON
)
expected=$(cat <<'END'
Tue, 31 Mar 2026 16:05:09 +0200     14:05:09 UTC
Tue, 31 Mar 2026 4:05:09 PM +0200   04:05:09 UTC
Tue, Mar 31 2026 04:05:09 PM        04:05:09 UTC
Tue, 31 Mar 2026 09:00:00 +0200     07:00:00 UTC
mar, 31 mar 2026 09:00:00 +0200     None
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
