#!/bin/sh
# bibtexparser 1.4.4 makes two people of an organization whose name has an "and", and one called "others" of the rest.
#
# In BibTeX a name in braces is one, whatever stands in it: so agencies and ministries are written as authors (BibLaTeX's manual,
# 2.3.3). `author` and `editor` of `customization`, which its tutorial has people use, cut at each "and" and give back halves with
# one brace each; "and others", which ends a list that is not told whole (2.2.1) and is printed as "et al.", is somebody's name.
# pybtex reads the same entries rightly, but for "others".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check bibtexparser==1.4.4 pybtex==0.26.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import bibtexparser
from bibtexparser.bparser import BibTexParser
from bibtexparser.customization import author, editor
from pybtex.database import parse_string

ENTRY = "@article{{story, author = {{{}}}, editor = {{{}}}}}"
for authors, editors in (
    ("Ada Rowe and Ben Holt", "Rowe, Ada"),
    ("{Centre for Investigation and Reporting} and Rowe, Ada", "{News and Views}"),
    ("{Ministry of Transport {and} Harbours}", "Ada Rowe"),
    ("Ada Rowe and others", "Ben Holt"),
):
    text = ENTRY.format(authors, editors)
    print(text)
    parser = BibTexParser(customization=lambda record: editor(author(record)))
    (entry,) = bibtexparser.loads(text, parser).entries
    print("  bibtexparser", entry["author"], [each["name"] for each in entry["editor"]])
    people = parse_string(text, "bibtex").entries["story"].persons
    print("  pybtex      ", [str(each) for each in people["author"]], [str(each) for each in people["editor"]])
PYTHON
)
expected=$(cat <<'END'
@article{story, author = {Ada Rowe and Ben Holt}, editor = {Rowe, Ada}}
  bibtexparser ['Rowe, Ada', 'Holt, Ben'] ['Rowe, Ada']
  pybtex       ['Rowe, Ada', 'Holt, Ben'] ['Rowe, Ada']
@article{story, author = {{Centre for Investigation and Reporting} and Rowe, Ada}, editor = {{News and Views}}}
  bibtexparser ['Investigation, {Centre for', 'Reporting}, ', 'Rowe, Ada'] ['{News, ', 'Views}, ']
  pybtex       ['{Centre for Investigation and Reporting}', 'Rowe, Ada'] ['{News and Views}']
@article{story, author = {{Ministry of Transport {and} Harbours}}, editor = {Ada Rowe}}
  bibtexparser ['{Ministry of Transport {and} Harbours}, '] ['Rowe, Ada']
  pybtex       ['{Ministry of Transport {and} Harbours}'] ['Rowe, Ada']
@article{story, author = {Ada Rowe and others}, editor = {Ben Holt}}
  bibtexparser ['Rowe, Ada', 'others, '] ['Holt, Ben']
  pybtex       ['Rowe, Ada', 'others'] ['Holt, Ben']
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
