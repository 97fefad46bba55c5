#!/bin/sh
# robots-parser 3.0.1 of npm and robotspy 0.13.0 take `/~rowe` and `/%7Erowe` for two paths, or `%2A` for any letters.
#
# A robots.txt and an address may spell a path in two ways. By RFC 9309 (2.2.2) an unreserved letter that is written in percent
# code is decoded before paths are compared, and its table has `/%62%61%7A` for `/baz`; a star or dollar sign that is meant as
# itself is written `%2A` or `%24` (2.2.3). robots-parser compares what stands there, so that a rule for `/~rowe` does not hold
# for the same page as `/%7Erowe`; robotspy decodes the rule first and has the star stand for all letters, so that it forbids
# other pages. Protego, which Scrapy uses, and Python's own have all rows right.
#
# It needs node (20 was used) and npm, too.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts robots-parser@3.0.1
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check robotspy==0.13.0 Protego==0.7.0

cat > rows.json <<'JSON'
[
  ["/foo/bar/baz", "/foo/bar/%62%61%7A", false],
  ["/foo/bar/%62%61%7A", "/foo/bar/baz", false],
  ["/~rowe", "/%7Erowe", false],
  ["/%7Erowe", "/~rowe", false],
  ["/новости", "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8", false],
  ["/%d0%bd", "/%D0%BD", false],
  ["/list-%2A.html", "/list-*.html", false],
  ["/list-%2A.html", "/list-2026.html", true],
  ["/price-%24", "/price-$", false]
]
JSON
seen=$(node --input-type=module - <<'JS'
import { readFileSync } from "node:fs";
import parse from "robots-parser";

console.log("robots-parser");
for (const [rule, path, allowed] of JSON.parse(readFileSync("rows.json", "utf8"))) {
  const robots = parse("https://herald.example/robots.txt", `User-agent: *\nDisallow: ${rule}\n`);
  const told = robots.isAllowed(`https://herald.example${path}`, "archive");
  if (told !== allowed) console.log("  Disallow:", rule, told ? "does not hold for" : "holds for", path);
}
JS
venv/bin/python - <<'PYTHON'
import json
from urllib.robotparser import RobotFileParser

import robots
from protego import Protego


def own(text, url):
    parser = RobotFileParser()
    parser.parse(text.splitlines())
    return parser.can_fetch("archive", url)


for name, can_fetch in {
    "robotspy": lambda text, url: robots.RobotsParser.from_string(text).can_fetch("archive", url),
    "urllib.robotparser of Python 3.11": own,
    "Protego": lambda text, url: Protego.parse(text).can_fetch(url, "archive"),
}.items():
    print(name)
    for rule, path, allowed in json.load(open("rows.json")):
        told = can_fetch(f"User-agent: *\nDisallow: {rule}\n", f"https://herald.example{path}")
        if told != allowed:
            print("  Disallow:", rule, "does not hold for" if told else "holds for", path)
PYTHON
)
expected=$(cat <<'END'
robots-parser
  Disallow: /foo/bar/baz does not hold for /foo/bar/%62%61%7A
  Disallow: /foo/bar/%62%61%7A does not hold for /foo/bar/baz
  Disallow: /~rowe does not hold for /%7Erowe
  Disallow: /%7Erowe does not hold for /~rowe
  Disallow: /list-%2A.html does not hold for /list-*.html
  Disallow: /price-%24 does not hold for /price-$
robotspy
  Disallow: /list-%2A.html holds for /list-2026.html
urllib.robotparser of Python 3.11
Protego
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
