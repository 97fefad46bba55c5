#!/bin/sh
# fastfeedparser 0.6.5 gives an entry's first link for the entry's own, though it is to another site; or none at all.
#
# An Atom link is to the entry where its relation is `alternate`, or none is stated (RFC 4287, 4.2.7.2), in any order of them. In
# RSS, elements of other namespaces may stand beside `link` (RSS 2.0, "Extending RSS"). A crawl would fetch another outlet's page,
# or nothing, and store it as this outlet's; feedparser 6.0.14 reads the same bytes rightly.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check fastfeedparser==0.6.5 feedparser==6.0.14

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import fastfeedparser
import feedparser

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><id>urn:h</id>
<updated>2026-03-01T12:00:00Z</updated><entry><id>urn:a</id><updated>2026-03-01T12:00:00Z</updated>
<author><name>Desk</name></author>{}</entry></feed>"""
RSS = """<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Herald</title>
<link>https://herald.example/</link><description>News</description><item>{}</item></channel></rss>"""

OWN = '<title>Bridge</title><link href="https://herald.example/a"/>'
FEEDS = {
    "alone": ATOM.format(OWN),
    "related before it": ATOM.format(
        '<link rel="related" href="https://other.example/x"/>' + OWN
    ),
    "via before it": ATOM.format('<link rel="via" href="https://agency.example/x"/>' + OWN),
    "atom:link before link": RSS.format(
        '<title>Bridge</title><atom:link rel="self" href="https://herald.example/a.rss"/>'
        "<link>https://herald.example/a</link>"
    ),
}
for name, feed in FEEDS.items():
    for parser in (feedparser, fastfeedparser):
        print(f"{name:21} {parser.__name__:14}", parser.parse(feed).entries[0].get("link"))
PYTHON
)
expected=$(cat <<'END'
alone                 feedparser     https://herald.example/a
alone                 fastfeedparser https://herald.example/a
related before it     feedparser     https://herald.example/a
related before it     fastfeedparser https://other.example/x
via before it         feedparser     https://herald.example/a
via before it         fastfeedparser https://agency.example/x
atom:link before link feedparser     https://herald.example/a
atom:link before link fastfeedparser None
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
