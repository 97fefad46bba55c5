#!/bin/sh
# Protego 0.7.0, robots-parser 3.0.1 of npm and two more end a group of robots.txt at a record that is no rule.
#
# Lines that name crawlers and follow one another share the rules behind them, and a record that the protocol does not define
# must not come between: RFC 9309 (2.2.4) has `Sitemap`, which must not end a group, for an example. In Protego, which Scrapy
# uses, `Crawl-delay`, `Request-rate` and what it does not know, like the `Content-Signal` that many sites have from their
# network, end the names: the first crawler is left with a group without rules, and may fetch everything. robots-parser takes
# any record so, robotexclusionrulesparser 1.7.1 `Sitemap` and `Crawl-delay`, Python's own `Crawl-delay` and `Request-rate`
# (these two a blank line as well). robotspy 0.13.0, a port of Google's, reads all of them by the letter. A site that has a
# delay for all and a ban for one robot below it is thus closed to everybody or to one, by who reads it.
#
# It needs node (20 was used) and npm, too.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts robots-parser@3.0.1
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check Protego==0.7.0 robotspy==0.13.0 robotexclusionrulesparser==1.7.1
cat > files.json <<'JSON'
{
  "nothing": "User-agent: archive\nUser-agent: other\nDisallow: /private\n",
  "a blank line": "User-agent: archive\n\nUser-agent: other\nDisallow: /private\n",
  "Sitemap": "User-agent: archive\nSitemap: https://herald.example/s.xml\nUser-agent: other\nDisallow: /private\n",
  "Crawl-delay": "User-agent: archive\nCrawl-delay: 5\nUser-agent: other\nDisallow: /private\n",
  "Request-rate": "User-agent: archive\nRequest-rate: 1/5\nUser-agent: other\nDisallow: /private\n",
  "Host": "User-agent: archive\nHost: herald.example\nUser-agent: other\nDisallow: /private\n",
  "Content-Signal": "User-agent: archive\nContent-Signal: search=yes\nUser-agent: other\nDisallow: /private\n",
  "Content-Signal below the names": "User-agent: archive\nUser-agent: other\nContent-Signal: search=yes\nDisallow: /private\n"
}
JSON
cat > npm.mjs <<'JS'
import { readFileSync } from "node:fs";
import robotsParser from "robots-parser";

const told = {};
for (const [between, text] of Object.entries(JSON.parse(readFileSync("files.json", "utf8")))) {
  told[between] = robotsParser("https://herald.example/robots.txt", text).isAllowed("https://herald.example/private", "archive");
}
console.log(JSON.stringify(told));
JS
node npm.mjs > npm.json
seen=$(venv/bin/python - <<'PYTHON'
import json
from urllib.robotparser import RobotFileParser

import robotexclusionrulesparser
import robots
from protego import Protego


def own(text):
    parser = RobotFileParser()
    parser.parse(text.splitlines())
    return parser.can_fetch("archive", "/private")


def older(text):
    parser = robotexclusionrulesparser.RobotExclusionRulesParser()
    parser.parse(text)
    return parser.is_allowed("archive", "/private")


others = json.load(open("npm.json"))
for between, text in json.load(open("files.json")).items():
    told = {
        "Protego": Protego.parse(text).can_fetch("https://herald.example/private", "archive"),
        "robotspy": robots.RobotsParser.from_string(text).can_fetch("archive", "/private"),
        "urllib.robotparser": own(text),
        "robotexclusionrulesparser": older(text),
        "robots-parser": others[between],
    }
    print(f"{between} between: allowed by", ", ".join(n for n in told if told[n]) or "none")
PYTHON
)
expected=$(cat <<'END'
nothing between: allowed by none
a blank line between: allowed by urllib.robotparser, robotexclusionrulesparser
Sitemap between: allowed by robotexclusionrulesparser, robots-parser
Crawl-delay between: allowed by Protego, urllib.robotparser, robotexclusionrulesparser, robots-parser
Request-rate between: allowed by Protego, urllib.robotparser, robots-parser
Host between: allowed by robots-parser
Content-Signal between: allowed by Protego, robots-parser
Content-Signal below the names between: allowed by none
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
