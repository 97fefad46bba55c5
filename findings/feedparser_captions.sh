#!/bin/sh
# feedparser 6.0.14 takes the caption of a picture for the summary of its story, and the summary for its content.
#
# Media RSS lets a picture in an item have a title, a description and a text, and where it stands before the item's own
# description it is first come. `summary` tells of the photograph then, and what the outlet wrote is a `content`, which elsewhere
# is the whole story. Behind the description it is the caption that becomes the content, and without one the caption is all that
# the story says. atoma and fastfeedparser keep the two apart.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check feedparser==6.0.14 atoma==0.0.17 fastfeedparser==0.6.5

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import atoma
import fastfeedparser
import feedparser

FEED = (
    "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><title>Herald</title>"
    "<link>https://herald.example/</link><description>News</description><item><title>Bridge closed</title>"
    "<link>https://herald.example/bridge</link>{}</item></channel></rss>"
)
STORY = "<description>The bridge stays closed until May.</description>"
PICTURE = (
    "<media:content url='https://herald.example/1.jpg' medium='image'>"
    "<media:description>A gull on the old quay.</media:description></media:content>"
)
for title, inner in (
    ("no picture", STORY),
    ("picture behind the description", STORY + PICTURE),
    ("picture before it", PICTURE + STORY),
    ("picture in a group before it", f"<media:group>{PICTURE}</media:group>" + STORY),
    ("picture, and no description", PICTURE),
):
    feed = FEED.format(inner)
    entry = feedparser.parse(feed).entries[0]
    print(title)
    print("  feedparser summary", repr(entry.get("summary")))
    print("  feedparser content", [content.value for content in entry.get("content", [])])
    print("  atoma             ", repr(atoma.parse_rss_bytes(feed.encode()).items[0].description))
    print("  fastfeedparser    ", repr(fastfeedparser.parse(feed).entries[0].get("description")))
PYTHON
)
expected=$(cat <<'END'
no picture
  feedparser summary 'The bridge stays closed until May.'
  feedparser content []
  atoma              'The bridge stays closed until May.'
  fastfeedparser     'The bridge stays closed until May.'
picture behind the description
  feedparser summary 'The bridge stays closed until May.'
  feedparser content ['A gull on the old quay.']
  atoma              'The bridge stays closed until May.'
  fastfeedparser     'The bridge stays closed until May.'
picture before it
  feedparser summary 'A gull on the old quay.'
  feedparser content ['The bridge stays closed until May.']
  atoma              'The bridge stays closed until May.'
  fastfeedparser     'The bridge stays closed until May.'
picture in a group before it
  feedparser summary 'A gull on the old quay.'
  feedparser content ['The bridge stays closed until May.']
  atoma              'The bridge stays closed until May.'
  fastfeedparser     'The bridge stays closed until May.'
picture, and no description
  feedparser summary 'A gull on the old quay.'
  feedparser content []
  atoma              None
  fastfeedparser     ''
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
