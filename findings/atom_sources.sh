#!/bin/sh
# atoma 0.0.17 names the keeper of a collected feed as the author of its stories, and feedparser 6.0.14 and fastfeedparser 0.6.5 nobody.
#
# An entry that comes from another feed has that feed's name, address and authors in `source`, and where it has no author of its
# own the authors are those of its `source`; the feed's own come after it (RFC 4287, 4.2.1). A feed that collects the stories of an
# outlet's local papers is made so. Each of these stories has an author by the format: here it is the person who runs the collection, or
# none, and a feed with one author for all stories has none for each.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check atoma==0.0.17 feedparser==6.0.14 fastfeedparser==0.6.5 lxml==6.1.3

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import atoma
import fastfeedparser
import feedparser

FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>All papers</title><id>urn:all</id><updated>2026-03-05T00:00:00Z</updated>
<author><name>Kit Keeper</name></author>
<entry><title>with its own</title><id>urn:1</id><link href="https://herald.example/1"/><updated>2026-03-04T10:30:00Z</updated>
<author><name>Ben Low</name></author></entry>
<entry><title>with a source's</title><id>urn:2</id><link href="https://herald.example/2"/><updated>2026-03-04T10:30:00Z</updated>
<source><title>Harbour News</title><id>urn:harbour</id><updated>2026-03-04T10:30:00Z</updated><author><name>Ada Rowe</name></author></source></entry>
<entry><title>with the feed's</title><id>urn:3</id><link href="https://herald.example/3"/><updated>2026-03-04T10:30:00Z</updated></entry>
</feed>"""
for name, authors in {
    "by the format": [["Ben Low"], ["Ada Rowe"], ["Kit Keeper"]],
    "atoma": [[author.name for author in entry.authors] for entry in atoma.parse_atom_bytes(FEED.encode()).entries],
    "feedparser": [[author["name"] for author in entry.get("authors", [])] for entry in feedparser.parse(FEED).entries],
    "fastfeedparser": [[entry["author"]] if entry.get("author") else [] for entry in fastfeedparser.parse(FEED).entries],
}.items():
    print(f"{name:14}", *(", ".join(each) or "-" for each in authors), sep=" | ")
PYTHON
)
expected=$(cat <<'END'
by the format  | Ben Low | Ada Rowe | Kit Keeper
atoma          | Ben Low | Kit Keeper | Kit Keeper
feedparser     | Ben Low | - | -
fastfeedparser | Ben Low | - | -
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
