"""PgBouncer before a server, which gives one session to several clients."""

import contextlib
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.own_server import PASSWORD, OwnServer, as_nobody, free_port

_INI = """\
[databases]
* = host=127.0.0.1 port={server}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = plain
pool_mode = {mode}
auth_file = {users}
logfile = {log}
{more}
"""


@contextlib.contextmanager
def pooler(server: OwnServer, login: str, mode: str, more: str = "") -> Iterator[int]:
    """The port of a PgBouncer that pools by ``mode``; skipped where there is none."""
    program = shutil.which("pgbouncer", path="/usr/sbin:/usr/bin:/usr/local/bin")
    if program is None:
        pytest.skip("no pgbouncer on this machine: apt install pgbouncer")
    with tempfile.TemporaryDirectory(prefix="newscrawl-pooler-") as name:
        folder, port = Path(name), free_port()
        users, log, ini = folder / "users", folder / "log", folder / "pgbouncer.ini"
        users.write_text(f'"{login}" "{PASSWORD}"\n')
        ini.write_text(
            _INI.format(server=server.port, port=port, mode=mode, users=users, log=log, more=more)
        )
        running = subprocess.Popen(
            [program, "--quiet", ini], stderr=subprocess.DEVNULL, **as_nobody(folder)
        )
        try:
            _wait_for(port)
            yield port
        finally:
            running.kill()
            running.wait()


def _wait_for(port: int) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port)).close()
            return
        time.sleep(0.05)
    raise AssertionError("pgbouncer did not start")
