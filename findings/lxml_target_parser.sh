#!/bin/sh
# lxml 6.1.3 gives a parser target other names and values than it puts into a tree, from the same bytes.
#
# With `resolve_entities=False` an attribute's `&amp;` comes to a target as the five letters `&#38;`, and in a tree as `&`;
# so an address in Atom's `href` leads elsewhere. With `recover=True` a prefix that nothing declares is dropped for a target
# and kept in a tree, so that `<media:link>` becomes the entry's own `<link>`. A feed reader that streams meets both;
# newscrawl puts the ampersand back and declares prefixes before it parses.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check lxml==6.1.3

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from lxml import etree


class Seen:
    def start(self, tag, attributes):
        print("target:", tag, dict(attributes))

    def close(self):
        pass


def both(content, **options):
    etree.fromstring(content, etree.XMLParser(target=Seen(), **options))
    for each in etree.fromstring(content, etree.XMLParser(**options)).iter():
        print("tree:  ", each.tag, dict(each.attrib))


both(b'<link href="/story?a=1&amp;b=2"/>', resolve_entities=False)
both(b'<item><media:link href="/clip"/></item>', recover=True)
PYTHON
)
expected=$(cat <<'END'
target: link {'href': '/story?a=1&#38;b=2'}
tree:   link {'href': '/story?a=1&b=2'}
target: item {}
target: link {'href': '/clip'}
tree:   item {}
tree:   media:link {'href': '/clip'}
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
