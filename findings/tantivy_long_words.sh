#!/bin/sh
# tantivy 0.27.0 does not find words of fourteen letters in Georgian, of twenty in Russian, or a short clause in Thai.
#
# The tokenizer of a text field leaves out what is longer than 40 characters, as the manual of tantivy's tokenizers has it, so
# that encoded attachments are no words. It counts bytes of UTF-8, and leaves out 40, too: that is a word of 20 letters in Russian
# or Greek, of 14 in Georgian, and in Thai, which writes no spaces between words, some of them together. A story with the word is
# not found, without an error: the word is dropped from the query as well.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check tantivy==0.27.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import tantivy

WORDS = {
    "English, 39 letters": "a" * 39,
    "English, 40 letters": "a" * 40,
    "Russian, 19 letters": "ж" * 19,
    "Russian, 20 letters": "ж" * 20,
    "Georgian, 13 letters": "საქართველოსიქ",
    "Georgian, 14 letters": "საქართველოსიქა",
    "Russian": "достопримечательность",
    "Georgian": "დამოუკიდებლობისთვის",
    "German": "Rindfleischetikettierungsgesetz",
    "Thai": "นายกรัฐมนตรีเปิดสะพาน",
}
builder = tantivy.SchemaBuilder()
builder.add_text_field("body", stored=True)
index = tantivy.Index(builder.build())
with_words = index.writer()
for word in WORDS.values():
    with_words.add_document(tantivy.Document(body=word))
with_words.commit()
index.reload()
for title, word in WORDS.items():
    query = index.parse_query(word, ["body"])
    print(f"{title:20} {len(word):2} letters {len(word.encode()):2} bytes, found {index.searcher().search(query).count}")
PYTHON
)
expected=$(cat <<'END'
English, 39 letters  39 letters 39 bytes, found 1
English, 40 letters  40 letters 40 bytes, found 0
Russian, 19 letters  19 letters 38 bytes, found 1
Russian, 20 letters  20 letters 40 bytes, found 0
Georgian, 13 letters 13 letters 39 bytes, found 1
Georgian, 14 letters 14 letters 42 bytes, found 0
Russian              21 letters 42 bytes, found 0
Georgian             19 letters 57 bytes, found 0
German               31 letters 31 bytes, found 1
Thai                 21 letters 63 bytes, found 0
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
