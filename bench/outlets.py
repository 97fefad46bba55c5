"""How good is what ``newscrawl outlets add`` makes of a site, without a person?

``NEWSCRAWL_PAGES=… python bench/outlets.py``: the 30 hosts of which most pages have a known text.
Each is served from a mirror with a front page, a feed and sitemaps that list some of its pages; the
command describes it, and its file and the general rules read the pages that nobody listed. The text
is scored as in ``bench/accuracy.py``.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from threading import Thread
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.accuracy import Row, rows, score
from newscrawl import urls
from newscrawl.boilerplate.common.common_rules import SHAPE
from newscrawl.describe.containers import containers
from newscrawl.describe.taught_page import taught
from newscrawl.outlet import Layout, Outlet
from newscrawl.outlet_files.load_outlet_files import at_path
from newscrawl.page import Page
from newscrawl.read_page import article_of

_SETS = (
    *("fundus-eval", "fundus-tests", "aeb", "naeb", "wcxb-news", "wcxb-article", "trafilatura"),
    *("htmldate", "postlight", "readability"),
)
#: A gain or a loss that is smaller is none.
_EQUAL = 0.0005
#: Containers that are tried by the known texts.
_TRIED = 6
#: What front pages link to beside articles.
_OTHER = ("/about", "/contact", "/privacy", "/newsletters", "/jobs")


@dataclass(frozen=True, slots=True)
class Known:
    """A page, with what is known of it."""

    row: Row
    html: bytes

    @property
    def url(self) -> str:
        return urls.canonical(self.row["url"]) or str(self.row["url"])

    @property
    def page(self) -> Page:
        return Page(self.url, self.html)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one outlet; without a file, ``said`` is why."""

    host: str
    pages: int
    unseen: int
    requests: int
    seconds: float
    layout: str
    generic: float
    own: float
    #: What the best container reads that is chosen by the known texts, where it is the better.
    most: float
    said: str = ""


def sites(root: Path, count: int) -> list[tuple[str, list[Known]]]:
    """The hosts of which most pages have a text, each with all of its pages."""
    found: defaultdict[str, dict[str, Known]] = defaultdict(dict)
    for name in _SETS:
        for row, html in rows(root / name):
            if address := urls.canonical(row.get("url") or ""):
                host = urls.host_of(address).removeprefix("www.")
                found[host].setdefault(address.partition("?")[0].rstrip("/"), Known(row, html))
    ranked = sorted(found.items(), key=lambda each: (-_texts(each[1].values()), each[0]))
    return [(host, [*pages.values()]) for host, pages in ranked[:count]]


def _texts(pages: object) -> int:
    return sum(bool(page.row.get("text")) for page in pages)  # type: ignore[attr-defined]


def parted(pages: Sequence[Known]) -> tuple[list[Known], list[Known]]:
    """The pages that the site lists, and those by which the file is judged."""
    told = [page for page in pages if page.row.get("text")]
    unseen = told[::2] if len(told) > 3 else told[:1]
    return [page for page in pages if page not in unseen], unseen


def answers(host: str, listed: Sequence[Known]) -> Mapping[str, tuple[str, bytes]]:
    """Path → content type and body, of a site that lists these pages."""
    home = f"https://{host}"
    links = [page.url for page in listed]
    items = "".join(f"<item><title>-</title><link>{escape(url)}</link></item>" for url in links)
    locations = "".join(f"<url><loc>{escape(url)}</loc></url>" for url in links)
    months = "".join(
        f"<sitemap><loc>{home}/sitemap-2026-{month:02}.xml</loc></sitemap>" for month in (1, 2)
    )
    anchors = "".join(f'<a href="{escape(url)}">-</a>' for url in [*links, *_OTHER])
    front = (
        "<!DOCTYPE html><html><head><title>-</title>"
        '<link rel="alternate" type="application/rss+xml" href="/bench-feed.xml">'
        f"</head><body>{anchors}</body></html>"
    )
    made = {
        "/": ("text/html", front),
        "/robots.txt": ("text/plain", f"User-agent: *\nAllow: /\nSitemap: {home}/sitemap.xml\n"),
        "/bench-feed.xml": ("application/rss+xml", f"<rss><channel>{items}</channel></rss>"),
        "/sitemap.xml": ("application/xml", f"<sitemapindex>{months}</sitemapindex>"),
        "/sitemap-2026-01.xml": ("application/xml", "<urlset></urlset>"),
        "/sitemap-2026-02.xml": ("application/xml", f"<urlset>{locations}</urlset>"),
    }
    bodies = {path: (kind, body.encode()) for path, (kind, body) in made.items()}
    return {**{urls.path_of(p.url): ("text/html", p.html) for p in listed}, **bodies}


