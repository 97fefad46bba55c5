"""What an outlet file can be held against: the newest pages of its articles, and what is listed."""

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPage:
    """The page of an article's latest revision, and the text that the archive has of it."""

    url: str
    body: str
    snapshot_id: int


_NEWEST = text("""
SELECT articles.url, articles.body, kept.snapshot_id
FROM articles JOIN snapshots AS kept USING (revision_id)
WHERE articles.outlet = :outlet
ORDER BY articles.fetched_at DESC, revision_id DESC
LIMIT :most
""")
_LISTED = text("SELECT url FROM links WHERE outlet = :outlet ORDER BY link_id DESC LIMIT :most")


def newest_pages(session: Session, outlet: str, most: int) -> list[StoredPage]:
    """The pages that were fetched last, of so many articles."""
    found = session.execute(_NEWEST, {"outlet": outlet, "most": most})
    return [StoredPage(**row) for row in found.mappings()]


def listed_addresses(session: Session, outlet: str, most: int = 20_000) -> list[str]:
    """Addresses that the outlet listed, the newest first."""
    return list(session.scalars(_LISTED, {"outlet": outlet, "most": most}))
