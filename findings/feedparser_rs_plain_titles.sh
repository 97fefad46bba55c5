#!/bin/sh
# feedparser-rs 0.7.1 takes a title in plain text for markup: "How <blink> died" has one word less, and `5 < 6` is `5 &lt; 6`.
#
# A title without a `type` is text, in which `&lt;` is the sign itself and begins no tag (RFC 4287, 3.1.1.1). feedparser 6.0.14, whose
# place it is made for, gives such a title as it was written. feedparser-rs cleans it as it cleans HTML: what looks like an element is
# closed, left out, or takes the rest of the headline with it, other signs come back as escapes, and the type that it tells is HTML.
# Headlines about programs, mail addresses and comparisons lose words, in feeds that say nothing of markup.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check feedparser==6.0.14 feedparser-rs==0.7.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import feedparser
import feedparser_rs

FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><id>urn:herald</id>
<updated>2026-03-04T10:00:00Z</updated><entry><id>urn:story</id><updated>2026-03-04T10:00:00Z</updated>
<title>{}</title></entry></feed>"""
for title in (
    "The bridge opens",
    "Fares: 5 < 6 & rising",
    "How <blink> died",
    "Why <b> is not <strong>",
    "The <script> tag turns 30",
    "Rowe <ada@herald.example> writes",
    "Vector<int> & friends",
):
    feed = FEED.format(title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
    print(title)
    for reader in (feedparser, feedparser_rs):
        entry = reader.parse(feed).entries[0]
        print(f"  {reader.__name__:13}", entry.title_detail.type, repr(entry.title))
PYTHON
)
expected=$(cat <<'END'
The bridge opens
  feedparser    text/plain 'The bridge opens'
  feedparser_rs text/html 'The bridge opens'
Fares: 5 < 6 & rising
  feedparser    text/plain 'Fares: 5 < 6 & rising'
  feedparser_rs text/html 'Fares: 5 &lt; 6 &amp; rising'
How <blink> died
  feedparser    text/plain 'How <blink> died'
  feedparser_rs text/html 'How  died'
Why <b> is not <strong>
  feedparser    text/plain 'Why <b> is not <strong>'
  feedparser_rs text/html 'Why <b> is not <strong></strong></b>'
The <script> tag turns 30
  feedparser    text/plain 'The <script> tag turns 30'
  feedparser_rs text/html 'The '
Rowe <ada@herald.example> writes
  feedparser    text/plain 'Rowe <ada@herald.example> writes'
  feedparser_rs text/html 'Rowe  writes'
Vector<int> & friends
  feedparser    text/plain 'Vector<int> & friends'
  feedparser_rs text/html 'Vector'
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
