#!/bin/sh
# courlan 1.4.0 has one address for all topics that are escaped in another charset than UTF-8, and takes a viewer for another site.
#
# Escapes are bytes (RFC 3986, 2.5), and older systems write the words of a query in the charset of their pages. Each byte that is
# not UTF-8 becomes U+FFFD, so that topics of equally many letters are one page, at an address that nobody links to and that leads
# nowhere. `clean_url` takes what follows a second `https://` for the address that was meant: an outlet's page about a page
# elsewhere is that page. `canonicalize_url` of w3lib, by which Scrapy tells addresses apart, keeps both.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check courlan==1.4.0 w3lib==2.5.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from courlan import clean_url, normalize_url
from w3lib.url import canonicalize_url

for url in (
    "https://herald.example/topic?name=%D0%BC%D0%BE%D1%81%D1%82",
    "https://herald.example/topic?name=%EC%EE%F1%F2",
    "https://herald.example/topic?name=%E4%EE%EC%E0",
    "https://herald.example/viewer?url=https://pictures.example/1.html",
):
    print(url)
    for name, read in (
        ("normalize_url", normalize_url),
        ("clean_url", clean_url),
        ("w3lib", canonicalize_url),
    ):
        print(f"    {name:13}", read(url))
PYTHON
)
expected=$(cat <<'END'
https://herald.example/topic?name=%D0%BC%D0%BE%D1%81%D1%82
    normalize_url https://herald.example/topic?name=%D0%BC%D0%BE%D1%81%D1%82
    clean_url     https://herald.example/topic?name=%D0%BC%D0%BE%D1%81%D1%82
    w3lib         https://herald.example/topic?name=%D0%BC%D0%BE%D1%81%D1%82
https://herald.example/topic?name=%EC%EE%F1%F2
    normalize_url https://herald.example/topic?name=%EF%BF%BD%EF%BF%BD%EF%BF%BD%EF%BF%BD
    clean_url     https://herald.example/topic?name=%EF%BF%BD%EF%BF%BD%EF%BF%BD%EF%BF%BD
    w3lib         https://herald.example/topic?name=%EC%EE%F1%F2
https://herald.example/topic?name=%E4%EE%EC%E0
    normalize_url https://herald.example/topic?name=%EF%BF%BD%EF%BF%BD%EF%BF%BD%EF%BF%BD
    clean_url     https://herald.example/topic?name=%EF%BF%BD%EF%BF%BD%EF%BF%BD%EF%BF%BD
    w3lib         https://herald.example/topic?name=%E4%EE%EC%E0
https://herald.example/viewer?url=https://pictures.example/1.html
    normalize_url https://herald.example/viewer?url=https%3A%2F%2Fpictures.example%2F1.html
    clean_url     https://pictures.example/1.html
    w3lib         https://herald.example/viewer?url=https%3A%2F%2Fpictures.example%2F1.html
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
