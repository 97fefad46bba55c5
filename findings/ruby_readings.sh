#!/bin/sh
# newspaper4k 0.9.6, readability-lxml 0.9 and feedparser 6.0.14 write a word's reading into it; resiliparse 2.0.1 loses it.
#
# News for children and learners in Japanese has the reading of each word above it (`ruby`; HTML, 4.5.10). `rt` is an annotation and
# no text between the letters: 市長 with its reading becomes 市し長ちょう, which no search for 市長 finds, or the reading of its last
# letter alone. trafilatura 2.3.1 knows `ruby`. feedparser takes the elements away and leaves their words.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    "newspaper4k[ja]==0.9.6" readability-lxml==0.9 resiliparse==2.0.1 feedparser==6.0.14 \
    trafilatura==2.3.1 "lxml[html-clean]==6.1.3"

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import html
import re

import feedparser
from lxml.html import fromstring
from newspaper import article
from readability import Document
from resiliparse.extract.html2text import extract_plain_text
from trafilatura import extract

SENTENCE = "<p>{}は橋の工事が終わるまで町の人たちが川を渡れないことを知っていると言いました。</p>"
PLAIN = "市長"
RUBY = "<ruby>市<rt>し</rt></ruby><ruby>長<rt>ちょう</rt></ruby>"
WITH_BRACKETS = RUBY.replace("<rt>", "<rp>(</rp><rt>").replace("</rt>", "</rt><rp>)</rp>")
BEFORE = "<p>町の橋は夏の終わりまで閉まることになり、バスは別の道を通ることになりました。</p>"
PAGE = f"""<html lang="ja"><head><title>橋</title></head><body><article><h1>橋</h1>
{BEFORE * 9}{{}}{BEFORE}</article></body></html>"""
FEED = "<rss version='2.0'><channel><item><description>{}</description></item></channel></rss>"
READERS = {
    "trafilatura": extract,
    "newspaper4k": lambda page: article("https://h.example/", input_html=page, language="ja").text,
    "readability": lambda page: fromstring(Document(page).summary()).text_content(),
    "resiliparse": lambda page: extract_plain_text(page, main_content=True),
}
for name, word in (("plain", PLAIN), ("ruby", RUBY), ("with brackets", WITH_BRACKETS)):
    sentence = SENTENCE.format(word)
    texts = {reader: read(PAGE.format(sentence)) for reader, read in READERS.items()}
    texts["feedparser"] = feedparser.parse(FEED.format(html.escape(sentence))).entries[0].summary
    print(name)
    for reader, text in texts.items():
        before = text.partition("は橋の工事")[0]
        print(f"    {reader:11}", re.split("[。\n>]", before)[-1].strip())
PYTHON
)
expected=$(cat <<'END'
plain
    trafilatura 市長
    newspaper4k 市長
    readability 市長
    resiliparse 市長
    feedparser  市長
ruby
    trafilatura 市長
    newspaper4k 市し長ちょう
    readability 市し長ちょう
    resiliparse ちょう
    feedparser  市し長ちょう
with brackets
    trafilatura 市長
    newspaper4k 市(し)長(ちょう)
    readability 市(し)長(ちょう)
    resiliparse ()(ちょう)
    feedparser  市(し)長(ちょう)
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
