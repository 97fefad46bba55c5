"""Keep what changed between the revisions of articles in step with what the revisions say.

Revisions that repeat the one before them, since both were cleaned anew, and those that only our
own reading made, are no edits and have no changes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from newscrawl.archive.revisions.revision_columns import article_of
from newscrawl.archive.sanitize import safe_json
from newscrawl.article_diff import changes

_REVISIONS = text("""
SELECT id, article_id, number, cause, url, headline, description, lead, authors, date_published,
       date_modified, images, blocks, '[]'::jsonb AS removed, '[]'::jsonb AS entries,
       layout, text_hash, changes
FROM revision WHERE article_id = ANY(:ids) ORDER BY article_id, number
""")
_WRITE = text("""
UPDATE revision AS r SET changes = n.changes
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS n (id bigint, changes jsonb)
WHERE r.id = n.id
""")


def renew_changes(session: Session, article_ids: Sequence[int]) -> None:
    """Compare the revisions of these articles again, and write what is not as it was written."""
    if not article_ids:
        return
    found = session.execute(_REVISIONS, {"ids": sorted(article_ids)}).all()
    rows = [
        {"id": revision.id, "changes": after}
        for _, revisions in groupby(found, lambda row: row.article_id)
        for revision, after in _compared(revisions)
        if revision.changes != after
    ]
    if rows:
        session.execute(_WRITE, {"rows": safe_json(rows)})


def _compared(revisions: Iterator[Row[Any]]) -> Iterator[tuple[Row[Any], dict[str, Any] | None]]:
    """Each revision of one article with its changes against the one that is shown before it."""
    before = None
    for revision in revisions:
        if before is not None and revision.text_hash == before.text_hash:
            yield revision, None
            continue
        if before is not None and revision.cause == "edit":
            yield revision, _as_json(asdict(changes(article_of(before), article_of(revision))))
        else:
            yield revision, None
        before = revision


def _as_json(found: dict[str, Any]) -> dict[str, Any]:
    """As Postgres gives it back, without what did not change."""
    return {name: _listed(value) for name, value in found.items() if value}


def _listed(value: Any) -> Any:
    return [_listed(item) for item in value] if isinstance(value, tuple | list) else value
