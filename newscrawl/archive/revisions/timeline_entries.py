"""The captures of an article in the order of their time: read, and written with their numbers."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.revisions.article_rows import SeenArticle
from newscrawl.archive.revisions.import_rows import Place
from newscrawl.archive.revisions.renew_latest import renew_latest
from newscrawl.archive.revisions.revision_rows import insert_revisions, update_revisions
from newscrawl.archive.sanitize import safe_json


@dataclass(slots=True, kw_only=True)
class TimelineEntry:
    """One row of an article's line: one that is there, or the columns of one to come."""

    place: Place
    said: bytes
    revision_id: int | None = None
    number: int = 0
    columns: dict[str, Any] | None = None
    snapshot_id: int | None = None
    #: When visits met it last, of which nothing else may be kept: the page did not change.
    met_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Timeline:
    """An article's rows in their order, and its captures that have none."""

    article_id: int
    rows: list[TimelineEntry]
    #: By place: snapshots of captures that say what the row before them says.
    silent: dict[Place, int | None]


_ROWS = text("""
SELECT r.id, r.article_id, r.number, r.fetched_at, r.text_hash, r.snapshot_id, r.met_at,
       coalesce(s.digest, '') AS digest
FROM revision r LEFT JOIN snapshot s ON s.id = r.snapshot_id
WHERE r.article_id = ANY(:ids) ORDER BY r.fetched_at, coalesce(s.digest, '') COLLATE "C", r.number
""")
_SILENT = text("""
SELECT id, article_id, fetched_at, digest FROM snapshot
WHERE article_id = ANY(:ids) AND NOT id = ANY(:new) ORDER BY id
""")


def read_lines(
    session: Session, ids: Sequence[int], new: Sequence[int], rows: Mapping[str, SeenArticle]
) -> dict[int, Timeline]:
    """The lines of the articles by id; captures of the ``new`` snapshots are yet to be placed."""
    lines = {id_: Timeline(article_id=id_, rows=[], silent={}) for id_ in ids}
    for row in session.execute(_ROWS, {"ids": list(ids)}):
        entry = TimelineEntry(
            place=(row.fetched_at, row.digest),
            said=row.text_hash,
            revision_id=row.id,
            number=row.number,
            snapshot_id=row.snapshot_id,
            met_at=row.met_at,
        )
        lines[row.article_id].rows.append(entry)
    placed = {id_: {entry.place for entry in line.rows} for id_, line in lines.items()}
    for row in session.execute(_SILENT, {"ids": list(ids), "new": list(new)}):
        place = row.fetched_at, row.digest
        if place not in placed[row.article_id]:
            lines[row.article_id].silent.setdefault(place, row.id)
    met = {row.article_id: row.met_at for row in rows.values()}
    for line in lines.values():
        if line.rows:
            line.rows[-1].met_at = met.get(line.article_id) or line.rows[-1].met_at
        line.silent |= _seen_again(line)
    return lines


def _seen_again(line: Timeline) -> dict[Place, int | None]:
    """Where visits met a row's text after all that is kept of it: its page did not change.

    So the page that was kept last shows what they met.
    """
    ends = [row.place for row in line.rows[1:]]
    pages: list[tuple[Place, int | None]] = [(row.place, row.snapshot_id) for row in line.rows]
    starts = [row.place for row in line.rows]
    for place in sorted(line.silent):
        at = bisect_right(starts, place) - 1
        if at >= 0:
            pages[at] = place, line.silent[place]
    found: dict[Place, int | None] = {}
    for at, row in enumerate(line.rows):
        (moment, digest), snapshot = pages[at]
        met = row.met_at
        if met is not None and met > moment and (at == len(ends) or met < ends[at][0]):
            found[met, digest] = snapshot
    return found


# Numbers are unique at every moment: those that move go out of the way first.
_BACK = text("""
UPDATE revision SET number = -number WHERE article_id = ANY(:ids) AND number < 0
""")
_CAUSES = text("""
UPDATE revision SET cause = CASE WHEN number = 1 THEN 'first' ELSE 'edit' END
WHERE article_id = ANY(:ids) AND (number = 1) <> (cause = 'first')
""")
# What the article's row said of its latest revision is that one's for good.
_MET = text("""
UPDATE revision SET met_at = n.met_at
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS n (id bigint, met_at timestamptz)
WHERE revision.id = n.id AND revision.met_at IS DISTINCT FROM n.met_at
""")


def write_lines(session: Session, lines: Mapping[int, Timeline]) -> None:
    """Write new rows, and give all their numbers by their order.

    The clusters of the articles are left to the end of the transaction.
    """
    if not lines:
        return
    moved, made = list[dict[str, Any]](), list[dict[str, Any]]()
    met = list[dict[str, Any]]()
    for line in lines.values():
        for number, entry in enumerate(line.rows, 1):
            if entry.revision_id is None:
                identity = {"article_id": line.article_id, "number": number}
                made.append({**(entry.columns or {}), **identity})
                continue
            if entry.number != number:
                moved.append({"id": entry.revision_id, "number": -number})
            if entry.met_at is not None:
                met.append({"id": entry.revision_id, "met_at": entry.met_at})
    ids = sorted(lines)
    update_revisions(session, moved)
    insert_revisions(session, made)
    if moved:
        session.execute(_BACK, {"ids": ids})
    session.execute(_CAUSES, {"ids": ids})
    session.execute(_MET, {"rows": safe_json(met)})
    renew_latest(session, ids)
