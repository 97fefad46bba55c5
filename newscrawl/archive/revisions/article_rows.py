"""The rows of articles: made, locked, and told when their pages were seen. In one order, by key."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.sanitize import safe_json, safe_text
from newscrawl.article import Article


class Sighting(Protocol):
    """What shows that an article is there: what its page said, and when."""

    @property
    def article(self) -> Article: ...
    @property
    def fetched_at(self) -> datetime: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenArticle:
    """An article's row, locked, after it was seen; without a revision it is new."""

    key: str
    article_id: int
    first_seen_at: datetime
    #: When what its latest revision says had been met before these sightings.
    met_at: datetime | None
    #: Visits that met another, earlier text one after the other: see ``flapping.py``.
    other_seen: int
    revision_id: int | None
    number: int | None
    read_hash: bytes | None


# One JSON parameter holds all rows: a statement with a parameter for each value costs its client
# as much again as its server. The address is that of the latest sighting; of two at one moment,
# the same one in any order.
_TOUCH = text("""
WITH touched AS (
    INSERT INTO article AS old (outlet, key, url, first_seen_at, last_seen_at)
    SELECT outlet, key, url, first_at, last_at
    FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (
        outlet text, key text, url text, first_at timestamptz, last_at timestamptz)
    ORDER BY key
    ON CONFLICT (outlet, key) DO UPDATE
    SET url = CASE WHEN (excluded.last_seen_at, excluded.url) > (old.last_seen_at, old.url)
                   THEN excluded.url ELSE old.url END,
        first_seen_at = least(old.first_seen_at, excluded.first_seen_at),
        last_seen_at = greatest(old.last_seen_at, excluded.last_seen_at),
        met_at = CASE WHEN old.other_seen > 0 THEN old.met_at ELSE old.last_seen_at END,
        gone_at = CASE WHEN excluded.last_seen_at > old.gone_at THEN NULL
                       WHEN :are_visits AND excluded.last_seen_at >= old.last_seen_at THEN NULL
                       ELSE old.gone_at END
    RETURNING old.id, old.key, old.first_seen_at, old.revision_id, old.gone_at, old.met_at,
              old.other_seen
), back AS (
    UPDATE deletion SET back_at = archive_now() FROM touched
    WHERE article_id = touched.id AND back_at IS NULL AND touched.gone_at IS NULL
)
SELECT touched.key, touched.id AS article_id, touched.first_seen_at, touched.met_at,
       touched.other_seen, r.id AS revision_id, r.read_hash,
       (SELECT max(number) FROM revision WHERE article_id = touched.id) AS number
FROM touched LEFT JOIN revision AS r ON r.id = touched.revision_id
""")
# What a visit without an article may be about is locked where it is there; nothing is made for it.
_LOCK_VISITED = text("""
INSERT INTO article (outlet, key, url, first_seen_at, last_seen_at)
SELECT :outlet, key, coalesce(url, ''), coalesce(seen_at, archive_now()),
       coalesce(seen_at, archive_now())
FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS new (key text, url text, seen_at timestamptz)
WHERE url IS NOT NULL
   OR EXISTS (SELECT FROM article a WHERE a.outlet = :outlet AND a.key = new.key)
ORDER BY key
ON CONFLICT (outlet, key) DO UPDATE SET key = excluded.key WHERE false
""")
_LOCK = text("SELECT id FROM article WHERE id = ANY(:ids) ORDER BY key FOR UPDATE")


def see_articles(
    session: Session, sightings: Iterable[Sighting], *, are_visits: bool
) -> dict[str, SeenArticle]:
    """Make the articles of one outlet, or see them again; their rows by key, locked.

    A visit looks whether an article is still there; a capture may be of any time.
    """
    by_key: dict[str, list[Sighting]] = {}
    for one in sightings:
        by_key.setdefault(safe_text(one.article.key), []).append(one)
    rows = [
        {
            "outlet": of_key[0].article.outlet,
            "key": key,
            "url": max((o.fetched_at, safe_text(o.article.canonical_url)) for o in of_key)[1],
            "first_at": min(one.fetched_at for one in of_key),
            "last_at": max(one.fetched_at for one in of_key),
        }
        for key, of_key in by_key.items()
    ]
    given = {"rows": safe_json(rows), "are_visits": are_visits}
    found = session.execute(_TOUCH, given).mappings()
    return {row["key"]: SeenArticle(**row) for row in found}


def lock_visited(
    session: Session, outlet: str, sightings: Sequence[Sighting], keys: Sequence[str]
) -> None:
    """Lock the articles that were seen, and those of these keys that are there, in one pass.

    Without keys there is nothing to do: to see articles locks them in this order.
    """
    if not keys:
        return
    rows: dict[str, Mapping[str, Any]] = {safe_text(key): {"key": key} for key in keys}
    for one in sightings:
        seen = {"url": one.article.canonical_url, "seen_at": one.fetched_at}
        rows[safe_text(one.article.key)] = {"key": one.article.key, **seen}
    session.execute(_LOCK_VISITED, {"outlet": outlet, "rows": safe_json(list(rows.values()))})


def lock_articles(session: Session, article_ids: Sequence[int]) -> None:
    """Lock articles that are there, before their revisions, as crawls do."""
    session.execute(_LOCK, {"ids": list(article_ids)})
