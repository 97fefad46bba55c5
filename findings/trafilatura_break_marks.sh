#!/bin/sh
# trafilatura 2.3.1 ends a paragraph at its first `<wbr>`, and at an element of a name with a hyphen.
#
# `wbr` marks where a long word or an address may be broken (HTML, 4.5.28), and says nothing else: systems put it into long words
# of German and Dutch, into mail addresses and behind the strokes of "and/or". An element with a hyphen in its name is a site's own
# (4.13), for a term with an explanation, a price or a date that counts. Each reader has the words before it; what stands in such
# an element and behind it, up to the paragraph's end, is in no format and with no option. The half sentence is well formed, so
# that nothing looks cut. readability-lxml 0.9 and resiliparse 2.0.1 have the whole.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check \
    trafilatura==2.3.1 readability-lxml==0.9 resiliparse==2.0.1 lxml==6.1.3 lxml-html-clean==0.4.6

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import trafilatura
from lxml import html
from readability import Document
from resiliparse.extract.html2text import extract_plain_text

SENTENCES = {
    "a word that may be broken": "The Donau<wbr>schifffahrt ended, said Ada Rowe, who denied it.",
    "strokes": "Trams and/<wbr>or ferries go again, but not on Sundays.",
    "a site's own element": "The lift cost <herald-price>4 million</herald-price>, not 40 million.",
    "an old element": "The lift cost <nobr>4 million</nobr>, not 40 million.",
}
REST = (
    "<p>It opens again today, and all who came to see it in the morning said that the ferry was slower and colder.</p>"
    "<p>It was closed for years, and nobody who lives on one bank of the river went to the other without a reason.</p>"
)
READERS = {
    "trafilatura": trafilatura.extract,
    "  favor_recall": lambda page: trafilatura.extract(page, favor_recall=True),
    "  Markdown": lambda page: trafilatura.extract(page, output_format="markdown"),
    "readability": lambda page: html.fromstring(Document(page).summary()).text_content(),
    "resiliparse": lambda page: extract_plain_text(page, main_content=True),
}
for name, sentence in SENTENCES.items():
    print(name)
    page = (
        '<!doctype html><html lang="en"><head><title>Bridge</title></head><body><article><h1>The bridge opens</h1>'
        f"<p>{sentence}</p>{REST}</article></body></html>"
    )
    for reader, read in READERS.items():
        text = " ".join(read(page).split()).removeprefix("The bridge opens").removeprefix("# The bridge opens")
        print(f"  {reader:14}", text.partition("It opens again")[0].strip())
PYTHON
)
expected=$(cat <<'END'

END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
