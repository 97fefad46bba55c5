#!/bin/sh
# wacz 0.6.0 leaves a file behind where it could not read its input.
#
# `wacz create` opens its result before it looks for the WARC files. A mistyped name ends in an error, and in a small .wacz
# that can be opened and holds no archive at all: who looks for results and not for exit codes would keep it for one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check wacz==0.6.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import subprocess
import zipfile
from pathlib import Path

made = subprocess.run(
    ["venv/bin/wacz", "create", "-f", "mistyped.warc.gz", "-o", "news.wacz"], capture_output=True
)
print("exit code", made.returncode)
print("file is there:", Path("news.wacz").exists())
with zipfile.ZipFile("news.wacz") as opened:
    print({name: opened.getinfo(name).file_size for name in opened.namelist()})
PYTHON
)
expected=$(cat <<'END'
exit code 1
file is there: True
{'indexes/index.cdx.gz': 0}
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
