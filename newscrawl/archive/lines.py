"""The captures of an article in the order of their time: those that are revisions, and others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.captured import Place
from newscrawl.archive.sightings import Touched


@dataclass(slots=True, kw_only=True)
class Entry:
    """One row of an article's line: one that is there, or the columns of one to come."""

    place: Place
    said: bytes
    revision_id: int | None = None
    number: int = 0
    columns: dict[str, Any] | None = None


@dataclass(slots=True, kw_only=True)
class Line:
    """An article's rows in their order, and its captures that have none."""

    article_id: int
    rows: list[Entry]
    #: By place: snapshots of captures that say what the row before them says.
    silent: dict[Place, int]
    #: When a crawl saw the last row's text again without keeping anything of it.
    seen_again: datetime | None


_ROWS = text("""
SELECT r.id, r.article_id, r.number, r.fetched_at, r.text_hash, coalesce(s.digest, '') AS digest
FROM revision r LEFT JOIN snapshot s ON s.id = r.snapshot_id
WHERE r.article_id = ANY(:ids) ORDER BY r.article_id, r.number
""")
_SILENT = text("""
SELECT id, article_id, fetched_at, digest FROM snapshot
WHERE article_id = ANY(:ids) AND NOT id = ANY(:new) ORDER BY id
""")


def read_lines(
    session: Session, ids: Sequence[int], new: Sequence[int], touched: Mapping[str, Touched]
) -> dict[int, Line]:
    """The lines of the articles by id; captures of the ``new`` snapshots are yet to be placed."""
    lines = {id_: Line(article_id=id_, rows=[], silent={}, seen_again=None) for id_ in ids}
    for row in session.execute(_ROWS, {"ids": list(ids)}):
        entry = Entry(
            place=(row.fetched_at, row.digest),
            said=bytes(row.text_hash),
            revision_id=row.id,
            number=row.number,
        )
        lines[row.article_id].rows.append(entry)
    for line in lines.values():
        line.rows.sort(key=lambda entry: entry.place)
    placed = {id_: {entry.place for entry in line.rows} for id_, line in lines.items()}
    for row in session.execute(_SILENT, {"ids": list(ids), "new": list(new)}):
        line = lines[row.article_id]
        place = row.fetched_at, row.digest
        if place not in placed[row.article_id]:
            line.silent.setdefault(place, row.id)
    for seen in touched.values():
        line_of_it = lines.get(seen.article_id)
        if line_of_it is not None:
            line_of_it.seen_again = _seen_again(line_of_it, seen)
    return lines


def _seen_again(line: Line, seen: Touched) -> datetime | None:
    """When a crawl met the last row's text after all that is known of the article."""
    if not line.rows or seen.last_seen_at is None or seen.other_seen:
        return None
    known = [entry.place[0] for entry in line.rows] + [place[0] for place in line.silent]
    return seen.last_seen_at if seen.last_seen_at > max(known) else None
