"""What the archive holds of an outlet, day by day and crawl by crawl, and what it should hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.queries.outlet_ledger import Due, Outcomes, ledger
from newscrawl.archive.queries.query_values import Rows, rows_of
from newscrawl.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletReport:
    """Rows are those of views; months are those in which crawls began."""

    outlet: Mapping[str, Any]
    days: Rows
    sources: Rows
    ledger: list[Outcomes]
    due: Due
    #: How many articles each month's crawls read, by layout and by field that was missing.
    layouts: Rows
    missing: Rows
    #: What cleaning took, in blocks, by rule.
    taken: Rows


_OUTLET = text("SELECT * FROM outlets WHERE outlet = :outlet")
_OUTLETS = text("SELECT * FROM outlets ORDER BY outlet")
_DAYS = text("""
SELECT * FROM outlet_days_between(:outlet, :since, :until) ORDER BY day
""")
_SOURCES = text("""
SELECT url, asked_at, answered_at, new_at, last_result, complaint FROM sources
WHERE outlet = :outlet ORDER BY new_at DESC NULLS LAST, url
""")
# What crawls counted below three folders, see docs/stats.md.
_COUNTED = text("""
SELECT folder, to_char(date_trunc('month', started_at AT TIME ZONE 'UTC'), 'YYYY-MM') AS month,
       substr(name, length(folder) + 1) AS name, sum(number::bigint)::bigint AS number
FROM crawls, jsonb_each_text(stats) AS counted (name, number),
     unnest(ARRAY['extract/layout/', 'extract/missing/', 'boilerplate/removed/']) AS folder
WHERE outlet = :outlet AND started_at >= cast(:since AS date)
  AND started_at < cast(:until AS date) + 1
  AND starts_with(name, folder) AND number ~ '^[0-9]{1,15}$'
GROUP BY 1, 2, 3 ORDER BY 1, 2, 4 DESC, 3
""")


def archived_outlets(session: Session) -> Rows:
    return rows_of(session, _OUTLETS)


def outlet_report(session: Session, outlet: str, since: date, until: date) -> OutletReport:
    """The outlet from one day to another, both included; raises ``NotFound``."""
    given = {"outlet": outlet, "since": since, "until": until}
    named = rows_of(session, _OUTLET, given)
    if not named:
        raise NotFound(f"the archive has nothing of the outlet {outlet!r}")
    ended, turn = ledger(session, outlet)
    counted = rows_of(session, _COUNTED, given)
    return OutletReport(
        outlet=named[0],
        days=rows_of(session, _DAYS, given),
        sources=rows_of(session, _SOURCES, given),
        ledger=ended,
        due=turn,
        layouts=_below("extract/layout/", counted),
        missing=_below("extract/missing/", counted),
        taken=_summed(_below("boilerplate/removed/", counted)),
    )


def _below(folder: str, counted: Rows) -> Rows:
    return [
        {name: row[name] for name in ("month", "name", "number")}
        for row in counted
        if row["folder"] == folder
    ]


def _summed(rows: Rows) -> Rows:
    sums: dict[str, int] = {}
    for row in rows:
        sums[row["name"]] = sums.get(row["name"], 0) + row["number"]
    ordered = sorted(sums.items(), key=lambda each: (-each[1], each[0]))
    return [{"rule": rule, "blocks": blocks} for rule, blocks in ordered]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotStored:
    """A link without an article."""

    day: date
    url: str
    listed_in: list[str]
    listed_by: str | None
    outcome: str
    reason: str | None
    last_result: str | None
    attempts: int
    #: Null: no crawl visits it by itself.
    next_visit_at: datetime | None
    robots: list[str]

    @property
    def by_hand(self) -> str | None:
        """What a crawl must be given to visit it; None where it does so by itself."""
        if self.next_visit_at is not None:
            return None
        if self.outcome == "waiting":
            return f"-a since={self.day} -a until={self.day}"
        return f"-a urls={self.url}"


_NOT_STORED = text("""
SELECT day, url, listed_in, listed_by, outcome, reason, last_result, attempts, next_visit_at, robots
FROM (
    SELECT links.*,
           (coalesce(claimed_at, listed_at) AT TIME ZONE outlets.timezone)::date AS day
    FROM links JOIN outlets USING (outlet)
    WHERE outlet = :outlet
      AND outcome NOT IN ('stored', 'gone', 'not_article', 'offsite', 'duplicate')
) AS dated
WHERE (cast(:since AS date) IS NULL OR day >= :since)
  AND (cast(:until AS date) IS NULL OR day <= :until)
ORDER BY day DESC, link_id
""")


def not_stored(
    session: Session, outlet: str, since: date | None = None, until: date | None = None
) -> Iterator[NotStored]:
    """The links of these days, both included, that should be articles, newest first."""
    found = session.execute(_NOT_STORED, {"outlet": outlet, "since": since, "until": until})
    return (NotStored(**row) for row in found.mappings())
