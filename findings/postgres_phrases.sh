#!/bin/sh
# PostgreSQL 18.7 in PGlite 0.5.17 of npm finds no phrase whose word was said 255 times before, though each of its words is found.
#
# A `tsvector` keeps 255 places of a word, and none above 16,383; what lies behind is left out or set to that, in silence
# (documentation, 12.11, which has 256). Phrases are found by places. In the ticker of an election night, the record of a trial or
# a debate "minister" is said hundreds of times, and "minister resigned" at its end is not found, nor is any phrase behind the
# 16,383rd word, while `minister & resigned` finds the text.
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
const END = "then the minister resigned";
const asked = ['"minister resigned"', "minister resigned", '"then the minister"'];
for (const times of [254, 255, 5000, 9000]) {
  // The last two say another word between, so that places run out and not those of one word.
  const before = times < 1000 ? "The minister spoke. ".repeat(times) : "One spoke. ".repeat(times);
  console.log(times < 1000 ? `"minister" ${times} times before:` : `${2 * times} words before:`);
  for (const query of asked) {
    const { rows } = await db.query(
      "SELECT to_tsvector('simple', $1) @@ websearch_to_tsquery('simple', $2) AS found", [before + END, query]);
    console.log(`  ${query}:`, rows[0].found ? "found" : "not found");
  }
}
await db.close();
JS
)
expected=$(cat <<'END'
"minister" 254 times before:
  "minister resigned": found
  minister resigned: found
  "then the minister": found
"minister" 255 times before:
  "minister resigned": not found
  minister resigned: found
  "then the minister": not found
10000 words before:
  "minister resigned": found
  minister resigned: found
  "then the minister": found
18000 words before:
  "minister resigned": not found
  minister resigned: found
  "then the minister": not found
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
