"""What it costs to hear that nothing is new: ``bench/starts.py [--outlets 34] [--repeats 3]``.

A crawl whose sources say "not modified", from start to exit, in CPU seconds; and ``crawl-due`` of
so many outlets, all processes together, beside as many crawls one by one. Python keeps its byte
code, as it does wherever nobody forbids it. Postgres and the server are not counted.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from replay import archive, environment

from newscrawl.outlets import load_outlets

_RSS = b"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title></channel></rss>"
_SITEMAP = (
    b"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'></urlset>"
)
_NEVER = "Mon, 02 Nov 2026 12:00:00 GMT"


class Nothing(BaseHTTPRequestHandler):
    """Lists without entries, which do not change."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == "/robots.txt":
            self._answer(404, b"")
        elif self.headers.get("If-Modified-Since"):
            self._answer(304, b"")
        else:
            self._answer(200, _SITEMAP if "sitemap" in self.path else _RSS)

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Last-Modified", _NEVER)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def site() -> Iterator[list[str]]:
    """What a crawl is told to ask the server of nothing new."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Nothing)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield ["-a", f"mirror=http://127.0.0.1:{server.server_port}", "-s", "DOWNLOAD_DELAY=0"]
    finally:
        server.shutdown()


#: Runs a command and waits for all that it leaves behind: of a process that nobody waits for, no
#: time is told. 36 is Linux' PR_SET_CHILD_SUBREAPER.
_WAITING = """
import ctypes, os, resource, subprocess, sys
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
subprocess.run(sys.argv[1:], stdout=sys.stderr)
try:
    while True:
        os.wait()
except ChildProcessError:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(used.ru_utime + used.ru_stime)
"""


def cpu_of(home: Path, *arguments: str) -> float:
    """CPU seconds of a command and of all that it started."""
    command = [sys.executable, "-m", "newscrawl.cli", *arguments]
    waiting = [sys.executable, "-c", _WAITING, *command]
    done = subprocess.run(waiting, env=environment(home), stdout=subprocess.PIPE, check=True)
    return float(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--outlets", type=int, default=34)
    parser.add_argument("--repeats", type=int, default=3)
    given = parser.parse_args()
    names = list(load_outlets())[: given.outlets]
    with (
        tempfile.TemporaryDirectory() as folder,
        archive(Path(folder) / "home") as (home, _),
        site() as told,
    ):
        # The first makes the schema and the byte code.
        cpu_of(home, "crawl", names[0], *told)
        alone = [cpu_of(home, "crawl", names[0], *told) for _ in range(given.repeats)]
        one = statistics.median(alone)
        print(f"a crawl of nothing new: {one:.2f} CPU s, median of {given.repeats}")
        due = cpu_of(home, "crawl-due", *names[1:], "--", *told)
        apart = one * (len(names) - 1)
        print(f"crawl-due of {len(names) - 1} outlets: {due:.1f} CPU s, one by one {apart:.1f}")


if __name__ == "__main__":
    main()
