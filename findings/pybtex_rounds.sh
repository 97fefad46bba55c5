#!/bin/sh
# pybtex 0.26.1 writes addresses with backslashes in them, and puts one more before each sign whenever it reads and writes again.
#
# Reading leaves `\%` as it is and writing escapes the backslash's neighbour anew, so `100\% sure` becomes `100\\% sure`: to TeX a
# new line and a comment, and the rest of the title is gone. The address of a story becomes `a\_b`, and `~` a command, though
# BibLaTeX prints the field as it stands, and bibtexparser hands it on with what was added. Its own writers of YAML and of XML
# leave both as they were, and bibtexparser writes what it read.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pybtex==0.26.1 bibtexparser==2.1.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import bibtexparser
from pybtex.database import parse_string

ENTRY = r"""@online{storm,
    title = {100\% sure of a storm},
    url = {https://herald.example/a_b?x=1&y=%20#z~q}
}"""


def fields(text):
    entry = parse_string(text, "bibtex").entries["storm"]
    return f"{entry.fields['title']}   {entry.fields['url']}"


print("read    ", fields(ENTRY))
text = ENTRY
for times in ("once", "twice"):
    text = parse_string(text, "bibtex").to_string("bibtex")
    print(f"pybtex writes it {times}")
    print(*(f"    {line.strip()}" for line in text.splitlines() if "=" in line), sep="\n")
    print("  read by pybtex      ", fields(text))
    (entry,) = bibtexparser.parse_string(text).entries
    print("  read by bibtexparser", entry["title"], " ", entry["url"])
for form in ("yaml", "bibtexml"):
    again = parse_string(parse_string(ENTRY, "bibtex").to_string(form), form)
    print(f"by way of {form:12}", again.entries["storm"].fields["title"], " ", again.entries["storm"].fields["url"])
print("by way of bibtexparser", fields(bibtexparser.write_string(bibtexparser.parse_string(ENTRY))))
PYTHON
)
expected=$(cat <<'END'
read     100\% sure of a storm   https://herald.example/a_b?x=1&y=%20#z~q
pybtex writes it once
    title = "100\\% sure of a storm",
    url = "https://herald.example/a\_b?x=1\&y=\%20\#z\textasciitilde q"
  read by pybtex       100\\% sure of a storm   https://herald.example/a\_b?x=1\&y=\%20\#z\textasciitilde q
  read by bibtexparser 100\\% sure of a storm   https://herald.example/a\_b?x=1\&y=\%20\#z\textasciitilde q
pybtex writes it twice
    title = "100\\\% sure of a storm",
    url = "https://herald.example/a\\_b?x=1\\&y=\\%20\\#z\textasciitilde q"
  read by pybtex       100\\\% sure of a storm   https://herald.example/a\\_b?x=1\\&y=\\%20\\#z\textasciitilde q
  read by bibtexparser 100\\\% sure of a storm   https://herald.example/a\\_b?x=1\\&y=\\%20\\#z\textasciitilde q
by way of yaml         100\% sure of a storm   https://herald.example/a_b?x=1&y=%20#z~q
by way of bibtexml     100\% sure of a storm   https://herald.example/a_b?x=1&y=%20#z~q
by way of bibtexparser 100\% sure of a storm   https://herald.example/a_b?x=1&y=%20#z~q
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
