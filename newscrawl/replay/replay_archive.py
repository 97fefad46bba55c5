"""Read the archive's own pages again, with today's outlets and rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from newscrawl.archive.database.database_retries import patiently
from newscrawl.archive.learning.rule_rows import accepted_rules
from newscrawl.archive.revisions.pages_to_replay import (
    ReplayScope,
    articles_to_read,
    kept_revisions,
)
from newscrawl.archive.revisions.rewriting import Difference, compare, correct
from newscrawl.archive.revisions.text_hashes import rules_version
from newscrawl.article import Article
from newscrawl.errors import SnapshotError
from newscrawl.replay.read_again import PageReader, RefusedPage, read_again
from newscrawl.replay.spread_work import PATIENCE, OpenArchive, ReplayPool, spread

#: Articles that are read and written together.
_BATCH = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadablePage:
    """A revision whose page cannot be read back: nothing changes about it."""

    article_id: int
    revision_id: int
    url: str
    error: str


@dataclass(slots=True, kw_only=True)
class Replayed:
    """What reading revisions again came to."""

    read: int = 0
    differences: list[Difference] = field(default_factory=list)
    refused: list[RefusedPage] = field(default_factory=list)
    unreadable: list[UnreadablePage] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    scope: ReplayScope
    reader: PageReader
    articles: list[int]
    dry_run: bool


def replay_by(
    workers: ReplayPool, scopes: Iterable[ReplayScope], *, dry_run: bool = False
) -> Iterator[Replayed]:
    """Read the scopes' pages again, and correct their revisions unless it is a dry run.

    Each batch is a transaction, and its revisions say by what they were read: what was
    interrupted goes on where it ended.
    """
    yield from spread(workers, _read_batch, _batches(workers.archive, scopes, dry_run))


def _batches(
    archive: OpenArchive, scopes: Iterable[ReplayScope], dry_run: bool
) -> Iterator[_Batch]:
    for scope in scopes:
        with archive.sessions() as session:
            reader = PageReader(outlet=scope.outlet, learned=accepted_rules(session, scope.outlet))
        scope = replace(scope, read_by=reader.read_by)
        version, after = rules_version(reader.rules), 0
        while True:
            with archive.sessions() as session:
                ids = articles_to_read(session, scope, version, after, _BATCH)
            if not ids:
                break
            yield _Batch(scope=scope, reader=reader, articles=ids, dry_run=dry_run)
            after = ids[-1]


def _read_batch(archive: OpenArchive, batch: _Batch) -> Replayed:
    version = rules_version(batch.reader.rules)
    with archive.sessions() as session:
        kept = kept_revisions(session, batch.articles, batch.scope, version)
    done, readings = Replayed(read=len(kept)), dict[int, Article]()
    for one in kept:
        try:
            found = read_again(archive.home, one, batch.reader)
        except SnapshotError as error:
            which = {"article_id": one.article_id, "revision_id": one.revision_id}
            done.unreadable.append(UnreadablePage(**which, url=one.page.url, error=str(error)))
            continue
        if isinstance(found, RefusedPage):
            done.refused.append(found)
        else:
            readings[one.revision_id] = found
    if readings:
        done.differences = patiently(lambda: _write(archive, batch, readings, version), PATIENCE)
    return done


def _write(
    archive: OpenArchive, batch: _Batch, readings: dict[int, Article], version: str
) -> list[Difference]:
    with archive.sessions.begin() as session:
        work = compare if batch.dry_run else correct
        return work(session, readings, version)
