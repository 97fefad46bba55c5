#!/bin/sh
# trafilatura 2.3.1 and five more make 106 of 10<sup>6</sup>, and the year 20191 of 2019 with a note.
#
# A raised digit is an exponent or the mark of a note, and says something else than the same digit on the line (HTML Standard,
# 4.5.19, `sub` and `sup`); Unicode has letters for both. In a text without markup, which is what these readers are for, it
# stands behind the number as if it belonged to it: a million tonnes are 106, two hours and a half 21/2, and each note of a
# story makes a number or a year of the last one. Where it is a letter ("1er", "30th") all is well. trafilatura keeps the
# element in Markdown, the others that write Markdown do not.
#
# It needs node (20 was used) and npm, too.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @mozilla/readability@0.6.0 jsdom@29.1.1 turndown@7.2.5
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check \
    trafilatura==2.3.1 lxml==6.1.3 lxml-html-clean==0.4.6 inscriptis==2.7.6 html2text==2025.4.15 markdownify==1.2.3
cat > story.html <<'HTML'
<!doctype html><html lang="en"><head><title>Bridge</title></head><body><article><h1>The bridge opens</h1>
<p>The bridge carried 10<sup>6</sup> tonnes in 2019<sup>1</sup>, and took 2<sup>1</sup>/<sub>2</sub> hours to lift.</p>
<p>It opens again today, and all who came to see it in the morning said that the ferry was slower and colder than it is.</p>
<p>It was closed for years, and nobody who lives on one bank of the river went to the other one without a good reason.</p>
</article></body></html>
HTML
cat > read.mjs <<'JS'
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { JSDOM } from "jsdom";
import TurndownService from "turndown";

const page = new JSDOM(readFileSync("story.html", "utf8")).window.document;
console.log("turndown             ", new TurndownService().turndown(page.querySelector("p").outerHTML));
console.log("readability          ", new Readability(page, { charThreshold: 0 }).parse().textContent.match(/The bridge carried.*/)[0]);
JS
seen=$(node read.mjs
venv/bin/python - <<'PYTHON'
import html2text
import inscriptis
import markdownify
import trafilatura

page = open("story.html").read()
for name, text in {
    "trafilatura": trafilatura.extract(page),
    "inscriptis": inscriptis.get_text(page),
    "html2text": html2text.HTML2Text(bodywidth=0).handle(page),
    "markdownify": markdownify.markdownify(page),
    "trafilatura, Markdown": trafilatura.extract(page, output_format="markdown", include_formatting=True),
}.items():
    print(f"{name:21}", *(line for line in text.splitlines() if "carried" in line))
PYTHON
)
expected=$(cat <<'END'
turndown              The bridge carried 106 tonnes in 20191, and took 21/2 hours to lift.
readability           The bridge carried 106 tonnes in 20191, and took 21/2 hours to lift.
trafilatura           The bridge carried 106 tonnes in 20191, and took 21/2 hours to lift.
inscriptis            The bridge carried 106 tonnes in 20191, and took 21/2 hours to lift.
html2text             The bridge carried 106 tonnes in 20191, and took 21/2 hours to lift.
markdownify           The bridge carried 106 tonnes in 20191, and took 21/2 hours to lift.
trafilatura, Markdown The bridge carried 10<sup>6</sup> tonnes in 2019<sup>1</sup>, and took 2<sup>1</sup>/<sub>2</sub> hours to lift.
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
