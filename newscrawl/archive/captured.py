"""Captures of articles, and the snapshots by which the archive knows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.types import safe_json, safe_text
from newscrawl.article import Article
from newscrawl.page import Kept

#: What tells captures of an article apart, and orders them: when, and the digest of what.
Place = tuple[datetime, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """An article, cleaned, as somebody's capture of its page has it."""

    article: Article
    url: str
    fetched_at: datetime
    status: int
    kept: Kept

    @property
    def place(self) -> Place:
        return self.fetched_at, self.kept.digest


_SNAPSHOTS = text("""
INSERT INTO snapshot (
    outlet, url, fetched_at, status, file, "offset", length, digest, same_as, article_id)
SELECT outlet, url, fetched_at, status, file, "offset", length, digest, same_as, article_id
FROM jsonb_populate_recordset(NULL::snapshot, cast(:rows AS jsonb))
ON CONFLICT (file, "offset") DO NOTHING
RETURNING id, file, "offset"
""")


def keep_captures(
    session: Session, outlet: str, captures: Sequence[Captured], articles: Mapping[str, int]
) -> list[tuple[Captured, int]]:
    """Write snapshots of the captures of articles, whose ids are by key.

    The result is the captures that were not known, with their snapshots.
    """
    rows = [
        {
            "outlet": outlet,
            "url": one.url,
            "fetched_at": one.fetched_at,
            "status": one.status,
            "file": one.kept.file,
            "offset": one.kept.offset,
            "length": one.kept.length,
            "digest": one.kept.digest,
            "same_as": one.kept.same_as,
            "article_id": articles[safe_text(one.article.key)],
        }
        for one in captures
    ]
    made = session.execute(_SNAPSHOTS, {"rows": safe_json(rows)})
    ids = {(row.file, row.offset): row.id for row in made}
    places = [(one, (one.kept.file, one.kept.offset)) for one in captures]
    return [(one, ids[place]) for one, place in places if place in ids]
