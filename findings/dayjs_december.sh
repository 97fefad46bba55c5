#!/bin/sh
# dayjs 1.11.23 of npm reads "4 декабря 2026" as a day of 2027, as it does all days of December in six languages.
#
# In Russian, Ukrainian, Belarusian, Polish, Lithuanian and Croatian a month has another form behind a day, which is the one that
# pages print. `format` writes it, and the plugin CustomParseFormat, whose token `MMMM` is documented as the full name of a month,
# takes it in eleven months of the year. Twelve is not turned to the last month but to the one behind it, so that a story of
# December is a year late, in the future, valid, and of the same day and month. Luxon 3.7.2 has it right.
#
# It needs node (20 was used) and npm.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts dayjs@1.11.23 luxon@3.7.2

seen=$(node --input-type=module - <<'JS'
import dayjs from "dayjs";
import custom from "dayjs/plugin/customParseFormat.js";
import "dayjs/locale/be.js";
import "dayjs/locale/de.js";
import "dayjs/locale/hr.js";
import "dayjs/locale/lt.js";
import "dayjs/locale/pl.js";
import "dayjs/locale/ru.js";
import "dayjs/locale/uk.js";
import { DateTime } from "luxon";

dayjs.extend(custom);
for (const locale of ["de", "ru", "uk", "be", "pl", "lt", "hr"]) {
  for (const month of [10, 11]) {
    const written = dayjs(new Date(2026, month, 4)).locale(locale).format("D MMMM YYYY");
    const read = dayjs(written, "D MMMM YYYY", locale);
    const luxon = DateTime.fromFormat(written, "d MMMM yyyy", { locale });
    console.log(locale, written.padEnd(18), read.isValid(), read.format("YYYY-MM-DD"), "Luxon", luxon.toISODate());
  }
}
JS
)
expected=$(cat <<'END'
de 4 November 2026    true 2026-11-04 Luxon 2026-11-04
de 4 Dezember 2026    true 2026-12-04 Luxon 2026-12-04
ru 4 ноября 2026      true 2026-11-04 Luxon 2026-11-04
ru 4 декабря 2026     true 2027-12-04 Luxon 2026-12-04
uk 4 листопада 2026   true 2026-11-04 Luxon 2026-11-04
uk 4 грудня 2026      true 2027-12-04 Luxon 2026-12-04
be 4 лістапада 2026   true 2026-11-04 Luxon 2026-11-04
be 4 снежня 2026      true 2027-12-04 Luxon 2026-12-04
pl 4 listopada 2026   true 2026-11-04 Luxon 2026-11-04
pl 4 grudnia 2026     true 2027-12-04 Luxon 2026-12-04
lt 4 lapkričio 2026   true 2026-11-04 Luxon 2026-11-04
lt 4 gruodžio 2026    true 2027-12-04 Luxon 2026-12-04
hr 4 studenoga 2026   true 2026-11-04 Luxon 2026-11-04
hr 4 prosinca 2026    true 2027-12-04 Luxon 2026-12-04
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
