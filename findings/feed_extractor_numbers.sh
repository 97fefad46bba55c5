#!/bin/sh
# @extractus/feed-extractor 8.0.3 of npm reads keys and headlines as numbers: stories 00123 and 123 are one, and "007" is "7".
#
# A `guid` is a string that says which item is which (RSS 2.0), an `id` of Atom is compared letter by letter (RFC 4287,
# 4.2.6.1), and a title is text. What looks like a number is read as one and written again: zeros before it go, `1e3` is 1000,
# `0x1F` is 31, `1.10` is 1.1, and an archive that knows stories by their keys has one where there were two. Keys of more than
# sixteen digits are left alone, so that tests with long ones show nothing. In Atom, the first link of any relation is the
# story's address: a recording that stands before it (4.2.7.2 has `enclosure` for it) takes its place, and a title in XHTML is
# empty.
#
# It needs node (20 was used) and npm.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @extractus/feed-extractor@8.0.3
seen=$(node --input-type=module - <<'JS'
import { extractFromXml } from "@extractus/feed-extractor";

const item = (inner) => `<rss version="2.0"><channel><title>Herald</title><link>https://herald.example/</link>
<description>News</description><item><link>https://herald.example/story</link>${inner}</item></channel></rss>`;
for (const key of ["123", "00123", "1000", "1e3", "0x1F", "31", "1.10", "tag:123", "12345678901234567890"]) {
  const feed = item(`<guid isPermaLink="false">${key}</guid><title>Story</title>`);
  console.log("guid ", key.padEnd(20), extractFromXml(feed).entries[0].id);
}
for (const title of ["007", "1984", "1.50", "+1", "The bridge opens"]) {
  console.log("title", title.padEnd(20), extractFromXml(item(`<title>${title}</title>`)).entries[0].title);
}
const entry = (inner) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><id>urn:herald</id>
<updated>2026-03-04T10:00:00Z</updated><entry><id>urn:story</id><updated>2026-03-04T10:00:00Z</updated>${inner}</entry></feed>`;
const own = '<link href="https://herald.example/story"/>';
const recording = '<link rel="enclosure" href="https://herald.example/story.mp3" type="audio/mpeg"/>';
const xhtml = '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <b>bridge</b> opens</div></title>';
for (const [name, inner] of Object.entries({
  "link first": own + recording + "<title>Story</title>",
  "recording first": recording + own + "<title>Story</title>",
  "title in XHTML": own + xhtml,
})) {
  const { title, link } = extractFromXml(entry(inner)).entries[0];
  console.log(name.padEnd(15), JSON.stringify({ title, link }));
}
JS
)
expected=$(cat <<'END'
guid  123                  123
guid  00123                123
guid  1000                 1000
guid  1e3                  1000
guid  0x1F                 31
guid  31                   31
guid  1.10                 1.1
guid  tag:123              tag:123
guid  12345678901234567890 12345678901234567890
title 007                  7
title 1984                 1984
title 1.50                 1.5
title +1                   1
title The bridge opens     The bridge opens
link first      {"title":"Story","link":"https://herald.example/story"}
recording first {"title":"Story","link":"https://herald.example/story.mp3"}
title in XHTML  {"title":"","link":"https://herald.example/story"}
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
