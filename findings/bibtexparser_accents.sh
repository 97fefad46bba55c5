#!/bin/sh
# bibtexparser 1.4.4 loses a letter of José García's name, and makes "r̆lhttps" of the address of a page.
#
# `convert_to_unicode`, which its tutorial has people use, finds the accents of LaTeX one kind at a time. Where a letter follows
# the accent without braces, as is usual (`Garc\'ia, Jos\'e`), the first of a kind is right, and each later one of the same text
# is put where it would stand had the text not become shorter: upon another letter, or upon none, and the letter is gone. `\url`,
# by which pages are cited, begins with the `\u` of ŭ, and `\OE` with the `\O` of Ø. With braces, and with one accent of a kind,
# all is right. pylatexenc 2.11 reads each of them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check bibtexparser==1.4.4 pylatexenc==2.11

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import bibtexparser
from bibtexparser.bparser import BibTexParser
from bibtexparser.customization import convert_to_unicode
from pylatexenc.latex2text import LatexNodes2Text

for field, value in (
    ("author", r"Garc{\'\i}a, Jos{\'e}"),
    ("author", r"Garc\'ia, Jos\'e"),
    ("author", r"M\"uller, Ada and B\"ohm, Ben"),
    ("author", r"\'E. Rowe and \'E. Holt"),
    ("publisher", r"H\"older \& S\"ohne"),
    ("title", r"A\~no nuevo, ma\~nana"),
    ("title", r"{\OE}uvres"),
    ("howpublished", r"\url{https://herald.example/bridge}"),
):
    parser = BibTexParser(customization=convert_to_unicode)
    read = bibtexparser.loads(f"@misc{{story, {field} = {{{value}}}}}", parser).entries[0][field]
    print(f"{value} => {read} | pylatexenc: {LatexNodes2Text().latex_to_text(value)}")
PYTHON
)
expected=$(cat <<'END'
Garc{\'\i}a, Jos{\'e} => Garcı́a, José | pylatexenc: García, José
Garc\'ia, Jos\'e => García, Jos\ | pylatexenc: García, José
M\"uller, Ada and B\"ohm, Ben => Müller, Ada and B\ḧm, Ben | pylatexenc: Müller, Ada and Böhm, Ben
\'E. Rowe and \'E. Holt => É. Rowe and \.́ Holt | pylatexenc: É. Rowe and É. Holt
H\"older \& S\"ohne => Hölder & S\ḧne | pylatexenc: Hölder & Söhne
A\~no nuevo, ma\~nana => Año nuevo, ma\ãna | pylatexenc: Año nuevo, mañana
{\OE}uvres => ØEuvres | pylatexenc: Œuvres
\url{https://herald.example/bridge} => r̆lhttps://herald.example/bridge | pylatexenc: <https://herald.example/bridge>
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
