#!/bin/sh
# chardet 7.7.0 says Thai of Hindi and Bengali, Korean of Armenian, Georgian and Amharic, in UTF-8.
#
# What `detect` answers has a `language` beside the encoding, and a confidence of 0.99. Each of these scripts is written in
# languages of its own alone (Unicode's chart of scripts), and of the languages that chardet knows none uses it: it names the
# one whose bytes are most alike. With English and Thai, which it knows, it is right. An archive that takes the language of
# a page without one from there files the papers of India under Thailand.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check chardet==7.7.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import chardet

SAID = {
    "en": "The road runs over the mountain and is closed in the rain. People cross the river by boat.",
    "th": "ถนนสายนี้ข้ามภูเขาและปิดเมื่อฝนตก ชาวบ้านข้ามแม่น้ำด้วยเรือและกลับมาในตอนเย็น",
    "hi": "यह सड़क पहाड़ के ऊपर से जाती है और बारिश में बंद रहती है। गाँव के लोग नाव से नदी पार करते हैं।",
    "bn": "এই রাস্তা পাহাড়ের উপর দিয়ে যায় এবং বৃষ্টিতে বন্ধ থাকে। গ্রামের লোকেরা নৌকায় নদী পার হয়।",
    "hy": "Այս ճանապարհն անցնում է լեռան վրայով և անձրևին փակ է։ Գյուղացիները նավակով անցնում են գետը։",
    "ka": "ეს გზა მთაზე გადის და წვიმაში დაკეტილია. სოფლის ხალხი ნავით გადადის მდინარეს.",
    "am": "ይህ መንገድ በተራራው ላይ ያልፋል እና በዝናብ ጊዜ ይዘጋል። የመንደሩ ሰዎች በጀልባ ወንዙን ይሻገራሉ።",
}
for language, said in SAID.items():
    found = chardet.detect((said * 4).encode())
    print(language, "is", found["language"], found["confidence"])
PYTHON
)
expected=$(cat <<'END'
en is en 1.0
th is th 0.99
hi is th 0.99
bn is th 0.99
hy is ko 0.99
ka is ko 0.99
am is ko 0.99
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
