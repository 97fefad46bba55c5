"""Import WARC files that others wrote: each article page as the capture that it is."""

import pickle
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from newscrawl.archive.database.database_retries import by_halves, patiently
from newscrawl.archive.database.sqlstate import DatabaseError, Remedy, remedy
from newscrawl.archive.duplicates.near_duplicates import renew_duplicates
from newscrawl.archive.revisions.article_rows import see_articles
from newscrawl.archive.revisions.import_rows import Captured, note_in_ledger
from newscrawl.archive.revisions.text_hashes import rules_version
from newscrawl.archive.revisions.timeline import add_captures
from newscrawl.errors import ExtractionError, SnapshotError
from newscrawl.replay.batching import Batch, batches
from newscrawl.replay.capture_choice import Chooser, HostNames
from newscrawl.replay.read_again import PageReader, read_snapshot, refresh
from newscrawl.replay.read_captures import originals_of_revisits, read_captured
from newscrawl.replay.spread_work import PATIENCE, OpenArchive, ReplayPool, in_order, spread
from newscrawl.snapshots.capture_headers import Bad, Capture
from newscrawl.snapshots.foreign_captures import Span
from newscrawl.snapshots.spans import Scan, joined, read_span, spans_of


@dataclass(slots=True, kw_only=True)
class Imported:
    """What became of the answers in files: ``stored``, ``known``, ``unwanted``, or why not."""

    counts: Counter[str] = field(default_factory=Counter)
    #: Files, also within others, that could not be read at all, and why.
    files: list[str] = field(default_factory=list)


def import_by(
    workers: ReplayPool,
    files: Sequence[Path | str],
    chooser: Chooser,
    tell: Callable[[int], None] = lambda _: None,
) -> Iterator[Imported]:
    """Import the files' captures; what each batch came to, as they are done.

    ``tell`` is told of how many more bytes of the files have been taken to be read and stored.

    Each batch is a transaction, and a capture that was imported is known by its file and place:
    what was interrupted goes on, and what is imported twice adds nothing. Revisits come last,
    since they are of pages that may stand anywhere in the files.
    """
    archive, found = workers.archive, Imported()
    names = HostNames(archive, (outlet.name for outlet in chooser.owners.outlets))
    chooser = replace(chooser, name_of=names.name_of)
    with TemporaryFile() as revisits:
        pages = _pages(_met(workers, files, found, tell), chooser, found, revisits)
        pieces = batches(archive, pages, chooser, found.counts)
        yield from spread(workers, _import_batch, pieces)
        again = batches(archive, _put_off(revisits), chooser, found.counts)
        yield from (_import_batch(archive, batch) for batch in again)
    yield found


def _met(
    workers: ReplayPool, files: Sequence[Path | str], found: Imported, tell: Callable[[int], None]
) -> Iterator[Capture | Bad]:
    """All that the files hold, in their order: their stretches are read by all of the workers."""

    def read(spans: Iterable[Span]) -> Iterator[Scan]:
        return in_order(workers, _read_span, spans)

    for path in files:
        try:
            for spans in spans_of(str(path)):
                yield from _told(joined(spans, read), spans, tell)
        except SnapshotError as error:
            found.files.append(str(error))


def _told(
    met: Iterable[Capture | Bad], spans: Sequence[Span], tell: Callable[[int], None]
) -> Iterator[Capture | Bad]:
    """What is met; it is told of as it is taken: stretches are looked through long before."""
    at = spans[0].begin if spans else 0
    for one in met:
        if isinstance(one, Capture) and one.offset > at:
            tell(one.offset - at)
            at = one.offset
        yield one
    tell(spans[-1].until - at if spans else 0)


def _read_span(_: OpenArchive, span: Span) -> Scan:
    return read_span(span)


def _pages(
    met: Iterable[Capture | Bad], chooser: Chooser, found: Imported, revisits: IO[bytes]
) -> Iterator[Capture]:
    """The wanted captures that hold a page; the others are counted, or kept for later."""
    now = datetime.now(UTC)
    for capture in met:
        if isinstance(capture, Bad) and capture.said:
            found.files.append(capture.said)
        elif isinstance(capture, Bad):
            found.counts[capture.reason] += 1
        elif chooser.outlet_named(capture.url) is None:
            found.counts["unwanted"] += 1
        elif capture.fetched_at > now:
            found.counts["future"] += 1
        elif capture.is_revisit:
            pickle.dump(capture, revisits)
        else:
            yield capture


def _put_off(file: IO[bytes]) -> Iterator[Capture]:
    """The captures that were kept for later, all of them by then."""
    end = file.tell()
    file.seek(0)
    while file.tell() < end:
        yield pickle.load(file)


def _import_batch(archive: OpenArchive, batch: Batch) -> Imported:
    """Write a batch's captures; of one that cannot be stored, all but those that are to blame."""
    done, read = Imported(), list[Captured]()
    originals = originals_of_revisits(archive, batch.captures, batch.reader)
    for capture in batch.captures:
        try:
            found = read_captured(archive, capture, batch.reader, originals.get(capture))
        except (SnapshotError, ExtractionError) as error:
            found = error.reason
        if isinstance(found, str):
            done.counts[found] += 1
        else:
            read.append(found)

    def commit(piece: Sequence[Captured]) -> int:
        return patiently(lambda: _commit(archive, batch.reader, piece), PATIENCE)

    for piece, new in by_halves(read, commit, _is_theirs) if read else ():
        if isinstance(new, Exception):
            done.counts["unstorable"] += 1
        else:
            done.counts.update(stored=new, known=len(piece) - new)
    return done


def _is_theirs(error: Exception) -> bool:
    return isinstance(error, DatabaseError) and remedy(error) is Remedy.QUARANTINE


def _commit(archive: OpenArchive, reader: PageReader, read: Sequence[Captured]) -> int:
    outlet = reader.described
    with archive.sessions.begin() as session:
        seen = see_articles(session, read, are_visits=False)
        ids = [row.article_id for row in seen.values()]
        corrected = refresh(session, archive.home, reader, ids, rules_version(reader.rules))
        new, renewed = add_captures(
            session,
            reader.outlet,
            read,
            seen,
            reader.rules,
            lambda snapshot: read_snapshot(session, archive.home, reader, snapshot),
        )
        note_in_ledger(session, reader.outlet, read, outlet.revisits if outlet else None)
        renew_duplicates(session, corrected | renewed)
    return new
