#!/bin/sh
# calamine 0.9.1, which pandas and Polars read .ods files with, makes one word of two lines: "The bridgeopened".
#
# A cell of an OpenDocument sheet holds paragraphs, and in them `text:line-break` and `text:tab` stand for a line's end and a
# tabulator, since a plain one counts as a space (ODF 1.3, Part 3, 6.1.2, 6.1.4 and 6.1.5). calamine keeps paragraphs apart and
# counts `text:s`, but drops these two with nothing in their place. pandas with odfpy 1.4.1 drops the tabulator alone. Bylines
# with a role on a second line, addresses and lists of names become words that nobody wrote.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check \
    pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1 polars==2.1.0 fastexcel==0.21.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import pandas
import polars
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import LineBreak, P, S, Tab


def paragraph(*parts):
    element = P()
    for part in parts:
        element.addText(part) if isinstance(part, str) else element.addElement(part)
    return element


CELLS = {
    "two paragraphs": [paragraph("The bridge"), paragraph("opened")],
    "a line break": [paragraph("The bridge", LineBreak(), "opened")],
    "a tabulator": [paragraph("The bridge", Tab(), "opened")],
    "three spaces": [paragraph("The bridge", S(c=3), "opened")],
}
document = OpenDocumentSpreadsheet()
table = Table(name="news")
document.spreadsheet.addElement(table)
for paragraphs in ([paragraph("text")], *CELLS.values()):
    row, cell = TableRow(), TableCell(valuetype="string")
    table.addElement(row)
    row.addElement(cell)
    for element in paragraphs:
        cell.addElement(element)
document.save("news.ods")
for name, texts in {
    "pandas with odf": pandas.read_excel("news.ods", engine="odf")["text"],
    "pandas with calamine": pandas.read_excel("news.ods", engine="calamine")["text"],
    "polars": polars.read_ods("news.ods")["text"],
}.items():
    print(name)
    for what, text in zip(CELLS, texts, strict=True):
        print(f"  {what:14} {text!r}")
PYTHON
)
expected=$(cat <<'END'
pandas with odf
  two paragraphs 'The bridge\nopened'
  a line break   'The bridge\nopened'
  a tabulator    'The bridgeopened'
  three spaces   'The bridge   opened'
pandas with calamine
  two paragraphs 'The bridge\nopened'
  a line break   'The bridgeopened'
  a tabulator    'The bridgeopened'
  three spaces   'The bridge   opened'
polars
  two paragraphs 'The bridge\nopened'
  a line break   'The bridgeopened'
  a tabulator    'The bridgeopened'
  three spaces   'The bridge   opened'
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
