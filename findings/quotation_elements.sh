#!/bin/sh
# trafilatura 2.3.1 tells words of a quotation behind its sentence, boilerpy3 1.0.7 leaves it out, and no reader has its marks.
#
# `q` is a quotation whose marks the browser writes, in the style of the page's language (HTML, 4.5.7: they must not stand in the
# text). Without them nobody can tell what the mayor said from what the paper says. trafilatura ends the line behind a quotation,
# and of one inside another, which is as valid, the rest comes last. goose3 3.1.22 leaves out a short one, and boilerpy3 begins a
# paragraph at each and drops those that are short. newspaper4k and resiliparse lose the marks alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    trafilatura==2.3.1 newspaper4k==0.9.6 resiliparse==2.0.1 goose3==3.1.22 boilerpy3==1.0.7 'lxml[html-clean]==6.1.3'

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from boilerpy3.extractors import ArticleExtractor
from goose3 import Goose
from newspaper import article
from resiliparse.extract.html2text import extract_plain_text
from trafilatura import extract

BEFORE = "<p>The council said on Monday that the bridge over the river would be closed until the summer.</p>"
PAGE = """<html lang="en"><head><title>Bridge</title></head><body><article><h1>Bridge</h1>{}
<p>She said {} to all of the people of the town, and left.</p>
<p>The board said on Tuesday that nobody will have to walk across the river.</p></article></body></html>"""
goose = Goose({"enable_image_fetching": False})
READERS = {
    "trafilatura": extract,
    "newspaper4k": lambda html: article("https://herald.example/a", input_html=html).text,
    "resiliparse": lambda html: extract_plain_text(html, main_content=True),
    "goose3": lambda html: goose.extract(raw_html=html).cleaned_text,
    "boilerpy3": ArticleExtractor().get_content,
}
for quotation in ("“we shall build it”", "<q>we shall build it</q>", "<q>who said <q>no</q> to it</q>"):
    print(quotation)
    for name, read in READERS.items():
        text = read(PAGE.format(BEFORE * 5, quotation))
        told = text[text.index("She said") :].partition("The board")[0].strip()
        print(f"    {name:11}", repr(told.replace(" to all of the people of the town", " ...")))
PYTHON
)
expected=$(cat <<'END'
“we shall build it”
    trafilatura 'She said “we shall build it” ..., and left.'
    newspaper4k 'She said “we shall build it” ..., and left.'
    resiliparse 'She said “we shall build it” ..., and left.'
    goose3      'She said “we shall build it” ..., and left.'
    boilerpy3   'She said “we shall build it” ..., and left.'
<q>we shall build it</q>
    trafilatura 'She said we shall build it\nto all of the people of the town, and left.'
    newspaper4k 'She said we shall build it ..., and left.'
    resiliparse 'She said we shall build it ..., and left.'
    goose3      'She said we shall build it ..., and left.'
    boilerpy3   'She said\nto all of the people of the town, and left.'
<q>who said <q>no</q> to it</q>
    trafilatura 'She said who said \nto all of the people of the town, and left.\nno\nto it'
    newspaper4k 'She said who said no to it ..., and left.'
    resiliparse 'She said who said no to it ..., and left.'
    goose3      'She said who said to it ..., and left.'
    boilerpy3   'She said'
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
