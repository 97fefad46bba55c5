"""Put captures of articles into their order in time, whatever order they come in.

The revisions of an article are what a reader of its captures in their order would have noted: the
first capture of each run of captures that say the same. What is there is never changed but for
its number, so a capture that says what the revision before it says gets no row of its own, while
a revision that a new row makes equal to its neighbour stays and is not shown. A capture without a
row is known by its snapshot, and is read once more where another text parts it from its run.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from newscrawl.archive.columns import COLUMNS, columns_of
from newscrawl.archive.differences import READ
from newscrawl.archive.renewal import renew_articles
from newscrawl.archive.revisions import rules_version, text_hash
from newscrawl.archive.types import safe_json, safe_text
from newscrawl.article import Article
from newscrawl.boilerplate import Rule
from newscrawl.page import Kept

#: Reads a snapshot's article, cleaned, with today's code; None where it cannot be read.
ReadSnapshot = Callable[[int], Article | None]
#: What tells captures of an article apart, and orders them: when, and the digest of what.
Place = tuple[datetime, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """An article, cleaned, as somebody's capture of its page has it."""

    article: Article
    url: str
    fetched_at: datetime
    status: int
    kept: Kept

    @property
    def place(self) -> Place:
        return self.fetched_at, self.kept.digest


@dataclass(slots=True, kw_only=True)
class _Entry:
    """One row of an article's line: one that is there, or the columns of one to come."""

    place: Place
    said: bytes
    revision_id: int | None = None
    number: int = 0
    columns: dict[str, Any] | None = None


@dataclass(slots=True, kw_only=True)
class _Line:
    """An article's rows in their order, and its captures that have none."""

    article_id: int
    rows: list[_Entry]
    #: By place: snapshots of captures that say what the row before them says.
    silent: dict[Place, int]
    #: When a crawl saw the last row's text again without keeping anything of it.
    seen_again: datetime | None


