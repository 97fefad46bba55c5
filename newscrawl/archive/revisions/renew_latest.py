"""What follows for articles when what their revisions say has changed."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from newscrawl.archive.duplicates.near_duplicates import renew_duplicates
from newscrawl.archive.revisions.entry_rows import renew_entries
from newscrawl.archive.revisions.revision_rows import SAID, article_of, update_revisions
from newscrawl.article_diff import changes

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
        _renew_changes(session, article_ids)
        renew_entries(session, article_ids)


def renew_articles(session: Session, article_ids: Sequence[int]) -> None:
    """The same, and look for near duplicates of their texts."""
    renew_latest(session, article_ids)
    renew_duplicates(session, article_ids)


_REVISIONS = text(f"""
SELECT id, article_id, cause, text_hash, changes, {SAID},
       '[]'::jsonb AS images, '[]'::jsonb AS removed, '[]'::jsonb AS entries
FROM revision WHERE article_id = ANY(:ids) ORDER BY article_id, number
""")


def _renew_changes(session: Session, article_ids: Sequence[int]) -> None:
    """Compare the revisions of these articles again, and write what is not as it was written."""
    found = session.execute(_REVISIONS, {"ids": sorted(article_ids)}).all()
    rows = [
        {"id": revision.id, "changes": after}
        for _, revisions in groupby(found, lambda row: row.article_id)
        for revision, after in _compared(revisions)
        if revision.changes != after
    ]
    update_revisions(session, rows)


def _compared(revisions: Iterator[Row[Any]]) -> Iterator[tuple[Row[Any], dict[str, Any] | None]]:
    """Each revision of one article with its changes against the one that is shown before it."""
    before = None
    for revision in revisions:
        is_shown = before is None or revision.text_hash != before.text_hash
        if is_shown and before is not None and revision.cause == "edit":
            found = asdict(changes(article_of(before), article_of(revision)))
            # As Postgres gives it back, without what did not change.
            yield revision, {name: _listed(value) for name, value in found.items() if value}
        else:
            yield revision, None
        before = revision if is_shown else before


def _listed(value: Any) -> Any:
    return [_listed(item) for item in value] if isinstance(value, tuple | list) else value
