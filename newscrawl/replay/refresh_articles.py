"""Read again what stands in the archive, so that new captures are compared with like."""

from collections.abc import Sequence
from pathlib import Path

from newscrawl.archive.database.sessions import Session
from newscrawl.archive.revisions.rewriting import rewrite
from newscrawl.archive.snapshots.revision_snapshots import ReplayScope, kept_revisions
from newscrawl.article import Article
from newscrawl.errors import SnapshotError
from newscrawl.replay.page_reader import PageReader, RefusedPage, read_again
from newscrawl.reread import read_article


def refresh(
    session: Session, home: Path, reader: PageReader, articles: Sequence[int], version: str
) -> set[int]:
    """Correct the revisions of these articles that older code or other rules have read.

    The articles that changed, for which ``renew_duplicates`` is to be called in the end.
    """
    readings: dict[int, Article] = {}
    for kept in kept_revisions(
        session, articles, ReplayScope(outlet=reader.outlet, read_by=reader.read_by), version
    ):
        try:
            found = read_again(home, kept, reader)
        except SnapshotError:
            continue
        if not isinstance(found, RefusedPage):
            readings[kept.revision_id] = found
    return rewrite(session, readings, version)[1] if readings else set()


def read_snapshot(
    session: Session, home: Path, reader: PageReader, snapshot_id: int
) -> Article | None:
    """Today's article of a kept page; None where it cannot be read, or is none."""
    found = read_article(session, home, snapshot_id, reader.described)
    return None if found is None else reader.cleaned(found)
