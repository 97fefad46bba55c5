#!/bin/sh
# newspaper4k 0.9.6 leaves out paragraphs that a div stands around, and runs the cells of a table together.
#
# Systems put a `div` around a paragraph to place something beside it, and editors paste two with empty lines between them; browsers
# show them alike. Of such a story the text is the other paragraphs, without a gap. A table is there with nothing between its cells:
# 12 seats behind "Greens" are the word "Greens12", a result of 2 to 1 is 21, and who searches for the party does not find it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check newspaper4k==0.9.6 'lxml[html-clean]==6.1.3'

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from newspaper import article

STORY = """<html lang="en"><head><title>Bridge</title></head><body><article><h1>Bridge</h1>
<p>The council said on Monday that the bridge over the river would be closed until the end of the summer.</p>
{}
<p>The board said on Tuesday that nobody will have to walk across the river in the cold of the winter.</p>
</article></body></html>"""
SENTENCE = "It had found cracks in the piers of the bridge, and the town has known of them since the flood."
for part in (
    f"<p>{SENTENCE}</p>",
    f"<div>{SENTENCE}</div>",
    f"<div>{SENTENCE}<br><br>{SENTENCE}</div>",
    f"<div><p>{SENTENCE}</p></div>",
    "<table><tr><th>Party</th><th>Seats</th></tr><tr><td>Greens</td><td>12</td></tr></table>",
    "<table><tr><td>Lions</td><td>2</td><td>1</td><td>Bears</td></tr></table>",
):
    text = article("https://herald.example/a", input_html=STORY.format(part)).text
    told = text.partition("summer.")[2].partition("The board")[0].split()
    print(f"{part.replace(SENTENCE, 'It had found ...'):85}", " ".join(told[:3]) or None)
PYTHON
)
expected=$(cat <<'END'
<p>It had found ...</p>                                                               It had found
<div>It had found ...</div>                                                           It had found
<div>It had found ...<br><br>It had found ...</div>                                   None
<div><p>It had found ...</p></div>                                                    None
<table><tr><th>Party</th><th>Seats</th></tr><tr><td>Greens</td><td>12</td></tr></table> PartySeatsGreens12
<table><tr><td>Lions</td><td>2</td><td>1</td><td>Bears</td></tr></table>              Lions21Bears
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
