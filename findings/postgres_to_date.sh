#!/bin/sh
# PostgreSQL 18.7 in PGlite 0.5.17 of npm reads 2026-03-04 by the pattern YYYYMMDD as 3 January, and 2026-09-30 as 9 January.
#
# A column of days in which some are written as 20260304 and others with hyphens is common where two systems were joined, and
# `to_date` is how Postgres reads it. A hyphen that the pattern does not have is no mistake, but the minus of the month: -0 is
# no month, for which January stands, the month's other figure is the day, and the rest is not looked at. For nine months of
# twelve it is a day of the right year without an error; the others, and days with strokes or points, are refused. As a `date`,
# which needs no pattern, each of them is read rightly.
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
const day = async (sql, ...values) => {
  try {
    return Object.values((await db.query(sql, values)).rows[0])[0];
  } catch (refused) {
    return `refused: ${refused.message}`;
  }
};
for (const text of ["20260304", "2026-03-04", "2026-05-31", "2026-09-30", "2026-11-24", "2026/03/04"]) {
  console.log(text);
  console.log("  to_date:", await day("SELECT to_date($1, 'YYYYMMDD')::text", text));
  console.log("  date:   ", await day("SELECT $1::text::date::text", text));
}
await db.close();
JS
)
expected=$(cat <<'END'
20260304
  to_date: 2026-03-04
  date:    2026-03-04
2026-03-04
  to_date: 2026-01-03
  date:    2026-03-04
2026-05-31
  to_date: 2026-01-05
  date:    2026-05-31
2026-09-30
  to_date: 2026-01-09
  date:    2026-09-30
2026-11-24
  to_date: refused: date/time field value out of range: "2026-11-24"
  date:    2026-11-24
2026/03/04
  to_date: refused: invalid value "/0" for "MM"
  date:    2026-03-04
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
