"""Memory over a long crawl: ``bench/soak.py [--pages 200000]``.

One crawl of so many small pages into an archive of its own. Resident megabytes of the crawl when a
tenth, a quarter and three quarters of the pages were done and at the end, and the milliseconds of
CPU that each page took between: what grows with the crawl is a leak. Aim: within 10 % from a tenth
to the end.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent
_HOME = "https://www.themoscowtimes.com"
#: Addresses in one sitemap: a crawl takes fifty thousand.
_LISTED = 40_000
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"


def path(number: int) -> str:
    return f"/2026/10/{1 + number % 28:02}/story-{number}-a{100_000 + number}"


def page(number: int) -> bytes:
    """A short article that says something of its own."""
    said = "".join(
        f"<p>In the {(number * 7 + k) % 9973}th street {number} lamps were lit, and the watchman "
        f"wrote {number + k} names into book {k} of that year, as he had done before.</p>"
        for k in range(8)
    )
    return f"""<!DOCTYPE html><html lang="en"><head><title>Lamp {number}</title>
<link rel="canonical" href="{_HOME}{path(number)}">
<meta property="og:title" content="Lamp {number}">
<meta property="article:published_time" content="2026-10-{1 + number % 28:02}T10:00:00Z"></head>
<body class="article-item"><article><h1>Lamp {number}</h1>
<div class="article__content"><div class="article__block article__block--html">{said}</div></div>
</article></body></html>""".encode()


def sitemap(numbers: range) -> bytes:
    return _listing("urlset", "url", map(path, numbers))


def sitemaps(count: int) -> dict[bytes, bytes]:
    """By its path, an index and the sitemaps in it, none of which lists more than one may."""
    parts = {
        f"/sitemap/part-{first // _LISTED}.xml": sitemap(range(first, min(first + _LISTED, count)))
        for first in range(0, count, _LISTED)
    }
    index = _listing("sitemapindex", "sitemap", parts)
    return {at.encode(): raw for at, raw in {"/sitemap/sitemap.xml": index, **parts}.items()}


def _listing(root: str, each: str, paths: Iterable[str]) -> bytes:
    listed = "".join(f"<{each}><loc>{_HOME}{at}</loc></{each}>" for at in paths)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0"?><{root} xmlns="{space}">{listed}</{root}>'.encode()


async def serve(count: int) -> None:
    """Print a port, and answer there until the input ends."""
    listed = sitemaps(count)

    def answer(path: bytes) -> bytes:
        if path == b"/robots.txt":
            return _HEAD % (b"text/plain", 0)
        if found := listed.get(path):
            return _HEAD % (b"application/xml", len(found)) + found
        body = page(int(path.rpartition(b"-a")[2]) - 100_000)
        return _HEAD % (b"text/html", len(body)) + body

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                writer.write(answer(head.split(b" ", 2)[1]))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


def main(count: int) -> None:
    command = [sys.executable, __file__, "--serve", "--pages", str(count)]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    began = time.monotonic()
    try:
        port = server.stdout.readline().strip()
        with tempfile.TemporaryDirectory() as home:
            environment = {**os.environ, "NEWSCRAWL_HOME": home}
            environment.pop("NEWSCRAWL_DATABASE_URL", None)
            crawl = [sys.executable, HERE / "one_crawl.py", "newscrawl", port, str(count)]
            done = subprocess.run(
                crawl, env=environment, check=True, stdout=subprocess.PIPE, text=True
            )
    finally:
        server.stdin.close()
        server.wait(30)
    found = json.loads(done.stdout.splitlines()[-1])
    minutes = (time.monotonic() - began) / 60
    print(f"{found['pages']} of {count} pages in {minutes:.1f} minutes")
    print(f"{'':14} {'MB':>6} {'CPU ms/page':>12} {'Postgres':>9}")
    before, pages_before = {"cpu": 0.0, "postgres_cpu": 0.0}, 0.0
    for name, share in (("tenth_", 0.1), ("quarter_", 0.25), ("three_quarters_", 0.75), ("", 1.0)):
        pages = share * count - pages_before
        own, server = (
            1000 * (found[name + cpu] - before[cpu]) / pages for cpu in ("cpu", "postgres_cpu")
        )
        megabytes = found[f"{name or 'end_'}mb"]
        print(f"{name.strip('_') or 'end':14} {megabytes:6.0f} {own:12.1f} {server:9.1f}")
        before = {cpu: found[name + cpu] for cpu in before}
        pages_before = share * count


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200_000)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        asyncio.run(serve(given.pages))
    else:
        main(given.pages)
