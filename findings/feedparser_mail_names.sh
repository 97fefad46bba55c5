#!/bin/sh
# feedparser 6.0.14 cuts an author's mail address after four letters of its last label, and the rest of it becomes the name.
#
# RSS 2.0 has authors as `address (name)`, and labels like `press`, `media` or `london` are longer than four. "ple (Ada Rowe" wrote
# the story then, and of an address alone its last letters did. What is without an address, or has a short label, is right; `author`
# has the whole text beside it, and `author_detail` and `authors`, from which names are taken, do not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check feedparser==6.0.14

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import feedparser

FEED = "<rss version='2.0'><channel><item><author>{}</author></item></channel></rss>"
for author in (
    "Ada Rowe",
    "ada@herald.test (Ada Rowe)",
    "ada@herald.example (Ada Rowe)",
    "Ada Rowe (ada@herald.example)",
    "Ada Rowe &lt;ada@herald.example&gt;",
    "ada@herald.example",
):
    (found,) = feedparser.parse(FEED.format(author)).entries[0].authors
    print(f"{author:35} name: {found.get('name')!r:16} mail: {found.get('email')}")
PYTHON
)
expected=$(cat <<'END'
Ada Rowe                            name: 'Ada Rowe'       mail: None
ada@herald.test (Ada Rowe)          name: 'Ada Rowe'       mail: ada@herald.test
ada@herald.example (Ada Rowe)       name: 'ple (Ada Rowe'  mail: ada@herald.exam
Ada Rowe (ada@herald.example)       name: 'Ada Rowe (ple'  mail: ada@herald.exam
Ada Rowe &lt;ada@herald.example&gt; name: 'Ada Rowe <ple>' mail: ada@herald.exam
ada@herald.example                  name: 'ple'            mail: ada@herald.exam
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
