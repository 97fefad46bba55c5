#!/bin/sh
# pandas 3.1.1 reads other texts from an .xlsx file than it wrote, by which packages it found: "_x00e9_" is "é".
#
# A text of a sheet may have `_x000D_` for a character that XML cannot hold, and `_x005F_` for an underscore that would look
# like the beginning of one (ECMA-376, Part 1, 22.9.2.19, ST_Xstring; Excel does both). XlsxWriter 3.3.1 escapes as that says;
# openpyxl 3.1.5 writes texts as they are, and reads the escape of the underscore alone; calamine 0.9.1, which Polars reads with
# as well, undoes all. pandas writes with XlsxWriter where it is installed, else with openpyxl, and reads with openpyxl unless
# it is told otherwise: lines of text from Windows or a mail end in `_x000D_`, and keys and addresses with such a group of signs
# come back as others.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pandas==3.1.1 XlsxWriter==3.3.1 openpyxl==3.1.5 python-calamine==0.9.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import pandas

TEXTS = ["Fares rise.\r\nAgain.", "story_x00e9_2026", "img_x0041_.jpg", "_x005F_", "The bridge opens"]
for writer in ("xlsxwriter", "openpyxl"):
    pandas.DataFrame({"text": TEXTS}).to_excel(f"{writer}.xlsx", engine=writer, index=False)
    for reader in ("openpyxl", "calamine"):
        read = pandas.read_excel(f"{writer}.xlsx", engine=reader)["text"]
        print(f"written by {writer}, read by {reader}")
        for before, after in zip(TEXTS, read, strict=True):
            print("  ", repr(before), "is the same" if before == after else f"is {after!r}")
PYTHON
)
expected=$(cat <<'END'
written by xlsxwriter, read by openpyxl
   'Fares rise.\r\nAgain.' is 'Fares rise._x000D_\nAgain.'
   'story_x00e9_2026' is the same
   'img_x0041_.jpg' is the same
   '_x005F_' is '_'
   'The bridge opens' is the same
written by xlsxwriter, read by calamine
   'Fares rise.\r\nAgain.' is the same
   'story_x00e9_2026' is the same
   'img_x0041_.jpg' is the same
   '_x005F_' is the same
   'The bridge opens' is the same
written by openpyxl, read by openpyxl
   'Fares rise.\r\nAgain.' is 'Fares rise.\nAgain.'
   'story_x00e9_2026' is the same
   'img_x0041_.jpg' is the same
   '_x005F_' is the same
   'The bridge opens' is the same
written by openpyxl, read by calamine
   'Fares rise.\r\nAgain.' is 'Fares rise.\nAgain.'
   'story_x00e9_2026' is 'storyé2026'
   'img_x0041_.jpg' is 'imgA.jpg'
   '_x005F_' is '_'
   'The bridge opens' is the same
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
