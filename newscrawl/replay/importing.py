"""Import WARC files that others wrote: each article page as the capture that it is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32

from newscrawl import urls
from newscrawl.archive.faults import DatabaseError, Remedy, remedy
from newscrawl.archive.importing import know_outlet, known_offsets, note_in_ledger, original_of
from newscrawl.archive.revisions import rules_version
from newscrawl.archive.rules import accepted_rules
from newscrawl.archive.timeline import Captured, add_captures, lock_articles
from newscrawl.archive.types import safe_text
from newscrawl.errors import ExtractionError, SnapshotError
from newscrawl.extract.linked import article_object
from newscrawl.page import Kept, Page
from newscrawl.replay.patience import again_if_in_the_way
from newscrawl.replay.reading import Reader
from newscrawl.replay.refreshing import read_snapshot, refresh
from newscrawl.replay.selecting import Chooser
from newscrawl.replay.workers import Archive, spread
from newscrawl.screen import screen
from newscrawl.snapshots.captures import Bad, Capture, captures_in, read_answer

#: Captures that are read and written together.
_BATCH = 50
#: An article's captures go into batches of one share, so that processes seldom wait for the same.
_SHARES = 8


@dataclass(slots=True, kw_only=True)
class Imported:
    """What became of the answers in files: ``stored``, ``known``, ``unwanted``, or why not."""

    counts: Counter[str] = field(default_factory=Counter)
    #: Files that could not be read at all, and why.
    files: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    reader: Reader
    captures: tuple[Capture, ...]


def import_files(
    archive: Archive, files: Sequence[Path], chooser: Chooser, processes: int = 1
) -> Iterator[Imported]:
    """Import the files' captures; what each batch came to, as they are done.

    Each batch is a transaction, and a capture that was imported is known by its file and place:
    what was interrupted goes on, and what is imported twice adds nothing. Revisits come last,
    since they are of pages that may stand anywhere in the files.
    """
    found, revisits = Imported(), list[Capture]()
    batches = _batches(archive, _captures(files, chooser, found, revisits), chooser, found)
    yield from spread(archive, processes, _import_batch, batches)
    again = _batches(archive, iter(revisits), chooser, found)
    yield from spread(archive, 1, _import_batch, again)
    yield found


def _captures(
    files: Sequence[Path], chooser: Chooser, found: Imported, revisits: list[Capture]
) -> Iterator[Capture]:
    """The wanted captures that hold a page; the others are counted, or kept for later."""
    now = datetime.now(UTC)
    for path in files:
        try:
            for capture in captures_in(path):
                if isinstance(capture, Bad):
                    found.counts[capture.reason] += 1
                elif chooser.outlet_named(capture.url) is None:
                    found.counts["unwanted"] += 1
                elif capture.fetched_at > now:
                    found.counts["future"] += 1
                elif capture.is_revisit:
                    revisits.append(capture)
                else:
                    yield capture
        except SnapshotError as error:
            found.files.append(str(error))


def _batches(
    archive: Archive, captures: Iterator[Capture], chooser: Chooser, found: Imported
) -> Iterator[_Batch]:
    """Batches of one outlet and one file each, without what the archive has."""
    readers: dict[str, Reader] = {}
    waiting: dict[tuple[str, str, int], list[Capture]] = {}
    for capture in captures:
        name = chooser.outlet_named(capture.url) or ""
        if name not in readers:
            readers[name] = _reader(archive, name, chooser, capture.url)
        share = crc32(_key(readers[name], capture.url).encode("utf-8", "replace")) % _SHARES
        batch = waiting.setdefault((name, capture.path, share), [])
        batch.append(capture)
        if len(batch) >= _BATCH:
            yield from _unknown(archive, readers[name], batch, found)
            batch.clear()
    for (name, *_), batch in waiting.items():
        yield from _unknown(archive, readers[name], batch, found)


def _reader(archive: Archive, name: str, chooser: Chooser, url: str) -> Reader:
    outlet = next((each for each in chooser.outlets if each.name == name), None)
    with archive.sessions.begin() as session:
        if outlet is not None:
            know_outlet(session, name, outlet.title, outlet.home, outlet.language)
        else:
            host = urls.host_of(url)
            know_outlet(session, name, host, f"https://{host}", "und")
        return Reader(outlet=name, learned=accepted_rules(session, name))


def _unknown(
    archive: Archive, reader: Reader, batch: Sequence[Capture], found: Imported
) -> Iterator[_Batch]:
    if not batch:
        return
    file = stored_name(archive.home, batch[0].path)
    with archive.sessions() as session:
        known = known_offsets(session, file, [one.offset for one in batch])
    found.counts["known"] += len(known)
    fresh = tuple(one for one in batch if one.offset not in known)
    if fresh:
        yield _Batch(reader=reader, captures=fresh)


def stored_name(home: Path, path: str) -> str:
    """A file as snapshots name it: our own by its place below the archive, others in full."""
    own = Path(path)
    return own.relative_to(home).as_posix() if own.is_relative_to(home) else path


def _import_batch(archive: Archive, batch: _Batch) -> Imported:
    done = Imported()
    read = list[Captured]()
    for capture in batch.captures:
        try:
            found = _read(archive, capture, batch.reader)
        except SnapshotError:
            found = "damaged"
        except ExtractionError as error:
            found = error.reason
        if isinstance(found, str):
            done.counts[found] += 1
        else:
            read.append(found)
    _store(archive, batch.reader, read, done)
    return done


def _read(archive: Archive, capture: Capture, reader: Reader) -> Captured | str:
    """The capture's article, or what it is instead; raises what reading and extracting raise."""
    own = Kept(
        file=stored_name(archive.home, capture.path),
        offset=capture.offset,
        length=capture.length,
        digest=capture.digest or "",
    )
    path, offset = Path(capture.path), capture.offset
    if capture.is_revisit:
        with archive.sessions() as session:
            key = _key(reader, capture.url)
            original = original_of(
                session, reader.outlet, safe_text(key), capture.digest, capture.refers_to
            )
        if original is None:
            return "revisit_without_page"
        own = replace(own, digest=original.kept.digest, same_as=original.snapshot_id)
        path, offset = archive.home / original.kept.file, original.kept.offset
    answer = read_answer(path, offset, capture.url, capture.fetched_at)
    verdict = screen(answer.page, reader.described, status=answer.status, headers=answer.headers)
    if verdict is not None:
        return verdict.reason
    if reader.described is None and not _says_article(answer.page):
        return "not_article"
    if reader.described and reader.described.parts and reader.described.parts(answer.page):
        return "parts_missing"
    return Captured(
        article=reader.article(answer.page),
        url=capture.url,
        fetched_at=capture.fetched_at,
        status=answer.status,
        kept=own if own.same_as else replace(own, digest=answer.digest),
    )


