#!/bin/sh
# obstore 0.12.1 gives fewer bytes than a range asks for and says nothing, but raises where there are none at all.
#
# A WARC record is read from a bucket by its offset and length. Of an object that was cut off, a range across its end comes
# short without an error, and one behind its end is an error without a type of its own; an empty object cannot be read from its
# very start, though whole it is read as nothing, and so is a suffix of no bytes. Whoever reads records by range has to compare
# the lengths. Two stores of it, in memory and on the disk, do the same.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check obstore==0.12.1

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import os

import obstore
from obstore.store import LocalStore, MemoryStore


def told(store, name, start, end):
    try:
        return bytes(obstore.get_range(store, name, start=start, end=end))
    except Exception as error:
        return type(error).__name__


os.mkdir("objects")
for store in (MemoryStore(), LocalStore("objects")):
    obstore.put(store, "cut.warc", b"0123456789")
    obstore.put(store, "empty.warc", b"")
    print(type(store).__name__)
    print("across the end:", told(store, "cut.warc", 8, 20))
    print("at the end:", told(store, "cut.warc", 10, 20))
    print("of nothing, whole:", bytes(obstore.get(store, "empty.warc").bytes()))
    print("of nothing, from its start:", told(store, "empty.warc", 0, 10))
    last = obstore.get(store, "cut.warc", options={"range": {"suffix": 0}})
    print("the last no bytes:", bytes(last.bytes()))
PYTHON
)
expected=$(cat <<'END'
MemoryStore
across the end: b'89'
at the end: GenericError
of nothing, whole: b''
of nothing, from its start: GenericError
the last no bytes: b''
LocalStore
across the end: b'89'
at the end: GenericError
of nothing, whole: b''
of nothing, from its start: GenericError
the last no bytes: b''
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
