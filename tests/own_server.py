"""A Postgres as an operator runs one: by TCP, with passwords, of whatever version is installed."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg2
import pytest

from newscrawl.archive.database.backup import libpq_url
from newscrawl.archive.postgres.binaries import SYSTEM_SERVERS, find_binaries
from newscrawl.archive.postgres.postmaster import read_postmaster

#: Quotes, spaces and what an address must escape.
PASSWORD = "pä ss/wo@rd:'S3CRET"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnServer:
    """A server that belongs to others: we have a login, and what they granted it."""

    folder: Path
    port: int
    major: int

    def url(self, login: str, database: str, password: str = PASSWORD, query: str = "") -> str:
        place = f"127.0.0.1:{self.port}/{database}{query}"
        return f"postgresql://{login}:{quote(password, safe='')}@{place}"

    def run(self, database: str, *statements: str) -> Any:
        """What the last statement gives to the server's owner."""
        connection = psycopg2.connect(self.url("boss", database))
        connection.autocommit = True
        with contextlib.closing(connection), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchone()[0] if cursor.description else None

    def make_login(self, name: str) -> None:
        """A login that owns the database of its own name and nothing else."""
        self.run("postgres", f"CREATE ROLE {name} LOGIN", f"CREATE DATABASE {name} OWNER {name}")
        connection = psycopg2.connect(self.url("boss", "postgres"))
        connection.autocommit = True
        with contextlib.closing(connection), connection.cursor() as cursor:
            cursor.execute(f"ALTER ROLE {name} PASSWORD %s", [PASSWORD])


def majors() -> dict[int, Path]:
    """The folders of programs that can serve here, by their major version."""
    ours = find_binaries()
    system = {int(each.parent.name): each for each in SYSTEM_SERVERS.glob("[0-9]*/bin")}
    return {**system, ours.major: ours.bin}


@contextlib.contextmanager
def own_server(major: int) -> Iterator[OwnServer]:
    """A server of that version on a port of its own; skipped where there is none."""
    programs = majors().get(major)
    if programs is None:
        pytest.skip(f"no Postgres {major} on this machine: apt install postgresql-{major}")
    folder = Path(tempfile.mkdtemp(prefix="newscrawl-own-"))
    try:
        account = as_nobody(folder)
        port = free_port()
        password = folder / "password"
        password.write_text(PASSWORD)
        options = ["--username=boss", f"--pwfile={password}", "--auth=scram-sha-256"]
        options += ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        _run([programs / "initdb", f"--pgdata={folder / 'data'}", *options], account)
        settings = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k {folder}"
        control = [programs / "pg_ctl", f"--pgdata={folder / 'data'}", "--wait"]
        _run([*control, f"--options={settings}", f"--log={folder / 'log'}", "start"], account)
        try:
            yield OwnServer(folder=folder, port=port, major=major)
        finally:
            _run([*control, "--mode=immediate", "stop"], account)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def as_nobody(folder: Path) -> Mapping[str, Any]:
    """How a program runs that may not be root, in a folder of its own."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    folder.chmod(0o711)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _run(command: list[Any], account: Mapping[str, Any]) -> None:
    subprocess.run(
        command, check=True, cwd="/", stdout=subprocess.DEVNULL, env={"LC_ALL": "C"}, **account
    )


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def kill_postgres(home: Path) -> None:
    """Kill the embedded server of a home as a machine does that has no memory left."""
    (data,) = home.glob("postgres/*/data")
    postmaster = read_postmaster(data)
    assert postmaster is not None
    os.kill(postmaster.pid, signal.SIGKILL)


def ask(url: str, query: str) -> str:
    """The first value that a statement gives, as text; nothing where it gives none."""
    with contextlib.closing(psycopg2.connect(libpq_url(url))) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(query)
            return str(cursor.fetchone()[0]) if cursor.description else ""
