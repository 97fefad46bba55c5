#!/bin/sh
# newspaper4k 0.9.6, goose3 3.1.22 and two more begin a story with "TThe bridge" where its first letter is a large one.
#
# A large first letter is cut off its word, and a screen reader would spell it; so it is hidden from those (`aria-hidden`, WAI-ARIA
# 6.6), and the letter or the word stands beside it for them alone, in a class that style sheets push off the page (`sr-only`,
# `visually-hidden`, `screen-reader-text`). Who takes both has a word that nobody wrote, or the word twice: no search finds it, and
# each story of a magazine begins so. resiliparse 2.0.1 knows both ways of hiding, and leaves out both where the class is
# `visually-hidden`: the first word is gone. trafilatura 2.3.1 has each word once.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    newspaper4k==0.9.6 goose3==3.1.22 readability-lxml==0.9 boilerpy3==1.0.7 html-text==0.7.1 inscriptis==2.7.6 \
    trafilatura==2.3.1 resiliparse==2.0.1 "lxml[html-clean]==6.1.3"

cd "$folder"
seen=$(venv/bin/python -W ignore - <<'PYTHON'
import re

import html_text
import inscriptis
import newspaper
import trafilatura
from boilerpy3.extractors import ArticleExtractor
from goose3 import Goose
from lxml import html
from readability import Document
from resiliparse.extract.html2text import extract_plain_text

LETTER = '<span class="dropcap" aria-hidden="true">T</span><span class="{}">T</span>he'
WORD = '<span class="dropcap" aria-hidden="true"><b>T</b>he</span> <span class="{}">The</span>'
PAGE = """<!doctype html><html lang="en"><head><title>Bridge</title></head><body><article><h1>It opens again</h1>
<p>{} bridge opens, and all of the town came to see it in the cold morning of the first day in March.</p>
<p>It was closed for years, and nobody who lives on one bank of the river went to the other one without a good reason.</p>
<p>All who came to see it in the morning said that the ferry was slower and colder than it is, and that they were glad.</p>
</article></body></html>"""


def with_newspaper(page):
    article = newspaper.Article("https://herald.example/story")
    article.download(input_html=page)
    article.parse()
    return article.text


READERS = {
    "newspaper4k": with_newspaper,
    "goose3": lambda page: Goose().extract(raw_html=page).cleaned_text,
    "readability": lambda page: html.fromstring(Document(page).summary()).text_content(),
    "boilerpy3": ArticleExtractor().get_content,
    "html-text": html_text.extract_text,
    "inscriptis": inscriptis.get_text,
    "trafilatura": trafilatura.extract,
    "resiliparse": lambda page: extract_plain_text(page, main_content=True),
}
for hidden in ("sr-only", "visually-hidden", "screen-reader-text"):
    print(hidden)
    for name, read in READERS.items():
        begins = (re.search(r"(?:\bT+ ?(?:he)? ?)*(?:\bThe |\bhe )*bridge", " ".join(read(PAGE.format(each.format(hidden))).split()))[0] for each in (LETTER, WORD))
        print(f"  {name:12}", *(f"{begin!r:18}" for begin in begins))
PYTHON
)
expected=$(cat <<'END'
sr-only
  newspaper4k  'TThe bridge'      'The The bridge'  
  goose3       'TThe bridge'      'The The bridge'  
  readability  'TThe bridge'      'The The bridge'  
  boilerpy3    'TThe bridge'      'The The bridge'  
  html-text    'T T he bridge'    'T he The bridge' 
  inscriptis   'T T he bridge'    'T he The bridge' 
  trafilatura  'The bridge'       'The bridge'      
  resiliparse  'The bridge'       'The bridge'      
visually-hidden
  newspaper4k  'TThe bridge'      'The The bridge'  
  goose3       'TThe bridge'      'The The bridge'  
  readability  'TThe bridge'      'The The bridge'  
  boilerpy3    'TThe bridge'      'The The bridge'  
  html-text    'T T he bridge'    'T he The bridge' 
  inscriptis   'T T he bridge'    'T he The bridge' 
  trafilatura  'The bridge'       'The bridge'      
  resiliparse  'he bridge'        'bridge'          
screen-reader-text
  newspaper4k  'TThe bridge'      'The The bridge'  
  goose3       'TThe bridge'      'The The bridge'  
  readability  'TThe bridge'      'The The bridge'  
  boilerpy3    'TThe bridge'      'The The bridge'  
  html-text    'T T he bridge'    'T he The bridge' 
  inscriptis   'T T he bridge'    'T he The bridge' 
  trafilatura  'The bridge'       'The bridge'      
  resiliparse  'The bridge'       'The bridge'      
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
