#!/bin/sh
# date-fns 4.4.0 of npm reads the autumn of Kazakh and the summer of Armenian as January, and May in Frisian as March.
#
# `parse` takes a date by the pattern and in the language that `format` wrote it in, here `d MMMM yyyy`. It tries the patterns
# of the twelve months in turn: in Kazakh every month that begins with қ is the first of them, as in Armenian every month that
# begins with հ, and in Sorani January and the autumn are December. The Scottish "Dùbh" of December is October. Each is a valid
# day, of the right number and year, and no weekday that stands beside it is compared with it. All twelve months of the other
# languages come back as they were, or as an invalid date.
#
# It needs node (20 was used) and npm.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts date-fns@4.4.0
seen=$(node --input-type=module - <<'JS'
import { format, parse } from "date-fns";
import * as locales from "date-fns/locale";

for (const pattern of ["d MMMM yyyy", "d MMM yyyy", "EEEE d MMMM yyyy"]) {
  for (const [name, locale] of Object.entries(locales)) {
    const wrong = [];
    for (let month = 0; month < 12; month++) {
      const day = new Date(2026, month, 4);
      const text = format(day, pattern, { locale });
      const read = parse(text, pattern, new Date(2000, 0, 1), { locale });
      if (!isNaN(read) && +read !== +day) wrong.push(`${text} is in month ${read.getMonth() + 1}`);
    }
    if (wrong.length && pattern[0] === "d") console.log(`${pattern} ${name}: ${wrong.join(", ")}`);
    else if (wrong.length) console.log(`${pattern} ${name}: ${wrong.length} months`);
  }
}
JS
)
expected=$(cat <<'END'
d MMMM yyyy ckb: 4 کانوونی دووەم 2026 is in month 12, 4 ئەیلول 2026 is in month 12, 4 تشرینی یەکەم 2026 is in month 12, 4 تشرینی دووەم 2026 is in month 12
d MMMM yyyy fy: 4 maaie 2026 is in month 3
d MMMM yyyy hy: 4 հունիս 2026 is in month 1, 4 հուլիս 2026 is in month 1
d MMMM yyyy kk: 4 маусым 2026 is in month 5, 4 қыркүйек 2026 is in month 1, 4 қазан 2026 is in month 1, 4 қараша 2026 is in month 1
d MMM yyyy fy: 4 mai. 2026 is in month 3
d MMM yyyy gd: 4 Dùbh 2026 is in month 10
d MMM yyyy hy: 4 հուն 2026 is in month 1, 4 հուլ 2026 is in month 1
d MMM yyyy mn: 4 10-р сар 2026 is in month 1, 4 11-р сар 2026 is in month 1, 4 12-р сар 2026 is in month 1
EEEE d MMMM yyyy ckb: 4 months
EEEE d MMMM yyyy fy: 1 months
EEEE d MMMM yyyy hy: 2 months
EEEE d MMMM yyyy kk: 4 months
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
