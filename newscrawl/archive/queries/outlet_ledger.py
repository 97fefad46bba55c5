"""Read what the archive knows of outlets and of their links: from views, as readers may."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import RowMapping, TextClause, text
from sqlalchemy.orm import Session

_Note = TypeVar("_Note", "SourceNote", "CrawlNote", "Outcomes", "Due")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote:
    """How a source answered when it was last asked."""

    url: str
    asked_at: datetime | None
    answered_at: datetime | None
    last_result: str | None
    complaint: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlNote:
    """The last run of an outlet; one without an end is running, or was killed."""

    crawl_id: int
    started_at: datetime
    finished_at: datetime | None
    finish_reason: str | None
    exit_code: int | None
    #: Articles that were new to the archive.
    created: int
    revised: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletNote:
    """An outlet that was crawled."""

    name: str
    title: str
    sources: tuple[SourceNote, ...]
    last_crawl: CrawlNote | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """How many links ended in an outcome, for one reason."""

    outcome: str
    reason: str | None
    links: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """How many links are visited again, and when; ``final`` ones never are."""

    now: int
    within_a_day: int
    later: int
    #: Only a run whose range holds them asks for these.
    in_a_range: int
    final: int
    leased: int
    next_visit_at: datetime | None


_LAST = text("""
SELECT DISTINCT ON (outlet)
       outlet, crawl_id, started_at, finished_at, finish_reason, exit_code,
       coalesce((stats ->> 'archive/created')::bigint, 0) AS created,
       coalesce((stats ->> 'archive/revised')::bigint, 0) AS revised
FROM crawls ORDER BY outlet, crawl_id DESC
""")
_SOURCES = text("SELECT * FROM sources ORDER BY url")


def outlet_notes(session: Session) -> dict[str, OutletNote]:
    """The outlets that were crawled, by name."""
    sources = _by_outlet(session, _SOURCES, SourceNote)
    crawls = _by_outlet(session, _LAST, CrawlNote)
    rows = session.execute(text("SELECT outlet, title, articles FROM outlets ORDER BY outlet"))
    return {
        row.outlet: OutletNote(
            name=row.outlet,
            title=row.title,
            sources=tuple(sources[row.outlet]),
            last_crawl=next(iter(crawls[row.outlet]), None),
            articles=row.articles,
        )
        for row in rows
    }


def _by_outlet(session: Session, asked: TextClause, kind: type[_Note]) -> dict[str, list[_Note]]:
    notes = defaultdict[str, list[_Note]](list)
    for row in session.execute(asked).mappings():
        notes[row["outlet"]].append(_note(kind, row))
    return notes


def _note(kind: type[_Note], row: RowMapping) -> _Note:
    return kind(**{name: row[name] for name in kind.__dataclass_fields__})


def outlet_names(session: Session) -> list[str]:
    """All outlets of the archive, also those that no file describes."""
    return list(session.scalars(text("SELECT outlet FROM outlets ORDER BY outlet")))


# An outlet may have hundreds of thousands of links, few of which are ever visited again: an index
# counts all of them, and only those few are looked at, with the clock once for all.
_LEDGER = text("""
WITH clock AS MATERIALIZED (SELECT archive_now() AS moment),
ended AS (
    SELECT outcome, reason, count(*) AS links FROM links WHERE outlet = :outlet
    GROUP BY outcome, reason
), due AS (
    SELECT count(*) FILTER (WHERE next_visit_at <= moment) AS now,
           count(*) FILTER (WHERE next_visit_at > moment
                              AND next_visit_at <= moment + interval '1 day') AS within_a_day,
           count(*) FILTER (WHERE next_visit_at > moment + interval '1 day') AS later,
           count(*) FILTER (WHERE outcome = 'waiting') AS waiting,
           min(next_visit_at) AS next_visit_at
    FROM links CROSS JOIN clock WHERE outlet = :outlet AND next_visit_at IS NOT NULL
), held AS (
    SELECT count(*) AS leased FROM links WHERE outlet = :outlet AND crawl_id IS NOT NULL
), summed AS (
    SELECT coalesce(sum(links), 0)::bigint AS links,
           coalesce(sum(links) FILTER (WHERE outcome = 'waiting'), 0)::bigint AS waiting FROM ended
)
SELECT ended.*, due.*, leased, s.waiting - due.waiting AS in_a_range,
       s.links - s.waiting + due.waiting - now - within_a_day - later AS final
FROM due CROSS JOIN held CROSS JOIN summed AS s LEFT JOIN ended ON true
ORDER BY outcome, ended.links DESC, reason
""")


def ledger(session: Session, outlet: str) -> tuple[list[Outcomes], Due]:
    """What became of the outlet's links, and when they are due.

    The numbers of the first, and ``now`` to ``final`` of the second, add up to all that were ever
    listed.
    """
    rows = session.execute(_LEDGER, {"outlet": outlet}).mappings().all()
    return [_note(Outcomes, row) for row in rows if row["outcome"]], _note(Due, rows[0])


_LINKS = text("""
SELECT key, url, outcome, reason, last_result, attempts, listed_by, listed_in, listed_at,
       claimed_at, visited_at, next_visit_at, robots
FROM links WHERE outlet = :outlet AND outcome = :outcome
ORDER BY claimed_at DESC NULLS LAST, link_id
""")


def links_with(session: Session, outlet: str, outcome: str) -> Iterator[Mapping[str, Any]]:
    """The links of one outcome, newest first."""
    found = session.execute(_LINKS, {"outlet": outlet, "outcome": outcome})
    return (dict(row) for row in found.mappings())