_SNAPSHOTS = text("""
INSERT INTO snapshot (
    outlet, url, fetched_at, status, file, "offset", length, digest, same_as, article_id)
SELECT outlet, url, fetched_at, status, file, "offset", length, digest, same_as, article_id
FROM jsonb_populate_recordset(NULL::snapshot, cast(:rows AS jsonb))
ON CONFLICT (file, "offset") DO NOTHING
RETURNING id, file, "offset"
""")
_SEEN = text("""
SELECT key, last_seen_at, other_seen FROM article
WHERE outlet = :outlet AND key = ANY(:keys) ORDER BY key FOR UPDATE
""")
# The address is that of the latest capture; of two at one moment, the same one in any order.
_TOUCH = text("""
WITH touched AS (
    INSERT INTO article AS a (outlet, key, url, first_seen_at, last_seen_at)
    SELECT outlet, key, url, first_at, last_at
    FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (
        outlet text, key text, url text, first_at timestamptz, last_at timestamptz)
    ORDER BY key
    ON CONFLICT (outlet, key) DO UPDATE
    SET url = CASE WHEN (excluded.last_seen_at, excluded.url) > (a.last_seen_at, a.url)
                   THEN excluded.url ELSE a.url END,
        first_seen_at = least(a.first_seen_at, excluded.first_seen_at),
        last_seen_at = greatest(a.last_seen_at, excluded.last_seen_at),
        gone_at = CASE WHEN excluded.last_seen_at > a.gone_at THEN NULL ELSE a.gone_at END
    RETURNING a.id, a.key, a.gone_at
), back AS (
    UPDATE deletion SET back_at = archive_now() FROM touched
    WHERE article_id = touched.id AND back_at IS NULL AND touched.gone_at IS NULL
)
SELECT key, id FROM touched
""")
_ROWS = text("""
SELECT r.id, r.article_id, r.number, r.fetched_at, r.text_hash, coalesce(s.digest, '') AS digest
FROM revision r LEFT JOIN snapshot s ON s.id = r.snapshot_id
WHERE r.article_id = ANY(:ids) ORDER BY r.article_id, r.number
""")
_SILENT = text("""
SELECT id, article_id, fetched_at, digest FROM snapshot
WHERE article_id = ANY(:ids) AND NOT id = ANY(:new) ORDER BY id
""")
_COPY = text(f"SELECT url, {', '.join(READ)} FROM revision WHERE id = :id")
_INSERT = text(f"""
INSERT INTO revision ({COLUMNS}) SELECT {COLUMNS}
FROM jsonb_populate_recordset(NULL::revision, cast(:rows AS jsonb))
""")
# Numbers are unique at every moment: those that move go out of the way first.
_AWAY = text("""
UPDATE revision SET number = -n.number
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS n (id bigint, number bigint)
WHERE revision.id = n.id
""")
_BACK = text("""
UPDATE revision SET number = -number WHERE article_id = ANY(:ids) AND number < 0
""")
_CAUSES = text("""
UPDATE revision SET cause = CASE WHEN number = 1 THEN 'first' ELSE 'edit' END
WHERE article_id = ANY(:ids) AND (number = 1) <> (cause = 'first')
""")
_FORGET = text("UPDATE article SET other_hash = NULL, other_seen = 0 WHERE id = ANY(:ids)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """An article's row, locked, and when it had been seen before these captures came."""

    article_id: int
    last_seen_at: datetime | None
    #: See ``flapping.py``.
    other_seen: int


def lock_articles(
    session: Session, outlet: str, captures: Sequence[Captured]
) -> dict[str, Touched]:
    """Make the captures' articles, or see them again; by key, locked."""
    by_key: dict[str, list[Captured]] = {}
    for one in captures:
        by_key.setdefault(safe_text(one.article.key), []).append(one)
    rows = [
        {
            "outlet": outlet,
            "key": key,
            "url": max((c.fetched_at, safe_text(c.article.canonical_url)) for c in of_key)[1],
            "first_at": min(c.fetched_at for c in of_key),
            "last_at": max(c.fetched_at for c in of_key),
        }
        for key, of_key in sorted(by_key.items())
    ]
    seen = {
        row.key: row for row in session.execute(_SEEN, {"outlet": outlet, "keys": sorted(by_key)})
    }
    touched = session.execute(_TOUCH, {"rows": safe_json(rows)})
    return {
        row.key: Touched(
            article_id=row.id,
            last_seen_at=seen[row.key].last_seen_at if row.key in seen else None,
            other_seen=seen[row.key].other_seen if row.key in seen else 0,
        )
        for row in touched
    }


def add_captures(
    session: Session,
    outlet: str,
    captures: Sequence[Captured],
    touched: Mapping[str, Touched],
    rules: Sequence[Rule],
    read_snapshot: ReadSnapshot,
) -> int:
    """Place the captures among the revisions of their articles; how many were new.

    ``touched`` are the articles' rows from ``lock_articles``. The result is the same in any order
    of any batches, and captures that are known already add nothing.
    """
    new = _keep(session, outlet, captures, touched)
    ids = sorted({touched[safe_text(one.article.key)].article_id for one, _ in new})
    lines = _lines(session, ids, [snapshot for _, snapshot in new], touched)
    version = rules_version(tuple(rules))
    grown = list[_Line]()
    for one, snapshot in new:
        line = lines[touched[safe_text(one.article.key)].article_id]
        columns = _columns(one.article, one.fetched_at, snapshot, version)
        entry = _Entry(place=one.place, said=text_hash(one.article), columns=columns)
        if _place(session, line, entry, snapshot, version, read_snapshot):
            grown.append(line)
    _write(session, {line.article_id: line for line in grown})
    return len(new)


def _keep(
    session: Session, outlet: str, captures: Sequence[Captured], touched: Mapping[str, Touched]
) -> list[tuple[Captured, int]]:
    """The captures that were not known, with their snapshots."""
    rows = [
        {
            "outlet": outlet,
            "url": one.url,
            "fetched_at": one.fetched_at,
            "status": one.status,
            "file": one.kept.file,
            "offset": one.kept.offset,
            "length": one.kept.length,
            "digest": one.kept.digest,
            "same_as": one.kept.same_as,
            "article_id": touched[safe_text(one.article.key)].article_id,
        }
        for one in captures
    ]
    made = session.execute(_SNAPSHOTS, {"rows": safe_json(rows)})
    ids = {(row.file, row.offset): row.id for row in made}
    places = [(one, (one.kept.file, one.kept.offset)) for one in captures]
    return [(one, ids[place]) for one, place in places if place in ids]


def _lines(
    session: Session, ids: Sequence[int], new: Sequence[int], touched: Mapping[str, Touched]
) -> dict[int, _Line]:
    lines = {id_: _Line(article_id=id_, rows=[], silent={}, seen_again=None) for id_ in ids}
    for row in session.execute(_ROWS, {"ids": list(ids)}):
        entry = _Entry(
            place=(row.fetched_at, row.digest),
            said=bytes(row.text_hash),
            revision_id=row.id,
            number=row.number,
        )
        lines[row.article_id].rows.append(entry)
    for line in lines.values():
        line.rows.sort(key=lambda entry: entry.place)
    for row in session.execute(_SILENT, {"ids": list(ids), "new": list(new)}):
        line = lines[row.article_id]
        place = row.fetched_at, row.digest
        if not any(entry.place == place for entry in line.rows):
            line.silent.setdefault(place, row.id)
    for seen in touched.values():
        line_of_it = lines.get(seen.article_id)
        if line_of_it is not None:
            line_of_it.seen_again = _seen_again(line_of_it, seen)
    return lines


def _seen_again(line: _Line, seen: Touched) -> datetime | None:
    """When a crawl met the last row's text after all that is known of the article."""
    if not line.rows or seen.last_seen_at is None or seen.other_seen:
        return None
    known = [entry.place[0] for entry in line.rows] + [place[0] for place in line.silent]
    return seen.last_seen_at if seen.last_seen_at > max(known) else None


def _place(
    session: Session,
    line: _Line,
    entry: _Entry,
    snapshot: int,
    version: str,
    read_snapshot: ReadSnapshot,
) -> bool:
    """Put a capture into an article's line; whether it has new rows."""
    is_grown = _note_seen_again(session, line, entry.place)
    at = bisect_left(line.rows, entry.place, key=lambda row: row.place)
    if at < len(line.rows) and line.rows[at].place == entry.place:
        return is_grown
    if entry.place in line.silent:
        return is_grown
    if at and line.rows[at - 1].said == entry.said:
        line.silent[entry.place] = snapshot
        return is_grown
    line.rows.insert(at, entry)
    _part(session, line, at, version, read_snapshot)
    return True


def _part(
    session: Session, line: _Line, at: int, version: str, read_snapshot: ReadSnapshot
) -> None:
    """The row at ``at`` is new: the first capture behind it that says something else gets one."""
    end = line.rows[at + 1].place if at + 1 < len(line.rows) else None
    start, said = line.rows[at].place, line.rows[at].said
    behind = sorted(p for p in line.silent if p > start and (end is None or p < end))
    for place in behind:
        snapshot = line.silent[place]
        article = read_snapshot(snapshot)
        if article is None:
            before = line.rows[at - 1]
            columns = _copied(session, before) | {"snapshot_id": snapshot, "fetched_at": place[0]}
            entry = _Entry(place=place, said=before.said, columns=columns)
        else:
            columns = _columns(article, place[0], snapshot, version)
            entry = _Entry(place=place, said=text_hash(article), columns=columns)
        if entry.said != said:
            del line.silent[place]
            line.rows.insert(at + 1, entry)
            return


def _note_seen_again(session: Session, line: _Line, place: Place) -> bool:
    """A crawl saw the last text again, which is a fact once something comes before or after it."""
    if line.seen_again is None or place < line.rows[-1].place:
        return False
    last = line.rows[-1]
    columns = _copied(session, last) | {"snapshot_id": None, "fetched_at": line.seen_again}
    line.rows.append(_Entry(place=(line.seen_again, ""), said=last.said, columns=columns))
    line.seen_again = None
    return True


def _copied(session: Session, entry: _Entry) -> dict[str, Any]:
    """The columns of a row, written or still to be written."""
    if entry.columns is not None:
        return dict(entry.columns)
    row: Row[Any] = session.execute(_COPY, {"id": entry.revision_id}).one()
    columns = {
        name: bytes(value) if isinstance(value, memoryview) else value
        for name, value in row._mapping.items()
    }
    return columns | {"cause": "edit"}


def _columns(article: Article, fetched_at: datetime, snapshot: int, version: str) -> dict[str, Any]:
    return columns_of(article, version) | {
        "cause": "edit",
        "url": article.url,
        "fetched_at": fetched_at,
        "snapshot_id": snapshot,
    }


def _write(session: Session, lines: dict[int, _Line]) -> None:
    """Write new rows, and give all their numbers by their order."""
    if not lines:
        return
    moved, made = list[dict[str, Any]](), list[dict[str, Any]]()
    for line in lines.values():
        for number, entry in enumerate(line.rows, 1):
            if entry.revision_id is None:
                identity = {"article_id": line.article_id, "number": number}
                made.append({**(entry.columns or {}), **identity})
            elif entry.number != number:
                moved.append({"id": entry.revision_id, "number": number})
    ids = sorted(lines)
    if moved:
        session.execute(_AWAY, {"rows": safe_json(moved)})
    session.execute(_INSERT, {"rows": safe_json(made)})
    if moved:
        session.execute(_BACK, {"ids": ids})
    session.execute(_CAUSES, {"ids": ids})
    session.execute(_FORGET, {"ids": ids})
    renew_articles(session, ids)
