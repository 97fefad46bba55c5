"""Captures of articles, and the snapshots by which the archive knows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from newscrawl.archive.revisions.article_rows import Sighting
from newscrawl.archive.sanitize import safe_text
from newscrawl.archive.snapshots.snapshot_rows import insert_snapshots, snapshot_row
from newscrawl.article import Article
from newscrawl.page import WarcLocation

#: What tells captures of an article apart, and orders them: when, and the digest of what.
Place = tuple[datetime, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """An article, cleaned, as somebody's capture of its page has it."""

    article: Article
    url: str
    fetched_at: datetime
    status: int
    kept: WarcLocation

    @property
    def place(self) -> Place:
        return self.fetched_at, self.kept.digest

    @property
    def sighting(self) -> Sighting:
        return Sighting.of(self.article, self.fetched_at)


def keep_captures(
    session: Session, outlet: str, captures: Sequence[Captured], articles: Mapping[str, int]
) -> list[tuple[Captured, int]]:
    """Write snapshots of the captures of articles, whose ids are by key.

    The result is the captures that were not known, with their snapshots.
    """
    rows = [
        snapshot_row(outlet, one.url, one.fetched_at, one.status, one.kept)
        | {"article_id": articles[safe_text(one.article.key)]}
        for one in captures
    ]
    made = insert_snapshots(session, rows)
    found = [(one, made[one.kept.file, one.kept.offset]) for one in captures]
    return [(one, snapshot.id) for one, snapshot in found if snapshot.is_new]
