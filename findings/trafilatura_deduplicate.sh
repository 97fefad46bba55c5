#!/bin/sh
# trafilatura 2.3.1 with `deduplicate` reads a page three times, and then finds no text in it any more.
#
# The option takes out "duplicate segments". What it knows them by is one list for the whole process, of all pages: a paragraph
# that came three times is a duplicate for good, also where the same page is read again, as it is when an edit is looked for or an
# archive is read anew, and where three outlets print the same agency's story. What is left out depends on what was read before.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check trafilatura==2.3.1 'lxml[html-clean]==6.1.3'

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from trafilatura import extract

AGENCY = (
    "The council agreed on the bridge on Monday, after nine years of talks about its colour and its height.",
    "Boats will pass below it from the spring on, said the harbor master, who had wanted a tunnel.",
    "The old ferry is to become a library, which will stay open while the river is frozen.",
)


def page(*paragraphs: str) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><body><article><h1>Bridge agreed</h1>{text}</article></body></html>"


for option in (False, True):
    texts = [extract(page(*AGENCY), deduplicate=option) for _ in range(5)]
    print(f"deduplicate={option}:", ["none" if text is None else len(text.split()) for text in texts], "words")
other = extract(page("A paper of our own reports, and tells what an agency has found out about it.", *AGENCY), deduplicate=True)
print("another paper's story:", other)
PYTHON
)
expected=$(cat <<'END'
deduplicate=False: [56, 56, 56, 56, 56] words
deduplicate=True: [56, 56, 56, 'none', 'none'] words
another paper's story: Bridge agreed
A paper of our own reports, and tells what an agency has found out about it.
Boats will pass below it from the spring on, said the harbor master, who had wanted a tunnel.
The old ferry is to become a library, which will stay open while the river is frozen.
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
