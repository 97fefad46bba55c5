#!/bin/sh
# fastfeedparser 0.6.5 ends a text at a comment, has no title where it is XHTML, and takes a photo's caption for the headline.
#
# Comments may stand in any text of an XML file (XML 1.0, 2.5), a title may be XHTML (RFC 4287, 3.1.1.3), and a feed may name its
# photo before its story (Media RSS, `media:title`). A cut title looks like an edit, and a cut date is read as that day's midnight.
# feedparser 6.0.14 reads the same bytes rightly.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check fastfeedparser==0.6.5 feedparser==6.0.14

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import time

import fastfeedparser
import feedparser

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><id>urn:h</id>
<updated>2026-03-01T12:00:00Z</updated><entry><id>urn:a</id><updated>2026-03-01T12:00:00Z</updated>
<author><name>Desk</name></author>{}</entry></feed>"""
RSS = """<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Herald</title>
<link>https://herald.example/</link><description>News</description><item>{}</item></channel></rss>"""

FEEDS = {
    "comment": RSS.format(
        "<title>Bridge agreed <!-- desk -->after all</title>"
        "<pubDate>Sun, 01 Mar 2026 <!-- desk -->17:45:00 GMT</pubDate>"
    ),
    "xhtml": ATOM.format(
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Bridge agreed</div></title>'
    ),
    "caption": RSS.format(
        "<media:title>The mayor in a boat</media:title><title>Bridge agreed</title>"
    ),
}
for name, feed in FEEDS.items():
    one, other = feedparser.parse(feed).entries[0], fastfeedparser.parse(feed).entries[0]
    print(name, "feedparser", repr(one.title), "fastfeedparser", repr(other.title))
    if name == "comment":
        print(time.strftime("%Y-%m-%dT%H:%M", one.published_parsed), other.published)
PYTHON
)
expected=$(cat <<'END'
comment feedparser 'Bridge agreed after all' fastfeedparser 'Bridge agreed'
2026-03-01T17:45 2026-03-01T00:00:00+00:00
xhtml feedparser 'Bridge agreed' fastfeedparser ''
caption feedparser 'Bridge agreed' fastfeedparser 'The mayor in a boat'
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
