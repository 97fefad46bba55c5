#!/bin/sh
# ImageHash 4.3.2 has one hash for all scans of 16 bits, and one for all drawings on a transparent ground.
#
# Archives scan papers at 16 bits a pixel, and outlets publish charts and logos as PNG with a ground that is seen through. A
# sample of 16 bits stands for the same grey as one of 8 (PNG, 13.12, sample depth rescaling), and a transparent pixel shows what
# is behind it (13.16, alpha channel processing). Pillow 13.0.0 is asked for the picture in mode `L`, which cuts off all above 255
# and forgets what is transparent: a plain white page, and a plain black one, whose hash is that of each other such picture, at
# distance 0. A picture and itself at 16 bits are as far apart as two that have nothing in common. Nothing is raised, and no
# warning is printed. dhash 1.4 sees the drawings, and not the scans.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check ImageHash==4.3.2 dhash==1.4 pillow==13.0.0 numpy==2.4.6

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import dhash
import imagehash
import numpy
from PIL import Image, ImageDraw


def drawing(mode, ground, ink, boxes):
    picture = Image.new(mode, (256, 256), ground)
    for box in boxes:
        ImageDraw.Draw(picture).rectangle(box, fill=ink)
    return picture


HASHES = {
    "average_hash": imagehash.average_hash,
    "phash": imagehash.phash,
    "dhash": imagehash.dhash,
    "whash": imagehash.whash,
    "dhash (dhash)": lambda picture: imagehash.hex_to_hash(dhash.format_hex(*dhash.dhash_row_col(picture))[:16]),
}
BRIDGE, FERRY = [(20, 120, 230, 140), (60, 40, 80, 120), (180, 40, 200, 120)], [(90, 20, 170, 230)]
BRIDGE_8, FERRY_8 = (drawing("L", 12, 200, boxes) for boxes in (BRIDGE, FERRY))
BRIDGE_16, FERRY_16 = (Image.fromarray(numpy.asarray(each).astype("uint16") * 257) for each in (BRIDGE_8, FERRY_8))
BRIDGE_CLEAR, FERRY_CLEAR = (drawing("RGBA", (0, 0, 0, 0), (0, 0, 0, 255), boxes) for boxes in (BRIDGE, FERRY))
for name, of in HASHES.items():
    print(name)
    print("  two pictures of 8 bits          ", of(BRIDGE_8) - of(FERRY_8))
    print("  the same at 16 bits             ", of(BRIDGE_16) - of(FERRY_16), of(BRIDGE_16))
    print("  one of them at 8 and at 16 bits ", of(BRIDGE_8) - of(BRIDGE_16))
    print("  two on a transparent ground     ", of(BRIDGE_CLEAR) - of(FERRY_CLEAR), of(BRIDGE_CLEAR))
PYTHON
)
expected=$(cat <<'END'
average_hash
  two pictures of 8 bits           25
  the same at 16 bits              0 0000000000000000
  one of them at 8 and at 16 bits  21
  two on a transparent ground      0 0000000000000000
phash
  two pictures of 8 bits           42
  the same at 16 bits              0 8000000000000000
  one of them at 8 and at 16 bits  31
  two on a transparent ground      0 0000000000000000
dhash
  two pictures of 8 bits           34
  the same at 16 bits              0 0000000000000000
  one of them at 8 and at 16 bits  18
  two on a transparent ground      0 0000000000000000
whash
  two pictures of 8 bits           30
  the same at 16 bits              0 0000000000000000
  one of them at 8 and at 16 bits  26
  two on a transparent ground      0 0000000000000000
dhash (dhash)
  two pictures of 8 bits           40
  the same at 16 bits              0 0000000000000000
  one of them at 8 and at 16 bits  24
  two on a transparent ground      31 003b3b333b450001
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
