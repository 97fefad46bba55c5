"""Write what was put into the lines of articles, and number their revisions in order."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.revisions.renew_latest import renew_latest
from newscrawl.archive.revisions.revision_rows import insert_revisions
from newscrawl.archive.revisions.timeline_entries import Timeline
from newscrawl.archive.sanitize import safe_json

# Numbers are unique at every moment: those that move go out of the way first.
_AWAY = text("""
UPDATE revision SET number = -n.number
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS n (id bigint, number bigint)
WHERE revision.id = n.id
""")
_BACK = text("""
UPDATE revision SET number = -number WHERE article_id = ANY(:ids) AND number < 0
""")
_CAUSES = text("""
UPDATE revision SET cause = CASE WHEN number = 1 THEN 'first' ELSE 'edit' END
WHERE article_id = ANY(:ids) AND (number = 1) <> (cause = 'first')
""")
# What the article's row said of its latest revision is that one's for good.
_MET = text("""
UPDATE revision SET met_at = n.met_at
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS n (id bigint, met_at timestamptz)
WHERE revision.id = n.id AND revision.met_at IS DISTINCT FROM n.met_at
""")


def write_lines(session: Session, lines: Mapping[int, Timeline]) -> None:
    """Write new rows, and give all their numbers by their order.

    The clusters of the articles are left to the end of the transaction.
    """
    if not lines:
        return
    moved, made = list[dict[str, Any]](), list[dict[str, Any]]()
    met = list[dict[str, Any]]()
    for line in lines.values():
        for number, entry in enumerate(line.rows, 1):
            if entry.revision_id is None:
                identity = {"article_id": line.article_id, "number": number}
                made.append({**(entry.columns or {}), **identity})
                continue
            if entry.number != number:
                moved.append({"id": entry.revision_id, "number": number})
            if entry.met_at is not None:
                met.append({"id": entry.revision_id, "met_at": entry.met_at})
    ids = sorted(lines)
    if moved:
        session.execute(_AWAY, {"rows": safe_json(moved)})
    insert_revisions(session, made)
    if moved:
        session.execute(_BACK, {"ids": ids})
    session.execute(_CAUSES, {"ids": ids})
    session.execute(_MET, {"rows": safe_json(met)})
    renew_latest(session, ids)
