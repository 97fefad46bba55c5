"""Times of which the archive knows too little: kept, shown, and marked once they were read."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from newscrawl.archive.database.archive_clock import now
from newscrawl.archive.sanitize import safe_text
from newscrawl.health.thin_days import Thin, thin_days
from newscrawl.urls import short_key

#: The source of gaps that no source told of: the outlet's own pattern did.
PATTERN = "pattern"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrun:
    """A source that lists nothing between the newest link that was known and its oldest."""

    source: str
    begins_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class GapNote:
    """Days of which something may be missing, both inclusive, in the outlet's zone."""

    #: The feed that was overrun, or ``pattern``.
    source: str
    since: date
    until: date
    found_at: datetime | None
    filled_at: datetime | None
    #: Articles that are listed for these days, by any kind of place, and those not stored of them.
    listed: int
    not_stored: int
    #: Articles that a sitemap or section lists for these days.
    reached: int
    #: What the outlet's own pattern lets expect; None where a feed was overrun.
    expected: float | None = None


_NEWEST = text("""
SELECT claimed_at FROM link
WHERE outlet = :outlet AND claimed_at <= archive_now() AND listed_in <> '{text}'
  AND outcome NOT IN ('not_article', 'offsite')
ORDER BY claimed_at DESC LIMIT 1
""")
_KNEW = text("""
SELECT EXISTS (SELECT FROM link WHERE outlet = :outlet AND key = ANY(:keys)
               AND listed_in <> '{text}'
               AND listed_at < (SELECT started_at FROM crawl WHERE id = :crawl))
""")
_NOTE = text("""
INSERT INTO gap AS old (outlet, source, begins_at, ends_at, filled_at)
VALUES (:outlet, :source, :begins_at, :ends_at, CASE WHEN :is_filled THEN archive_now() END)
ON CONFLICT (outlet, source, begins_at) DO UPDATE
SET filled_at = coalesce(excluded.filled_at, old.filled_at)
""")
_FILL = text("""
UPDATE gap SET filled_at = archive_now()
WHERE outlet = :outlet AND source = :source AND found_at = :found_at AND filled_at IS NULL
""")


def newest_known(session: Session, outlet: str) -> datetime | None:
    """The date of the newest article that a source ever listed; dates to come are mistakes."""
    found: datetime | None = session.scalar(_NEWEST, {"outlet": outlet})
    return found


def knew_any(session: Session, outlet: str, crawl: int, keys: Collection[str]) -> bool:
    """Whether a source had listed any of these links before the crawl began."""
    asked = [short_key(safe_text(key)) for key in keys]
    return bool(session.scalar(_KNEW, {"outlet": outlet, "crawl": crawl, "keys": asked}))


def note_overruns(
    session: Session, outlet: str, overruns: Sequence[Overrun], *, is_filled: bool = False
) -> None:
    for overrun in overruns:
        given = {**asdict(overrun), "source": safe_text(overrun.source), "is_filled": is_filled}
        session.execute(_NOTE, {"outlet": outlet, **given})


_ZONE = text("SELECT timezone FROM outlets WHERE outlet = :outlet")
_KEPT = text("SELECT * FROM gaps WHERE outlet = :outlet ORDER BY begins_at, source")


def gaps(session: Session, outlet: str) -> list[GapNote]:
    """The outlet's gaps, oldest first: windows that were overrun, then days out of its pattern."""
    named = session.scalar(_ZONE, {"outlet": outlet})
    if named is None:
        return []
    zone = ZoneInfo(named)
    kept = session.execute(_KEPT, {"outlet": outlet}).all()
    same = ("source", "found_at", "filled_at")
    overrun = [
        _counted(session, outlet, *_days_of(gap, zone), **{n: getattr(gap, n) for n in same})
        for gap in kept
        if gap.source != PATTERN
    ]
    read = {_days_of(gap, zone)[0]: gap.filled_at for gap in kept if gap.source == PATTERN}
    told = [gap for gap in overrun if gap.filled_at is None]
    # Days that have too little, but those of windows that were overrun.
    out_of_pattern = [
        _counted(
            session,
            outlet,
            thin.day,
            thin.day,
            source=PATTERN,
            found_at=None,
            filled_at=read.get(thin.day),
            expected=round(thin.expected, 1),
        )
        for thin in _thin(session, outlet, zone)
        if not any(gap.since <= thin.day <= gap.until for gap in told)
    ]
    return [*overrun, *out_of_pattern]


