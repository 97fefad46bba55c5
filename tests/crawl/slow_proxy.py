"""A proxy before Postgres that lets every answer of the server come late."""

import socket
import threading
import time

from bench.cutting_proxy import CuttingProxy, _received, _sent, _shut


class SlowProxy(CuttingProxy):
    """Cuts nothing; each answer is passed on after so many seconds."""

    def __init__(self, database_url: str, seconds: float) -> None:
        super().__init__(database_url)
        self._seconds = seconds

    def _requests(
        self, client: socket.socket, server: socket.socket, is_cut: threading.Event
    ) -> None:
        while (data := _received(client)) and _sent(server, data):
            pass
        _shut(client, server)

    def _answers(
        self, client: socket.socket, server: socket.socket, is_cut: threading.Event
    ) -> None:
        while data := _received(server):
            time.sleep(self._seconds)
            if not _sent(client, data):
                break
        _shut(client, server)
