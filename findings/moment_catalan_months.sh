#!/bin/sh
# moment 2.31.0 of npm reads each day with a month in Catalan, Occitan or Croatian as one of January, valid and without a warning.
#
# `LL` is a locale's own form of a day and is read as well as written (its manual, "Localized formats"). In these three the name
# of a month has another form in it, with "de" before it or in the genitive, and pages print the same. What moment wrote itself it
# reads as January: eleven months of twelve in Catalan and Occitan, and nine in Croatian. In Lithuanian, Greek and Belarusian such
# days are invalid, which can be seen. In strict mode all are. Luxon 3.7.2 has them right.
#
# It needs node (20 was used) and npm.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts moment@2.31.0 luxon@3.7.2

seen=$(node --input-type=module - <<'JS'
import { createRequire } from "node:module";
import { DateTime } from "luxon";

const require = createRequire(process.cwd() + "/");
const moment = require("moment");
for (const locale of ["es", "ru", "ca", "oc-lnc", "hr"]) {
  require(`moment/locale/${locale}`);
  console.log(locale);
  let right = 0;
  for (let month = 0; month < 12; month += 1) {
    const written = moment([2026, month, 4]).locale(locale).format("LL");
    const read = moment(written, "LL", locale);
    if (read.month() === month) right += 1;
    if (month === 2) {
      const strict = moment(written, "LL", locale, true).isValid();
      console.log(" ", written, "is", read.locale("en").format("YYYY-MM-DD"), "valid", read.isValid(), "in strict mode", strict);
    }
  }
  console.log("  right in", right, "months");
}
console.log("Luxon", DateTime.fromFormat("4 de març 2026", "d MMMM yyyy", { locale: "ca" }).toISODate());
JS
)
expected=$(cat <<'END'
es
  4 de marzo de 2026 is 2026-03-04 valid true in strict mode true
  right in 12 months
ru
  4 марта 2026 г. is 2026-03-04 valid true in strict mode true
  right in 12 months
ca
  4 de març de 2026 is 2026-01-04 valid true in strict mode false
  right in 1 months
oc-lnc
  4 de març de 2026 is 2026-01-04 valid true in strict mode false
  right in 1 months
hr
  4. ožujka 2026 is 2026-01-04 valid true in strict mode false
  right in 3 months
Luxon 2026-03-04
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
