#!/bin/sh
# parsel 1.12.1, which Scrapy selects with, misses `rel="Canonical"` and `type="application/RSS+xml"`, which browsers find.
#
# In an HTML page the values of some forty attributes are compared without regard to capitals where a selector asks for them,
# `rel`, `type`, `lang`, `hreflang`, `media` and `http-equiv` among them (HTML Standard, 4.16.2); those of `name`, `property`
# and `itemprop` are not. cssselect 1.6.0, which makes XPath of selectors, compares all letter by letter. A page's feed, its
# canonical address and its other languages are found by a browser, by selectolax 1.0.2 and by soupsieve 4.1.3 with the selector
# that everybody writes, and not by a Scrapy spider; the result is empty, not an error. In XML letters count, so that it is
# right there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check \
    parsel==1.12.1 cssselect==1.6.0 selectolax==1.0.2 soupsieve==4.1.3 beautifulsoup4==4.15.0 lxml==6.1.3

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import soupsieve
from bs4 import BeautifulSoup
from parsel import Selector
from selectolax.lexbor import LexborHTMLParser

PAGE = """<!doctype html><html lang="de-AT"><head><title>Herald</title>
<link rel="Canonical" href="https://herald.example/story">
<link rel="ALTERNATE" type="application/RSS+xml" href="/feed">
<link rel="alternate" hreflang="PT-br" href="/pt">
<meta http-equiv="Refresh" content="9"><meta name="Author" content="Ada Rowe">
</head><body><p>It opens.</p></body></html>"""
for selector in (
    "link[rel=canonical]",
    "link[rel~=alternate][type]",
    'link[type="application/rss+xml"]',
    "link[hreflang|=pt]",
    "html[lang=de-at]",
    "meta[http-equiv=refresh]",
    "meta[name=author]",
):
    told = {
        "parsel": len(Selector(PAGE).css(selector)),
        "selectolax": len(LexborHTMLParser(PAGE).css(selector)),
        "soupsieve": len(soupsieve.select(selector, BeautifulSoup(PAGE, "lxml"))),
    }
    print(f"{selector:33}", *(f"{name} {count}" for name, count in told.items()))
PYTHON
)
expected=$(cat <<'END'
link[rel=canonical]               parsel 0 selectolax 1 soupsieve 1
link[rel~=alternate][type]        parsel 0 selectolax 1 soupsieve 1
link[type="application/rss+xml"]  parsel 0 selectolax 1 soupsieve 1
link[hreflang|=pt]                parsel 0 selectolax 1 soupsieve 1
html[lang=de-at]                  parsel 0 selectolax 1 soupsieve 1
meta[http-equiv=refresh]          parsel 0 selectolax 1 soupsieve 1
meta[name=author]                 parsel 0 selectolax 0 soupsieve 0
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
