"""Where the bytes of pages and sources are kept: the rows that name records of WARC files."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from newscrawl.archive.sanitize import safe_json
from newscrawl.config import WARC
from newscrawl.page import KeptPage, PriorSnapshot, WarcLocation

#: Of the records in full of one page, so many are tried before it is kept once more.
_CANDIDATES = 5
# The index is not the primary key: a commit whose answer was lost is repeated, and finds its rows.
_WRITTEN = """
outlet, url, fetched_at, status, file, "offset", length, digest, part_of, kind, same_as, article_id
"""
_INSERT = text(f"""
INSERT INTO snapshot ({_WRITTEN}) SELECT {_WRITTEN}
FROM jsonb_populate_recordset(NULL::snapshot, cast(:rows AS jsonb))
ON CONFLICT (file, "offset") DO UPDATE SET digest = excluded.digest
RETURNING id, file, "offset", xmax = 0 AS is_new
""")
# Files that others wrote, which have other names, may be taken away by whoever lent them. The
# latest may be on the disk of a machine that died, and an earlier one where all can read it.
_BEFORE = text(f"""
SELECT s.* FROM jsonb_to_recordset(cast(:wanted AS jsonb)) AS wanted (url text, digest text),
LATERAL (
    SELECT id, url, file, "offset", length, digest, same_as FROM snapshot
    WHERE digest = wanted.digest AND url = wanted.url
      AND same_as IS NULL AND outlet = :outlet AND starts_with(file, '{WARC}/')
    ORDER BY id DESC LIMIT {_CANDIDATES}
) AS s ORDER BY s.id DESC
""")
_COLUMNS = """
snapshot_id AS id, url, fetched_at, file, file_offset AS "offset", file_length AS length, digest,
same_as
"""
_ROWS = text(f"""
SELECT {_COLUMNS} FROM kept_pages WHERE :outlet IS NULL OR outlet = :outlet
ORDER BY file, file_offset
""")
_REVISITS = text(f"""
SELECT {_COLUMNS} FROM kept_pages WHERE same_as = ANY(:ids) ORDER BY snapshot_id
""")
_OF_REVISION = text(f"""
WITH page AS (SELECT snapshot_id AS id FROM readings WHERE revision_id = :revision)
SELECT {_COLUMNS} FROM kept_pages
WHERE snapshot_id = (SELECT id FROM page) OR part_of = (SELECT id FROM page)
ORDER BY part_of NULLS FIRST, snapshot_id
""")
#: A snapshot that holds no bytes of its own names the one that has the same.
PAGES = """
SELECT s.snapshot_id AS id, s.url, s.fetched_at, s.status, bytes.file,
       bytes.file_offset AS "offset", bytes.file_length AS length, bytes.digest, s.part_of
FROM kept_pages s JOIN kept_pages bytes ON bytes.snapshot_id = coalesce(s.same_as, s.snapshot_id)
"""
_PAGE = text(f"{PAGES} WHERE s.snapshot_id = :id")
_OF_ARTICLE = """
SELECT r.snapshot_id FROM article a JOIN revision r ON r.article_id = a.id
WHERE a.outlet = :outlet AND a.key = :key
"""
_HAS_PARTS = text(f"SELECT EXISTS (SELECT FROM snapshot WHERE part_of IN ({_OF_ARTICLE}))")
_PARTS = text(f"{PAGES} WHERE s.part_of = ANY(:ids) ORDER BY s.snapshot_id")
_EARLIER = text(f"{PAGES} WHERE s.part_of IN ({_OF_ARTICLE}) ORDER BY s.part_of, s.snapshot_id")
_LAST = text(f"""
WITH page AS (
    SELECT snapshot_id AS id FROM visit WHERE link_id = :link AND snapshot_id IS NOT NULL
    ORDER BY visit.id DESC LIMIT 1
)
{PAGES} WHERE s.snapshot_id = (SELECT id FROM page) OR s.part_of = (SELECT id FROM page)
ORDER BY s.part_of NULLS FIRST, s.snapshot_id
""")
#: Rows that are fetched at once where all of them are read.
_AT_ONCE = 5_000


def page_of(row: Row[Any]) -> KeptPage:
    """A row of ``PAGES``, or of a snapshot with its own record."""
    return KeptPage(id=row.id, url=row.url, fetched_at=row.fetched_at, kept=location_of(row))


def kept_snapshot(session: Session, snapshot_id: int) -> KeptPage:
    """The page of a snapshot, wherever its bytes are."""
    return page_of(session.execute(_PAGE, {"id": snapshot_id}).one())


def parts_of(session: Session, snapshot_ids: Sequence[int]) -> dict[int, tuple[KeptPage, ...]]:
    """The parts of pages that have any, by the page's snapshot."""
    found: dict[int, tuple[KeptPage, ...]] = {}
    for row in session.execute(_PARTS, {"ids": list(snapshot_ids)}):
        found[row.part_of] = (*found.get(row.part_of, ()), page_of(row))
    return found


