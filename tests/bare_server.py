"""A listener on loopback that answers as no library would: by the byte."""

import socket
import threading
from abc import ABC, abstractmethod
from typing import Self


class BareServer(ABC):
    """Takes connections, each in a thread of its own."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self.port: int = listener.getsockname()[1]
        self.connections = 0

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        # Only a shutdown wakes the thread that waits in accept.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._served, args=(client,), daemon=True).start()

    def _served(self, client: socket.socket) -> None:
        try:
            self._serve(client)
        except OSError:
            return  # the crawler hung up, which is what most of these tests want

    @abstractmethod
    def _serve(self, client: socket.socket) -> None:
        """Answer one client, whose end is no error."""


def read_head(client: socket.socket) -> bytes:
    """A request's line and headers; nothing where the client has gone."""
    found = b""
    while b"\r\n\r\n" not in found:
        data = client.recv(65536)
        if not data:
            return b""
        found += data
    return found
