#!/bin/sh
# resiliparse 2.0.1, Beautiful Soup 4.15.0 and selectolax 1.0.2 leave out a story in a declared shadow root.
#
# `<template shadowrootmode="open">` is no template once a browser has read it: its content is the shadow tree of the element that it
# stands in, and what a reader of the page sees, without a script (HTML, 4.12.3 and 13.2.6.4.4). Sites that are built of components
# send stories so. Readers which pass over templates, as the same markup without the attribute asks them to, have the page's frame
# and nothing of the story, and no way to tell it from a page that is short. trafilatura 2.3.1, readability-lxml 0.9 and lxml 6.1.3
# by itself know no templates, and have the words.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    resiliparse==2.0.1 beautifulsoup4==4.15.0 selectolax==1.0.2 trafilatura==2.3.1 readability-lxml==0.9 \
    "lxml[html-clean]==6.1.3"

cd "$folder"
seen=$(venv/bin/python -W ignore - <<'PYTHON'
import trafilatura
from bs4 import BeautifulSoup
from lxml import html
from readability import Document
from resiliparse.extract.html2text import extract_plain_text
from selectolax.lexbor import LexborHTMLParser

SHADOW = "In the shadow stands what the mayor said about the bridge, and each reader of the page can see it at once."
LIGHT = "In the light stands what the ferryman said about the river, and each reader of the page can see it, too."
REST = "The bridge was closed for years, and nobody went to the other bank of the river without a good reason."
PAGE = f"""<!doctype html><html lang="en"><head><title>Bridge</title></head><body><article><h1>The bridge opens</h1>
<herald-story><template shadowrootmode="open"><p>{SHADOW}</p><slot></slot></template><p>{LIGHT}</p></herald-story>
<p>{REST}</p></article></body></html>"""
READERS = {
    "resiliparse": lambda page: extract_plain_text(page, main_content=True),
    "resiliparse, all": extract_plain_text,
    "Beautiful Soup, lxml": lambda page: BeautifulSoup(page, "lxml").get_text(),
    "Beautiful Soup, html.parser": lambda page: BeautifulSoup(page, "html.parser").get_text(),
    "selectolax": lambda page: LexborHTMLParser(page).body.text(),
    "trafilatura": trafilatura.extract,
    "readability": lambda page: html.fromstring(Document(page).summary()).text_content(),
    "lxml": lambda page: html.fromstring(page).text_content(),
}
for name, read in READERS.items():
    text = read(PAGE)
    print(f"{name:27} shadow {SHADOW in text!s:5} light {LIGHT in text!s:5} rest {REST in text}")
PYTHON
)
expected=$(cat <<'END'
resiliparse                 shadow False light True  rest True
resiliparse, all            shadow False light True  rest True
Beautiful Soup, lxml        shadow False light True  rest True
Beautiful Soup, html.parser shadow False light True  rest True
selectolax                  shadow False light True  rest True
trafilatura                 shadow True  light True  rest True
readability                 shadow True  light True  rest True
lxml                        shadow True  light True  rest True
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
