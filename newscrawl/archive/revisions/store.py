"""Store articles: a new one, a new revision, or nothing where nothing new is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.duplicates.duplicate_clusters import renew_duplicates
from newscrawl.archive.frontier.visit import Stored
from newscrawl.archive.revisions import flapping
from newscrawl.archive.revisions.article_rows import SeenArticle, Sighting, see_articles
from newscrawl.archive.revisions.renew_latest import renew_latest
from newscrawl.archive.revisions.revision_columns import columns_of
from newscrawl.archive.revisions.revision_rows import (
    insert_revisions,
    revision_row,
    update_revisions,
)
from newscrawl.archive.revisions.stale_revisions import Reread, is_same_page, refresh
from newscrawl.archive.revisions.text_hashes import read_hash, rules_version, text_hash
from newscrawl.archive.sanitize import safe_json, safe_text
from newscrawl.article import Article
from newscrawl.boilerplate import Rule
from newscrawl.extract import VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article, cleaned, with where and when its page was read."""

    article: Article
    fetched_at: datetime
    snapshot_id: int | None = None

    @property
    def sighting(self) -> Sighting:
        return Sighting.of(self.article, self.fetched_at)


def store(
    session: Session, reading: Reading, rules: Sequence[Rule] = (), reread: Reread = lambda _: None
) -> Stored:
    """Add a revision if the article is new or says something new.

    What counts is the cleaned text (``text_hashes.text_hash``): a page whose plea changed says
    nothing new. Before a difference is believed, the article's revisions are cleaned with today's
    rules, and read again where an older extractor, or the outlet's file as it was, read them. The
    same bytes are never an edit.
    """
    return store_all(session, [reading], rules, reread)[0]


def store_all(
    session: Session,
    readings: Sequence[Reading],
    rules: Sequence[Rule] = (),
    reread: Reread = lambda _: None,
) -> list[Stored]:
    """``store`` for articles of one outlet, each another one, in few statements."""
    results, renewed = write_readings(session, readings, rules, reread)
    renew_duplicates(session, renewed)
    return results


def write_readings(
    session: Session, readings: Sequence[Reading], rules: Sequence[Rule], reread: Reread
) -> tuple[list[Stored], list[int]]:
    """``store_all`` for a transaction that writes more.

    Beside the results stand the ids of the articles for which ``renew_duplicates`` is to be
    called when all else is written.
    """
    if not readings:
        return [], []
    sightings = [reading.sighting for reading in readings]
    latest = see_articles(session, sightings, are_visits=True)
    version = rules_version(tuple(rules))
    results, rows, changed, renewed = [], list[dict[str, Any]](), list[int](), list[int]()
    seen = list[dict[str, int]]()
    for reading in readings:
        before = latest[safe_text(reading.article.key)]
        is_known = _is_known(before, reading)
        if not is_known or before.first_seen_at == reading.fetched_at:
            renewed.append(before.article_id)
        if not is_known and before.number is not None:
            changed.append(before.article_id)
        found = _Found.SAME if is_known else _compare(session, before, reading, rules, reread)
        if before.other_seen and found is not _Found.HELD_BACK:
            flapping.forget(session, before.article_id)
        if found is not _Found.HELD_BACK and reading.snapshot_id is not None:
            seen.append({"id": reading.snapshot_id, "article_id": before.article_id})
        if found in {_Found.SAME, _Found.HELD_BACK}:
            results.append(Stored.UNCHANGED)
            continue
        number = (before.number or 0) + 1
        identity = {"article_id": before.article_id, "number": number, "cause": str(found)}
        row = revision_row(reading.article, reading.fetched_at, reading.snapshot_id, version)
        rows.append(row | identity)
        results.append(Stored.CREATED if before.number is None else Stored.REVISED)
    if changed:
        session.execute(_SUPERSEDE, {"ids": [row["article_id"] for row in rows]})
    insert_revisions(session, rows)
    _note_seen(session, seen)
    renew_latest(session, changed)
    return results, renewed


class _Found(StrEnum):
    """What a page says against the latest revision: a cause where another one is due."""

    FIRST = "first"
    EDIT = "edit"
    EXTRACTOR = "extractor"
    SAME = "same"
    #: An earlier text, which has to settle first: see ``flapping.py``.
    HELD_BACK = "held back"


def _is_known(before: SeenArticle, reading: Reading) -> bool:
    """Whether the latest revision was read from a page that said the same."""
    return before.revision_id is not None and before.read_hash == read_hash(reading.article)


def _compare(
    session: Session,
    before: SeenArticle,
    reading: Reading,
    rules: Sequence[Rule],
    reread: Reread,
) -> _Found:
    """What a page says against the latest revision, both read and cleaned as today."""
    if before.revision_id is None:
        return _Found.FIRST
    said, version = text_hash(reading.article), rules_version(tuple(rules))
    read_by = reading.article.read_by or VERSION
    row = models.Revision
    refresh(session, row.id == before.revision_id, read_by, rules, version, reread)
    latest = session.get_one(models.Revision, before.revision_id, populate_existing=True)
    if said == latest.text_hash:
        return _Found.SAME
    if is_same_page(session, reading.snapshot_id, latest, read_by):
        if latest.extractor_version != read_by:
            update_revisions(session, [{"id": latest.id, **columns_of(reading.article, version)}])
        return _Found.SAME
    if (before.number or 0) >= flapping.LEAST:
        refresh(session, row.article_id == before.article_id, read_by, rules, version, reread)
    if flapping.is_flapping(
        session, before.article_id, latest.text_hash, said, reading.snapshot_id
    ):
        return _Found.HELD_BACK
    return _Found.EDIT if latest.extractor_version == read_by else _Found.EXTRACTOR


_SUPERSEDE = text("""
UPDATE revision SET met_at = article.met_at FROM article
WHERE article.id = ANY(:ids) AND revision.id = article.revision_id
  AND article.met_at > revision.fetched_at
""")
# Where other captures come between, what the latest revision said counts for these pages too.
_NOTE_SEEN = text("""
UPDATE snapshot SET article_id = seen.article_id
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS seen (id bigint, article_id bigint)
WHERE snapshot.id = seen.id
""")


def _note_seen(session: Session, rows: Sequence[dict[str, int]]) -> None:
    """The pages that made their articles' latest revisions, or said the same, are captures."""
    if rows:
        session.execute(_NOTE_SEEN, {"rows": safe_json(rows)})
