#!/bin/sh
# PostgreSQL 18.7 in PGlite 0.5.17 of npm drops what stands behind the "&" of a name where a semicolon follows, as an entity.
#
# Its parser of texts knows HTML: what looks like `&name;` or `<words>` is of token type `entity` or `tag`, and no configuration
# indexes these. Plain text has both: lists of firms are parted by semicolons, and mails and captions have angle brackets. In
# "Rowe&Holt; Ames" there is no Holt, and in "R&D;" no D, so that a name is found where a comma follows and not where a semicolon
# does. `ts_headline` shows the text without what stood in the brackets.
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
for (const [text, ...asked] of [
  ["advised by Rowe&Holt, Ames", "Rowe&Holt", "Holt"],
  ["advised by Rowe&Holt; Ames", "Rowe&Holt", "Holt"],
  ["spending on R&D, not on roads", "R&D"],
  ["spending on R&D; not on roads", "R&D"],
  ["the mail <No bridge today> was short", "bridge", "today"],
  ["fines of <5 and >7 crowns", "crowns", "5"],
]) {
  const types = await db.query("SELECT alias, token FROM ts_debug('simple', $1) WHERE alias IN ('entity', 'tag')", [text]);
  console.log(text, "=>", types.rows.map(({ alias, token }) => `${alias} ${token}`).join(", ") || "words alone");
  for (const words of asked) {
    const { rows } = await db.query(
      "SELECT to_tsvector('simple', $1) @@ websearch_to_tsquery('simple', $2) AS found", [text, words]);
    console.log(`  ${words}:`, rows[0].found ? "found" : "not found");
  }
}
const { rows } = await db.query(
  "SELECT ts_headline('simple'::regconfig, $1::text, 'mail'::tsquery) AS shown", ["the mail <No bridge today> was short"]);
console.log(rows[0].shown);
await db.close();
JS
)
expected=$(cat <<'END'
advised by Rowe&Holt, Ames => words alone
  Rowe&Holt: found
  Holt: found
advised by Rowe&Holt; Ames => entity &Holt;
  Rowe&Holt: not found
  Holt: not found
spending on R&D, not on roads => words alone
  R&D: found
spending on R&D; not on roads => entity &D;
  R&D: not found
the mail <No bridge today> was short => tag <No bridge today>
  bridge: not found
  today: not found
fines of <5 and >7 crowns => words alone
  crowns: found
  5: found
the <b>mail</b>   was short
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
