#!/bin/sh
# SQLite 3.51.1 parts words of Hindi and Bengali at their vowel signs, so that sqlite-utils 3.39.1 finds other words than asked.
#
# Full text search takes letters, figures and private characters for parts of a word, and a sign upon or behind a letter is none of
# them: पुल (bridge) is indexed as प and ल, as is पाल (sail), and who asks for one gets the stories of both. Only words without such a
# sign are words, as are those of Cyrillic, whose marks are of one character with the letter. The manual (FTS5, unicode61) names
# the categories, and not that words of these languages are parted by it. With the categories of signs, as `--tokenize` of
# `enable-fts` can tell them, each is found alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check sqlite-utils==3.39.1 pysqlite3-binary==0.5.4.post2

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import pysqlite3
import sqlite_utils

assert sqlite_utils.utils.sqlite3 is pysqlite3, "the SQLite of the wheel is not the one that is used"
print("SQLite", pysqlite3.sqlite_version)
WORDS = {"Hindi": ("पुल", "पल", "पाल"), "Bengali": ("বিল", "বেল", "বল"), "Russian": ("мой", "мои")}
WHOLE = "unicode61 categories ''L* N* Co Mn Mc''"
for name, tokenize in (("as it comes", None), ("with signs as parts of words", WHOLE)):
    print(name)
    for language, words in WORDS.items():
        table = sqlite_utils.Database(pysqlite3.connect(":memory:"))["stories"]
        table.insert_all({"headline": word} for word in words)
        table.enable_fts(["headline"], tokenize=tokenize)
        print("  ", language, {word: [row["headline"] for row in table.search(table.db.quote_fts(word))] for word in words})
PYTHON
)
expected=$(cat <<'END'
SQLite 3.51.1
as it comes
   Hindi {'पुल': ['पुल', 'पाल'], 'पल': ['पल'], 'पाल': ['पुल', 'पाल']}
   Bengali {'বিল': ['বিল', 'বেল'], 'বেল': ['বিল', 'বেল'], 'বল': ['বল']}
   Russian {'мой': ['мой'], 'мои': ['мои']}
with signs as parts of words
   Hindi {'पुल': ['पुल'], 'पल': ['पल'], 'पाल': ['पाल']}
   Bengali {'বিল': ['বিল'], 'বেল': ['বেল'], 'বল': ['বল']}
   Russian {'мой': ['мой'], 'мои': ['мои']}
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
