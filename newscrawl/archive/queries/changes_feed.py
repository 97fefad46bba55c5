"""What outlets changed and took away, the latest first, in pages."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.queries.query_values import PageEnd, rows_of
from newscrawl.archive.sanitize import safe_text
from newscrawl.selection import require_order


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFilter:
    """Days are those on which a change was seen, in UTC, both inclusive."""

    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    #: Edits alone: whether the outlet's date of modification stayed.
    silent: bool | None = None
    #: Edits alone: only those of a headline.
    headline: bool | None = None
    #: Deletions alone: whether the article is there again.
    back: bool | None = None
    limit: int = 50

    def __post_init__(self) -> None:
        """Days that can have no changes are a mistake, and not an empty answer."""
        require_order(self.since, self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePage:
    rows: list[dict[str, Any]]
    next: PageEnd | None


_RANGE = """
  AND (cast(:outlet AS text) IS NULL OR {0}.outlet = :outlet)
  AND (cast(:since AS date) IS NULL
       OR {1} >= cast(:since AS date)::timestamp AT TIME ZONE 'UTC')
  AND (cast(:until AS date) IS NULL
       OR {1} < (cast(:until AS date) + 1)::timestamp AT TIME ZONE 'UTC')
  AND (cast(:moment AS timestamptz) IS NULL OR ({1}, {2}) < (:moment, :number))
ORDER BY {1} DESC, {2} DESC LIMIT :limit
"""
_EDITS = text(f"""
SELECT e.article_id, e.revision_id, e.previous_revision_id, e.outlet, e.url, a.headline, a.language,
       e.fetched_at, e.is_silent, e.headline_before, e.headline_after, e.authors_changed,
       e.date_published_changed, e.paragraphs_added, e.paragraphs_removed, e.paragraphs_changed,
       e.words_added, e.numbers_changed, e.quotes_removed, e.correction, r.number
FROM edits e JOIN articles a USING (article_id) JOIN recorded r ON r.revision_id = e.revision_id
WHERE (cast(:silent AS boolean) IS NULL OR e.is_silent = :silent)
  AND (cast(:headline AS boolean) IS NULL OR (e.headline_after IS NOT NULL) = :headline)
  {_RANGE.format("e", "e.fetched_at", "e.revision_id")}
""")
_DELETIONS = text(f"""
SELECT d.article_id, d.outlet, d.url, d.headline, a.language, d.missing_since, d.gone_at,
       d.evidence, d.back_at, a.first_seen_at
FROM deletions d JOIN articles a USING (article_id)
WHERE (cast(:back AS boolean) IS NULL OR (d.back_at IS NOT NULL) = :back)
  {_RANGE.format("d", "d.gone_at", "d.article_id")}
""")


def edits(session: Session, wanted: ChangeFilter, after: PageEnd | None = None) -> ChangePage:
    """Rows of ``edits``, with the article's headline and language of today."""
    return _page(session, _EDITS, wanted, after, ("fetched_at", "revision_id"))


def deletions(session: Session, wanted: ChangeFilter, after: PageEnd | None = None) -> ChangePage:
    """Rows of ``deletions``, with when the article was seen first."""
    return _page(session, _DELETIONS, wanted, after, ("gone_at", "article_id"))


def _page(
    session: Session,
    statement: Any,
    wanted: ChangeFilter,
    after: PageEnd | None,
    place: tuple[str, str],
) -> ChangePage:
    given: dict[str, object] = {**asdict(wanted), "limit": wanted.limit + 1}
    given |= {"moment": after and after.moment, "number": after and after.number}
    given["outlet"] = wanted.outlet and safe_text(wanted.outlet)
    found = rows_of(session, statement, given)
    rows = found[: wanted.limit]
    if len(found) <= wanted.limit:
        return ChangePage(rows=rows, next=None)
    moment, number = (rows[-1][name] for name in place)
    return ChangePage(rows=rows, next=PageEnd(moment=moment, number=number))
