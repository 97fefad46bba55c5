#!/bin/sh
# open-graph-scraper 6.12.0 of npm gives the third picture's size to the first, and one of two authors, the last.
#
# A property of a picture stands below the `og:image` that it is of, until the next one begins (The Open Graph protocol,
# "Structured Properties" and "Arrays"). Most pages give a size to one picture of several. The lists of addresses, widths,
# heights and descriptions are gathered apart and put together by their place in them, so that what the third picture has is
# said of the first: its width, its type, and a caption for those who cannot see it. `article:author`, `article:tag` and
# `og:locale:alternate` may be there more than once likewise; a word without a list is what comes of them, the last one.
#
# It needs node (20 was used) and npm.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts open-graph-scraper@6.12.0
seen=$(node --input-type=module - <<'JS'
import scrape from "open-graph-scraper";

const page = (lines) => `<!doctype html><html lang="en"><head><title>Bridge</title>${Object.values(lines)
  .map(([name, content]) => `<meta property="${name}" content="${content}">`)
  .join("")}</head><body></body></html>`;
const image = (name) => ["og:image", `https://herald.example/${name}`];
for (const lines of [
  [image("bridge.jpg"), ["og:image:width", "1200"], image("ferry.jpg"), ["og:image:width", "640"]],
  [image("bridge.jpg"), image("ferry.jpg"), ["og:image:width", "640"], ["og:image:alt", "A ferry in ice"]],
  [image("bridge.jpg"), ["og:image:alt", "A bridge"], image("logo.svg"), image("ferry.jpg"), ["og:image:alt", "A ferry in ice"]],
  [["article:author", "Ada Rowe"], ["article:author", "Kim Lee"], ["article:tag", "bridges"], ["article:tag", "ferries"]],
  [["og:locale", "en_GB"], ["og:locale:alternate", "de_AT"], ["og:locale:alternate", "uk_UA"]],
]) {
  const { result } = await scrape({ html: page(lines) });
  for (const [name, content] of lines) console.log(name, content);
  for (const { url, width, alt } of result.ogImage ?? []) console.log("  =>", url, JSON.stringify({ width, alt }));
  const { articleAuthor, articleTag, ogLocaleAlternate } = result;
  if (!result.ogImage) console.log("  =>", JSON.stringify({ articleAuthor, articleTag, ogLocaleAlternate }));
}
JS
)
expected=$(cat <<'END'
og:image https://herald.example/bridge.jpg
og:image:width 1200
og:image https://herald.example/ferry.jpg
og:image:width 640
  => https://herald.example/bridge.jpg {"width":"1200"}
  => https://herald.example/ferry.jpg {"width":"640"}
og:image https://herald.example/bridge.jpg
og:image https://herald.example/ferry.jpg
og:image:width 640
og:image:alt A ferry in ice
  => https://herald.example/bridge.jpg {"width":"640","alt":"A ferry in ice"}
  => https://herald.example/ferry.jpg {}
og:image https://herald.example/bridge.jpg
og:image:alt A bridge
og:image https://herald.example/logo.svg
og:image https://herald.example/ferry.jpg
og:image:alt A ferry in ice
  => https://herald.example/bridge.jpg {"alt":"A bridge"}
  => https://herald.example/logo.svg {"alt":"A ferry in ice"}
  => https://herald.example/ferry.jpg {}
article:author Ada Rowe
article:author Kim Lee
article:tag bridges
article:tag ferries
  => {"articleAuthor":"Kim Lee","articleTag":"ferries"}
og:locale en_GB
og:locale:alternate de_AT
og:locale:alternate uk_UA
  => {"ogLocaleAlternate":"uk_UA"}
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
