"""Hold a page against the latest revision of its article: is it an edit, or the same?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, or_, select, text
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.revisions import flapping
from newscrawl.archive.revisions.article_rows import SeenArticle
from newscrawl.archive.revisions.revision_rows import (
    article_of,
    cleaned_columns,
    columns_of,
    update_revisions,
)
from newscrawl.archive.revisions.text_hashes import rules_version, text_hash
from newscrawl.article import IN_PART, Article
from newscrawl.boilerplate import Rule, clean
from newscrawl.extract import VERSION

#: Reads the article of a kept page again, with today's extractor; None where there is no page.
Reread = Callable[[int], Article | None]

_BYTES = text("""
SELECT array_agg(coalesce(same_as, id) ORDER BY part_of NULLS FIRST, id) AS records,
       array_agg(digest ORDER BY part_of NULLS FIRST, id) AS digests
FROM snapshot WHERE id = :id OR part_of = :id
""")

_SAME_ADDRESSES = text("""
SELECT ARRAY(SELECT url FROM snapshot WHERE part_of = :one ORDER BY url)
     = ARRAY(SELECT url FROM snapshot WHERE part_of = :other ORDER BY url)
""")


def refresh(
    session: Session,
    which: ColumnElement[bool],
    read_by: str,
    rules: Sequence[Rule],
    version: str,
    reread: Reread,
) -> None:
    """Read these revisions of an article again, each from its own page, where not ``read_by`` did.

    Those that were cleaned by other rules than those of ``version`` are cleaned again. One whose
    page cannot be read again keeps the name of who read it.
    """
    row = models.Revision
    is_stale = or_(row.extractor_version != read_by, row.rules_version != version)
    asked = select(row).where(which, is_stale).order_by(row.number)
    read, cleaned = list[dict[str, Any]](), list[dict[str, Any]]()
    for revision in session.scalars(asked).all():
        again = None
        if revision.extractor_version != read_by and revision.snapshot_id is not None:
            again = reread(revision.snapshot_id)
        if again is not None:
            read.append({"id": revision.id, **columns_of(clean(again, rules), version)})
        elif revision.rules_version != version:
            columns = cleaned_columns(clean(article_of(revision), rules), version)
            cleaned.append({"id": revision.id, **columns})
    update_revisions(session, read)
    update_revisions(session, cleaned)


def is_same_page(
    session: Session, snapshot_id: int | None, latest: models.Revision, read_by: str
) -> bool:
    """Whether a snapshot has the very bytes of the latest revision's, those of its parts included.

    What a server says beside the bytes, such as their encoding, does not count. They are known by
    their record, which a crawl keeps once for each address, or by their digests where another
    than ``read_by`` read the revision.
    """
    if snapshot_id is None or latest.snapshot_id is None:
        return False
    one = session.execute(_BYTES, {"id": snapshot_id}).one()
    other = session.execute(_BYTES, {"id": latest.snapshot_id}).one()
    if one.records == other.records:
        return True
    return bool(latest.extractor_version != read_by and one.digests == other.digests)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article, cleaned, with where and when its page was read."""

    article: Article
    fetched_at: datetime
    snapshot_id: int | None = None


class Comparison(StrEnum):
    """What a page says against the latest revision: a cause where another one is due."""

    FIRST = "first"
    EDIT = "edit"
    EXTRACTOR = "extractor"
    SAME = "same"
    #: An earlier text, which has to settle first: see ``flapping.py``.
    HELD_BACK = "held back"


def compare_with_latest(
    session: Session, before: SeenArticle, reading: Reading, rules: Sequence[Rule], reread: Reread
) -> Comparison:
    """What a page says against the latest revision, both read and cleaned as today."""
    if before.revision_id is None:
        return Comparison.FIRST
    said, version = text_hash(reading.article), rules_version(tuple(rules))
    read_by = reading.article.read_by or VERSION
    row = models.Revision
    refresh(session, row.id == before.revision_id, read_by, rules, version, reread)
    latest = session.get_one(models.Revision, before.revision_id, populate_existing=True)
    if said == latest.text_hash:
        return Comparison.SAME
    if is_same_page(session, reading.snapshot_id, latest, read_by):
        if latest.extractor_version != read_by:
            update_revisions(session, [{"id": latest.id, **columns_of(reading.article, version)}])
        return Comparison.SAME
    if (before.number or 0) >= flapping.LEAST:
        refresh(session, row.article_id == before.article_id, read_by, rules, version, reread)
    if flapping.is_flapping(
        session, before.article_id, latest.text_hash, said, reading.snapshot_id
    ):
        return Comparison.HELD_BACK
    is_edit = latest.extractor_version == read_by and _has_same_pages(session, latest, reading)
    return Comparison.EDIT if is_edit else Comparison.EXTRACTOR


def _has_same_pages(session: Session, latest: models.Revision, reading: Reading) -> bool:
    """Whether as much was at hand of the article as when its latest revision was read.

    Further pages that come at last are no edit, nor is it one that they do not.
    """
    was_in_part, is_in_part = latest.layout.endswith(IN_PART), reading.article.is_in_part
    if not (was_in_part and is_in_part):
        return was_in_part == is_in_part
    ids = {"one": latest.snapshot_id, "other": reading.snapshot_id}
    return bool(session.scalar(_SAME_ADDRESSES, ids))
