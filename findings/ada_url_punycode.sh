#!/bin/sh
# ada-url 4.0.0 keeps a host in Punycode that it refuses in letters.
#
# `xn--a` stands for the control character U+0080, which no host may hold (UTS 46, and by it WHATWG's URL standard). Written
# out it is refused, and idna refuses both; in Punycode ada-url gives it back as it was. An archive whose articles are
# known by their address, in ada-url's spelling, keeps a host that cannot be. (Node.js 20.20.2, by ada 2.9.2, refuses both.)
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check ada-url==4.0.0 idna==3.11

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import ada_url
import idna


def told(read, host):
    try:
        return read(host)
    except ValueError:
        return "refused"


for host in ("\u0080.example", "xn--a.example"):
    url = told(lambda host: ada_url.normalize_url(f"https://{host}/"), host)
    print(ascii(host), "ada-url:", url, "idna:", told(idna.decode, host))
PYTHON
)
expected=$(cat <<'END'
'\x80.example' ada-url: refused idna: refused
'xn--a.example' ada-url: https://xn--a.example/ idna: refused
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
