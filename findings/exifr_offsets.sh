#!/bin/sh
# exifr 7.1.3 of npm makes another moment of a photo's time on each machine, beside the offset that says which it was.
#
# `DateTimeOriginal` of Exif is the clock of a place, and `OffsetTimeOriginal` says how far it is from UTC (tag 0x9011, since
# Exif 2.31); cameras of news photographers write both. exifr turns the first into a `Date`, a moment, with the zone of the
# machine that it runs on, and gives the second beside it unused: in Kyiv, in a container and in Tokyo one photo was taken at
# three moments, and JSON writes them in UTC. A photo's day is another one where the night lies between. `DateCreated` of XMP,
# which has a time and an offset, is lost where IPTC's field of the same name, a day alone, is read as well. exifreader 4.46.0
# leaves all as text.
#
# It needs node (20 was used) and npm, too.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts exifr@7.1.3 exifreader@4.46.0
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pyexiv2==2.16.0 pillow==13.0.0
venv/bin/python - <<'PYTHON'
import pyexiv2
from PIL import Image

Image.new("RGB", (8, 8)).save("bridge.jpg")
photo = pyexiv2.Image("bridge.jpg")
photo.modify_exif({"Exif.Photo.DateTimeOriginal": "2026:03:04 01:30:00", "Exif.Photo.OffsetTimeOriginal": "+02:00"})
photo.modify_xmp({"Xmp.photoshop.DateCreated": "2026-03-04T01:30:00+02:00"})
photo.modify_iptc({"Iptc.Application2.DateCreated": "2026-03-04", "Iptc.Application2.TimeCreated": "01:30:00+02:00"})
photo.close()
PYTHON
cat > read.mjs <<'JS'
import { readFileSync } from "node:fs";
import exifr from "exifr";
import ExifReader from "exifreader";

const file = readFileSync("bridge.jpg");
const { DateTimeOriginal: taken, OffsetTimeOriginal: offset } = await exifr.parse(file);
const { DateCreated: day } = await exifr.parse(file, { xmp: true, iptc: true });
const other = ExifReader.load(file, { expanded: true });
console.log(process.env.TZ, "exifr", JSON.stringify({ taken, offset, day }));
const { DateTimeOriginal: text, OffsetTimeOriginal: zone } = other.exif;
const xmp = other.xmp.DateCreated.value;
console.log(process.env.TZ, "exifreader", JSON.stringify({ taken: text.description, offset: zone.description, xmp }));
JS
seen=$(for zone in Europe/Kyiv UTC Asia/Tokyo America/New_York; do TZ=$zone node read.mjs; done)
expected=$(cat <<'END'
Europe/Kyiv exifr {"taken":"2026-03-03T23:30:00.000Z","offset":"+02:00","day":"20260304"}
Europe/Kyiv exifreader {"taken":"2026:03:04 01:30:00","offset":"+02:00","xmp":"2026-03-04T01:30:00+02:00"}
UTC exifr {"taken":"2026-03-04T01:30:00.000Z","offset":"+02:00","day":"20260304"}
UTC exifreader {"taken":"2026:03:04 01:30:00","offset":"+02:00","xmp":"2026-03-04T01:30:00+02:00"}
Asia/Tokyo exifr {"taken":"2026-03-03T16:30:00.000Z","offset":"+02:00","day":"20260304"}
Asia/Tokyo exifreader {"taken":"2026:03:04 01:30:00","offset":"+02:00","xmp":"2026-03-04T01:30:00+02:00"}
America/New_York exifr {"taken":"2026-03-04T06:30:00.000Z","offset":"+02:00","day":"20260304"}
America/New_York exifreader {"taken":"2026:03:04 01:30:00","offset":"+02:00","xmp":"2026-03-04T01:30:00+02:00"}
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
