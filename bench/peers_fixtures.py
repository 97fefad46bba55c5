"""Reads peers' test files with newscrawl's own readers, and lists what differs from the peers.

    pip download --no-deps --no-binary :all: protego feedparser pywb -d fixtures
    git clone https://github.com/webrecorder/warcio fixtures/warcio
    git clone https://github.com/mmcdole/gofeed fixtures/gofeed
    python bench/peers_fixtures.py fixtures [--show 20]

Arguments are folders, files and source packages, which are unpacked into a folder that goes away.
What a file is, its name and its neighbours tell:

- WARC and ARC files are read by newscrawl and by warcio: the same pages with the same status,
  moment and bytes should come out;
- files of a folder ``test_data``, which are protego's, or ``robots``, which are crawler-commons',
  are robots.txt: newscrawl and protego, asked for the product token alone, should allow the same
  addresses;
- ``.xml`` beside ``.json`` or ``.serde.json`` is a feed of gofeed's or feed-rs' with what that peer
  reads in it: newscrawl should find the same links;
- files below a folder ``sitemaps``, which are crawler-commons', are sitemaps: newscrawl and
  ultimate-sitemap-parser should find the same addresses;
- other ``.xml`` files are feeds: newscrawl and feedparser should find the same
  links and read the same dates.

The peers that are Python's must be installed; nothing is fetched or stored. What is listed is
judged in docs/faults.md.
"""

import argparse
import json
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import strftime
from typing import Any

from captures import captures_in

from newscrawl import urls
from newscrawl.discover import links_in, read_moment
from newscrawl.discover.unpack import unpack
from newscrawl.errors import SnapshotError, SourceError
from newscrawl.outlet import Feed, Sitemap
from newscrawl.snapshots.capture_headers import Bad
from newscrawl.snapshots.foreign_response import read_answer

_WARC = (".warc", ".warc.gz", ".arc", ".arc.gz", ".warc.zst", ".wacz", ".bad")
_PAGES = {"response", "resource", "conversion"}
_AT = "http://127.0.0.1:8097/feed.xml"
#: Addresses of a host that are asked about, at most.
_MOST_ASKED = 40
#: A refusal of a peer's may quote the whole file.
_LONGEST = 120


@dataclass(frozen=True, order=True)
class Read:
    """What a reader makes of a record with a page, or says in its place."""

    url: str
    at: str
    status: str
    body: bytes = b""

    def __str__(self) -> str:
        return f"{self.url[:_LONGEST]} {self.at} {self.status[:_LONGEST]} {len(self.body)} bytes"


def in_warc(path: Path) -> list[str]:
    return differences(list(_ours_in_warc(path)), list(_warcios(path)), "warcio")


def _ours_in_warc(path: Path) -> Iterator[Read]:
    try:
        for one in captures_in(path):
            if isinstance(one, Bad):
                yield Read("", "", one.reason)
                continue
            at = one.fetched_at.isoformat()[:19]
            yield Read(one.url, at, "revisit") if one.is_revisit else _answer(one, at)
    except SnapshotError as error:
        yield Read("", "", f"refused: {str(error).removeprefix(str(path))}")


def _answer(one: Any, at: str) -> Read:
    try:
        found = read_answer(
            Path(one.path).parent, Path(one.path).name, one.offset, one.url, one.fetched_at
        )
    except SnapshotError as error:
        return Read(one.url, at, f"{error.reason}: {str(error).rpartition(': ')[2]}")
    return Read(one.url, at, str(found.status), found.page.html)


def _warcios(path: Path) -> Iterator[Read]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        with path.open("rb") as file:
            for record in ArchiveIterator(file, arc2warc=True):
                headers = record.rec_headers
                url = (headers.get_header("WARC-Target-URI") or "").strip("<>")
                at = (headers.get_header("WARC-Date") or "")[:19]
                if record.rec_type == "revisit":
                    yield Read(url, at, "revisit")
                elif record.rec_type in _PAGES:
                    http = record.http_headers
                    status = http.get_statuscode() if http else "200"
                    yield Read(url, at, status, record.content_stream().read())
    except (ArchiveLoadFailed, OSError, ValueError, EOFError) as error:
        yield Read("", "", f"refused: {error}".partition("\n")[0])


