"""Which links should be articles and are not stored: who lists them, and what is next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import text
from sqlalchemy.orm import Session


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
