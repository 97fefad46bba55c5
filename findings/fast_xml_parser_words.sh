#!/bin/sh
# fast-xml-parser 5.12.1 of npm makes one word of words around a CDATA section, and leaves `&#8217;` as it stands.
#
# A CDATA section is a way to write characters (XML 1.0, 2.7), and a comment is no text (2.5): neither parts the text of an
# element, nor is a space before it one at the text's end. The parser trims each piece that it comes upon and puts them
# together, so that a title that is written partly as CDATA is one long word, while a comment in the same place keeps the
# spaces. A character reference is a character wherever it stands (4.1 and 4.4); the five names of XML are read here, but
# numbers are not, under "htmlEntities", which is for names of HTML that XML does not have. Quotation marks and dashes of feeds
# are numbers most of the time. xml2js and libxml2 have all of it right.
#
# It needs node (20 was used) and npm.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts fast-xml-parser@5.12.1 xml2js@0.6.2
seen=$(node --input-type=module - <<'JS'
import { XMLParser } from "fast-xml-parser";
import xml2js from "xml2js";

for (const inner of [
  "The bridge opens",
  "The <![CDATA[bridge]]> opens",
  "<![CDATA[AT&T]]> and <![CDATA[R&D]]>",
  "One\n<![CDATA[two]]>\nthree",
  "The <!-- new --> bridge",
  "It&#8217;s &#x201C;open&#x201D;",
  "R&amp;D &#38; more, 5 &lt; 6",
]) {
  const xml = `<title>${inner}</title>`;
  console.log(JSON.stringify(inner));
  console.log("  fast-xml-parser", JSON.stringify(new XMLParser().parse(xml).title));
  console.log("  xml2js         ", JSON.stringify((await xml2js.parseStringPromise(xml)).title));
}
JS
)
expected=$(cat <<'END'
"The bridge opens"
  fast-xml-parser "The bridge opens"
  xml2js          "The bridge opens"
"The <![CDATA[bridge]]> opens"
  fast-xml-parser "Thebridgeopens"
  xml2js          "The bridge opens"
"<![CDATA[AT&T]]> and <![CDATA[R&D]]>"
  fast-xml-parser "AT&TandR&D"
  xml2js          "AT&T and R&D"
"One\n<![CDATA[two]]>\nthree"
  fast-xml-parser "Onetwothree"
  xml2js          "One\ntwo\nthree"
"The <!-- new --> bridge"
  fast-xml-parser "The  bridge"
  xml2js          "The  bridge"
"It&#8217;s &#x201C;open&#x201D;"
  fast-xml-parser "It&#8217;s &#x201C;open&#x201D;"
  xml2js          "It’s “open”"
"R&amp;D &#38; more, 5 &lt; 6"
  fast-xml-parser "R&D &#38; more, 5 < 6"
  xml2js          "R&D & more, 5 < 6"
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
