"""A standby of a server: a copy that follows it and that nobody can write to."""

import contextlib
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg2

from tests.own_server import PASSWORD, OwnServer, as_nobody, free_port, majors


@contextlib.contextmanager
def standby(primary: OwnServer) -> Iterator[OwnServer]:
    """A hot standby of the server, on a port of its own."""
    programs, folder = majors()[primary.major], Path(tempfile.mkdtemp(prefix="newscrawl-standby-"))
    data, port, account = folder / "data", free_port(), as_nobody(folder)
    try:
        subprocess.run(
            [
                *(
                    programs / "pg_basebackup",
                    "--pgdata",
                    data,
                    "--write-recovery-conf",
                    "--no-sync",
                ),
                *("--checkpoint=fast", "--dbname", f"host=127.0.0.1 port={primary.port} user=boss"),
            ],
            check=True,
            cwd="/",
            env={"LC_ALL": "C", "PGPASSWORD": PASSWORD},
            **account,
        )
        control = [programs / "pg_ctl", f"--pgdata={data}", "--wait", f"--log={folder / 'log'}"]
        settings = f"--options=-p {port} -c listen_addresses=127.0.0.1 -k {folder}"
        run = {"check": True, "cwd": "/", "stdout": subprocess.DEVNULL, **account}
        subprocess.run([*control, settings, "start"], env={"LC_ALL": "C"}, **run)
        try:
            yield replace(primary, folder=folder, port=port)
        finally:
            subprocess.run([*control, "--mode=immediate", "stop"], env={"LC_ALL": "C"}, **run)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait_for(primary: OwnServer, follower: OwnServer) -> None:
    """Return when the follower has all that the primary has now."""
    place = primary.run("postgres", "SELECT pg_current_wal_lsn()::text")
    for _ in range(200):
        with contextlib.suppress(psycopg2.Error):
            if follower.run("postgres", f"SELECT pg_last_wal_replay_lsn() >= '{place}'::pg_lsn"):
                return
        time.sleep(0.05)
    raise AssertionError("the standby does not follow")
