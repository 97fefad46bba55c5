#!/bin/sh
# feedparser 6.0.14 takes the last of an entry's addresses for its own, and reader 3.26 and fastfeedparser 0.6.5 leave out authors.
#
# An Atom entry may have addresses that say the same in other languages (RFC 4287, 4.1.1), and several authors, as an item of RSS
# may have several `dc:creator`. `link` of feedparser is the last address, so the story of an English feed is the German page, and
# `author` the last name; its manual calls them the primary link and the author of the entry. reader keeps these two and nothing of
# the others, fastfeedparser the first author alone, also in `authors`. atoma has all. A second address of another kind, such as a
# PDF, changes nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check feedparser==6.0.14 reader==3.26 atoma==0.0.17 fastfeedparser==0.6.5 sgmllib3k==1.0.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import os

import atoma
import fastfeedparser
import feedparser
from reader import make_reader

ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>Herald</title><id>urn:herald</id>"
    "<updated>2026-03-04T10:00:00Z</updated><entry><title>Bridge closed</title><id>urn:bridge</id>"
    "<updated>2026-03-04T10:00:00Z</updated>{}</entry></feed>"
)
RSS = (
    "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Herald</title>"
    "<link>https://herald.example/</link><description>News</description><item><title>Bridge closed</title>"
    "<guid>https://herald.example/en</guid>{}</item></channel></rss>"
)
ENGLISH = "<link hreflang='en' href='https://herald.example/en'/>"
GERMAN = "<link hreflang='de' href='https://herald.example/de'/>"
PDF = "<link type='application/pdf' href='https://herald.example/en.pdf'/>"
AUTHORS = "<author><name>Ada Rowe</name></author><author><name>Ben Low</name></author>"
CREATORS = "<dc:creator>Ada Rowe</dc:creator><dc:creator>Ben Low</dc:creator>"
for title, feed in (
    ("one address, two authors", ATOM.format(ENGLISH + AUTHORS)),
    ("two languages", ATOM.format(ENGLISH + GERMAN)),
    ("a page and its PDF", ATOM.format(ENGLISH + PDF)),
    ("RSS with two authors", RSS.format(CREATORS)),
):
    print(title)
    entry = feedparser.parse(feed).entries[0]
    print("  feedparser    ", entry.link, entry.get("author"), [each.name for each in entry.get("authors", [])])
    entry = fastfeedparser.parse(feed).entries[0]
    print("  fastfeedparser", entry.link, entry.get("author"), [each["name"] for each in entry.get("authors") or []])
    with open("feed.xml", "w") as file:
        file.write(feed)
    reader = make_reader(":memory:", feed_root=os.getcwd())
    reader.add_feed("feed.xml")
    reader.update_feeds()
    (entry,) = reader.get_entries()
    print("  reader        ", entry.link, entry.authors_str, [each.name for each in entry.authors or ()])
    if feed.startswith("<feed"):
        entry = atoma.parse_atom_bytes(feed.encode()).entries[0]
        print("  atoma         ", [each.href for each in entry.links], [each.name for each in entry.authors])
PYTHON
)
expected=$(cat <<'END'
one address, two authors
  feedparser     https://herald.example/en Ben Low ['Ada Rowe', 'Ben Low']
  fastfeedparser https://herald.example/en Ada Rowe ['Ada Rowe']
  reader         https://herald.example/en Ben Low ['Ben Low']
  atoma          ['https://herald.example/en'] ['Ada Rowe', 'Ben Low']
two languages
  feedparser     https://herald.example/de None []
  fastfeedparser https://herald.example/en None []
  reader         https://herald.example/de None []
  atoma          ['https://herald.example/en', 'https://herald.example/de'] []
a page and its PDF
  feedparser     https://herald.example/en None []
  fastfeedparser https://herald.example/en None []
  reader         https://herald.example/en None []
  atoma          ['https://herald.example/en', 'https://herald.example/en.pdf'] []
RSS with two authors
  feedparser     https://herald.example/en Ben Low ['Ada Rowe', 'Ben Low']
  fastfeedparser https://herald.example/en Ada Rowe ['Ada Rowe']
  reader         https://herald.example/en Ben Low ['Ben Low']
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
