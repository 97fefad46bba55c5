"""Hold a page against the latest revision of its article: is it an edit, or the same?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.revisions import flapping
from newscrawl.archive.revisions.article_rows import SeenArticle, Sighting
from newscrawl.archive.revisions.revision_columns import columns_of
from newscrawl.archive.revisions.revision_rows import update_revisions
from newscrawl.archive.revisions.stale_revisions import Reread, is_same_page, refresh
from newscrawl.archive.revisions.text_hashes import read_hash, rules_version, text_hash
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


class Comparison(StrEnum):
    """What a page says against the latest revision: a cause where another one is due."""

    FIRST = "first"
    EDIT = "edit"
    EXTRACTOR = "extractor"
    SAME = "same"
    #: An earlier text, which has to settle first: see ``flapping.py``.
    HELD_BACK = "held back"


def is_known(before: SeenArticle, reading: Reading) -> bool:
    """Whether the latest revision was read from a page that said the same."""
    return before.revision_id is not None and before.read_hash == read_hash(reading.article)


def compare_with_latest(
    session: Session,
    before: SeenArticle,
    reading: Reading,
    rules: Sequence[Rule],
    reread: Reread,
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
    return Comparison.EDIT if latest.extractor_version == read_by else Comparison.EXTRACTOR
