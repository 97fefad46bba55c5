#!/bin/sh
# citeproc-py 0.11.1 prints "王, . 小明 ." for an author whose script has no capitals, and no year for a span of two months.
#
# Where a style has initials (Harvard's, which comes with it), those of a name are its capitals: of a Chinese, Arabic, Hindi or
# Hebrew name, or one that begins with a Hawaiian ʻ, none is found, and the whole name stands between the points that initials
# would have had. CSL 1.0.2 (Name) makes initials of given names, and says nothing of capitals. A span within one year loses
# the year, in the reference as in the text; from one year to the next it is there. Of a date in CSL's `raw` and `edtf` nothing is
# printed, and the citation looks like that of a story without a date.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check citeproc-py==0.11.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

STYLE = CitationStylesStyle("harvard-cite-them-right", validate=False)
STORY = {
    "id": "story",
    "type": "article-newspaper",
    "title": "The bridge",
    "container-title": "The Herald",
    "author": [{"given": "Ada", "family": "Rowe"}],
    "issued": {"date-parts": [[2026, 3, 4]]},
}


def printed(**other):
    """How a story is cited in the text, and in the list of references."""
    references = CitationStylesBibliography(STYLE, CiteProcJSON([STORY | other]), formatter.plain)
    citation = Citation([CitationItem("story")])
    references.register(citation)
    return f"{references.cite(citation, lambda item: None)} | {''.join(references.bibliography()[0])}"


for name in ("Ada Rowe", "Ада Роу", "小明 王", "आदा रो", "محمد علي", "אדה לוי", "ʻAda Rowe"):
    given, family = name.split()
    print(printed(author=[{"given": given, "family": family}]))
for issued in (
    {"date-parts": [[2026, 3, 4], [2026, 4, 6]]},
    {"date-parts": [[2026, 3], [2026, 4]]},
    {"date-parts": [[2025], [2026]]},
    {"raw": "4 March 2026"},
    {"edtf": "2026-03-04"},
):
    print(issued, "=>", printed(issued=issued))
PYTHON
)
expected=$(cat <<'END'
(Rowe, 2026) | Rowe, A. (2026) “The bridge”, The Herald, 4 March.
(Роу, 2026) | Роу, А. (2026) “The bridge”, The Herald, 4 March.
(王, 2026) | 王, . 小明 . (2026) “The bridge”, The Herald, 4 March.
(रो, 2026) | रो, . आदा . (2026) “The bridge”, The Herald, 4 March.
(علي, 2026) | علي, . محمد . (2026) “The bridge”, The Herald, 4 March.
(לוי, 2026) | לוי, . אדה . (2026) “The bridge”, The Herald, 4 March.
(Rowe, 2026) | Rowe, . ʻAda . (2026) “The bridge”, The Herald, 4 March.
{'date-parts': [[2026, 3, 4], [2026, 4, 6]]} => (Rowe) | Rowe, A. “The bridge”, The Herald, 4 March–6 April.
{'date-parts': [[2026, 3], [2026, 4]]} => (Rowe) | Rowe, A. “The bridge”, The Herald, March–April.
{'date-parts': [[2025], [2026]]} => (Rowe, 2025–2026) | Rowe, A. (2025–2026) “The bridge”, The Herald.
{'raw': '4 March 2026'} => (Rowe) | Rowe, A. “The bridge”, The Herald.
{'edtf': '2026-03-04'} => (Rowe) | Rowe, A. “The bridge”, The Herald.
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
