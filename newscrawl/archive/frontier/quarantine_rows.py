"""Pages that could not be stored: which of them wait for somebody, and how they are settled.

A row is open as long as it is the last word on its link: a later visit of the link, or a later
row, closes it without being written down in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, insert, text
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.frontier.visit import EndedVisit
from newscrawl.archive.snapshots.snapshot_rows import kept_snapshot, location_of, parts_of
from newscrawl.errors import NotFound
from newscrawl.page import HttpExchange, KeptPage, WarcLocation
from newscrawl.screen import Outcome

OPEN, ASKED_AGAIN, DROPPED = "open", "asked again", "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """A page that could not be stored, and where that stands."""

    id: int
    outlet: str
    key: str
    url: str
    reason: str
    error: str
    happened_at: datetime
    crawl_id: int | None
    #: None: the page was not kept.
    snapshot_id: int | None
    #: ``open``, its settlement, or what closed it without one: ``met again``, ``visited since``.
    state: str
    settled_at: datetime | None
    #: What became of the link.
    outcome: str | None


def quarantine(session: Session, crawl: int, outlet: str, visits: Sequence[EndedVisit]) -> None:
    """Write those of the visits whose page could not be stored, with where it is kept."""
    rows = [
        {
            "outlet": outlet,
            "key": visit.link.key,
            "url": visit.link.url,
            "reason": visit.reason or "unknown",
            "error": visit.error or visit.reason or "unknown",
            "crawl_id": crawl,
            "snapshot_id": ended.snapshot_id,
        }
        for ended in visits
        if (visit := ended.visit).outcome is Outcome.QUARANTINED
    ]
    if rows:
        session.execute(insert(models.Quarantine), rows)


_SELECTED = text("""
SELECT * FROM quarantined
WHERE (:all OR state = 'open')
  AND (cast(:outlet AS text) IS NULL OR outlet = :outlet)
  AND (cast(:reason AS text) IS NULL OR reason = :reason)
ORDER BY outlet, reason, quarantine_id
""")
_NAMED = text("SELECT * FROM quarantined WHERE quarantine_id = ANY(cast(:ids AS bigint[]))")
_SETTLE = text("""
UPDATE quarantine SET settled_at = archive_now(), settlement = :settlement WHERE id = :id
""")
_ASK_AGAIN = text("""
UPDATE link
SET outcome = CASE WHEN outcome = 'quarantined' THEN 'waiting' ELSE outcome END,
    reason = CASE WHEN outcome = 'quarantined' THEN NULL ELSE reason END,
    next_visit_at = archive_now(), attempts = 0, failing_since = NULL,
    etag = NULL, last_modified = NULL
WHERE outlet = :outlet AND key = :key
""")
_GIVE_UP = text("""
UPDATE link SET next_visit_at = NULL
WHERE outlet = :outlet AND key = :key AND outcome = 'quarantined'
""")
_STAYS = text("UPDATE quarantine SET reason = :reason, error = :error WHERE id = :id")
_STAYS_SO = text("""
UPDATE link
SET reason = CASE WHEN outcome = 'quarantined' THEN :reason ELSE reason END,
    last_result = 'quarantined: ' || :reason
WHERE outlet = :outlet AND key = :key
""")


def selected(
    session: Session, *, outlet: str | None = None, reason: str | None = None, is_all: bool = False
) -> list[Quarantined]:
    """The open rows, or all of them, of an outlet or reason or of any."""
    asked = {"outlet": outlet, "reason": reason, "all": is_all}
    return [_row(row) for row in session.execute(_SELECTED, asked).mappings()]


def named(session: Session, ids: Sequence[int]) -> list[Quarantined]:
    """The rows of these ids, in their order; raises ``NotFound`` where there is none."""
    found = session.execute(_NAMED, {"ids": list(ids)}).mappings()
    by_id = {row["quarantine_id"]: _row(row) for row in found}
    for one in ids:
        if one not in by_id:
            raise NotFound(f"nothing in quarantine has the id {one}: newscrawl quarantine list")
    return [by_id[one] for one in dict.fromkeys(ids)]


def _row(row: RowMapping) -> Quarantined:
    given = {name: value for name, value in row.items() if name != "quarantine_id"}
    return Quarantined(id=row["quarantine_id"], **given)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """The page of a row, as its answer came and where its bytes are, with its parts."""

    fetched: HttpExchange
    #: The page's own record, which may be one without bytes.
    kept: WarcLocation
    page: KeptPage
    parts: tuple[KeptPage, ...]


_SNAPSHOT = text("""
SELECT url, fetched_at, status, file, file_offset AS "offset", file_length AS length, digest,
       same_as
FROM kept_pages WHERE snapshot_id = :id
""")


def kept_answer(session: Session, row: Quarantined) -> KeptAnswer | None:
    """Where the page is; None where it was not kept. The answer comes without its body."""
    if row.snapshot_id is None:
        return None
    own = session.execute(_SNAPSHOT, {"id": row.snapshot_id}).one()
    return KeptAnswer(
        fetched=HttpExchange(
            url=own.url,
            asked=own.url,
            fetched_at=own.fetched_at,
            status=own.status,
            headers=(),
            body=b"",
        ),
        kept=location_of(own),
        page=kept_snapshot(session, row.snapshot_id),
        parts=parts_of(session, [row.snapshot_id]).get(row.snapshot_id, ()),
    )


def settle_row(session: Session, row: Quarantined, settlement: str) -> None:
    """Close a row; the row itself and its bytes stay."""
    session.execute(_SETTLE, {"id": row.id, "settlement": settlement})


def drop(session: Session, row: Quarantined) -> None:
    """Close a row, and let no crawl look at its page again by itself."""
    session.execute(_GIVE_UP, {"outlet": row.outlet, "key": row.key})
    settle_row(session, row, DROPPED)


def ask_again(session: Session, row: Quarantined) -> None:
    """Let the next crawl visit the link as if for the first time."""
    session.execute(_ASK_AGAIN, {"outlet": row.outlet, "key": row.key})
    settle_row(session, row, ASKED_AGAIN)


def stay(session: Session, row: Quarantined, reason: str, error: str) -> None:
    """The row stays open, with what is wrong today."""
    session.execute(_STAYS, {"id": row.id, "reason": reason, "error": error})
    session.execute(_STAYS_SO, {"outlet": row.outlet, "key": row.key, "reason": reason})


def has_later(session: Session, outlet: str, key: str, fetched_at: datetime) -> bool:
    """Whether the archive has a later page of an article: an older one must not follow it."""
    asked = text(
        "SELECT EXISTS (SELECT FROM article a JOIN revision r ON r.article_id = a.id "
        "WHERE a.outlet = :outlet AND a.key = :key AND r.fetched_at > :at)"
    )
    given = {"outlet": outlet, "key": key, "at": fetched_at}
    return bool(session.scalars(asked, given).one())
