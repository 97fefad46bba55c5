#!/bin/sh
# EbookLib 0.20 leaves out what stands before a chapter's first element, makes a comment of CDATA, and breaks drawings.
#
# Chapters of EPUB 3 are HTML in its XML syntax (EPUB 3.3, 6.1), in whose body text may stand by itself, and where `CDATA` is text
# and names have their case. EbookLib reads chapters with a parser of the other syntax before it writes them, without a word: the
# first words of a story are gone, those in CDATA are not shown, and `viewBox` and `linearGradient` of a chart in SVG become names
# that SVG does not have, so that it is drawn at another size and without its colours. Of a right book the first words are read,
# and the others are not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check EbookLib==0.20 lxml==6.1.3

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from zipfile import ZipFile

from ebooklib import epub
from lxml import etree

PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Bridge</title></head><body>{}</body></html>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><linearGradient id="red"/></svg>'


def shown(page):
    body = etree.fromstring(page)[1]
    names = [etree.QName(each).localname for each in body.iterdescendants(etree.Element)]
    attributes = [name for each in body.iterdescendants(etree.Element) for name in each.attrib]
    return " ".join(" ".join(body.xpath(".//text()")).split()), names, attributes


for title, body in (
    ("a paragraph", "<p>It opens.</p>"),
    ("text, then a paragraph", "KYIV, 4 March. <p>It opens.</p>"),
    ("a paragraph, then text", "<p>It opens.</p> Ada Rowe"),
    ("CDATA", "<p>It opens <![CDATA[at 9 & 10]]>.</p>"),
    ("a chart", SVG),
):
    book, chapter = epub.EpubBook(), epub.EpubHtml(title="Bridge", file_name="bridge.xhtml")
    chapter.content = PAGE.format(body)
    for item in (chapter, epub.EpubNcx(), epub.EpubNav()):
        book.add_item(item)
    book.spine = [chapter]
    epub.write_epub("book.epub", book)
    print(title)
    print("  given  ", *shown(chapter.content))
    print("  written", *shown(ZipFile("book.epub").read("EPUB/bridge.xhtml")))
    with ZipFile("book.epub") as old, ZipFile("whole.epub", "w") as new:
        for name in old.namelist():
            new.writestr(name, chapter.content if name == "EPUB/bridge.xhtml" else old.read(name))
    read = epub.read_epub("whole.epub").get_item_with_href("bridge.xhtml").get_body_content().decode()
    print("  read   ", *shown(PAGE.format(read)))
PYTHON
)
expected=$(cat <<'END'
a paragraph
  given   It opens. ['p'] []
  written It opens. ['p'] []
  read    It opens. ['p'] []
text, then a paragraph
  given   KYIV, 4 March. It opens. ['p'] []
  written It opens. ['p'] []
  read    KYIV, 4 March. It opens. ['p'] []
a paragraph, then text
  given   It opens. Ada Rowe ['p'] []
  written It opens. Ada Rowe ['p'] []
  read    It opens. Ada Rowe ['p'] []
CDATA
  given   It opens at 9 & 10. ['p'] []
  written It opens . ['p'] []
  read    It opens . ['p'] []
a chart
  given    ['svg', 'linearGradient'] ['viewBox', 'id']
  written  ['svg', 'lineargradient'] ['viewbox', 'id']
  read     ['svg', 'lineargradient'] ['viewbox', 'id']
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
