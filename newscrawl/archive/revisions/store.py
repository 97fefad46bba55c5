"""Store articles: a new one, a new revision, or nothing where nothing new is said."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier.visit import Stored
from newscrawl.archive.revisions import flapping
from newscrawl.archive.revisions.article_rows import see_articles
from newscrawl.archive.revisions.compare_with_latest import (
    Comparison,
    Reading,
    Reread,
    compare_with_latest,
)
from newscrawl.archive.revisions.entry_rows import renew_entries
from newscrawl.archive.revisions.renew_latest import renew_latest
from newscrawl.archive.revisions.revision_rows import insert_revisions, revision_row
from newscrawl.archive.revisions.text_hashes import read_hash, rules_version
from newscrawl.archive.sanitize import safe_json, safe_text
from newscrawl.boilerplate import Rule


def write_readings(
    session: Session, readings: Sequence[Reading], rules: Sequence[Rule], reread: Reread
) -> tuple[list[Stored], list[int]]:
    """Add a revision of each article that is new or says something new; each is another one.

    What counts is the cleaned text (``text_hashes.text_hash``): a page whose plea changed says
    nothing new. Before a difference is believed, the article's revisions are cleaned with today's
    rules, and read again where an older extractor, or the outlet's file as it was, read them. The
    same bytes are never an edit. Beside the results stand the ids of the articles for which
    ``renew_duplicates`` is to be called when all else is written.
    """
    if not readings:
        return [], []
    latest = see_articles(session, readings, are_visits=True)
    version = rules_version(tuple(rules))
    results, rows, changed, renewed = [], list[dict[str, Any]](), list[int](), list[int]()
    seen = list[dict[str, int]]()
    for reading in readings:
        before = latest[safe_text(reading.article.key)]
        read_before = before.read_hash
        is_same = read_before is not None and read_before == read_hash(reading.article)
        if not is_same or before.first_seen_at == reading.fetched_at:
            renewed.append(before.article_id)
        if not is_same and before.number is not None:
            changed.append(before.article_id)
        found = Comparison.SAME
        if not is_same:
            found = compare_with_latest(session, before, reading, rules, reread)
        if before.other_seen and found is not Comparison.HELD_BACK:
            flapping.forget(session, before.article_id)
        if found is not Comparison.HELD_BACK and reading.snapshot_id is not None:
            seen.append({"id": reading.snapshot_id, "article_id": before.article_id})
        if found in {Comparison.SAME, Comparison.HELD_BACK}:
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
    # The pages that made their articles' latest revisions, or said the same, are captures.
    if seen:
        session.execute(_NOTE_SEEN, {"rows": safe_json(seen)})
    renew_latest(session, changed)
    first_ones = (row for row in rows if row["number"] == 1 and row["entries"])
    renew_entries(session, [row["article_id"] for row in first_ones])
    return results, renewed


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