def earlier_parts(session: Session, outlet: str, key: str) -> list[list[KeptPage]]:
    """What is kept beside each page from which an article was read, the latest last."""
    rows = session.execute(_EARLIER, {"outlet": outlet, "key": key})
    return [[*map(page_of, group)] for _, group in groupby(rows, lambda row: row.part_of)]


def last_parts(session: Session, link_id: int) -> list[KeptPage] | None:
    """What was kept beside a link's page when it last came; None where no page was kept."""
    rows = session.execute(_LAST, {"link": link_id}).all()
    return [page_of(row) for row in rows[1:]] if rows else None


def has_parts(session: Session, outlet: str, key: str) -> bool:
    """Whether the archive has an article with parts that were fetched apart."""
    return bool(session.execute(_HAS_PARTS, {"outlet": outlet, "key": key}).scalar())


def prior_snapshots(
    session: Session, outlet: str, wanted: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], list[PriorSnapshot]]:
    """The snapshots that hold these bytes of these pages, by URL and digest, the latest first."""
    asked = [{"url": url, "digest": digest} for url, digest in wanted]
    found = dict[tuple[str, str], list[PriorSnapshot]]()
    for row in session.execute(_BEFORE, {"outlet": outlet, "wanted": safe_json(asked)}):
        one = PriorSnapshot(snapshot_id=row.id, kept=location_of(row))
        found.setdefault((row.url, row.digest), []).append(one)
    return found


def snapshots_of(session: Session, revision_id: int) -> list[KeptPage]:
    """The page that a revision was read from, then its parts, each with its own record.

    None if it was not kept.
    """
    return [page_of(row) for row in session.execute(_OF_REVISION, {"revision": revision_id})]


def snapshots_by_file(session: Session, outlet: str | None) -> Iterator[tuple[str, list[KeptPage]]]:
    """All snapshots with their own records, or those of an outlet, file by file."""
    rows = session.execute(_ROWS, {"outlet": outlet}, execution_options={"yield_per": _AT_ONCE})
    for file, group in groupby(map(page_of, rows), lambda row: row.kept.file):
        yield file, list(group)


def revisits_of(session: Session, snapshot_ids: Sequence[int]) -> list[KeptPage]:
    """The snapshots, with their own records, whose bytes are those of these."""
    return [page_of(row) for row in session.execute(_REVISITS, {"ids": list(snapshot_ids)})]


class Inserted(NamedTuple):
    """A snapshot that stands in the archive, and whether it did not before."""

    id: int
    is_new: bool


def insert_snapshots(
    session: Session, rows: Iterable[dict[str, object]]
) -> dict[tuple[str, int], Inserted]:
    """The snapshots by file and offset, which know them: what is there already stays as it is."""
    by_place = {(row["file"], row["offset"]): row for row in rows}
    if not by_place:
        return {}
    made = session.execute(_INSERT, {"rows": safe_json(list(by_place.values()))})
    return {(row.file, row.offset): Inserted(row.id, row.is_new) for row in made}


def snapshot_row(
    outlet: str, url: str, fetched_at: datetime, status: int, kept: WarcLocation, kind: str = "page"
) -> dict[str, object]:
    """The columns of a snapshot."""
    answer = {"outlet": outlet, "url": url, "fetched_at": fetched_at, "status": status}
    return {**answer, "kind": kind, **asdict(kept)}


def location_of(row: Row[Any]) -> WarcLocation:
    """Where the record of a row is; of rows that name the bytes themselves, no other has them."""
    return WarcLocation(
        file=row.file,
        offset=row.offset,
        length=row.length,
        digest=row.digest,
        same_as=getattr(row, "same_as", None),
    )
