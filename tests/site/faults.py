"""Serve an example site, write down what was asked, and fail where a test says so."""

import threading
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from newscrawl.site import server
from tests.site.living import ExampleSite
from tests.site.routes import Answer


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


class _Handler(server.SiteHandler):
    def answer(self, path: str, query: str) -> Answer:
        fault: Override = self._owner.fault_for(path)
        if fault.delay:
            time.sleep(fault.delay)
        return fault.over(super().answer(path, query))

    def send(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        asked = Request(time.time(), self.command, self.path, status, dict(self.headers))
        self._owner.record(asked)
        super().send(status, headers, body)

    @property
    def _owner(self) -> Any:
        return self.server.owner


class SiteServer(server.SiteServer):
    """A site under an address, with a list of what was asked of it."""

    handler = _Handler
    site: ExampleSite

    def __init__(self, site: ExampleSite, port: int = 0) -> None:
        self._requests: list[Request] = []
        self._overrides: dict[str, Override] = {}
        self._lock = threading.Lock()
        super().__init__(site, port)

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


def serve(site: ExampleSite, port: int = 0) -> AbstractContextManager[SiteServer]:
    """The site on loopback for as long as the block runs; port 0 takes a free one."""
    return server.running(SiteServer(site, port))
