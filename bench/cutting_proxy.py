"""A proxy before Postgres that loses the server's answer to a COMMIT that it passed on."""

import random
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Self

from sqlalchemy import make_url


class CuttingProxy:
    """Cuts the connection at every second COMMIT, after the server has carried it out.

    With a seed at one of three by chance: what commits twice before it is done would else be cut
    each time.
    """

    def __init__(self, database_url: str, seed: int | None = None) -> None:
        self._dice = None if seed is None else random.Random(seed)
        self._server = make_url(database_url)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.cuts = 0
        self._commits = 0
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []

    @property
    def url(self) -> str:
        """The database's URL through the proxy."""
        host, port = self._listener.getsockname()
        plain = self._server.difference_update_query(["host", "port"])
        return plain.set(host=host, port=port).render_as_string(hide_password=False)

    def __enter__(self) -> Self:
        self._run(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        """Ends every thread before a socket is closed: none is left to speak to a stranger's."""
        _shut(self._listener)
        for thread in self._threads:  # grows while the accepting thread, its first, still runs
            _shut(*self._sockets)
            thread.join(timeout=10)
        for each in (self._listener, *self._sockets):
            each.close()

    def _run(self, work: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = self._to_server()
            self._sockets += [client, server]
            is_cut = threading.Event()
            for work in (self._requests, self._answers):
                self._run(work, client, server, is_cut)

    def _to_server(self) -> socket.socket:
        host, port = self._server.query.get("host") or self._server.host, self._server.port
        port = self._server.query.get("port") or port or 5432
        if not str(host).startswith("/"):
            return socket.create_connection((str(host), int(str(port))))
        server = socket.socket(socket.AF_UNIX)
        server.connect(f"{host}/.s.PGSQL.{port}")
        return server

    def _requests(
        self, client: socket.socket, server: socket.socket, is_cut: threading.Event
    ) -> None:
        while data := _received(client):
            if data.startswith(b"Q") and data[5:].startswith(b"COMMIT"):
                self._commits += 1
                if self._is_unlucky():
                    is_cut.set()
            if not _sent(server, data):
                break
        _shut(client, server)

    def _is_unlucky(self) -> bool:
        return self._dice.random() < 1 / 3 if self._dice else self._commits % 2 == 1

    def _answers(
        self, client: socket.socket, server: socket.socket, is_cut: threading.Event
    ) -> None:
        while data := _received(server):
            if is_cut.is_set():
                self.cuts += 1
                break
            if not _sent(client, data):
                break
        _shut(client, server)


def _received(end: socket.socket) -> bytes:
    try:
        return end.recv(65536)
    except OSError:
        return b""


def _sent(end: socket.socket, data: bytes) -> bool:
    """Whether `end` was still there to take it; either side of a test may be gone first."""
    try:
        end.sendall(data)
    except OSError:
        return False
    return True


def _shut(*ends: socket.socket) -> None:
    for end in ends:
        with suppress(OSError):  # already closed by its other side
            end.shutdown(socket.SHUT_RDWR)
