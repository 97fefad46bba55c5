#!/bin/sh
# webvtt-py 0.6.0 takes the tags off a cue and leaves its escapes: "R&amp;D", and who speaks first says what the second one says.
#
# In a cue of WebVTT `<` begins a tag, and the sign itself is written `&lt;`, as `&amp;` is for the other; what a reader is
# shown has neither (WebVTT, 6.4, cue text parsing). The text of a cue here is what stands in the file without its tags: a
# transcript has the escapes in it, and a search for "R&D" finds nothing. A cue in which two people speak, which is what dashes
# are for in other formats, has the voice of the first alone. pycaption 2.3.14 has the signs and both voices.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check webvtt-py==0.6.0 pycaption==2.3.14 setuptools==80.9.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import io

import pycaption
import webvtt

FILE = """WEBVTT

00:01.000 --> 00:02.000
Fares rise if costs &lt; 5

00:03.000 --> 00:04.000
R&amp;D at AT&amp;T

00:05.000 --> 00:06.000
<v Ada Rowe>It opens.</v>
<v Kim Lee>It never closed.</v>
"""
others = pycaption.WebVTTReader().read(FILE).get_captions("en-US")
for cue, other in zip(webvtt.from_buffer(io.StringIO(FILE)), others, strict=True):
    print("webvtt-py", cue.voice, repr(cue.text), "pycaption", repr(other.get_text()))
PYTHON
)
expected=$(cat <<'END'
webvtt-py None 'Fares rise if costs &lt; 5' pycaption 'Fares rise if costs < 5'
webvtt-py None 'R&amp;D at AT&amp;T' pycaption 'R&D at AT&T'
webvtt-py Ada Rowe 'It opens.\nIt never closed.' pycaption 'Ada Rowe: It opens.\nKim Lee: It never closed.'
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
