#!/bin/sh
# citation-js 0.8.2 of npm leaves out who wrote a newspaper's article, and on which day, both of RIS and in it.
#
# In RIS `AU` are the authors and `DA` is the day for references of each kind, and CSL has `author` and `issued` for them; a name
# is an object with `family` and `given`, and there is no `reporter` among its names (CSL 1.0.2, appendix IV, name variables, and
# its JSON schema). For `NEWS` alone the authors become a `reporter` in one text, which no style prints, and of the day a year is
# left. Written as RIS, an article of a newspaper has no author and no day, though one of a magazine, a page or a blog has both.
# Who hands a collection of news on to Zotero or EndNote hands on stories that nobody wrote.
#
# It needs node (20 was used) and npm.
set -eu
command -v node npm >/dev/null || { echo "node and npm are missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2

seen=$(node --input-type=module - <<'JS'
import core from "@citation-js/core";
import "@citation-js/plugin-ris";

const ris = (kind) => `TY  - ${kind}
AU  - Rowe, Ada
AU  - Holt, Ben
TI  - Bridge opens
T2  - The Herald
DA  - 2026/03/04/
PY  - 2026
ER  -
`;
const KINDS = { NEWS: "article-newspaper", MGZN: "article-magazine", BLOG: "post-weblog", ELEC: "webpage" };
for (const [kind, type] of Object.entries(KINDS)) {
  const [{ author, reporter, issued }] = new core.Cite(ris(kind)).data;
  console.log(kind, type);
  console.log("  read", JSON.stringify({ author, reporter, issued }));
  const entry = {
    id: "bridge", type, title: "Bridge opens",
    author: [{ family: "Rowe", given: "Ada" }, { family: "Holt", given: "Ben" }],
    issued: { "date-parts": [[2026, 3, 4]] },
  };
  const lines = new core.Cite([entry]).format("ris").split("\n");
  console.log("  written", JSON.stringify(lines.filter((line) => /^(AU|DA|PY)/.test(line))));
}
JS
)
expected=$(cat <<'END'
NEWS article-newspaper
  read {"reporter":["Rowe, Ada","Holt, Ben"],"issued":{"date-parts":[[2026]]}}
  written ["PY  - 2026"]
MGZN article-magazine
  read {"author":[{"family":"Rowe","given":"Ada"},{"family":"Holt","given":"Ben"}],"issued":{"date-parts":[[2026,3,4]]}}
  written ["AU  - Rowe, Ada","AU  - Holt, Ben","DA  - 2026/3/4/","PY  - 2026"]
BLOG post-weblog
  read {"author":[{"family":"Rowe","given":"Ada"},{"family":"Holt","given":"Ben"}],"issued":{"date-parts":[[2026,3,4]]}}
  written ["AU  - Rowe, Ada","AU  - Holt, Ben","DA  - 2026/3/4/","PY  - 2026"]
ELEC webpage
  read {"author":[{"family":"Rowe","given":"Ada"},{"family":"Holt","given":"Ben"}],"issued":{"date-parts":[[2026,3,4]]}}
  written ["AU  - Rowe, Ada","AU  - Holt, Ben","DA  - 2026/3/4/","PY  - 2026"]
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
