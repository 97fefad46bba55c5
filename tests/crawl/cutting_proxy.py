"""A proxy before Postgres that loses the server's answer to a COMMIT that it passed on."""

import socket
import threading
from typing import Self

from sqlalchemy import make_url


class CuttingProxy:
    """Cuts the connection at every second COMMIT, after the server has carried it out."""

    def __init__(self, database_url: str) -> None:
        self._server = make_url(database_url)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.cuts = 0
        self._commits = 0
        self._sockets: list[socket.socket] = []

    @property
    def url(self) -> str:
        """The database's URL through the proxy."""
        host, port = self._listener.getsockname()
        plain = self._server.difference_update_query(["host", "port"])
        return plain.set(host=host, port=port).render_as_string(hide_password=False)

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for each in (self._listener, *self._sockets):
            each.close()

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
                threading.Thread(target=work, args=(client, server, is_cut), daemon=True).start()

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
                if self._commits % 2:
                    is_cut.set()
            server.sendall(data)
        _shut(server)

    def _answers(
        self, client: socket.socket, server: socket.socket, is_cut: threading.Event
    ) -> None:
        while data := _received(server):
            if is_cut.is_set():
                self.cuts += 1
                break
            client.sendall(data)
        _shut(client)
        _shut(server)


def _received(end: socket.socket) -> bytes:
    try:
        return end.recv(65536)
    except OSError:
        return b""


def _shut(end: socket.socket) -> None:
    try:
        end.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
