#!/bin/sh
# warcit 0.4.0 does not start where it is installed alone, nor beside today's setuptools.
#
# It imports `pkg_resources` without asking for setuptools, which Python 3.12 no longer puts into new environments and which
# is without that module itself since 82. The error names neither. warcit is what turns folders of saved pages into
# WARC files that can be imported: it runs beside `setuptools<81`.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
pip() { "$folder/venv/bin/pip" -q --disable-pip-version-check "$@"; }
warcit() { "$folder/venv/bin/warcit" --help 2>&1 | tail -n 1 | cut -c 1-60; }
pip install warcit==0.4.0

seen=$(
    pip uninstall -y setuptools 2> /dev/null
    echo "alone: $(warcit)"
    pip install setuptools==84.2.1
    echo "beside setuptools 84.2.1: $(warcit)"
    pip install setuptools==80.9.0
    echo "beside setuptools 80.9.0: $(warcit)"
)
expected=$(cat <<'END'
alone: ModuleNotFoundError: No module named 'pkg_resources'
beside setuptools 84.2.1: ModuleNotFoundError: No module named 'pkg_resources'
beside setuptools 80.9.0:   --transclusions TRANSCLUSIONS
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