@contextmanager
def served(bodies: Mapping[str, tuple[str, bytes]]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, body = bodies.get(self.path, ("text/plain", b""))
            self.send_response(200 if self.path in bodies else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def described(site: tuple[str, list[Known]], delay: float) -> Result:
    host, pages = site
    listed, unseen = parted(pages)
    own = [urls.host_of(page.url) for page in pages]
    spelled = max(own, key=own.count)
    with TemporaryDirectory() as home, served(answers(spelled, listed)) as mirror:
        begun = time.perf_counter()
        done = subprocess.run(
            [
                *(sys.executable, "-m", "newscrawl.cli", "outlets", "add", f"https://{spelled}/"),
                *("--mirror", mirror, "--delay", str(delay), "--name", "described"),
            ],
            env={**os.environ, "NEWSCRAWL_HOME": home, "NEWSCRAWL_OUTLETS": ""},
            capture_output=True,
            text=True,
            check=False,
        )
        seconds = time.perf_counter() - begun
        [*files] = Path(home, "outlets").glob("*.py")
        outlet = at_path(files[0]).outlet if files else None
    told = re.search(r"(\d+) requests", done.stderr)
    generic = [_f1(page, None) for page in unseen]
    layouts = ", ".join(layout.body for layout in outlet.layouts) if outlet else ""
    return Result(
        host,
        len(listed),
        len(unseen),
        int(told[1]) if told else 0,
        seconds,
        layouts,
        fmean(generic),
        fmean(_f1(page, outlet) for page in unseen) if outlet else 0.0,
        _most(spelled, unseen, generic),
        "" if outlet else (done.stderr.strip().splitlines() or ["-"])[-1],
    )


def _most(host: str, unseen: Sequence[Known], generic: Sequence[float]) -> float:
    """The best mean of a container and the generic reader, of both on each page the better."""
    lines = ((page.page, page.row["text"].split("\n")) for page in unseen)
    samples = [sample for page, known in lines if (sample := taught(page, known))]
    site = Outlet(name="known", title=host, home=f"https://{host}", language="en")
    most = fmean(generic)
    for found in containers(samples, _TRIED, is_any=True) if samples else ():
        ignored = ", ".join(f".{mark}" for mark in found.marks) or None
        layout = Layout("known", found.selector, ignore=ignored)
        for rules in ((), SHAPE):
            outlet = replace(site, layouts=(layout,), boilerplate=rules)
            pairs = zip(unseen, generic, strict=True)
            most = max(most, fmean(max(_f1(page, outlet), score) for page, score in pairs))
    return most


def _f1(known: Known, outlet: Outlet | None) -> float:
    found = article_of(known.page, outlet)
    scores = score({"text": known.row["text"]}, {"text": found.body if found else ""})
    precision, recall = scores.get("precision", 0.0), scores["recall"]
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--outlets", type=int, default=30)
    parser.add_argument("--delay", type=float, default=0.0, help="seconds between two requests")
    parser.add_argument("--at-once", type=int, default=2)
    given = parser.parse_args()
    known = sites(Path(os.environ["NEWSCRAWL_PAGES"]), given.outlets)
    print(
        "| outlet | pages listed, unseen | layout | generic F1 | file's F1 | gain | possible "
        "| asked | s |"
    )
    print("|" + " --- |" * 9)
    found = list[Result]()
    with ThreadPoolExecutor(given.at_once) as pool:
        for one in pool.map(lambda site: described(site, given.delay), known):
            found.append(one)
            layout = f"`{one.layout}`" if one.layout else one.said or "none"
            print(
                f"| {one.host} | {one.pages}, {one.unseen} | {layout} | {one.generic:.3f} "
                f"| {one.own:.3f} | {one.own - one.generic:+.3f} "
                f"| {one.most - one.generic:+.3f} | {one.requests} | {one.seconds:.0f} |",
                flush=True,
            )
    gains = [one.own - one.generic for one in found]
    loaded = sum(not one.said for one in found)
    print(f"\nfiles that load: {loaded} of {len(found)}")
    print(f"at least as good: {sum(gain >= -_EQUAL for gain in gains)} of {len(found)}")
    print(f"mean gain: {fmean(gains):+.4f}; layouts: {sum(bool(one.layout) for one in found)}")
    possible = fmean(one.most - one.generic for one in found)
    print(f"possible by one container each, chosen by the known texts: {possible:+.4f}")
    print(f"requests: {fmean(one.requests for one in found):.1f} an outlet")
    print(f"seconds: {fmean(one.seconds for one in found):.1f} an outlet")
    return 0


if __name__ == "__main__":
    sys.exit(main())
