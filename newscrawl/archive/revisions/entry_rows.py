"""Keep the history of live blogs' entries in step with what their articles' revisions say."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from newscrawl.archive.models.derived_tables import LiveEntryRow
from newscrawl.archive.revisions.entry_history import history
from newscrawl.archive.revisions.revision_rows import SAID, article_of
from newscrawl.archive.sanitize import safe_json
from newscrawl.article import Article, BlockKind, blocks_as_read

# Asked first: nearly all articles are no live blogs.
_BLOGS = text("""
SELECT article_id FROM revision WHERE article_id = ANY(:ids) AND entries <> '[]'
UNION SELECT article_id FROM live_entry WHERE article_id = ANY(:ids)
""")
_REVISIONS = text(f"""
SELECT id, article_id, {SAID}, '[]'::jsonb AS images, removed, entries FROM revision r
WHERE article_id = ANY(:ids) AND text_hash IS DISTINCT FROM (
    SELECT text_hash FROM revision p WHERE p.article_id = r.article_id AND p.number = r.number - 1)
ORDER BY article_id, number
""")
_COLUMNS = ", ".join(column.name for column in LiveEntryRow.__table__.columns)
# A row that is as it was is not written: a blog has hundreds, of which an edit changes one.
_WRITE = text(f"""
WITH new AS (
    SELECT {_COLUMNS} FROM jsonb_populate_recordset(NULL::live_entry, cast(:rows AS jsonb))
), left_out AS (
    DELETE FROM live_entry AS old WHERE article_id = ANY(:ids) AND NOT EXISTS (
        SELECT FROM new WHERE (new.article_id, new.key, new.number)
                            = (old.article_id, old.key, old.number))
)
INSERT INTO live_entry AS old ({_COLUMNS}) SELECT {_COLUMNS} FROM new
ON CONFLICT (article_id, key, number) DO UPDATE
SET ({_COLUMNS}) = ROW(excluded.*)
WHERE old IS DISTINCT FROM excluded
""")


def renew_entries(session: Session, article_ids: Sequence[int]) -> None:
    """Tell the histories of these articles' entries again, and write what is not as it was."""
    blogs = list(session.scalars(_BLOGS, {"ids": list(article_ids)})) if article_ids else []
    if not blogs:
        return
    found = session.execute(_REVISIONS, {"ids": blogs})
    rows = list[dict[str, Any]]()
    for article_id, revisions in groupby(found, lambda row: row.article_id):
        rows += ({"article_id": article_id, **row} for row in _rows(list(revisions)))
    session.execute(_WRITE, {"rows": safe_json(rows), "ids": blogs})


def _rows(revisions: Sequence[Row[Any]]) -> Iterator[dict[str, Any]]:
    ids, line = [row.id for row in revisions], [article_of(row) for row in revisions]
    kept_at = [_places(shown) for shown in line]
    entries = {
        (place, entry.key): entry for place, shown in enumerate(line) for entry in shown.entries
    }
    for state in history(line):
        entry = entries[state.first, state.key]
        kept, blocks = kept_at[state.first], line[state.first].blocks
        places = [kept[at] for at in entry.at if at in kept]
        behind = state.last + 1
        yield {
            "key": state.key,
            "number": state.number,
            "cause": state.cause,
            "revision_id": ids[state.first],
            "last_revision_id": ids[state.last],
            "next_revision_id": ids[behind] if behind < len(ids) else None,
            "gone_revision_id": None if state.gone is None else ids[state.gone],
            "position": state.position,
            **{name: getattr(entry, name) for name in _SAME},
            "authors": list(entry.authors),
            "blocks": places,
            "word_count": sum(len(blocks[place].text.split()) for place in places),
        }


#: Columns that are fields of a ``LiveEntry``.
_SAME = ("url", "headline", "date_published", "date_modified")
_WORDLESS = frozenset({BlockKind.EMBED, BlockKind.CAPTION})


def _places(shown: Article) -> dict[int, int]:
    """Places of the blocks with words among those that cleaning left, by where they were read."""
    taken = {removal.at for removal in shown.removed}
    left = [at for at, _ in enumerate(blocks_as_read(shown)) if at not in taken]
    blocks = shown.blocks
    return {at: place for place, at in enumerate(left) if blocks[place].kind not in _WORDLESS}
