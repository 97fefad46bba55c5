#!/bin/sh
# feedendum 0.4.0 turns an entry's key into an address when it hands a feed on.
#
# `isPermaLink="false"` says that a `guid` is a key; without the attribute it is the address of the entry (RSS 2.0). feedendum keeps
# what stands in the element and not the attribute, though it keeps elements that it does not know with all of theirs. Of a feed that was
# merged or filtered by it readers take the key for an address: an entry without a link of its own leads to
# `story-4711`, and an archive that goes by permalinks has an address that nobody can ask for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check feedendum==0.4.0 feedparser==6.0.14

seen=$("$folder/venv/bin/python" - <<'PYTHON'
import feedendum
import feedparser

FEED = """<rss version="2.0"><channel><title>Herald</title><link>https://herald.example/</link><description>News</description>
<item><title>Bridge</title>{}<pubDate>Wed, 04 Mar 2026 10:30:00 +0300</pubDate></item></channel></rss>"""
for told in (
    '<guid isPermaLink="false">story-4711</guid><link>https://herald.example/bridge</link>',
    '<guid isPermaLink="false">story-4711</guid><enclosure url="https://herald.example/1.mp3" length="9" type="audio/mpeg"/>',
    "<guid>https://herald.example/bridge</guid>",
):
    given = FEED.format(told)
    read = feedendum.from_rss_text(given)
    print(told)
    for name, text in (
        ("given", given),
        ("passed on", feedendum.to_rss_string(read)),
    ):
        (entry,) = feedparser.parse(text).entries
        print("  ", name, entry.id, "an address" if entry.get("guidislink") else "a key", entry.get("link"))
PYTHON
)
expected=$(cat <<'END'
<guid isPermaLink="false">story-4711</guid><link>https://herald.example/bridge</link>
   given story-4711 a key https://herald.example/bridge
   passed on story-4711 an address https://herald.example/bridge
<guid isPermaLink="false">story-4711</guid><enclosure url="https://herald.example/1.mp3" length="9" type="audio/mpeg"/>
   given story-4711 a key None
   passed on story-4711 an address story-4711
<guid>https://herald.example/bridge</guid>
   given https://herald.example/bridge an address https://herald.example/bridge
   passed on https://herald.example/bridge an address https://herald.example/bridge
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
