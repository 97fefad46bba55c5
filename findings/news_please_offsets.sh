#!/bin/sh
# news-please 1.6.16 takes the offset off a date: 10:30 in Kyiv, in London and in Los Angeles are one moment, of no place.
#
# `datePublished` and `article:published_time` are moments of ISO 8601 with their offset, and nearly all outlets write one. The
# `date_publish` of an article is the clock's reading alone, with no zone. Which of two outlets was first, and on which day in UTC,
# cannot be told from it; the next program takes it for UTC, or for the hour where it runs. A date that was in UTC looks the same.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check news-please==1.6.16

cd "$folder"
seen=$(venv/bin/python -W ignore - <<'PYTHON' 2>/dev/null
from datetime import UTC, datetime

from newsplease import NewsPlease

for written in ("2026-03-04T10:30:00+02:00", "2026-03-04T10:30:00Z", "2026-03-04T10:30:00-08:00", "2026-03-04T20:30:00-08:00"):
    page = f"""<!doctype html><html lang="en"><head><title>The bridge opens</title>
    <meta property="article:published_time" content="{written}">
    <script type="application/ld+json">{{"@type": "NewsArticle", "headline": "The bridge opens", "datePublished": "{written}"}}</script>
    </head><body><article><h1>The bridge opens</h1>
    <p>It opens again today, and all who came to see it in the morning said that the ferry was slower and colder than it is.</p>
    <p>It was closed for years, and nobody who lives on one bank of the river went to the other one without a good reason.</p>
    </article></body></html>"""
    article = NewsPlease.from_html(page, url="https://herald.example/story")
    moment = datetime.fromisoformat(written)
    print(f"{written:25} in UTC {moment.astimezone(UTC):%d %H:%M}   read", repr(article.date_publish))
PYTHON
)
expected=$(cat <<'END'
2026-03-04T10:30:00+02:00 in UTC 04 08:30   read datetime.datetime(2026, 3, 4, 10, 30)
2026-03-04T10:30:00Z      in UTC 04 10:30   read datetime.datetime(2026, 3, 4, 10, 30)
2026-03-04T10:30:00-08:00 in UTC 04 18:30   read datetime.datetime(2026, 3, 4, 10, 30)
2026-03-04T20:30:00-08:00 in UTC 05 04:30   read datetime.datetime(2026, 3, 4, 20, 30)
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
