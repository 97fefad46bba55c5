"""What the crawls of each outlet counted: of the last day that had any, and of the weeks before."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import RowMapping, text
from sqlalchemy.orm import Session

#: Crawls this long before the last one are of the same day: their numbers count together.
_DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vitals:
    """Sums of an outlet's last day of crawling, and the stats of each crawl of four weeks."""

    outlet: str
    last: dict[str, int]
    before: tuple[dict[str, Any], ...]


_CRAWLS = text("""
SELECT outlet, started_at, stats FROM (
    SELECT *, max(started_at) OVER (PARTITION BY outlet) AS last FROM crawl
    WHERE finished_at IS NOT NULL AND (cast(:outlet AS text) IS NULL OR outlet = :outlet)
) AS finished
WHERE started_at > last - interval '29 days' ORDER BY outlet, started_at DESC
""")


def vitals(session: Session, outlet: str | None = None) -> list[Vitals]:
    """The vitals of an outlet, or of every one that was crawled, by name."""
    by_outlet: dict[str, list[RowMapping]] = {}
    for row in session.execute(_CRAWLS, {"outlet": outlet}).mappings():
        by_outlet.setdefault(row["outlet"], []).append(row)
    return [_vitals(name, rows) for name, rows in by_outlet.items()]


def _vitals(outlet: str, rows: list[RowMapping]) -> Vitals:
    begins = rows[0]["started_at"] - _DAY
    last = [row["stats"] for row in rows if row["started_at"] > begins]
    before = tuple(row["stats"] for row in rows if row["started_at"] <= begins)
    return Vitals(outlet=outlet, last=_sum(last), before=before)


def _sum(stats: Iterable[dict[str, Any]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for one in stats:
        total.update({name: value for name, value in one.items() if isinstance(value, int)})
    return dict(total)