def _days_of(gap: Row[Any], zone: ZoneInfo) -> tuple[date, date]:
    return gap.begins_at.astimezone(zone).date(), gap.ends_at.astimezone(zone).date()


_COUNT = text("""
SELECT coalesce(sum(listed - not_article - offsite - duplicate), 0)::bigint AS listed,
       coalesce(sum(not_stored), 0)::bigint AS not_stored,
       (SELECT count(*) FROM links JOIN outlets USING (outlet)
        WHERE outlet = :outlet AND listed_in && '{sitemap,section}'
          AND outcome NOT IN ('not_article', 'offsite')
          AND (claimed_at AT TIME ZONE timezone)::date BETWEEN :since AND :until) AS reached
FROM outlet_days_between(:outlet, :since, :until)
""")


def _counted(session: Session, outlet: str, since: date, until: date, **told: Any) -> GapNote:
    """What is told of these days, and what is counted of them."""
    asked = {"outlet": outlet, "since": since, "until": until}
    counted = session.execute(_COUNT, asked).mappings().one()
    return GapNote(since=since, until=until, **counted, **told)


def mark_filled(session: Session, outlet: str, gap: GapNote, zone: ZoneInfo) -> None:
    """Note that a gap's days were read again."""
    if gap.source == PATTERN:
        begin = datetime.combine(gap.since, time.min, tzinfo=zone)
        end = begin + timedelta(days=1)
        day = Overrun(source=PATTERN, begins_at=begin, ends_at=end)
        note_overruns(session, outlet, [day], is_filled=True)
        return
    named = {"outlet": outlet, "source": gap.source, "found_at": gap.found_at}
    session.execute(_FILL, named)


# What only texts lead to says nothing of how much an outlet published on a day.
_DAYS = text("""
SELECT (claimed_at AT TIME ZONE timezone)::date AS day, count(*) AS articles
FROM links JOIN outlets USING (outlet)
WHERE outlet = :outlet AND claimed_at <= archive_now() AND listed_in <> '{text}'
  AND outcome NOT IN ('not_article', 'offsite', 'duplicate')
GROUP BY day
""")
# Days on which the sources answered; and those of a range that was read to its end.
_ASKED = text("""
SELECT DISTINCT (started_at AT TIME ZONE timezone)::date AS day
FROM crawls JOIN outlets USING (outlet)
WHERE outlet = :outlet AND coalesce((stats ->> 'discover/answered')::bigint, 0) > 0
""")
_RANGES = text("""
SELECT DISTINCT (arguments ->> 'since')::date AS since,
       coalesce((arguments ->> 'until')::date,
                (started_at AT TIME ZONE timezone)::date - 1) AS until
FROM crawls JOIN crawl_arguments USING (crawl_id, outlet) JOIN outlets USING (outlet)
WHERE outlet = :outlet AND exit_code IN (0, 6) AND arguments ->> 'since' IS NOT NULL
""")


def _thin(session: Session, outlet: str, zone: ZoneInfo) -> list[Thin]:
    given = {"outlet": outlet}
    counts = {row.day: row.articles for row in session.execute(_DAYS, given)}
    asked = {row.day for row in session.execute(_ASKED, given)}
    if not asked:
        return []
    ranges = [(row.since, row.until) for row in session.execute(_RANGES, given)]
    one = timedelta(days=1)
    # What came in the evening is seen the next day.
    read = {day for day in asked if day + one in asked}
    today = now(session).astimezone(zone).date()
    for since, until in ranges:
        span = (min(until, today) - since).days
        read |= {since + day * one for day in range(span + 1)}
    begin = min([min(asked), *(since for since, _ in ranges)])
    return thin_days(counts, begin, max(asked), read)
