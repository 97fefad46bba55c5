#!/bin/sh
# PostgreSQL 18.7 in PGlite 0.5.17 of npm reads "10:30 GMT+3" as 13:30 in UTC, six hours from what it says.
#
# Outlets of Turkey, Kenya and the Gulf print `GMT+3`, and JavaScript writes `GMT+0300`: three hours ahead. To Postgres letters
# with a number are a zone of POSIX, whose number counts westwards (documentation, B.5), in a `timestamptz` and behind AT TIME
# ZONE; there a bare `+03` does, too, which is ahead in a `timestamptz`. `GMT+0300` is refused, so that what is not refused looks
# right. IST, of which India has most, is Israel's, by a file of abbreviations (B.4). JavaScript's reader counts as it is printed.
#
# It needs node (20 was used) and npm.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @electric-sql/pglite@0.5.17
seen=$(node --input-type=module - <<'JS'
import { PGlite } from "@electric-sql/pglite";

const db = await PGlite.create();
await db.query("SET TimeZone = 'UTC'");
const first = async (sql, ...values) => {
  try {
    return Object.values((await db.query(sql, values)).rows[0])[0];
  } catch (refused) {
    return refused.message.split(":")[0];
  }
};
for (const zone of ["GMT+3", "UTC+3", "UTC+03:00", "GMT-5", "+03", "GMT+0300", "IST"]) {
  const printed = `2026-07-04 10:30 ${zone}`;
  console.log(printed);
  console.log("  timestamptz ", await first("SELECT $1::text::timestamptz::text", printed));
  console.log("  AT TIME ZONE", await first("SELECT (timestamp '2026-07-04 10:30' AT TIME ZONE $1)::text", zone));
  const moment = new Date(printed);
  console.log("  JavaScript  ", isNaN(moment) ? "no date" : moment.toISOString());
}
await db.close();
JS
)
expected=$(cat <<'END'
2026-07-04 10:30 GMT+3
  timestamptz  2026-07-04 13:30:00+00
  AT TIME ZONE 2026-07-04 13:30:00+00
  JavaScript   2026-07-04T07:30:00.000Z
2026-07-04 10:30 UTC+3
  timestamptz  2026-07-04 13:30:00+00
  AT TIME ZONE 2026-07-04 13:30:00+00
  JavaScript   2026-07-04T07:30:00.000Z
2026-07-04 10:30 UTC+03:00
  timestamptz  2026-07-04 13:30:00+00
  AT TIME ZONE 2026-07-04 13:30:00+00
  JavaScript   2026-07-04T07:30:00.000Z
2026-07-04 10:30 GMT-5
  timestamptz  2026-07-04 05:30:00+00
  AT TIME ZONE 2026-07-04 05:30:00+00
  JavaScript   2026-07-04T15:30:00.000Z
2026-07-04 10:30 +03
  timestamptz  2026-07-04 07:30:00+00
  AT TIME ZONE 2026-07-04 13:30:00+00
  JavaScript   2026-07-04T07:30:00.000Z
2026-07-04 10:30 GMT+0300
  timestamptz  time zone "gmt+0300" not recognized
  AT TIME ZONE time zone "GMT+0300" not recognized
  JavaScript   2026-07-04T07:30:00.000Z
2026-07-04 10:30 IST
  timestamptz  2026-07-04 08:30:00+00
  AT TIME ZONE 2026-07-04 08:30:00+00
  JavaScript   no date
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
