"""Where a page's bytes are kept."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.page import Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """A snapshot's row: the page's URL, when it was fetched, and its record."""

    url: str
    fetched_at: datetime
    kept: Kept


def kept_page(session: Session, snapshot_id: int) -> KeptPage | None:
    """The place of a page's bytes, or None if there is no such snapshot."""
    row = session.get(models.Snapshot, snapshot_id)
    if row is None:
        return None
    kept = Kept(file=row.file, offset=row.offset, length=row.length, digest=row.digest)
    return KeptPage(url=row.url, fetched_at=row.fetched_at, kept=kept)
