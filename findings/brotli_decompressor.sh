#!/bin/sh
# brotli 1.2.1 (and 1.2.0) refuses a whole body that has a byte behind it, and gives more than the limit that it was given.
#
# zlib stops at the end of a gzip stream and hands the rest over as `unused_data`; `Decompressor.process` raises, and
# what it had unpacked is lost. With `output_buffer_limit` it stops only after a block of 32 KiB and more: whoever bounds
# a page by it must count for himself. Servers do send line ends behind a packed page, and a page that browsers show must be
# kept: newscrawl feeds it in ever smaller pieces, to end with its last byte.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check brotli==1.2.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import gzip
import zlib

import brotli

PAGE = b"A page of the Herald. " * 3000

unpacker = zlib.decompressobj(wbits=31)
text = unpacker.decompress(gzip.compress(PAGE) + b"\n")
print("gzip:", len(text), "and", unpacker.unused_data)
print("br, whole:", len(brotli.Decompressor().process(brotli.compress(PAGE))))
try:
    brotli.Decompressor().process(brotli.compress(PAGE) + b"\n")
except brotli.error as error:
    print("br, with a byte behind it:", error)
for limit in (1_000, 40_000):
    given = brotli.Decompressor().process(brotli.compress(PAGE), output_buffer_limit=limit)
    print(f"br, at most {limit}:", len(given))
PYTHON
)
expected=$(cat <<'END'
gzip: 66000 and b'\n'
br, whole: 66000
br, with a byte behind it: brotli: decoder failed
br, at most 1000: 32752
br, at most 40000: 66000
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
