"""What follows for articles when what their revisions say has changed."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.duplicates.duplicate_clusters import renew_duplicates
from newscrawl.archive.revisions.entry_rows import renew_entries
from newscrawl.archive.revisions.revision_diffs import renew_changes

# Of neighbours that say the same only the first is shown, so that one is the latest.
_LATEST = text("""
UPDATE article SET revision_id = (
    SELECT r.id FROM revision r
    LEFT JOIN revision p ON p.article_id = r.article_id AND p.number = r.number - 1
    WHERE r.article_id = article.id AND r.text_hash IS DISTINCT FROM p.text_hash
    ORDER BY r.number DESC LIMIT 1)
WHERE id = ANY(:ids)
""")


def renew_latest(session: Session, article_ids: Sequence[int]) -> None:
    """Point the articles to their latest revisions again, and compare their revisions again.

    What their entries said follows from the revisions, too.
    """
    if article_ids:
        session.execute(_LATEST, {"ids": list(article_ids)})
        renew_changes(session, article_ids)
        renew_entries(session, article_ids)


def renew_articles(session: Session, article_ids: Sequence[int]) -> None:
    """The same, and look for near duplicates of their texts."""
    renew_latest(session, article_ids)
    renew_duplicates(session, article_ids)
