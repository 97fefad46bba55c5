#!/bin/sh
# yake 0.7.3 tells that a text is about York where it is about New York, and about Smith where it is about Will Smith.
#
# Keywords of up to three words are what it makes, and no word of its list of stop words may begin or end one. The list has
# `new`, `will`, `may` and `who` for English, and knows no capitals: New York, New Zealand and Will Smith lose their first half,
# and The Who is none. So are Le Havre and Las Palmas, Den Haag is Haag. Stories of York and of New York have the same keyword,
# and who counts by it counts them together. A name without such a word is whole (Saudi Arabia).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check yake==0.7.3

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from yake import KeywordExtractor

for language, text in (
    ("en", "New York closed a bridge. The mayor of New York spoke. New York waits."),
    ("en", "New Zealand voted. The parliament of New Zealand met. New Zealand waits."),
    ("en", "Will Smith spoke. Will Smith left. Will Smith waits."),
    ("en", "The Who played. The Who waits. Fans of The Who came."),
    ("en", "Saudi Arabia voted. Saudi Arabia waits. Saudi Arabia met."),
    ("fr", "Le Havre vote. La mairie du Havre attend. Le Havre attend."),
    ("es", "Las Palmas vota. Las Palmas espera. Las Palmas calla."),
    ("nl", "Den Haag stemt. Den Haag wacht. Den Haag zwijgt."),
):
    found = [word for word, _ in KeywordExtractor(lan=language, n=3, top=4).extract_keywords(text)]
    print(text, "=>", ", ".join(found))
PYTHON
)
expected=$(cat <<'END'
New York closed a bridge. The mayor of New York spoke. New York waits. => closed a bridge, York closed, York, York spoke
New Zealand voted. The parliament of New Zealand met. New Zealand waits. => Zealand voted, Zealand, Zealand met, Zealand waits
Will Smith spoke. Will Smith left. Will Smith waits. => Smith spoke, Smith, Smith left, Smith waits
The Who played. The Who waits. Fans of The Who came. => played, waits, Fans
Saudi Arabia voted. Saudi Arabia waits. Saudi Arabia met. => Saudi Arabia voted, Saudi Arabia, Saudi Arabia waits, Saudi Arabia met
Le Havre vote. La mairie du Havre attend. Le Havre attend. => Havre attend, Havre vote, Havre, attend
Las Palmas vota. Las Palmas espera. Las Palmas calla. => Palmas vota, Palmas, Palmas espera, Palmas calla
Den Haag stemt. Den Haag wacht. Den Haag zwijgt. => Haag stemt, Haag, Haag wacht, Haag zwijgt
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
