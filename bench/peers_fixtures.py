"""Reads peers' test files with newscrawl's own readers, and lists what differs from the peers.

    pip download --no-deps --no-binary :all: protego feedparser -d fixtures
    git clone https://github.com/webrecorder/warcio fixtures/warcio
    python bench/peers_fixtures.py fixtures [--show 20]

Arguments are folders, files and source packages, which are unpacked into a folder that goes away.
What a file is, its name tells:

- WARC and ARC files are read by newscrawl and by warcio: the same pages with the same status,
  moment and bytes should come out;
- files of a folder ``test_data``, which are protego's, are robots.txt of real hosts: newscrawl and
  protego, asked for the product token alone, should allow the same addresses;
- ``.xml`` files are feeds: newscrawl and feedparser should find the same links.

The peers must be installed; nothing is fetched or stored. What is listed is judged in
docs/replay.md (WARC) and docs/faults.md.
"""

import argparse
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
from typing import Any

from newscrawl import urls
from newscrawl.discover import links_in
from newscrawl.errors import SnapshotError, SourceError
from newscrawl.outlet import Feed
from newscrawl.snapshots.answered import read_answer
from newscrawl.snapshots.captures import Bad, captures_in

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
        found = read_answer(Path(one.path), one.offset, one.url, one.fetched_at)
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

    from newscrawl.crawl.robots import for_product

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
    theirs = [urls.absolute(_AT, entry.link) or entry.link for entry in entries if "link" in entry]
    try:
        ours = [link.url for link in links_in(Feed("/feed.xml"), body, _AT).links]
    except SourceError as error:
        ours = [f"refused: {error}"] if theirs else []
    return differences(ours, list(dict.fromkeys(theirs)), "feedparser")


def differences(ours: list[Any], theirs: list[Any], peer: str) -> list[str]:
    """What only one of the readers found."""
    mine, others = Counter(ours), Counter(theirs)
    only = [f"  ours: {one}" for one in (mine - others).elements()]
    return only + [f"  {peer}: {one}" for one in (others - mine).elements()]


def reader_of(path: Path) -> tuple[str, Callable[[Path], list[str]]] | None:
    if path.name.endswith(_WARC):
        return "warcio", in_warc
    if path.parent.name == "test_data":
        return "protego", in_robots
    return ("feedparser", in_feed) if path.suffix == ".xml" else None


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
            peer, read = reader_of(path) or ("", None)
            if read is None:
                continue
            if find_spec(peer) is None:
                absent.add(peer)
                continue
            found = read(path)
            (other if found else alike)[peer] += 1
            if found and other[peer] <= asked.show:
                print("/".join(path.parts[-2:]), *found, sep="\n")
    for peer in sorted({*alike, *other}):
        print(f"{peer}: {alike[peer]} files are read alike, {other[peer]} otherwise")
    for peer in sorted(absent):
        print(f"{peer} is not installed: its files were left out")
    return 0 if alike or other else 1


if __name__ == "__main__":
    sys.exit(main())
