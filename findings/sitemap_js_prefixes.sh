#!/bin/sh
# sitemap 9.0.1 of npm knows the news of a sitemap by their prefix: where they are `n:news` the story has no title and no date.
#
# An XML prefix is whatever the document binds to the namespace (Namespaces in XML, 3): Google's news and image sitemaps are
# known by their addresses, and short prefixes, or none with a default namespace on the element itself, are as valid. The reader
# compares letters with `news:` and `image:`, and passes over all others, so that the title, the day and the pictures of each
# story are gone while the story's address is there. A prefix on the sitemap's own elements loses the addresses, too. A
# `lastmod` that is a month, which sitemaps.org allows by W3C's note on dates, is dropped. The same words with the usual prefix
# are read.
#
# It needs node (20 was used) and npm.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts sitemap@9.0.1
seen=$(node --input-type=module - <<'JS'
import { Readable } from "node:stream";
import { parseSitemap } from "sitemap";

const say = console.log;
console.log = console.warn = console.error = () => {}; // what it tells of elements that it does not know
const own = "http://www.sitemaps.org/schemas/sitemap/0.9";
const news = "http://www.google.com/schemas/sitemap-news/0.9";
const inner = (p) => `<${p}publication><${p}name>Herald</${p}name><${p}language>en</${p}language></${p}publication>
<${p}publication_date>2026-03-04</${p}publication_date><${p}title>The bridge opens</${p}title>`;
const url = (p, more) => `<${p}url><${p}loc>https://herald.example/bridge</${p}loc>${more}</${p}url>`;
for (const [name, xml] of Object.entries({
  "news:news": `<urlset xmlns="${own}" xmlns:news="${news}">${url("", `<news:news>${inner("news:")}</news:news>`)}</urlset>`,
  "n:news": `<urlset xmlns="${own}" xmlns:n="${news}">${url("", `<n:news>${inner("n:")}</n:news>`)}</urlset>`,
  "news without a prefix": `<urlset xmlns="${own}">${url("", `<news xmlns="${news}">${inner("")}</news>`)}</urlset>`,
  "s:url": `<s:urlset xmlns:s="${own}">${url("s:", "")}</s:urlset>`,
  "lastmod of a day": `<urlset xmlns="${own}">${url("", "<lastmod>2026-03-04</lastmod>")}</urlset>`,
  "lastmod of a month": `<urlset xmlns="${own}">${url("", "<lastmod>2026-03</lastmod>")}</urlset>`,
})) {
  const items = await parseSitemap(Readable.from([xml])).catch((error) => error.message);
  const told = Array.isArray(items) ? items.map(({ url, lastmod, news }) => ({ url, lastmod, title: news?.title })) : items;
  say(name.padEnd(21), JSON.stringify(told));
}
JS
)
expected=$(cat <<'END'
news:news             [{"url":"https://herald.example/bridge","title":"The bridge opens"}]
n:news                [{"url":"https://herald.example/bridge"}]
news without a prefix [{"url":"https://herald.example/bridge"}]
s:url                 []
lastmod of a day      [{"url":"https://herald.example/bridge","lastmod":"2026-03-04"}]
lastmod of a month    [{"url":"https://herald.example/bridge"}]
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
