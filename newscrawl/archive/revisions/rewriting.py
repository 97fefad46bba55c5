"""Put today's reading of kept pages in place of earlier ones, and tell what differs.

A replay makes no revisions and no edits: what was read from a revision's page is written anew,
and its page, time and cause stay. Articles are locked before their revisions, as crawls do.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.duplicates.near_duplicates import renew_duplicates
from newscrawl.archive.revisions.article_rows import lock_articles
from newscrawl.archive.revisions.renew_latest import renew_latest
from newscrawl.archive.revisions.revision_rows import columns_of, update_revisions
from newscrawl.archive.sanitize import safe_json
from newscrawl.article import Article

#: Columns of a revision that are facts, or follow from the others.
_FACTS = {
    *("id", "article_id", "number", "cause", "fetched_at", "recorded_at", "snapshot_id", "url"),
    *("met_at", "changes"),
}
#: The columns that a reading fills.
READ = tuple(
    column.name for column in models.Revision.__table__.columns if column.name not in _FACTS
)
VERSIONS = {"extractor_version", "rules_version"}
#: Follow from the text, which says what changed.
_UNTOLD = {*("word_count", "read_hash", "text_hash", "prints", "sketch", "bands"), *VERSIONS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A revision that today's reading changes: by field, what it said and what it says."""

    article_id: int
    revision_id: int
    headline: str
    fields: dict[str, tuple[Any, Any]]


def differing(before: Row[Any], after: Mapping[str, Any]) -> list[str]:
    """Names of the columns that differ, but for who read them."""
    was = _as_stored({name: getattr(before, name) for name in after})
    now = _as_stored(after)
    return [name for name in after if name not in VERSIONS and was[name] != now[name]]


def difference(before: Row[Any], after: Mapping[str, Any]) -> Difference | None:
    """What differs for a reader, or None."""
    names = [name for name in differing(before, after) if name not in _UNTOLD]
    if "body" in names or "removed" in names:
        names = [name for name in names if name != "blocks"]
    if not names:
        return None
    return Difference(
        article_id=before.article_id,
        revision_id=before.id,
        headline=after["headline"],
        fields={name: (getattr(before, name), after[name]) for name in names},
    )


def _as_stored(columns: Mapping[str, Any]) -> dict[str, Any]:
    """The values in the form in which Postgres gives them back."""
    plain = {
        name: value.astimezone(UTC) if isinstance(value, datetime) else value
        for name, value in columns.items()
    }
    stored: dict[str, Any] = json.loads(safe_json(plain))
    return stored


def outlet_of_article(session: Session, article_id: int) -> str:
    return session.get_one(models.ArticleRow, article_id).outlet


_REVISIONS = text(f"""
SELECT id, article_id, {", ".join(name for name in READ if name != "blocks")},
       (SELECT whole.blocks FROM readings AS whole WHERE whole.revision_id = revision.id) AS blocks
FROM revision WHERE id = ANY(:ids) ORDER BY id
""")


def compare(
    session: Session, readings: Mapping[int, Article], rules_version: str
) -> list[Difference]:
    """What the articles, as read and cleaned today, change about their revisions, by id."""
    found = _rows(session, readings, rules_version)
    return [told for before, after in found if (told := difference(before, after)) is not None]


def correct(
    session: Session, readings: Mapping[int, Article], rules_version: str
) -> list[Difference]:
    """``compare``, and write it: with what follows from it for their articles."""
    told, changed = rewrite(session, readings, rules_version)
    renew_duplicates(session, changed)
    return told


def rewrite(
    session: Session, readings: Mapping[int, Article], rules_version: str
) -> tuple[list[Difference], set[int]]:
    """``correct`` for a transaction that writes more.

    Beside the differences stand the ids of the articles for which ``renew_duplicates`` is to be
    called when all else is written.
    """
    concerned = text("SELECT DISTINCT article_id FROM revision WHERE id = ANY(:ids)")
    articles = list(session.scalars(concerned, {"ids": list(readings)}))
    lock_articles(session, articles)
    rows, same = list[dict[str, Any]](), list[dict[str, Any]]()
    told, changed = list[Difference](), set[int]()
    for before, after in _rows(session, readings, rules_version):
        if not differing(before, after):
            same.append({"id": before.id, **{name: after[name] for name in VERSIONS}})
            continue
        rows.append({"id": before.id, **after})
        changed.add(before.article_id)
        one = difference(before, after)
        told += [one] if one else []
    update_revisions(session, rows)
    renew_latest(session, sorted(changed))
    update_revisions(session, same)
    return told, changed


def _rows(
    session: Session, readings: Mapping[int, Article], version: str
) -> Iterator[tuple[Row[Any], dict[str, Any]]]:
    """Each revision's row, and its columns as today's reading gives them."""
    for row in session.execute(_REVISIONS, {"ids": sorted(readings)}):
        yield row, columns_of(readings[row.id], version)
