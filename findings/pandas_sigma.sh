#!/bin/sh
# pandas 3.1.1 makes "Νίκοσ" of the Greek name ΝΊΚΟΣ where pyarrow is installed, and Νίκος where it is not.
#
# The sigma at the end of a word is ς (Unicode, 3.13, Final_Sigma), and Python writes it so. With pyarrow 26.0.1 beside it, pandas
# keeps texts in Arrow's columns, whose small letters are made one by one: a name of a by-line in capitals that ends in Σ becomes
# one that nobody writes, and is not equal to what Python makes of it, so that two tables do not join. "Straße" in capitals is
# STRAẞE and not STRASSE. duckdb 2.0.1 has the same, polars 2.1.0 what Python has. Which of them a notebook gives depends on
# what else was installed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    pandas==3.1.1 pyarrow==26.0.1 duckdb==2.0.1 polars==2.1.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import duckdb
import pandas
import polars

for word, python, sql, frame in (
    ("ΝΊΚΟΣ", "lower", "lower", "to_lowercase"),
    ("ΝΊΚΟΣ", "title", None, "to_titlecase"),
    ("Straße", "upper", "upper", "to_uppercase"),
):
    print(word, python)
    for kind in ("str", "object"):
        column = pandas.Series([word], dtype=kind)
        print(f"  pandas, {kind:6}", getattr(column.str, python)()[0])
    if sql:
        print("  duckdb        ", duckdb.execute(f"SELECT {sql}(?)", [word]).fetchone()[0])
    print("  polars        ", getattr(polars.Series([word]).str, frame)()[0])
    print("  Python        ", getattr(word, python)())
said = pandas.DataFrame({"author": ["ΝΊΚΟΣ"]})
known = pandas.DataFrame({"author": ["νίκος"], "outlet": ["Herald"]})
joined = said.assign(author=said.author.str.lower()).merge(known, how="left")
print("joined with νίκος:", joined.outlet.notna().tolist())
PYTHON
)
expected=$(cat <<'END'
ΝΊΚΟΣ lower
  pandas, str    νίκοσ
  pandas, object νίκος
  duckdb         νίκοσ
  polars         νίκος
  Python         νίκος
ΝΊΚΟΣ title
  pandas, str    Νίκοσ
  pandas, object Νίκος
  polars         Νίκος
  Python         Νίκος
Straße upper
  pandas, str    STRAẞE
  pandas, object STRASSE
  duckdb         STRAẞE
  polars         STRASSE
  Python         STRASSE
joined with νίκος: [False]
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
