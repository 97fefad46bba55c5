#!/bin/sh
# chrono-node 2.10.3 of npm reads 民國115年 as the year 115 and 大正12年 as the year 12, and half past ten in French as ten.
#
# Taiwan counts years from 1912 (民國115年 is 2026), and Japan by its emperors (大正12年 is 1923), on pages of courts, archives and
# newspapers. The Japanese reader knows three eras and reads the number behind the others as a year of ours; the Chinese one
# knows none, and takes two digits of 二〇二六年, the way that years are read in digits, for the year 26. All are told as certain. A
# space around the "h" of a time, which the French of Canada and the printers' rules of France have, ends it before the minutes.
# Of Japanese pages of today all is right.
#
# It needs node (20 was used) and npm.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts chrono-node@2.10.3
seen=$(node --input-type=module - <<'JS'
import * as chrono from "chrono-node";

const asked = { instant: new Date("2026-01-15T09:00:00Z"), timezone: 0 };
for (const [name, reader, texts] of [
  ["ja", chrono.ja, ["2026年3月4日", "令和8年3月4日", "昭和20年8月15日", "大正12年9月1日", "明治38年9月5日"]],
  ["zh.hant", chrono.zh.hant, ["2026年3月4日", "民國115年3月4日", "中華民國一一五年三月四日", "二〇二六年三月四日"]],
  ["zh.hans", chrono.zh.hans, ["2026年3月4日", "民国38年10月1日", "二〇二六年三月四日"]],
  ["fr", chrono.fr, ["4 mars 2026 à 10h30", "4 mars 2026 à 10 h 30", "4 mars 2026 à 22 h 45 min"]],
]) {
  for (const text of texts) {
    const [found] = reader.parse(text, asked);
    const certain = found.start.isCertain("year") ? "certain" : "guessed";
    console.log(name.padEnd(7), text, "=>", found.date().toISOString().slice(0, 16), certain, "of", JSON.stringify(found.text));
  }
}
JS
)
expected=$(cat <<'END'
ja      2026年3月4日 => 2026-03-04T12:00 certain of "2026年3月4日"
ja      令和8年3月4日 => 2026-03-04T12:00 certain of "令和8年3月4日"
ja      昭和20年8月15日 => 1945-08-15T12:00 certain of "昭和20年8月15日"
ja      大正12年9月1日 => 0012-09-01T12:00 certain of "12年9月1日"
ja      明治38年9月5日 => 0038-09-05T12:00 certain of "38年9月5日"
zh.hant 2026年3月4日 => 2026-03-04T12:00 certain of "2026年3月4日"
zh.hant 民國115年3月4日 => 0115-03-04T12:00 certain of "115年3月4日"
zh.hant 中華民國一一五年三月四日 => 0015-03-04T12:00 certain of "一五年三月四日"
zh.hant 二〇二六年三月四日 => 0026-03-04T12:00 certain of "二六年三月四日"
zh.hans 2026年3月4日 => 2026-03-04T12:00 certain of "2026年3月4日"
zh.hans 民国38年10月1日 => 0038-10-01T12:00 certain of "38年10月1日"
zh.hans 二〇二六年三月四日 => 2026-03-04T12:00 certain of "二〇二六年三月四日"
fr      4 mars 2026 à 10h30 => 2026-03-04T10:30 certain of "4 mars 2026 à 10h30"
fr      4 mars 2026 à 10 h 30 => 2026-03-04T10:00 certain of "4 mars 2026 à 10"
fr      4 mars 2026 à 22 h 45 min => 2026-03-04T22:00 certain of "4 mars 2026 à 22"
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
