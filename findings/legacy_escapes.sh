#!/bin/sh
# furl 2.1.4 and courlan 1.4.0 make one address of all that say their words in another charset than UTF-8.
#
# An escape in an address stands for a byte (RFC 3986, 2.1), and outlets in windows-1251 have words of that charset in their paths
# and queries. furl reads the bytes as UTF-8 and puts the sign for "no letter" in place of each, in paths and in queries, courlan
# in queries: Kyiv and Riga are the same four signs, so one of two is not fetched, and the other is asked for by an address that
# the site does not know. furl does so by parsing alone, without a word of cleaning. yarl, url-normalize and w3lib keep the bytes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check \
    furl==2.1.4 courlan==1.4.0 yarl==1.25.1 url-normalize==3.1.0 w3lib==2.5.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from urllib.parse import quote

import courlan
import furl
import url_normalize
import w3lib.url
import yarl

TOOLS = {
    "furl": lambda address: furl.furl(address).url,
    "courlan": courlan.clean_url,
    "yarl": lambda address: str(yarl.URL(address)),
    "url-normalize": url_normalize.url_normalize,
    "w3lib": w3lib.url.canonicalize_url,
}
for charset in ("windows-1251", "utf-8"):
    for form in ("https://herald.example/city/{}/", "https://herald.example/search?city={}"):
        kyiv, riga = (form.format(quote(name.encode(charset))) for name in ("Киев", "Рига"))
        print(f"{charset}: {kyiv} and {riga}")
        for name, clean in TOOLS.items():
            told = "the same" if clean(kyiv) == clean(riga) else "two"
            print(f"  {name:13} {told:8} {'' if clean(kyiv) == kyiv else clean(kyiv)}".rstrip())
PYTHON
)
expected=$(cat <<'END'
windows-1251: https://herald.example/city/%CA%E8%E5%E2/ and https://herald.example/city/%D0%E8%E3%E0/
  furl          the same https://herald.example/city/%EF%BF%BD%EF%BF%BD%EF%BF%BD%EF%BF%BD/
  courlan       two
  yarl          two
  url-normalize two
  w3lib         two
windows-1251: https://herald.example/search?city=%CA%E8%E5%E2 and https://herald.example/search?city=%D0%E8%E3%E0
  furl          the same https://herald.example/search?city=%EF%BF%BD%EF%BF%BD%EF%BF%BD%EF%BF%BD
  courlan       the same https://herald.example/search?city=%EF%BF%BD%EF%BF%BD%EF%BF%BD%EF%BF%BD
  yarl          two
  url-normalize two
  w3lib         two
utf-8: https://herald.example/city/%D0%9A%D0%B8%D0%B5%D0%B2/ and https://herald.example/city/%D0%A0%D0%B8%D0%B3%D0%B0/
  furl          two
  courlan       two
  yarl          two
  url-normalize two
  w3lib         two
utf-8: https://herald.example/search?city=%D0%9A%D0%B8%D0%B5%D0%B2 and https://herald.example/search?city=%D0%A0%D0%B8%D0%B3%D0%B0
  furl          two
  courlan       two
  yarl          two
  url-normalize two
  w3lib         two
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