def _key(reader: Reader, url: str) -> str:
    outlet = reader.described
    canonical = (outlet.canonical(url) if outlet else urls.canonical(url)) or url
    return (outlet.key(canonical) if outlet else None) or urls.path_of(canonical)


def _says_article(page: Page) -> bool:
    """Whether the page's head says that it is an article: of no known site, nothing else tells."""
    return bool(
        article_object(page)
        or "article:published_time" in page.metas
        or page.metas.get("og:type", "").lower() in {"article", "news", "newsarticle"}
    )


def _store(archive: Archive, reader: Reader, read: Sequence[Captured], done: Imported) -> None:
    """Write the captures; of a batch that cannot be stored, all but those that are to blame."""
    if not read:
        return
    try:
        new = again_if_in_the_way(lambda: _commit(archive, reader, read))
    except DatabaseError as error:
        if remedy(error) is not Remedy.QUARANTINE:
            raise
        if len(read) == 1:
            done.counts["unstorable"] += 1
            return
        middle = len(read) // 2
        _store(archive, reader, read[:middle], done)
        _store(archive, reader, read[middle:], done)
        return
    done.counts["stored"] += new
    done.counts["known"] += len(read) - new


def _commit(archive: Archive, reader: Reader, read: Sequence[Captured]) -> int:
    outlet = reader.described
    with archive.sessions.begin() as session:
        touched = lock_articles(session, reader.outlet, read)
        ids = [row.article_id for row in touched.values()]
        refresh(session, archive.home, reader, ids, rules_version(reader.rules))
        new = add_captures(
            session,
            reader.outlet,
            read,
            touched,
            reader.rules,
            lambda snapshot: read_snapshot(session, archive.home, reader, snapshot),
        )
        note_in_ledger(session, reader.outlet, read, outlet.revisits if outlet else None)
    return new
