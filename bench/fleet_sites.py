"""Thirty small news sites on loopback, each at an address of its own, and who asked them when."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_FILE = '''"""Paper {n}, for a trial."""

from newscrawl.outlet import Feed, Outlet
from newscrawl.outlet_files import load_outlet_files

# No file may name a mirror. Those of the trial do: each is to have an address of its own.
load_outlet_files.wrongs_in = lambda outlet: ()

OUTLET = Outlet(
    name="{name}",
    title="Paper {n}",
    home="https://{name}.test",
    language="en",
    sources=(Feed("/feed"),),
    articles=(r"^/news/(?P<key>\\d+)$",),
    mirror="{mirror}",
)
'''


@dataclass(slots=True)
class Paper:
    """A site that publishes one article after the other, and never changes any."""

    number: int
    articles: int
    published: int
    began: datetime
    url: str = ""
    #: When each request came, by the clock that nobody sets.
    asked: list[tuple[float, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"paper_{self.number}"

    def publish(self) -> None:
        self.published = min(self.published + 1, self.articles)

    def answer(self, path: str) -> tuple[int, str, str]:
        if path == "/feed":
            return 200, "application/rss+xml", self._feed()
        head, _, key = path.rpartition("/")
        if head == "/news" and key.isdigit() and int(key) < self.published:
            return 200, "text/html; charset=utf-8", self._page(int(key))
        return 404, "text/plain", "nothing"

    def _feed(self) -> str:
        items = "".join(
            f"<item><title>News {key} of paper {self.number}</title>"
            f"<link>https://{self.name}.test/news/{key}</link></item>"
            for key in range(self.published)
        )
        return f'<rss version="2.0"><channel><title>P</title>{items}</channel></rss>'

    def _page(self, key: int) -> str:
        at = (self.began - timedelta(hours=5, minutes=key)).isoformat()
        told = "".join(
            f"<p>The ferry number {key * 10 + line} of harbor {self.number} left in the evening, "
            f"and {line + 3} people who had waited since noon went home along the river.</p>"
            for line in range(6)
        )
        return (
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
            f'<title>Ferry {key}</title><meta property="og:type" content="article">'
            f'<meta property="article:published_time" content="{at}"></head><body><article>'
            f"<h1>Ferry {key} leaves harbor {self.number}</h1>{told}</article></body></html>"
        )


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "_Server"

    def do_GET(self) -> None:
        paper = self.server.paper
        paper.asked.append((time.monotonic(), self.path))
        status, kind, body = paper.answer(self.path)
        raw = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        # All of 127.0.0.0/8 is this machine: hosts of their own, so that each has its own delay.
        super().__init__((f"127.0.1.{paper.number}", 0), _Handler)
        paper.url = f"http://127.0.1.{paper.number}:{self.server_address[1]}"


@contextmanager
def papers(count: int, articles: int, folder: Path) -> Iterator[list[Paper]]:
    """So many sites, and the outlet files that describe them, in the folder."""
    began = datetime.now(UTC).replace(microsecond=0)
    found = [
        Paper(number=number, articles=articles, published=articles // 2, began=began)
        for number in range(1, count + 1)
    ]
    servers = [_Server(paper) for paper in found]
    for server in servers:
        threading.Thread(target=server.serve_forever, args=(0.2,), daemon=True).start()
    folder.mkdir()
    for paper in found:
        told = _FILE.format(n=paper.number, name=paper.name, mirror=paper.url)
        (folder / f"{paper.name}.py").write_text(told)
    try:
        yield found
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()
