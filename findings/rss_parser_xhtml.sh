#!/bin/sh
# rss-parser 3.13.0 of npm tells the words of an entry in another order: "The bridge closed. never".
#
# The content of an Atom entry may be XHTML (RFC 4287, 4.1.3 and 3.1.1.3), whose words stand in it in the order in which they are
# read. rss-parser turns it into an object that has the text of an element and its children apart, and writes that out again: what
# is bold, linked or in italics comes behind the rest of its sentence, and headings behind all paragraphs. `content` and
# `contentSnippet` look like text that somebody wrote. A title in XHTML is an object. The same words as escaped HTML are right.
#
# It needs node (20 was used) and npm.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts rss-parser@3.13.0

seen=$(node --input-type=module - <<'JS'
import Parser from "rss-parser";

const feed = (elements) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><id>urn:herald</id>
<updated>2026-03-04T10:00:00Z</updated><entry><id>urn:bridge</id><title>Bridge</title>
<link href="https://herald.example/bridge"/><updated>2026-03-04T10:00:00Z</updated>${elements}</entry></feed>`;
const xhtml = (inner) => `type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${inner}</div>`;
const escaped = (inner) => `type="html">${inner.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}`;
for (const inner of [
  "<p>The bridge opens.</p>",
  "<p>The bridge <b>never</b> closed.</p>",
  "<p>Ada <i>and</i> Ben left <a href='/k'>Kyiv</a> for Lviv.</p>",
  "<h2>Monday</h2><p>It opens.</p><h2>Tuesday</h2><p>It shuts.</p>",
]) {
  console.log(inner);
  for (const [name, form] of Object.entries({ escaped, xhtml })) {
    const { items } = await new Parser().parseString(feed(`<content ${form(inner)}</content>`));
    console.log(" ", name.padEnd(7), items[0].contentSnippet.replaceAll("\n", " / "));
  }
}
const { items } = await new Parser().parseString(feed(`<summary ${xhtml("It did <b>not</b> close.")}</summary>`));
console.log("summary", items[0].summary);
JS
)
expected=$(cat <<'END'
<p>The bridge opens.</p>
  escaped The bridge opens.
  xhtml   The bridge opens.
<p>The bridge <b>never</b> closed.</p>
  escaped The bridge never closed.
  xhtml   The bridge  closed.never
<p>Ada <i>and</i> Ben left <a href='/k'>Kyiv</a> for Lviv.</p>
  escaped Ada and Ben left Kyiv for Lviv.
  xhtml   Ada  Ben left  for Lviv.andKyiv
<h2>Monday</h2><p>It opens.</p><h2>Tuesday</h2><p>It shuts.</p>
  escaped Monday / It opens. / Tuesday / It shuts.
  xhtml   Monday / Tuesday / It opens. / It shuts.
summary <div type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">It did  close.<b>not</b></div></div>
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
