"""Articles and pages that an outlet file is held against: those read well, and the newest."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.article import NO_LAYOUTS
from newscrawl.exit_code import ExitCode


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedArticle:
    """What the archive has of an article that is still there."""

    url: str
    key: str
    body: str
    headline: str
    description: str | None
    lead: str | None
    date_published: datetime | None
    authors: tuple[str, ...]
    section: str | None
    fetched_at: datetime


# Read well was what a layout read, where the outlet has one; what no crawl brought that ended
# unhealthy; what has a headline of its own, and a text of its own that is not far shorter than
# usual. Of those the newest, but several sections, kinds and numbers of authors: a field that is
# the same on all pages tells nothing of where it stands.
_KNOWN = text("""
WITH lately AS (
    SELECT a.*, r.layout
    FROM articles a JOIN revision r ON r.id = a.revision_id
    WHERE a.outlet = :outlet AND a.gone_at IS NULL AND a.body <> ''
      AND (CAST(:before AS timestamptz) IS NULL OR a.fetched_at < :before)
    ORDER BY a.fetched_at DESC, a.article_id DESC
    LIMIT :looked_at
), judged AS (
    SELECT lately.*,
           count(*) OVER (PARTITION BY headline) AS same_headline,
           count(*) OVER (PARTITION BY md5(body)) AS same_body,
           (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY word_count) FROM lately) AS usual
    FROM lately
), trusted AS (
    SELECT judged.*,
           row_number() OVER (
               PARTITION BY kind, section, cardinality(authors)
               ORDER BY fetched_at DESC, article_id DESC
           ) AS nth
    FROM judged
    WHERE same_headline = 1 AND same_body = 1 AND word_count * 3 >= usual
      AND (NOT :by_layout OR layout <> ALL (:no_layouts))
      AND NOT EXISTS (
          SELECT FROM crawl c
          WHERE c.outlet = :outlet AND c.exit_code = :unhealthy
            AND judged.fetched_at BETWEEN c.started_at AND coalesce(c.finished_at, c.started_at)
      )
)
SELECT url, key, body, headline, description, lead, date_published, authors, section, fetched_at
FROM trusted
ORDER BY nth, fetched_at DESC, article_id DESC
LIMIT :most
""")
#: Of so many articles the usual length is known, and is chosen.
_LOOKED_AT = 300
_SECTIONS = text("""
SELECT DISTINCT section FROM articles
WHERE outlet = :outlet AND fetched_at < :before AND section IS NOT NULL
""")
_NEWEST = text("SELECT max(fetched_at) FROM articles WHERE outlet = :outlet")
_UNHEALTHY = text("""
SELECT min(started_at) FROM crawl
WHERE outlet = :outlet AND exit_code = :unhealthy
  AND started_at > CAST(:newest AS timestamptz) - interval '90 days'
""")


def known_articles(
    session: Session, outlet: str, before: datetime | None, most: int, *, by_layout: bool
) -> list[TrustedArticle]:
    """So many articles that were read well before a moment; ``by_layout``: by a layout."""
    asked = {
        "outlet": outlet,
        "before": before,
        "most": most,
        "by_layout": by_layout,
        "no_layouts": sorted(NO_LAYOUTS),
        "looked_at": _LOOKED_AT,
        "unhealthy": ExitCode.UNHEALTHY.value,
    }
    rows = session.execute(_KNOWN, asked).mappings()
    return [TrustedArticle(**{**row, "authors": tuple(row["authors"] or ())}) for row in rows]


def sections_before(session: Session, outlet: str, before: datetime) -> frozenset[str]:
    """The sections that articles had which were fetched before a moment."""
    return frozenset(session.scalars(_SECTIONS, {"outlet": outlet, "before": before}))


def newest_fetch(session: Session, outlet: str) -> datetime | None:
    """When the outlet's newest article was fetched."""
    found: datetime | None = session.scalar(_NEWEST, {"outlet": outlet})
    return found


def first_unhealthy(session: Session, outlet: str, newest: datetime) -> datetime | None:
    """When the first crawl of the last three months began that health found something in."""
    asked = {"outlet": outlet, "newest": newest, "unhealthy": ExitCode.UNHEALTHY.value}
    found: datetime | None = session.scalar(_UNHEALTHY, asked)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPage:
    """The page of an article's latest revision, and the text that the archive has of it."""

    url: str
    body: str
    snapshot_id: int


_PAGES = text("""
SELECT articles.url, articles.body, kept.snapshot_id
FROM articles JOIN snapshots AS kept USING (revision_id)
WHERE articles.outlet = :outlet
ORDER BY articles.fetched_at DESC, revision_id DESC
LIMIT :most
""")
_LISTED = text("SELECT url FROM links WHERE outlet = :outlet ORDER BY link_id DESC LIMIT :most")


def newest_pages(session: Session, outlet: str, most: int) -> list[StoredPage]:
    """The pages that were fetched last, of so many articles."""
    found = session.execute(_PAGES, {"outlet": outlet, "most": most})
    return [StoredPage(**row) for row in found.mappings()]


def listed_addresses(session: Session, outlet: str, most: int = 20_000) -> list[str]:
    """Addresses that the outlet listed, the newest first."""
    return list(session.scalars(_LISTED, {"outlet": outlet, "most": most}))
