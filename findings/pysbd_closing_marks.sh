#!/bin/sh
# pysbd 0.3.4 begins a sentence with the mark that closes the quotation before it, in eight languages.
#
# A mark that closes a quotation or a bracket belongs to the sentence whose end it follows (Unicode's UAX 29, rules SB9 and SB11).
# In Chinese, Hindi, Urdu, Armenian, Burmese, Amharic, Polish and Bulgarian the cut is before it: the quotation is left open, and
# what comes next seems to be said by nobody or, where quotations are counted, by who was quoted. In English and German the same
# text is cut rightly, and in all by sentencex 1.0.32. Persian is cut where the quotation begins, and not where it ends.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pysbd==0.3.4 sentencex==1.0.32

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import warnings

warnings.simplefilter("ignore")

import pysbd
from sentencex import segment

for language, text in {
    "en": "He said: “No.” Then he left.",
    "de": "Er sagte: „Nein.“ Sie ging.",
    "zh": "他说：“不。”然后走了。（桥开了。）",
    "hi": "उसने कहा, “नहीं।” वह गया।",
    "ur": "اس نے کہا، ”نہیں۔“ وہ گیا۔",
    "hy": "Նա ասաց. «Ոչ։» Նա գնաց։",
    "my": "“မဟုတ်ပါ။” သူသွားသည်။",
    "am": "“አይ።” ሄደ።",
    "pl": "Powiedział: „Nie.” Odszedł.",
    "bg": "Той каза: „Не.“ Той си тръгна.",
    "fa": "او گفت: «نه.» سپس رفت.",
}.items():
    print(language)
    print("  pysbd    ", *(f"[{each.strip()}]" for each in pysbd.Segmenter(language=language, clean=False).segment(text)))
    print("  sentencex", *(f"[{each.strip()}]" for each in segment(language, text)))
PYTHON
)
expected=$(cat <<'END'
en
  pysbd     [He said: “No.”] [Then he left.]
  sentencex [He said: “No.”] [Then he left.]
de
  pysbd     [Er sagte: „Nein.“] [Sie ging.]
  sentencex [Er sagte: „Nein.“] [Sie ging.]
zh
  pysbd     [他说：“不。] [”然后走了。] [（桥开了。] [）]
  sentencex [他说：“不。”] [然后走了。] [（桥开了。）]
hi
  pysbd     [उसने कहा, “नहीं।] [” वह गया।]
  sentencex [उसने कहा, “नहीं।”] [वह गया।]
ur
  pysbd     [اس نے کہا، ”نہیں۔] [“ وہ گیا۔]
  sentencex [اس نے کہا، ”نہیں۔“] [وہ گیا۔]
hy
  pysbd     [Նա ասաց. «Ոչ։] [» Նա գնաց։]
  sentencex [Նա ասաց. «Ոչ։»] [Նա գնաց։]
my
  pysbd     [“မဟုတ်ပါ။] [” သူသွားသည်။]
  sentencex [“မဟုတ်ပါ။”] [သူသွားသည်။]
am
  pysbd     [“አይ።] [” ሄደ።]
  sentencex [“አይ።”] [ሄደ።]
pl
  pysbd     [Powiedział: „Nie.] [” Odszedł.]
  sentencex [Powiedział: „Nie.”] [Odszedł.]
bg
  pysbd     [Той каза: „Не.] [“ Той си тръгна.]
  sentencex [Той каза: „Не.“] [Той си тръгна.]
fa
  pysbd     [او گفت:] [«نه.» سپس رفت.]
  sentencex [او گفت: «نه.»] [سپس رفت.]
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
