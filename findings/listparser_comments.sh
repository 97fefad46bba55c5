#!/bin/sh
# listparser 0.20 follows feeds that are commented out, and takes a web page for a list of feeds.
#
# In OPML an outline with `isComment="true"` is commented out, and so is all below it: that is how a reader keeps a feed that has
# ended. One of the type `link` is another list only if its address ends in `.opml`; else it is a page (OPML 2.0, "Common
# attributes" and "Inclusion"). Who imports subscriptions asks for feeds that nobody wants any more, and for pages as if they were
# lists.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check listparser==0.20

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import listparser

OPML = """<opml version="2.0"><head><title>Subscriptions</title></head><body>
<outline text="Herald" type="rss" xmlUrl="https://herald.example/rss"/>
<outline text="Evening Post, closed in 2024" type="rss" isComment="true" xmlUrl="https://post.example/rss"/>
<outline text="Gone" isComment="true"><outline text="Echo" type="rss" xmlUrl="https://echo.example/rss"/></outline>
<outline text="Our imprint" type="link" url="https://herald.example/imprint"/>
<outline text="More feeds" type="link" url="https://herald.example/more.opml"/>
<outline text="Yet more" type="include" url="https://herald.example/yet-more"/>
</body></opml>"""
read = listparser.parse(OPML)
for kind in ("feeds", "lists", "opportunities"):
    print(kind, *(f"  {each.title}: {each.url} {each.categories}" for each in read[kind]), sep="\n")
print("bozo", read.bozo)
PYTHON
)
expected=$(cat <<'END'
feeds
  Herald: https://herald.example/rss []
  Evening Post, closed in 2024: https://post.example/rss []
  Echo: https://echo.example/rss [['Gone']]
lists
  Our imprint: https://herald.example/imprint []
  More feeds: https://herald.example/more.opml []
  Yet more: https://herald.example/yet-more []
opportunities
bozo False
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
