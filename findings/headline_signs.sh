#!/bin/sh
# newspaper4k 0.9.6 takes the second half of a headline with a bar for the headline, and readability-lxml 0.9 its dashes and marks.
#
# A page's title is its headline and the outlet's name, with a bar between; a headline may have a bar itself, as "News | what it means" has,
# and stands in `h1` as it is. newspaper4k looks for the part of the title that is in `h1`, and takes the longest one of them: both
# halves are. readability-lxml writes hyphens for dashes, and straight quotation marks for « and », in the title that it gives,
# though the `h1` has them: "Paris – Berlin" is a double name, and « Non » in French is no French. The other one has each right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    newspaper4k==0.9.6 readability-lxml==0.9 trafilatura==2.3.1 "lxml[html-clean]==6.1.3"

cd "$folder"
seen=$(venv/bin/python -W ignore - <<'PYTHON'
import newspaper
import trafilatura
from readability import Document

REST = (
    "<p>It opens again today, and all who came to see it in the morning said that the ferry was slower and colder.</p>"
    "<p>It was closed for years, and nobody who lives on one bank of the river went to the other without a reason.</p>"
)


def with_newspaper(page):
    article = newspaper.Article("https://herald.example/story")
    article.download(input_html=page)
    article.parse()
    return article.title


READERS = {
    "newspaper4k": with_newspaper,
    "readability": lambda page: Document(page).title(),
    "  short_title": lambda page: Document(page).short_title(),
    "trafilatura": lambda page: trafilatura.extract_metadata(page).title,
}
for headline in ("The bridge | and what became of it", "Opinion | The bridge", "Paris – Berlin — ten hours by train", "« Non », dit la maire"):
    print(headline)
    page = f"<!doctype html><html><head><title>{headline} | The Herald</title></head><body><article><h1>{headline}</h1>{REST}</article></body></html>"
    for reader, read in READERS.items():
        print(f"  {reader:13}", read(page))
PYTHON
)
expected=$(cat <<'END'
The bridge | and what became of it
  newspaper4k   and what became of it
  readability   The bridge | and what became of it | The Herald
    short_title The bridge | and what became of it
  trafilatura   The bridge | and what became of it
Opinion | The bridge
  newspaper4k   The bridge
  readability   Opinion | The bridge | The Herald
    short_title Opinion | The bridge
  trafilatura   Opinion | The bridge
Paris – Berlin — ten hours by train
  newspaper4k   Paris – Berlin — ten hours by train
  readability   Paris - Berlin - ten hours by train | The Herald
    short_title Paris - Berlin - ten hours by train
  trafilatura   Paris – Berlin — ten hours by train
« Non », dit la maire
  newspaper4k   « Non », dit la maire
  readability   " Non ", dit la maire | The Herald
    short_title " Non ", dit la maire
  trafilatura   « Non », dit la maire
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
