#!/bin/sh
# Scrapy 2.19.0 looks for a page's `<base>` in its first 4,096 characters: behind them every relative link leads elsewhere.
#
# A `base` element may stand anywhere in the head (HTML, 4.2.3); behind styles or scripts that a system writes into the head it
# is thousands of characters down. Scrapy resolves by the page's own address then, in `response.urljoin`, `response.follow` and
# its link extractor alike, without a word: the links look like links, and are answered with 404, or with other stories. It is
# the same with a redirect by `meta`, which is not followed. lxml 6.1.3 finds the element wherever it stands.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check scrapy==2.19.0 w3lib==2.5.0 parsel==1.12.1 lxml==6.1.3

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from lxml import html
from scrapy.http import HtmlResponse
from scrapy.linkextractors import LinkExtractor
from scrapy.utils.response import get_meta_refresh

ADDRESS = "https://herald.example/de/today/"
for styles in (50, 500):
    page = (
        "<!doctype html><html><head><title>Herald</title><style>" + "p { } b { }" * styles + "</style>"
        '<base href="https://herald.example/news/"><meta http-equiv="refresh" content="0; url=moved">'
        '</head><body><a href="story">The bridge opens</a></body></html>'
    )
    response = HtmlResponse(ADDRESS, body=page.encode(), encoding="utf-8")
    print(f"base behind {page.index('<base'):,} characters")
    print("  urljoin       ", response.urljoin("story"))
    print("  follow        ", response.follow("story").url)
    print("  LinkExtractor ", *(link.url for link in LinkExtractor().extract_links(response)))
    print("  meta refresh  ", get_meta_refresh(response)[1])
    tree = html.fromstring(page, base_url=ADDRESS)
    tree.make_links_absolute()
    print("  lxml          ", tree.find(".//a").get("href"))
PYTHON
)
expected=$(cat <<'END'
base behind 613 characters
  urljoin        https://herald.example/news/story
  follow         https://herald.example/news/story
  LinkExtractor  https://herald.example/news/story
  meta refresh   https://herald.example/news/moved
  lxml           https://herald.example/news/story
base behind 5,563 characters
  urljoin        https://herald.example/de/today/story
  follow         https://herald.example/de/today/story
  LinkExtractor  https://herald.example/de/today/story
  meta refresh   None
  lxml           https://herald.example/news/story
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
