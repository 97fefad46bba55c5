"""Store articles: a new one, a new revision, or nothing where nothing new is said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import text, update
from sqlalchemy.orm import Session

from newscrawl.archive import flapping, models
from newscrawl.archive.columns import COLUMNS, article_of, cleaned_columns, columns_of
from newscrawl.archive.duplicates import renew_duplicates
from newscrawl.archive.renewal import renew_latest
from newscrawl.archive.revisions import read_hash, rules_version, text_hash
from newscrawl.archive.types import safe_json, safe_text
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
    latest = _touch(session, readings)
    version = rules_version(tuple(rules))
    results, rows, changed, renewed = [], list[dict[str, Any]](), list[int](), list[int]()
    for reading in readings:
        before = latest[safe_text(reading.article.key)]
        is_known = _is_known(session, before, reading)
        if not is_known or before.first_seen_at == reading.fetched_at:
            renewed.append(before.article_id)
        if not is_known and before.number is not None:
            changed.append(before.article_id)
        cause = None if is_known else _cause(session, before, reading, rules, reread)
        if cause is None:
            results.append(Stored.UNCHANGED)
            continue
        number = (before.number or 0) + 1
        identity = {"article_id": before.article_id, "number": number, "cause": cause}
        rows.append(_row(reading, version) | identity)
        results.append(Stored.CREATED if before.number is None else Stored.REVISED)
    _insert(session, rows)
    renew_latest(session, changed)
    return results, renewed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Latest:
    """An article's row and what its latest revision is compared by; without one, of a new one."""

    key: str
    article_id: int
    first_seen_at: datetime
    revision_id: int | None
    number: int | None
    read_hash: bytes | None
    extractor_version: str | None
    snapshot_id: int | None
    #: Visits that met another, earlier text one after the other: see ``flapping.py``.
    other_seen: int


# Rows are made, or seen again, in the order of their keys. One JSON parameter holds them all:
# a statement with a parameter for each value costs its client as much again as its server.
_TOUCH = text("""
WITH touched AS (
    INSERT INTO article AS old (outlet, key, url, first_seen_at, last_seen_at)
    SELECT outlet, key, url, seen_at, seen_at
    FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (
        outlet text, key text, url text, seen_at timestamptz)
    ORDER BY key
    ON CONFLICT (outlet, key) DO UPDATE
    SET url = CASE WHEN excluded.last_seen_at < old.last_seen_at THEN old.url ELSE excluded.url END,
        first_seen_at = least(old.first_seen_at, excluded.first_seen_at),
        last_seen_at = greatest(old.last_seen_at, excluded.last_seen_at),
        gone_at = CASE WHEN excluded.last_seen_at < old.last_seen_at THEN old.gone_at END
    RETURNING old.id, old.key, old.first_seen_at, old.revision_id, old.gone_at, old.other_seen
), back AS (
    UPDATE deletion SET back_at = archive_now() FROM touched
    WHERE article_id = touched.id AND back_at IS NULL AND touched.gone_at IS NULL
)
SELECT touched.key, touched.id AS article_id, touched.first_seen_at, r.id AS revision_id,
       r.read_hash, r.extractor_version, r.snapshot_id, touched.other_seen,
       (SELECT max(number) FROM revision WHERE article_id = touched.id) AS number
FROM touched LEFT JOIN revision AS r ON r.id = touched.revision_id
""")


def _touch(session: Session, readings: Sequence[Reading]) -> dict[str, _Latest]:
    """The articles' rows by key."""
    rows = [
        {
            "outlet": reading.article.outlet,
            "key": reading.article.key,
            "url": reading.article.canonical_url,
            "seen_at": reading.fetched_at,
        }
        for reading in readings
    ]
    found = session.execute(_TOUCH, {"rows": safe_json(rows)}).mappings()
    return {row["key"]: _Latest(**row) for row in found}


def _is_known(session: Session, before: _Latest, reading: Reading) -> bool:
    """Whether the latest revision was read from a page that said the same."""
    if before.revision_id is None or before.read_hash != read_hash(reading.article):
        return False
    if before.other_seen:
        flapping.forget(session, before.article_id)
    return True


def _cause(
    session: Session,
    before: _Latest,
    reading: Reading,
    rules: Sequence[Rule],
    reread: Reread,
) -> str | None:
    """Why a revision is due, or None where the article says what the latest one said."""
    if before.revision_id is None:
        return "first"
    said, version = text_hash(reading.article), rules_version(tuple(rules))
    latest = session.get_one(models.Revision, before.revision_id)
    cleaned = clean(article_of(latest), rules)
    if said == text_hash(cleaned):
        if latest.rules_version != version:
            _redo(session, before.revision_id, cleaned_columns(cleaned, version))
        return None
    if flapping.is_flapping(session, before.article_id, latest.text_hash, said):
        return None
    if before.extractor_version == VERSION:
        return "edit"
    again = reread(before.snapshot_id) if before.snapshot_id is not None else None
    if again is None:
        return "extractor"
    again = clean(again, rules)
    if text_hash(again) != said:
        return "edit"
    _redo(session, before.revision_id, columns_of(again, version))
    return None


def _redo(session: Session, revision_id: int, columns: dict[str, Any]) -> None:
    """Write what is read today from the revision's own page: never from a later one."""
    session.execute(
        update(models.Revision).where(models.Revision.id == revision_id).values(**columns)
    )


_INSERT = text(f"""
WITH made AS (
    INSERT INTO revision ({COLUMNS}) SELECT {COLUMNS}
    FROM jsonb_populate_recordset(NULL::revision, cast(:rows AS jsonb))
    RETURNING id, article_id
)
UPDATE article SET revision_id = made.id FROM made WHERE article.id = made.article_id
""")


def _insert(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        session.execute(_INSERT, {"rows": safe_json(rows)})


def _row(reading: Reading, version: str) -> dict[str, Any]:
    return columns_of(reading.article, version) | {
        "url": reading.article.url,
        "fetched_at": reading.fetched_at,
        "snapshot_id": reading.snapshot_id,
    }
