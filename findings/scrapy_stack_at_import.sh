#!/bin/sh
# Scrapy 2.19.0 reads the sources around each deprecated class that it defines: importing its HTTP handler does so three times.
#
# `create_deprecated_class` asks `inspect.stack()` for the module of its caller, which looks for the source of every frame, and
# for the frames of the import system through all modules that are loaded. A crawl that looks for news each hour, and finds
# none, is mostly its own start: with a thousand modules this is some 90 of its 1,200 ms. Importing the handler before the rest
# makes it cheaper.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check Scrapy==2.19.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import inspect
from collections import Counter

looks, real = Counter(), inspect.stack


def counted(*given):
    frames = real(*given)
    looks[frames[1].function] += 1
    return frames


inspect.stack = counted
import scrapy.core.downloader.handlers.http11

print(dict(looks))
PYTHON
)
expected="{'create_deprecated_class': 3}"

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
