"""The newest articles of an outlet that go on on further pages, and what each of them lacks."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.article import IN_PART
from newscrawl.health.finding_types import PagedArticle

_MOST = 200
# What has parts of another kind, as live blogs have, lacks none. What a visit could not get is told
# by the last one that read the article.
_PAGED = text("""
SELECT a.url, a.first_seen_at AS seen_at, r.layout LIKE :in_part AS is_in_part,
       CASE WHEN r.layout LIKE :in_part THEN (
           SELECT error FROM visits AS v WHERE v.outlet = a.outlet AND v.key = a.key
             AND v.outcome = 'stored' AND v.stored IS NOT NULL
           ORDER BY visit_id DESC LIMIT 1) END AS lacks
FROM articles AS a
JOIN readings AS r USING (revision_id)
JOIN recorded AS own USING (revision_id)
WHERE a.outlet = :outlet AND a.first_seen_at > archive_now() - interval '35 days'
  AND own.extractor_version = :reading
  AND (r.layout LIKE :in_part
       OR EXISTS (SELECT FROM kept_pages AS part WHERE part.part_of = r.snapshot_id))
ORDER BY seen_at DESC, a.article_id DESC LIMIT :most
""")


def paged_articles(session: Session, outlet: str, reading: str | None) -> tuple[PagedArticle, ...]:
    """Those that were read as now, the newest first: what was broken may be mended since."""
    given = {"outlet": outlet, "reading": reading, "in_part": f"%{IN_PART}", "most": _MOST}
    rows = session.execute(_PAGED, given).all()
    return tuple(
        PagedArticle(
            url=row.url,
            seen_at=row.seen_at,
            is_in_part=row.is_in_part,
            lacks=tuple(row.lacks.split(", ")) if row.lacks else (),
        )
        for row in rows
    )
