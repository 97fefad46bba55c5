#!/bin/sh
# snowballstemmer 3.1.1 makes "mini" of Dutch ministers, and NLTK 3.10.4 other stems of Dutch, German and English by the same names.
#
# With Snowball 3.0 the name `dutch` went from one algorithm to another, which takes off "ge" at a beginning, too, and the old
# one is `dutch_porter`. PyStemmer and snowballstemmer have the new one, NLTK, and what was built on older editions, the old one
# under the same name, so that an index that was made with one and is asked with the other has no "minister", "gemeente" or
# "waarheid". In the new one ministers are found by "mini", and truth by goods and by "true" (waar). In German and English stems
# differ as well, of feminine forms and of "university".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check snowballstemmer==3.1.1 PyStemmer==3.1.0 nltk==3.10.4

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import snowballstemmer
from nltk.stem.snowball import SnowballStemmer
from Stemmer import Stemmer

WORDS = {
    "dutch": "minister ministers mini gemeente gemeenteraad burgemeester waarheid waar verkiezingen huizen lopen krant",
    "german": "Ministerin Ministerinnen Minister Regierung Häuser",
    "english": "university universal emergency evening bridges elections",
    "french": "élections ministres ponts",
}
for language, words in WORDS.items():
    readers = snowballstemmer.stemmer(language).stemWord, Stemmer(language).stemWord, SnowballStemmer(language).stem
    for word in words.lower().split():
        here, compiled, nltk = (stem(word) for stem in readers)
        print(f"{language:8} {word:14} snowballstemmer {here:12} PyStemmer {compiled:12} NLTK {nltk}")
older = snowballstemmer.stemmer("dutch_porter").stemWord
print("dutch_porter", *(older(word) for word in ("minister", "gemeente", "waarheid")))
PYTHON
)
expected=$(cat <<'END'
dutch    minister       snowballstemmer mini         PyStemmer mini         NLTK minister
dutch    ministers      snowballstemmer mini         PyStemmer mini         NLTK minister
dutch    mini           snowballstemmer mini         PyStemmer mini         NLTK mini
dutch    gemeente       snowballstemmer meen         PyStemmer meen         NLTK gemeent
dutch    gemeenteraad   snowballstemmer meenteraad   PyStemmer meenteraad   NLTK gemeenterad
dutch    burgemeester   snowballstemmer burgemee     PyStemmer burgemee     NLTK burgemeester
dutch    waarheid       snowballstemmer waar         PyStemmer waar         NLTK waarheid
dutch    waar           snowballstemmer waar         PyStemmer waar         NLTK war
dutch    verkiezingen   snowballstemmer verkies      PyStemmer verkies      NLTK verkiez
dutch    huizen         snowballstemmer huis         PyStemmer huis         NLTK huiz
dutch    lopen          snowballstemmer loop         PyStemmer loop         NLTK lop
dutch    krant          snowballstemmer krant        PyStemmer krant        NLTK krant
german   ministerin     snowballstemmer minist       PyStemmer minist       NLTK ministerin
german   ministerinnen  snowballstemmer minist       PyStemmer minist       NLTK ministerinn
german   minister       snowballstemmer minist       PyStemmer minist       NLTK minist
german   regierung      snowballstemmer regier       PyStemmer regier       NLTK regier
german   häuser         snowballstemmer haus         PyStemmer haus         NLTK haus
english  university     snowballstemmer universiti   PyStemmer universiti   NLTK univers
english  universal      snowballstemmer universal    PyStemmer universal    NLTK univers
english  emergency      snowballstemmer emergenc     PyStemmer emergenc     NLTK emerg
english  evening        snowballstemmer evening      PyStemmer evening      NLTK even
english  bridges        snowballstemmer bridg        PyStemmer bridg        NLTK bridg
english  elections      snowballstemmer elect        PyStemmer elect        NLTK elect
french   élections      snowballstemmer élect        PyStemmer élect        NLTK élect
french   ministres      snowballstemmer ministr      PyStemmer ministr      NLTK ministr
french   ponts          snowballstemmer pont         PyStemmer pont         NLTK pont
dutch_porter minister gemeent waarheid
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
