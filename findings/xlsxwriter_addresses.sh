#!/bin/sh
# XlsxWriter 3.3.1 leaves a cell empty whose text is an address, where it is the 65,531st of a sheet or longer than 2,079 signs.
#
# Excel has limits for links, not for words that look like one. What cannot be a link could be text, as any other; it is left
# out, with a warning for each, and so are the last rows of a list of nothing but addresses. pandas writes by XlsxWriter where it is
# installed: of an archive's articles the rows are there, and from one on nobody knows where they were.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    xlsxwriter==3.3.1 pandas==3.1.1 openpyxl==3.1.5

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import warnings

import pandas

LONG = "https://herald.example/?q=" + "bridge+" * 300
stories = pandas.DataFrame({"id": range(65_600)})
stories["url"] = stories["id"].map("https://herald.example/{}".format)
stories.loc[3, "url"] = LONG

for name, options in (("as it is", {}), ("strings_to_urls=False", {"strings_to_urls": False})):
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        with pandas.ExcelWriter("stories.xlsx", engine_kwargs={"options": options}) as writer:
            stories.to_excel(writer, index=False)
            engine = writer.engine
    read = pandas.read_excel("stories.xlsx", engine="openpyxl")
    print(f"{engine}, {name}: {len(heard)} warnings, {len(read)} rows, {read['url'].isna().sum()} without an address")
    print("  of them:", *read.index[read["url"].isna()][:3], "...")
PYTHON
)
expected=$(cat <<'END'
xlsxwriter, as it is: 70 warnings, 65600 rows, 70 without an address
  of them: 3 65531 65532 ...
xlsxwriter, strings_to_urls=False: 0 warnings, 65600 rows, 0 without an address
  of them: ...
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
