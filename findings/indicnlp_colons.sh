#!/bin/sh
# indic-nlp-library 0.92 makes letters of colons and full stops of bars: "मुख्यमंत्री: …" is another word, and ten thirty no time.
#
# Its normalizers are for spellings of one letter by several code points. In Devanagari, Gujarati, Gurmukhi, Bengali, Odia, Telugu,
# Kannada and Malayalam they take each colon behind a sign of the script for a visarga (U+0903 and its like), a letter that is
# heard, and in Tamil for the aytham. A colon is what headlines have behind a speaker or a place, and what parts hours from minutes:
# the name before it becomes a word that no index has, `10:30` in digits of the script no time that a reader of dates knows.
# A bar, which parts a headline from the name of its paper, becomes a danda, which ends a sentence. Unicode has the colon as
# punctuation (Po) and the visarga as a part of a word (Mc).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check indic-nlp-library==0.92 setuptools==80.9.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from indicnlp.normalize.indic_normalize import IndicNormalizerFactory

TEXTS = [
    ("hi", "मुख्यमंत्री: पुल मई में खुलेगा"),
    ("hi", "सुबह १०:३० बजे"),
    ("hi", "सुबह 10:30 बजे"),
    ("hi", "पुल खुला | समाचार"),
    ("bn", "মুখ্যমন্ত্রী: সেতু খুলবে"),
    ("gu", "મુખ્યમંત્રી: પુલ"),
    ("pa", "ਮੁੱਖ ਮੰਤਰੀ: ਪੁਲ"),
    ("te", "ముఖ్యమంత్రి: వంతెన"),
    ("kn", "ಮುಖ್ಯಮಂತ್ರಿ: ಸೇತುವೆ"),
    ("ml", "മുഖ്യമന്ത്രി: പാലം"),
    ("ta", "முதல்வர்: பாலம்"),
]
for language, text in TEXTS:
    normal = IndicNormalizerFactory().get_normalizer(language).normalize(text)
    changed = [f"U+{ord(a):04X} is U+{ord(b):04X}" for a, b in zip(text, normal, strict=True) if a != b]
    print(language, text, "=>", normal, *changed or ["as it was"])
PYTHON
)
expected=$(cat <<'END'
hi मुख्यमंत्री: पुल मई में खुलेगा => मुख्यमंत्रीः पुल मई में खुलेगा U+003A is U+0903
hi सुबह १०:३० बजे => सुबह १०ः३० बजे U+003A is U+0903
hi सुबह 10:30 बजे => सुबह 10:30 बजे as it was
hi पुल खुला | समाचार => पुल खुला । समाचार U+007C is U+0964
bn মুখ্যমন্ত্রী: সেতু খুলবে => মুখ্যমন্ত্রীঃ সেতু খুলবে U+003A is U+0983
gu મુખ્યમંત્રી: પુલ => મુખ્યમંત્રીઃ પુલ U+003A is U+0A83
pa ਮੁੱਖ ਮੰਤਰੀ: ਪੁਲ => ਮੁੱਖ ਮੰਤਰੀਃ ਪੁਲ U+003A is U+0A03
te ముఖ్యమంత్రి: వంతెన => ముఖ్యమంత్రిః వంతెన U+003A is U+0C03
kn ಮುಖ್ಯಮಂತ್ರಿ: ಸೇತುವೆ => ಮುಖ್ಯಮಂತ್ರಿಃ ಸೇತುವೆ U+003A is U+0C83
ml മുഖ്യമന്ത്രി: പാലം => മുഖ്യമന്ത്രിഃ പാലം U+003A is U+0D03
ta முதல்வர்: பாலம் => முதல்வர்ஃ பாலம் U+003A is U+0B83
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
