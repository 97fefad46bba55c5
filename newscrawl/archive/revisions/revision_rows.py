"""The rows of revisions: the one statement that inserts them, and the one that writes them anew."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.revisions.revision_columns import columns_of
from newscrawl.archive.sanitize import safe_json
from newscrawl.article import Article

#: The columns of a revision that an insert gives, as SQL: the others are the database's own.
COLUMNS = ", ".join(
    column.name
    for column in models.Revision.__table__.columns
    if not (column.identity or column.computed or column.server_default)
)
_INSERT = text(f"""
WITH made AS (
    INSERT INTO revision ({COLUMNS}) SELECT {COLUMNS}
    FROM jsonb_populate_recordset(NULL::revision, cast(:rows AS jsonb))
    RETURNING id, article_id
)
UPDATE article SET revision_id = made.id FROM made WHERE article.id = made.article_id
""")


def revision_row(
    article: Article, fetched_at: datetime, snapshot_id: int | None, version: str
) -> dict[str, Any]:
    """The columns of an edit that was read from a page; its article and number are to come."""
    return columns_of(article, version) | {
        "cause": "edit",
        "url": article.url,
        "fetched_at": fetched_at,
        "snapshot_id": snapshot_id,
    }


def insert_revisions(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Insert revisions and point their articles to them.

    Which one is the latest of several is for ``latest_revision.renew_latest`` to say.
    """
    if rows:
        session.execute(_INSERT, {"rows": safe_json(rows)})


def update_revisions(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Write columns of revisions anew: all rows have the same, and their ``id``."""
    if rows:
        names = tuple(name for name in rows[0] if name != "id")
        session.execute(_update(names), {"rows": safe_json(rows)})


@cache
def _update(names: tuple[str, ...]) -> TextClause:
    return text(f"""
        UPDATE revision AS r SET ({", ".join(names)}) = ROW({", ".join(f"n.{n}" for n in names)})
        FROM jsonb_populate_recordset(NULL::revision, cast(:rows AS jsonb)) AS n
        WHERE r.id = n.id
    """)
