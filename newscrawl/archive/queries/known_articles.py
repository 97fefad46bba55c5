"""Articles whose text is known from before a site changed its templates."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedArticle:
    """What the archive has of an article that is still there."""

    url: str
    key: str
    body: str
    headline: str
    date_published: datetime | None
    authors: tuple[str, ...]
    section: str | None
    fetched_at: datetime

    @property
    def fields(self) -> dict[str, Any]:
        return {
            "headline": self.headline,
            "date_published": self.date_published,
            "authors": self.authors,
            "section": self.section,
        }


_KNOWN = text("""
SELECT url, key, body, headline, date_published, authors, section, fetched_at
FROM articles
WHERE outlet = :outlet AND gone_at IS NULL AND body <> ''
  AND (CAST(:before AS timestamptz) IS NULL OR fetched_at < :before)
ORDER BY fetched_at DESC, article_id DESC
LIMIT :most
""")
_NEWEST = text("SELECT max(fetched_at) FROM articles WHERE outlet = :outlet")


def known_articles(
    session: Session, outlet: str, before: datetime | None, most: int
) -> list[TrustedArticle]:
    """So many articles that were fetched before a moment, the newest first."""
    rows = session.execute(_KNOWN, {"outlet": outlet, "before": before, "most": most}).mappings()
    return [TrustedArticle(**{**row, "authors": tuple(row["authors"] or ())}) for row in rows]


def newest_fetch(session: Session, outlet: str) -> datetime | None:
    """When the outlet's newest article was fetched."""
    found: datetime | None = session.scalar(_NEWEST, {"outlet": outlet})
    return found
