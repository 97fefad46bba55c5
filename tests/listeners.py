"""A mail server and a webhook on loopback, which keep what they are sent."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer


class _Mails(socketserver.StreamRequestHandler):
    """As much of SMTP as smtplib needs to hand over one mail; ``refuse@`` is refused."""

    def handle(self) -> None:
        self._say("220 test")
        while line := self.rfile.readline().decode().strip():
            word = line.split(maxsplit=1)[0].upper()
            if word == "DATA":
                self._say("354 go on")
                self._keep()
            elif word == "EHLO":
                self._say("250-test\r\n250 AUTH PLAIN")
            elif word == "AUTH":
                self.server.kept.append(line)  # type: ignore[attr-defined]
                self._say("235 welcome")
            elif "refuse@" in line:
                self._say("550 no such desk")
            elif word == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 fine")

    def _keep(self) -> None:
        lines = []
        while (line := self.rfile.readline().decode().rstrip("\r\n")) != ".":
            lines.append(line)
        self.server.kept.append("\n".join(lines))  # type: ignore[attr-defined]
        self._say("250 taken")

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


class _Posts(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.kept.append(body)  # type: ignore[attr-defined]
        self.send_response(500 if self.path == "/broken" else 204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def _listening(server: socketserver.TCPServer) -> Iterator[tuple[str, list[str]]]:
    kept: list[str] = []
    server.kept = kept  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    with server:
        thread.start()
        yield f"127.0.0.1:{server.server_address[1]}", kept
        server.shutdown()
        thread.join()


class _MailServer(socketserver.ThreadingTCPServer):
    daemon_threads = True


def mail_server() -> AbstractContextManager[tuple[str, list[str]]]:
    return _listening(_MailServer(("127.0.0.1", 0), _Mails))


def webhook() -> AbstractContextManager[tuple[str, list[str]]]:
    return _listening(HTTPServer(("127.0.0.1", 0), _Posts))
