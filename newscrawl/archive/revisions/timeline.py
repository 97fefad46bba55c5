"""Put captures of articles into their order in time, whatever order they come in.

The revisions of an article are what a reader of its captures in their order would have noted: the
first capture of each run of captures that say the same. What is there is never changed but for
its number, so a capture that says what the revision before it says gets no row of its own, while
a revision that a new row makes equal to its neighbour stays and is not shown. A capture without a
row is known by its snapshot, and is read once more where another text parts it from its run. So is
what visits met: each page that said the same, and the last time that a page had not changed.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from newscrawl.archive.revisions.article_rows import SeenArticle
from newscrawl.archive.revisions.import_rows import Captured, keep_captures
from newscrawl.archive.revisions.revision_rows import revision_row
from newscrawl.archive.revisions.rewriting import READ
from newscrawl.archive.revisions.text_hashes import rules_version, text_hash
from newscrawl.archive.revisions.timeline_entries import (
    Timeline,
    TimelineEntry,
    read_lines,
    write_lines,
)
from newscrawl.archive.sanitize import safe_text
from newscrawl.article import Article
from newscrawl.boilerplate import Rule

#: Reads a snapshot's article, cleaned, with today's code; None where it cannot be read.
ReadSnapshot = Callable[[int], Article | None]
_COPY = text(f"SELECT url, {', '.join(READ)} FROM revision WHERE id = :id")


def add_captures(
    session: Session,
    outlet: str,
    captures: Sequence[Captured],
    seen: Mapping[str, SeenArticle],
    rules: Sequence[Rule],
    read_snapshot: ReadSnapshot,
) -> tuple[int, set[int]]:
    """Place the captures among the revisions of their articles; how many were new.

    ``seen`` are the articles' rows from ``see_articles``. The result is the same in any order
    of any batches, and captures that are known already add nothing. Beside it stand the ids of the
    articles for which ``renew_duplicates`` is to be called when all else is written: of those that
    have other texts, and of those that were seen earlier than was known, as the first article of a
    cluster is the one that was seen first.
    """
    articles = {key: row.article_id for key, row in seen.items()}
    new = keep_captures(session, outlet, captures, articles)
    ids = sorted({articles[safe_text(one.article.key)] for one, _ in new})
    lines = read_lines(session, ids, [snapshot for _, snapshot in new], seen)
    version = rules_version(tuple(rules))
    grown = dict[int, Timeline]()
    for one, snapshot in new:
        line = lines[articles[safe_text(one.article.key)]]
        columns = revision_row(one.article, one.fetched_at, snapshot, version)
        entry = TimelineEntry(place=one.place, said=text_hash(one.article), columns=columns)
        if _place(session, line, entry, snapshot, version, read_snapshot):
            grown[line.article_id] = line
    write_lines(session, grown)
    keys = [(safe_text(one.article.key), one.fetched_at) for one, _ in new]
    earlier = {seen[key].article_id for key, at in keys if seen[key].first_seen_at == at}
    return len(new), earlier | grown.keys()


def _place(
    session: Session,
    line: Timeline,
    entry: TimelineEntry,
    snapshot: int,
    version: str,
    read_snapshot: ReadSnapshot,
) -> bool:
    """Put a capture into an article's line; whether it has new rows."""
    at = bisect_left(line.rows, entry.place, key=lambda row: row.place)
    if at < len(line.rows) and line.rows[at].place == entry.place:
        return False
    if entry.place in line.silent:
        return False
    if at and line.rows[at - 1].said == entry.said:
        line.silent[entry.place] = snapshot
        return False
    line.rows.insert(at, entry)
    _part(session, line, at, version, read_snapshot)
    return True


def _part(
    session: Session, line: Timeline, at: int, version: str, read_snapshot: ReadSnapshot
) -> None:
    """The row at ``at`` is new: the first capture behind it that says something else gets one."""
    end = line.rows[at + 1].place if at + 1 < len(line.rows) else None
    start, said = line.rows[at].place, line.rows[at].said
    behind = sorted(p for p in line.silent if p > start and (end is None or p < end))
    for place in behind:
        snapshot = line.silent[place]
        article = None if snapshot is None else read_snapshot(snapshot)
        if article is None:
            before = line.rows[at - 1]
            columns = _copied(session, before) | {"snapshot_id": snapshot, "fetched_at": place[0]}
            entry = TimelineEntry(place=place, said=before.said, columns=columns)
        else:
            columns = revision_row(article, place[0], snapshot, version)
            entry = TimelineEntry(place=place, said=text_hash(article), columns=columns)
        if entry.said != said:
            del line.silent[place]
            line.rows.insert(at + 1, entry)
            return


def _copied(session: Session, entry: TimelineEntry) -> dict[str, Any]:
    """The columns of a row, written or still to be written."""
    if entry.columns is not None:
        return dict(entry.columns)
    row: Row[Any] = session.execute(_COPY, {"id": entry.revision_id}).one()
    return dict(row._mapping) | {"cause": "edit"}
