"""Serve an example site on loopback."""

import gzip
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from email.utils import parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

#: Status, headers and body.
Answer = tuple[int, dict[str, str], bytes]
Server = TypeVar("Server", bound="SiteServer")


class Site(Protocol):
    def respond(self, path: str, query: str = "") -> Answer: ...


class SiteHandler(BaseHTTPRequestHandler):
    """Sends a site's answers: compressed where asked, a 304 to who has them already."""

    server: "_Server"
    protocol_version = "HTTP/1.1"
    server_version = "ExampleSite"
    sys_version = ""

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        status, headers, body = self.answer(asked.path, asked.query)
        if status == 200 and self._has(headers):
            status, body = 304, b""
        self.send(status, headers, body)

    do_HEAD = do_GET

    def answer(self, path: str, query: str) -> Answer:
        return self.server.owner.site.respond(path, query)

    def _has(self, headers: Mapping[str, str]) -> bool:
        """Whether the client's copy is this one; the ETag wins where it sends both."""
        etag, date = headers.get("ETag"), headers.get("Last-Modified")
        if known := self.headers.get("If-None-Match"):
            tags = [tag.strip().removeprefix("W/") for tag in known.split(",")]
            return etag is not None and (etag in tags or "*" in tags)
        since = self.headers.get("If-Modified-Since")
        if not since or not date:
            return False
        try:
            return parsedate_to_datetime(date) <= parsedate_to_datetime(since)
        except ValueError:
            return False

    def send(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        """Headers and body, compressed if asked; a 304 keeps its validators and has no body."""
        zipped = status != 304 and body and self._may_gzip() and "Content-Encoding" not in headers
        if zipped:
            body = gzip.compress(body, compresslevel=1, mtime=0)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Vary", "Accept-Encoding")
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _may_gzip(self) -> bool:
        accepted = self.headers.get("Accept-Encoding", "")
        return any(part.split(";")[0].strip() == "gzip" for part in accepted.split(","))

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal."""


class SiteServer:
    """A site under an address."""

    handler = SiteHandler

    def __init__(self, site: Site, port: int = 0) -> None:
        self.site = site
        self._http = _Server(("127.0.0.1", port), self.handler)
        self._http.owner = self

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def run(self) -> None:
        """Serve until ``close`` (or Ctrl-C)."""
        self._http.serve_forever(poll_interval=0.05)

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    #: Do not wait for clients that keep their connections open.
    block_on_close = False
    request_queue_size = 128
    owner: SiteServer

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is its own affair; all else is printed as ever."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def serve(site: Site, port: int = 0) -> AbstractContextManager[SiteServer]:
    """The site on loopback for as long as the block runs; port 0 takes a free one."""
    return running(SiteServer(site, port))


@contextmanager
def running(server: Server) -> Iterator[Server]:
    thread = threading.Thread(target=server.run, name="example-site", daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.close()
        thread.join()
