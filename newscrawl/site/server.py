"""Serve an example site on loopback, write down what was asked, and fail where a test says so."""

import gzip
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import urlsplit

from newscrawl.site.living import ExampleSite
from newscrawl.site.routes import Answer


class Request(NamedTuple):
    """One request as it was answered; ``path`` holds the query, ``headers`` are the client's."""

    time: float
    method: str
    path: str
    status: int
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """What a path answers instead of its page; None leaves that part as it is.

    ``times`` is for how many requests it holds, None for all.
    """

    status: int | None = None
    body: bytes | None = None
    headers: Mapping[str, str] | None = None
    delay: float = 0.0
    times: int | None = None

    def over(self, answer: Answer) -> Answer:
        status, headers, body = answer
        if self.body is not None or self.status is not None:
            headers = {k: v for k, v in headers.items() if k not in ("ETag", "Last-Modified")}
        return (
            self.status or status,
            {**headers, **(self.headers or {})},
            body if self.body is None else self.body,
        )


class SiteServer:
    """A site under an address, with a list of what was asked of it."""

    def __init__(self, site: ExampleSite, port: int = 0) -> None:
        self.site = site
        self._requests: list[Request] = []
        self._overrides: dict[str, Override] = {}
        self._lock = threading.Lock()
        self._http = _Server(("127.0.0.1", port), _Handler)
        self._http.owner = self

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    @property
    def requests(self) -> tuple[Request, ...]:
        """All requests so far, in the order of their answers."""
        with self._lock:
            return tuple(self._requests)

    def forget_requests(self) -> None:
        with self._lock:
            self._requests.clear()

    def override(
        self,
        path: str,
        *,
        status: int | None = None,
        body: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
        delay: float = 0.0,
        times: int | None = None,
    ) -> None:
        """Let a path answer otherwise, so many times (1 or more) or until ``heal``.

        ``delay`` is in seconds.
        """
        raw = body.encode() if isinstance(body, str) else body
        fault = Override(status=status, body=raw, headers=headers, delay=delay, times=times)
        with self._lock:
            self._overrides[path] = fault

    def heal(self, path: str) -> None:
        with self._lock:
            self._overrides.pop(path, None)

    def fault_for(self, path: str) -> Override:
        """The override that holds for this request, which counts as one of its times."""
        with self._lock:
            fault = self._overrides.get(path, Override())
            if fault.times is None:
                return fault
            left = fault.times - 1
            if left > 0:
                self._overrides[path] = replace(fault, times=left)
            else:
                del self._overrides[path]
            return fault

    def record(self, request: Request) -> None:
        with self._lock:
            self._requests.append(request)

    def run(self) -> None:
        """Serve until ``close`` (or Ctrl-C)."""
        self._http.serve_forever(poll_interval=0.05)

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


@contextmanager
def serve(site: ExampleSite, port: int = 0) -> Iterator[SiteServer]:
    """The site on loopback for as long as the block runs; port 0 takes a free one."""
    server = SiteServer(site, port)
    thread = threading.Thread(target=server.run, name="example-site", daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.close()
        thread.join()


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


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "ExampleSite"
    sys_version = ""

    def do_GET(self) -> None:
        owner, asked = self.server.owner, urlsplit(self.path)
        fault = owner.fault_for(asked.path)
        if fault.delay:
            time.sleep(fault.delay)
        status, headers, body = fault.over(owner.site.respond(asked.path, asked.query))
        if status == 200 and self._has(headers):
            status, body = 304, b""
        owner.record(Request(time.time(), self.command, self.path, status, dict(self.headers)))
        self._send(status, headers, body)

    do_HEAD = do_GET

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

    def _send(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
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
        """Nothing on the terminal: the server keeps its own list."""