def in_robots(path: Path) -> list[str]:
    """Addresses of a host that one may fetch and the other may not, by its own patterns."""
    from protego import Protego

    from newscrawl.crawl.robots_txt import for_product

    body = path.read_bytes()
    try:
        theirs = Protego.parse(body.decode("utf-8-sig", "ignore"))
        ours = Protego.parse(for_product(body, "newscrawl").decode())
    except (ValueError, RecursionError) as error:
        return [f"  neither: {error}"]
    found = re.findall(rb"(?im)^\s*(?:dis)?allow\s*:\s*(\S+)", body)
    paths = {b"", *(pattern.replace(b"*", b"x").rstrip(b"$").lstrip(b"/") for pattern in found)}
    asked = sorted(f"https://{path.name}/{each.decode('utf-8', 'replace')}" for each in paths)
    asked = asked[:: len(asked) // _MOST_ASKED + 1]
    return differences(
        [url for url in asked if ours.can_fetch(url, "newscrawl")],
        [url for url in asked if theirs.can_fetch(url, "newscrawl")],
        "protego",
    )


def in_feed(path: Path) -> list[str]:
    import feedparser

    body = path.read_bytes()
    entries = feedparser.parse(body, response_headers={"content-location": _AT}).entries
    links = against("feedparser", body, [entry.get("link") for entry in entries])
    return links + dates_in(entries)


def dates_in(entries: Iterable[dict[str, Any]]) -> list[str]:
    """Dates of entries that newscrawl reads otherwise than feedparser."""
    ours, theirs = [], []
    for entry in entries:
        for name in ("published", "updated"):
            text, parsed = entry.get(name), entry.get(f"{name}_parsed")
            read = read_moment(text) if text else None
            ours.append(f"{text}: {read.isoformat()[:19] if read else None}")
            theirs.append(f"{text}: {strftime('%Y-%m-%dT%H:%M:%S', parsed) if parsed else None}")
    return differences(ours, theirs, "feedparser")


def in_gofeeds(path: Path) -> list[str]:
    """A feed, against what stands beside it: gofeed's own test expects that."""
    read = json.loads(path.with_suffix(".json").read_text())
    entries = read.get("items") or read.get("entries") or []
    return against("gofeed", path.read_bytes(), map(_link, entries))


def in_feed_rs(path: Path) -> list[str]:
    read = json.loads(path.with_suffix(".serde.json").read_text())
    return against("feed-rs", path.read_bytes(), map(_link, read["entries"]))


def _link(entry: dict[str, Any]) -> str | None:
    """The address of an entry: what its reader calls so, else the first of its own links."""
    links = [each for each in entry.get("links", ()) if isinstance(each, dict)]
    own = [each.get("href") for each in links if (each.get("rel") or "alternate") == "alternate"]
    link: str | None = entry.get("link") or next(filter(None, own), None)
    return link


def against(peer: str, body: bytes, theirs: Iterable[str | None]) -> list[str]:
    """What newscrawl finds in a feed, against the addresses that a peer finds."""
    others = [urls.absolute(_AT, link) or link for link in theirs if link]
    ours = _ours(Feed("/feed.xml"), body, others)
    return differences(ours, list(dict.fromkeys(others)), peer)


def _ours(source: Feed | Sitemap, body: bytes, others: list[str]) -> list[str]:
    try:
        found = links_in(source, body, _AT)
    except SourceError as error:
        return [f"refused: {error}"] if others else []
    return [link.url for link in (*found.links, *found.sitemaps)]


def in_sitemap(path: Path) -> list[str]:
    from usp.objects.sitemap import AbstractIndexSitemap
    from usp.tree import sitemap_from_str

    body = path.read_bytes()
    read = sitemap_from_str(unpack(body, _AT)[0].decode("utf-8", "replace"))
    found = read.sub_sitemaps if isinstance(read, AbstractIndexSitemap) else read.pages
    others = [urls.canonical(each.url) or each.url for each in found]
    ours = _ours(Sitemap("/sitemap.xml"), body, others)
    return differences(ours, list(dict.fromkeys(others)), "ultimate-sitemap-parser")


def differences(ours: list[Any], theirs: list[Any], peer: str) -> list[str]:
    """What only one of the readers found."""
    mine, others = Counter(ours), Counter(theirs)
    only = [f"  ours: {one}" for one in (mine - others).elements()]
    return only + [f"  {peer}: {one}" for one in (others - mine).elements()]


@dataclass(frozen=True)
class Peer:
    """Whose reading of a file ours is held against, and what must be installed for that."""

    name: str
    read: Callable[[Path], list[str]]
    module: str = "json"


def peer_of(path: Path) -> Peer | None:
    if path.name.endswith(_WARC):
        return Peer("warcio", in_warc, "warcio")
    if path.parent.name in {"test_data", "robots"}:
        return Peer("protego", in_robots, "protego")
    if "sitemaps" in path.parts:
        return Peer("ultimate-sitemap-parser", in_sitemap, "usp")
    if path.suffix != ".xml":
        return None
    if path.with_suffix(".serde.json").exists():
        return Peer("feed-rs", in_feed_rs)
    if path.with_suffix(".json").exists():
        return Peer("gofeed", in_gofeeds)
    return Peer("feedparser", in_feed, "feedparser")


@contextmanager
def files_in(given: Iterable[str]) -> Iterator[list[Path]]:
    """All files in files, folders and source packages."""
    with TemporaryDirectory() as folder:
        found: list[Path] = []
        for name in given:
            path = Path(name)
            for each in sorted(path.rglob("*")) if path.is_dir() else [path]:
                if each.name.endswith((".tar.gz", ".tgz")):
                    with tarfile.open(each) as opened:
                        opened.extractall(Path(folder) / each.name, filter="data")
                    found += sorted((Path(folder) / each.name).rglob("*"))
                else:
                    found.append(each)
        yield [path for path in found if path.is_file()]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("fixtures", nargs="+", metavar="FOLDER|FILE|SDIST")
    parser.add_argument("--show", type=int, default=100, help="files of each peer that are listed")
    asked = parser.parse_args()
    alike, other, absent = Counter[str](), Counter[str](), set[str]()
    with files_in(asked.fixtures) as paths:
        for path in paths:
            peer = peer_of(path)
            if peer is None:
                continue
            if find_spec(peer.module) is None:
                absent.add(peer.name)
                continue
            found = peer.read(path)
            (other if found else alike)[peer.name] += 1
            if found and other[peer.name] <= asked.show:
                print("/".join(path.parts[-2:]), *found, sep="\n")
    for name in sorted({*alike, *other}):
        print(f"{name}: {alike[name]} files are read alike, {other[name]} otherwise")
    for name in sorted(absent):
        print(f"{name} is not installed: its files were left out")
    return 0 if alike or other else 1


if __name__ == "__main__":
    sys.exit(main())
