"""Store articles: a new one, a new revision, or nothing where nothing new is said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import Table, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.columns import article_of, columns_of
from newscrawl.archive.revisions import read_hash, rules_version, text_hash
from newscrawl.article import Article
from newscrawl.boilerplate import Rule, clean
from newscrawl.extract import VERSION

#: Reads the article of a kept page again, with today's extractor; None where there is no page.
Reread = Callable[[int], Article | None]


class Stored(StrEnum):
    """What storing an article came to."""

    CREATED = "created"
    REVISED = "revised"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article, cleaned, with where and when its page was read."""

    article: Article
    fetched_at: datetime
    snapshot_id: int | None = None


def store(
    session: Session, reading: Reading, rules: Sequence[Rule] = (), reread: Reread = lambda _: None
) -> Stored:
    """Add a revision if the article is new or says something new.

    What counts is the cleaned text (``revisions.text_hash``): a page whose plea changed says
    nothing new. Before a difference is believed, the stored revision is cleaned with today's
    rules, and read again where an older extractor read it.
    """
    return store_all(session, [reading], rules, reread)[0]


def store_all(
    session: Session,
    readings: Sequence[Reading],
    rules: Sequence[Rule] = (),
    reread: Reread = lambda _: None,
) -> list[Stored]:
    """``store`` for articles of one outlet, each another one, in few statements."""
    if not readings:
        return []
    ids = _touch(session, readings)
    latest = _latest(session, list(ids.values()))
    version = rules_version(rules)
    results, rows = [], list[dict[str, Any]]()
    for reading in readings:
        article_id = ids[reading.article.key]
        before = latest.get(article_id)
        cause = _cause(session, before, reading, rules, reread)
        if cause is None:
            results.append(Stored.UNCHANGED)
            continue
        number = before.number + 1 if before else 1
        rows.append(
            _row(reading, version) | {"article_id": article_id, "number": number, "cause": cause}
        )
        results.append(Stored.REVISED if before else Stored.CREATED)
    _insert(session, rows)
    return results


def _touch(session: Session, readings: Sequence[Reading]) -> dict[str, int]:
    """Ids of the articles by key; rows are made, or seen again, in the order of their keys."""
    rows = [
        {
            "outlet": reading.article.outlet,
            "key": reading.article.key,
            "url": reading.article.canonical_url,
            "first_seen_at": reading.fetched_at,
            "last_seen_at": reading.fetched_at,
        }
        for reading in sorted(readings, key=lambda reading: reading.article.key)
    ]
    made = upsert(models.Article).values(rows)
    statement = made.on_conflict_do_update(
        index_elements=["outlet", "key"],
        set_={
            "url": made.excluded.url,
            "first_seen_at": func.least(models.Article.first_seen_at, made.excluded.first_seen_at),
            "last_seen_at": func.greatest(models.Article.last_seen_at, made.excluded.last_seen_at),
            "gone_at": None,
        },
    ).returning(models.Article.key, models.Article.id)
    return {row.key: row.id for row in session.execute(statement)}


def _latest(session: Session, article_ids: Sequence[int]) -> dict[int, models.Revision]:
    found = session.scalars(
        select(models.Revision)
        .join(models.Article, models.Article.revision_id == models.Revision.id)
        .where(models.Article.id.in_(article_ids))
    )
    return {revision.article_id: revision for revision in found}


def _cause(
    session: Session,
    before: models.Revision | None,
    reading: Reading,
    rules: Sequence[Rule],
    reread: Reread,
) -> str | None:
    """Why a revision is due, or None where the article says what the latest one said."""
    if before is None:
        return "first"
    if before.read_hash == read_hash(reading.article):
        return None
    said = text_hash(reading.article)
    if said == text_hash(clean(article_of(before), rules)):
        _refresh(session, before, reading, rules)
        return None
    if before.extractor_version == VERSION:
        return "edit"
    again = reread(before.snapshot_id) if before.snapshot_id is not None else None
    if again is None:
        return "extractor"
    if text_hash(clean(again, rules)) != said:
        return "edit"
    _refresh(session, before, reading, rules)
    return None


def _refresh(
    session: Session, before: models.Revision, reading: Reading, rules: Sequence[Rule]
) -> None:
    """The text is the same under today's rules: the revision's reading is today's from now on."""
    session.execute(
        update(models.Revision)
        .where(models.Revision.id == before.id)
        .values(**columns_of(clean(reading.article, rules), rules_version(rules)))
    )


def _insert(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    if not rows:
        return
    # On the table, not the class: the unit of work would cost as much again as the statement.
    table = cast("Table", models.Revision.__table__)
    made = session.scalars(insert(table).returning(table.c.id), rows).all()
    session.execute(
        update(models.Article)
        .where(models.Article.id == models.Revision.article_id, models.Revision.id.in_(made))
        .values(revision_id=models.Revision.id)
        .execution_options(synchronize_session=False)
    )


def _row(reading: Reading, version: str) -> dict[str, Any]:
    return columns_of(reading.article, version) | {
        "url": reading.article.url,
        "fetched_at": reading.fetched_at,
        "snapshot_id": reading.snapshot_id,
    }
