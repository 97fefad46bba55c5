#!/bin/sh
# pandas 3.1.1 writes a text with a carriage return into CSV without quotation marks, and reads it back as one row more.
#
# Pages have `&#13;` in their texts, and old systems a carriage return alone between paragraphs. RFC 4180 wants such a field in
# quotation marks. Under Python 3.12 and older (3.11 was used; the `csv` module of 3.13 does better) a line feed is quoted, and
# where both stand the field is, but the return alone is not. pandas reads a row whose id is the rest of the text, and all its ids
# are words; Python's reader has the same rows, Polars reads it as it was, PyArrow and DuckDB refuse the file. What the four
# others write, all read, and so does what pandas writes with `lineterminator="\r\n"`.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pandas==3.1.1 polars==2.1.0 pyarrow==26.0.1 duckdb==2.0.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import csv

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.csv

STORIES = {"id": [1, 2], "text": ["Bridge closed.", None]}


def python_reads(file):
    with open(file, newline="") as opened:
        return list(csv.reader(opened))[1:]


def texts(rows):
    return [[str(cell) for cell in row] for row in rows]


def duckdb_writes(file):
    stories = pyarrow.table(STORIES)  # noqa: F841, the query has its name
    duckdb.sql(f"copy (from stories) to '{file}' (header)")


WRITERS = {
    "pandas": lambda file: pandas.DataFrame(STORIES).to_csv(file, index=False),
    "pandas with \\r\\n": lambda file: pandas.DataFrame(STORIES).to_csv(file, index=False, lineterminator="\r\n"),
    "Polars": lambda file: polars.DataFrame(STORIES).write_csv(file),
    "PyArrow": lambda file: pyarrow.csv.write_csv(pyarrow.table(STORIES), file),
    "DuckDB": duckdb_writes,
}
OPTIONS = pyarrow.csv.ParseOptions(newlines_in_values=True)
READERS = {
    "pandas": lambda file: pandas.read_csv(file).values.tolist(),
    "Python": python_reads,
    "Polars": lambda file: [list(row) for row in polars.read_csv(file).rows()],
    "PyArrow": lambda file: [list(row.values()) for row in pyarrow.csv.read_csv(file, parse_options=OPTIONS).to_pylist()],
    "DuckDB": lambda file: [list(row) for row in duckdb.sql(f"from '{file}'").fetchall()],
}
for title, end in (("a line feed", "\n"), ("both", "\r\n"), ("a carriage return", "\r")):
    STORIES["text"][1] = f"Storm.{end}Flood."
    for writer, write in WRITERS.items():
        write("stories.csv")
        right, wrong = 0, []
        for reader, read in READERS.items():
            try:
                rows = read("stories.csv")
            except Exception as error:
                wrong.append(f"  {reader:8} {type(error).__name__}")
                continue
            if texts(rows) == texts(zip(*STORIES.values())):
                right += 1
            else:
                wrong.append(f"  {reader:8} {rows}")
        print(f"{title}, written by {writer}: {right} of {len(READERS)} read it as it was", *wrong, sep="\n")
PYTHON
)
expected=$(cat <<'END'
a line feed, written by pandas: 5 of 5 read it as it was
a line feed, written by pandas with \r\n: 5 of 5 read it as it was
a line feed, written by Polars: 5 of 5 read it as it was
a line feed, written by PyArrow: 5 of 5 read it as it was
a line feed, written by DuckDB: 5 of 5 read it as it was
both, written by pandas: 5 of 5 read it as it was
both, written by pandas with \r\n: 5 of 5 read it as it was
both, written by Polars: 5 of 5 read it as it was
both, written by PyArrow: 5 of 5 read it as it was
both, written by DuckDB: 5 of 5 read it as it was
a carriage return, written by pandas: 1 of 5 read it as it was
  pandas   [['1', 'Bridge closed.'], ['2', 'Storm.'], ['Flood.', nan]]
  Python   [['1', 'Bridge closed.'], ['2', 'Storm.'], ['Flood.']]
  PyArrow  ArrowInvalid
  DuckDB   InvalidInputException
a carriage return, written by pandas with \r\n: 5 of 5 read it as it was
a carriage return, written by Polars: 5 of 5 read it as it was
a carriage return, written by PyArrow: 5 of 5 read it as it was
a carriage return, written by DuckDB: 5 of 5 read it as it was
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
