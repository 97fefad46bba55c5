"""A proxy before object storage that answers badly: 500, slowly, not at all, or cut off."""

import http.client
import random
import socket
import threading
import time
from collections import Counter
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from typing import Self

#: Bad for one request alone; the storage has carried out what it lost the answer to.
FAULTS = ("busy", "slow", "refused", "unanswered", "cut off")


class HostileBucket:
    """Passes on what it is asked, but for a share of the requests."""

    def __init__(self, port: int, share: float, pause: float = 0.5, seed: int = 1) -> None:
        self.storage, self.share, self.pause = port, share, pause
        self._dice, self._faults = random.Random(seed), cycle(FAULTS)
        self.met: Counter[str] = Counter()
        self._server = _Server(("127.0.0.1", 0), _Asked)
        self._server.proxy = self  # type: ignore[attr-defined]

    @property
    def port(self) -> int:
        return self._server.server_port

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def next_fault(self) -> str:
        fault = next(self._faults) if self._dice.random() < self.share else ""
        self.met[fault or "well"] += 1
        return fault


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Whoever asks may be killed meanwhile."""


class _Asked(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def _pass_on(self) -> None:
        proxy: HostileBucket = self.server.proxy  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        fault = proxy.next_fault()
        if fault == "busy":
            self._answer(500, [("Content-Type", "application/xml")], b"<Error/>")
        elif fault == "refused":
            self._drop()
        else:
            time.sleep(proxy.pause if fault == "slow" else 0)
            self._from_storage(proxy.storage, body, fault)

    def _from_storage(self, port: int, body: bytes, fault: str) -> None:
        asking = http.client.HTTPConnection("127.0.0.1", port)
        headers = {name: v for name, v in self.headers.items() if name != "Connection"}
        asking.request(self.command, self.path, body, headers)
        answer = asking.getresponse()
        kept = [h for h in answer.getheaders() if h[0].lower() not in _HOP_BY_HOP]
        found = answer.read()
        asking.close()
        if fault == "unanswered" or (fault and not found):
            self._drop()
            return
        self._answer(answer.status, kept, found, len(found) // 2 if fault == "cut off" else None)

    def _answer(
        self, status: int, headers: list[tuple[str, str]], body: bytes, cut: int | None = None
    ) -> None:
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name, value)
        if "content-length" not in {name.lower() for name, _ in headers}:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(body[:cut] if self.command != "HEAD" else b"")
        if cut is not None:
            self._drop()

    def _drop(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = _pass_on


_HOP_BY_HOP = {"connection", "transfer-encoding", "keep-alive"}
