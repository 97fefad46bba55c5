#!/bin/sh
# trafilatura 2.3.1 and resiliparse 2.0.1 take the date out of a sentence that marks it up.
#
# `<time>` stands around any date or hour in running text (HTML, 4.5.14), and systems put it around the day of an event. Both take
# it for a byline's and drop it with its words: "opened on 1 March 1931" becomes "opened on", in each format and with
# `favor_recall`, and no sign is left. What was dropped is what a historian asks a newspaper for. newspaper4k 0.9.6 keeps it, and
# resiliparse does if it is not to look for the main content.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    trafilatura==2.3.1 resiliparse==2.0.1 newspaper4k==0.9.6 'lxml[html-clean]==6.1.3'

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from newspaper import article
from resiliparse.extract.html2text import extract_plain_text
from trafilatura import extract

STORY = """<html lang="en"><head><title>Bridge</title></head><body><article><h1>Bridge</h1>
<p>The council said on Monday that the bridge over the river would be closed until the end of the summer.</p>
<p>It was opened on {}, in the year of the flood, and nobody in the town has looked at its piers.</p>
<p>The board said on Tuesday that nobody will have to walk across the river in the cold of the winter.</p>
</article></body></html>"""
READERS = {
    "trafilatura": extract,
    "  for recall": lambda html: extract(html, favor_recall=True),
    "  as XML": lambda html: extract(html, output_format="xml"),
    "resiliparse": lambda html: extract_plain_text(html, main_content=True),
    "  all of it": extract_plain_text,
    "newspaper4k": lambda html: article("https://herald.example/a", input_html=html).text,
}
for printed in ("1 March 1931", "<time datetime='1931-03-01'>1 March 1931</time>"):
    print(printed)
    for name, read in READERS.items():
        text = read(STORY.format(printed))
        print(f"    {name:12}", text[text.index("It was opened") :].partition(", in the")[0].strip())
PYTHON
)
expected=$(cat <<'END'
1 March 1931
    trafilatura  It was opened on 1 March 1931
      for recall It was opened on 1 March 1931
      as XML     It was opened on 1 March 1931
    resiliparse  It was opened on 1 March 1931
      all of it  It was opened on 1 March 1931
    newspaper4k  It was opened on 1 March 1931
<time datetime='1931-03-01'>1 March 1931</time>
    trafilatura  It was opened on
      for recall It was opened on
      as XML     It was opened on
    resiliparse  It was opened on
      all of it  It was opened on 1 March 1931
    newspaper4k  It was opened on 1 March 1931
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
