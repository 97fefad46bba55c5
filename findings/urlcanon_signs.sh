#!/bin/sh
# urlcanon 0.3.1 makes one address of a search for "C++" and one for "C  ", and of a sign that is written and one that parts.
#
# A reserved sign and its percent code are not the same (RFC 3986, 2.2 and 6.2.2.2: only unreserved ones are decoded): a `+` in a
# query is a space and `%2B` a plus, `%2F` a stroke in a name and no end of a folder, `%252F` three signs. `semantic`, by which an
# archive tells whether it has a page, decodes them until nothing is left to decode, and writes `;b=2` with a percent code
# instead. Two stories have one key then, and the address that is asked for is another one. `google` does the same with `?` in a
# path.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check urlcanon==0.3.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import urlcanon

for first, second in (
    ("/~ada", "/%7Eada"),
    ("/search?q=C%2B%2B", "/search?q=C++"),
    ("/tag/AC%2FDC", "/tag/AC/DC"),
    ("/tag/AC%252FDC", "/tag/AC/DC"),
    ("/region/bridge%3Bferry", "/region/bridge;ferry"),
    ("/tag/why%3F", "/tag/why?"),
    ("/story?day=4;page=2", "/story?day=4;page%3D2"),
):
    print(first, "and", second)
    for name in ("whatwg", "semantic", "google"):
        made = [str(getattr(urlcanon, name)(f"https://herald.example{path}")) for path in (first, second)]
        paths = dict.fromkeys(url.removeprefix("https://herald.example") for url in made)
        print(f"  {name:8}", {1: "one", 2: "two"}[len(paths)], *paths)
PYTHON
)
expected=$(cat <<'END'
/~ada and /%7Eada
  whatwg   two /~ada /%7Eada
  semantic one /~ada
  google   one /~ada
/search?q=C%2B%2B and /search?q=C++
  whatwg   two /search?q=C%2B%2B /search?q=C++
  semantic one /search?q=C++
  google   one /search?q=C++
/tag/AC%2FDC and /tag/AC/DC
  whatwg   two /tag/AC%2FDC /tag/AC/DC
  semantic one /tag/AC/DC
  google   one /tag/AC/DC
/tag/AC%252FDC and /tag/AC/DC
  whatwg   two /tag/AC%252FDC /tag/AC/DC
  semantic one /tag/AC/DC
  google   one /tag/AC/DC
/region/bridge%3Bferry and /region/bridge;ferry
  whatwg   two /region/bridge%3Bferry /region/bridge;ferry
  semantic one /region/bridge;ferry
  google   one /region/bridge;ferry
/tag/why%3F and /tag/why?
  whatwg   two /tag/why%3F /tag/why?
  semantic two /tag/why%3F /tag/why?
  google   one /tag/why?
/story?day=4;page=2 and /story?day=4;page%3D2
  whatwg   two /story?day=4;page=2 /story?day=4;page%3D2
  semantic one /story?day=4;page%3D2
  google   one /story?day=4;page=2
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
