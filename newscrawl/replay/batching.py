"""Gather the captures of files in batches of one outlet and file each."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from newscrawl.archive.learning.rule_rows import accepted_rules
from newscrawl.archive.revisions.import_rows import know_outlet, known_offsets
from newscrawl.replay.capture_choice import Chooser
from newscrawl.replay.read_again import PageReader
from newscrawl.replay.read_captures import key_of, stored_name
from newscrawl.replay.spread_work import OpenArchive
from newscrawl.snapshots.capture_headers import Capture

#: Captures that are read and written together.
_BATCH = 50
#: An article's captures go into batches of one share, so that processes seldom wait for the same.
_SHARES = 8
#: Captures that wait for others of their outlet, and hosts whose reader is kept: a file of many
#: hosts' pages would fill memory with what is left of each.
_MOST_WAITING = 4000
_MOST_READERS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Captures of one outlet, from one file, and who reads them."""

    reader: PageReader
    captures: tuple[Capture, ...]


def batches(
    archive: OpenArchive, captures: Iterator[Capture], chooser: Chooser, counts: Counter[str]
) -> Iterator[Batch]:
    """Batches of one outlet and one file each, without what the archive has."""
    readers: dict[str, PageReader] = {}
    waiting: dict[tuple[str, int], list[Capture]] = {}
    path, count = None, 0
    for capture in captures:
        if capture.path != path or count >= _MOST_WAITING:
            # Of many files, what is left of each would not fit into memory.
            yield from _left(archive, readers, waiting, counts)
            waiting, path, count = {}, capture.path, 0
            if len(readers) > _MOST_READERS:
                readers = {}
        name = chooser.outlet_named(capture.url) or ""
        if name not in readers:
            readers[name] = _reader(archive, name, chooser)
        share = crc32(key_of(readers[name], capture.url).encode("utf-8", "replace")) % _SHARES
        batch = waiting.setdefault((name, share), [])
        batch.append(capture)
        count += 1
        if len(batch) >= _BATCH:
            yield from _unknown(archive, readers[name], batch, counts)
            count -= len(batch)
            batch.clear()
    yield from _left(archive, readers, waiting, counts)


def _left(
    archive: OpenArchive,
    readers: Mapping[str, PageReader],
    waiting: Mapping[tuple[str, int], Sequence[Capture]],
    counts: Counter[str],
) -> Iterator[Batch]:
    for (name, _), batch in waiting.items():
        yield from _unknown(archive, readers[name], batch, counts)


def _reader(archive: OpenArchive, name: str, chooser: Chooser) -> PageReader:
    outlet = next((each for each in chooser.owners.outlets if each.name == name), None)
    with archive.sessions.begin() as session:
        if outlet is not None:
            know_outlet(session, name, outlet.title, outlet.home, outlet.language)
        return PageReader(outlet=name, learned=accepted_rules(session, name))


def _unknown(
    archive: OpenArchive, reader: PageReader, batch: Sequence[Capture], counts: Counter[str]
) -> Iterator[Batch]:
    if not batch:
        return
    file = stored_name(archive.home, batch[0].path)
    with archive.sessions() as session:
        known = known_offsets(session, file, [one.offset for one in batch])
    counts["known"] += len(known)
    fresh = tuple(one for one in batch if one.offset not in known)
    if fresh:
        yield Batch(reader=reader, captures=fresh)
