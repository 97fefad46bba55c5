#!/bin/sh
# iptcinfo3 2.3.0 gives one of two photographers, the last, and takes the other out of the file where it saves one.
#
# A photo of an agency names who took it in By-line (2:80), once for each, and who wrote its caption in Writer (2:122); both may
# be repeated, as may locations, subjects and contacts (IPTC-IIM 4.2, section 6, "repeatable"). iptcinfo3 keeps a list for
# `keywords`, `supplemental category` and `contact`, and for the others what it came upon last, so that saving the file anew
# takes the first ones out of it. Pillow 13.0.0 and exiv2 give lists.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check iptcinfo3==2.3.0 pyexiv2==2.16.0 pillow==13.0.0 setuptools==80.9.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import logging

import pyexiv2
from iptcinfo3 import IPTCInfo
from PIL import Image, IptcImagePlugin

logging.disable()
Image.new("RGB", (8, 8)).save("bridge.jpg")
photo = pyexiv2.Image("bridge.jpg")
photo.modify_iptc({
    "Iptc.Application2.Byline": ["Ada Rowe", "Kim Lee"],
    "Iptc.Application2.Writer": ["Ben Ito", "Ada Rowe"],
    "Iptc.Application2.LocationName": ["Harbour", "Old Town"],
    "Iptc.Application2.Keywords": ["bridge", "ferry"],
})


def pillow():
    found = IptcImagePlugin.getiptcinfo(Image.open("bridge.jpg"))
    return {name: found[key] for name, key in {"by-line": (2, 80), "writer": (2, 122), "keywords": (2, 25)}.items()}


print("exiv2", {name.rpartition(".")[2]: value for name, value in photo.read_iptc().items()})
photo.close()
print("Pillow", pillow())
info = IPTCInfo("bridge.jpg")
print("iptcinfo3", {name: info[name] for name in ("by-line", "writer/editor", "keywords")})
info["headline"] = "The bridge opens"
info.save()
print("saved by iptcinfo3, read by Pillow", pillow())
PYTHON
)
expected=$(cat <<'END'
exiv2 {'Byline': ['Ada Rowe', 'Kim Lee'], 'Writer': ['Ben Ito', 'Ada Rowe'], 'LocationName': ['Harbour', 'Old Town'], 'Keywords': ['bridge', 'ferry']}
Pillow {'by-line': [b'Ada Rowe', b'Kim Lee'], 'writer': [b'Ben Ito', b'Ada Rowe'], 'keywords': [b'bridge', b'ferry']}
iptcinfo3 {'by-line': b'Kim Lee', 'writer/editor': b'Ada Rowe', 'keywords': [b'bridge', b'ferry']}
saved by iptcinfo3, read by Pillow {'by-line': b'Kim Lee', 'writer': b'Ada Rowe', 'keywords': [b'bridge', b'ferry']}
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
