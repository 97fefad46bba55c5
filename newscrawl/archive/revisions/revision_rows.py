"""An article as the row of a revision, and back; the statements that write such rows."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Row, TextClause, text
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.duplicates.text_sketch import bands_of, sketch_of
from newscrawl.archive.revisions.stored_blocks import shortened, whole_blocks
from newscrawl.archive.revisions.text_hashes import read_hash, text_hash
from newscrawl.archive.sanitize import safe_json
from newscrawl.article import Article, Block, BlockKind, Image, LiveEntry, Removal, blocks_as_read
from newscrawl.boilerplate.rules.fingerprints import prints_of
from newscrawl.extract import VERSION

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
        session.execute(_INSERT, {"rows": _as_stored(rows)})


def update_revisions(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Write columns of revisions anew: all rows have the same, and their ``id``."""
    if rows:
        names = tuple(name for name in rows[0] if name != "id")
        session.execute(_update(names), {"rows": _as_stored(rows)})


def _as_stored(rows: Sequence[dict[str, Any]]) -> str:
    return safe_json([shortened(row) for row in rows])


@cache
def _update(names: tuple[str, ...]) -> TextClause:
    return text(f"""
        UPDATE revision AS r SET ({", ".join(names)}) = ROW({", ".join(f"n.{n}" for n in names)})
        FROM jsonb_populate_recordset(NULL::revision, cast(:rows AS jsonb)) AS n
        WHERE r.id = n.id
    """)


#: Columns that are an article's fields, as they are, as lists, and as rules fill them.
SAME = (
    *("headline", "description", "lead", "kicker", "date_published", "date_modified"),
    *("date_source", "date_raw", "section", "language", "is_free", "is_sponsored"),
    *("has_more_entries", "layout"),
)
LISTS = ("authors", "keywords", "related")
FILLED = ("opinion_disclaimer", "legal_label", "republished_from")
#: As SQL, what ``article_of`` reads, but for ``images``, ``removed`` and ``entries``.
SAID = ", ".join(("url", *SAME, *LISTS, "credits", *FILLED, "body", "blocks"))


def columns_of(article: Article, version: str) -> dict[str, Any]:
    """The columns that hold what was read, and that replay may redo."""
    return {
        **cleaned_columns(article, version),
        **{name: getattr(article, name) for name in SAME},
        **{name: list(getattr(article, name)) for name in LISTS},
        "kind": str(article.kind),
        "images": [asdict(image) for image in article.images],
        "entries": [_entry(entry) for entry in article.entries],
        "prints": prints_of(blocks_as_read(article)),
        "extractor_version": article.read_by or VERSION,
    }


def cleaned_columns(article: Article, version: str) -> dict[str, Any]:
    """The columns that follow from the blocks and the rules, and that reclean may redo."""
    body, said = article.body, text_hash(article)
    sketch = sketch_of(body)
    return {
        **{name: getattr(article, name) for name in FILLED},
        "credits": list(article.credits),
        "blocks": [_block(block) for block in article.blocks],
        "removed": [
            {"rule": removal.rule, "at": removal.at, **_block(removal.block)}
            for removal in article.removed
        ],
        "body": body,
        "word_count": len(body.split()),
        "sketch": sketch,
        "bands": bands_of(sketch),
        "read_hash": read_hash(article) if article.removed else said,
        "text_hash": said,
        "rules_version": version,
    }


def _block(block: Block) -> dict[str, Any]:
    return {"kind": str(block.kind), "text": block.text, "marks": list(block.marks)}


def _entry(entry: LiveEntry) -> dict[str, Any]:
    """An entry without what it does not have: there may be hundreds."""
    moments = {"date_published": entry.date_published, "date_modified": entry.date_modified}
    said = {name: at and at.astimezone(UTC).isoformat() for name, at in moments.items()}
    named = {"headline": entry.headline, "authors": list(entry.authors), "url": entry.url, **said}
    return {"key": entry.key, "at": list(entry.at)} | {n: v for n, v in named.items() if v}


def article_of(revision: models.Revision | Row[Any]) -> Article:
    """The article as it is stored, with all that cleaning removed."""
    said: dict[str, Any] = {name: getattr(revision, name) for name in (*SAME, *FILLED)}
    said |= {name: tuple(getattr(revision, name)) for name in (*LISTS, "credits")}
    return Article(
        url=revision.url,
        canonical_url=revision.url,
        outlet=None,
        key="",
        **said,
        images=tuple(Image(**image) for image in revision.images),
        blocks=tuple(map(_stored_block, whole_blocks(revision.blocks, revision.body))),
        removed=tuple(
            Removal(row["rule"], row["at"], _stored_block(row)) for row in revision.removed
        ),
        entries=tuple(_stored_entry(row) for row in revision.entries),
        read_by=getattr(revision, "extractor_version", None),
    )


def _stored_block(row: dict[str, Any]) -> Block:
    return Block(BlockKind(row["kind"]), row["text"], tuple(row["marks"]))


def _stored_entry(row: dict[str, Any]) -> LiveEntry:
    said = row | {name: tuple(value) for name, value in row.items() if isinstance(value, list)}
    dated = {"date_published", "date_modified"} & row.keys()
    return LiveEntry(**said | {name: datetime.fromisoformat(row[name]) for name in dated})
