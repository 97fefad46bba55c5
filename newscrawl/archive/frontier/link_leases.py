"""The frontier: lease links that are due to a crawl, and free the leases that nobody gave back."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import RowMapping, text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier.visit import KnownPage, LeasedLink
from newscrawl.archive.sanitize import safe_text
from newscrawl.urls import short_key

# Validators are asked with where a "not modified" would mean the latest revision.
_LEASED = """
leased.id, leased.key, leased.url, leased.attempts,
CASE WHEN leased.revision_id = article.revision_id THEN etag END AS etag,
CASE WHEN leased.revision_id = article.revision_id THEN last_modified END AS last_modified,
leased.revision_id, page.url AS known_url, page.digest AS known_digest, latest.id AS known_revision,
latest.extractor_version AS known_read_by, latest.rules_version AS known_rules
"""
_ARTICLE = """
LEFT JOIN article ON article.outlet = leased.outlet AND article.key = leased.key
LEFT JOIN revision AS latest ON latest.id = article.revision_id
LEFT JOIN snapshot AS page ON page.id = latest.snapshot_id
     AND NOT EXISTS (SELECT FROM snapshot AS part WHERE part.part_of = page.id)
"""
#: The reading of nobody: no revision is of it.
_NOBODYS = "", ""
#: What nothing but the texts of other articles lists, and was never asked for.
_MENTIONED = "listed_in = '{text}' AND visited_at IS NULL"
_DUE = f"""
WITH due AS (
    SELECT id, claimed_at FROM link
    WHERE outlet = :outlet AND lease IS NULL AND (%s)
      AND (:mentioned OR NOT ({_MENTIONED}))
      AND (claimed_at IS NULL
           OR (cast(:since AS timestamptz) IS NULL OR claimed_at >= :since)
          AND (cast(:until AS timestamptz) IS NULL OR claimed_at < :until))
    ORDER BY claimed_at DESC NULLS LAST, id
    LIMIT :limit
    FOR UPDATE SKIP LOCKED
), leased AS (
    UPDATE link SET lease = :crawl FROM due WHERE link.id = due.id
    RETURNING link.*, {_MENTIONED} AS is_mentioned
)
SELECT {_LEASED}, is_mentioned FROM leased {_ARTICLE} ORDER BY claimed_at DESC NULLS LAST, leased.id
"""
_NOW = "next_visit_at <= archive_now()"
_DUE_NOW = text(_DUE % _NOW)
_DUE_IN_RANGE = text(_DUE % f"{_NOW} OR outcome = 'waiting' AND next_visit_at IS NULL")


def due(
    session: Session,
    outlet: str,
    crawl: int,
    *,
    limit: int,
    since: datetime | None = None,
    until: datetime | None = None,
    with_mentioned: bool = True,
    reading: tuple[str, str] = _NOBODYS,
) -> list[LeasedLink]:
    """Lease links that are due, newest first; ``until`` is exclusive.

    ``reading`` are the versions of today's extractor and rules: what others read is not known.

    A link that nobody dated is in any range; those that wait for a range are leased with one.
    ``with_mentioned`` is whether also those that only the texts of other articles list.
    """
    found = session.execute(
        _DUE_IN_RANGE if since or until else _DUE_NOW,
        {
            "outlet": outlet,
            "crawl": crawl,
            "limit": limit,
            "since": since,
            "until": until,
            "mentioned": with_mentioned,
        },
    )
    return [_leased(row, reading) for row in found.mappings()]


def _leased(row: RowMapping, reading: tuple[str, str]) -> LeasedLink:
    given = {name: value for name, value in row.items() if not name.startswith("known_")}
    is_read_today = (row["known_read_by"], row["known_rules"]) == reading
    known = None
    if is_read_today and row["known_digest"] is not None:
        known = KnownPage(
            url=row["known_url"], digest=row["known_digest"], revision_id=row["known_revision"]
        )
    return LeasedLink(**given, known=known, is_read_today=is_read_today)


_LEASE_URLS = text(f"""
WITH leased AS (
    UPDATE link SET lease = :crawl WHERE outlet = :outlet AND key = ANY(:keys) RETURNING link.*
)
SELECT {_LEASED} FROM leased {_ARTICLE}
""")


def lease_urls(
    session: Session,
    outlet: str,
    crawl: int,
    keys: Sequence[str],
    reading: tuple[str, str] = _NOBODYS,
) -> list[LeasedLink]:
    """Lease these links whether they are due or not: somebody asked for them by name."""
    named = [short_key(safe_text(key)) for key in keys]
    found = session.execute(_LEASE_URLS, {"outlet": outlet, "crawl": crawl, "keys": named})
    leased = (_leased(row, reading) for row in found.mappings())
    return sorted(leased, key=lambda link: link.id)


# Of one outlet: among the links of all, one would look for a crawl's leases for a second.
_GIVE_BACK = text("""
UPDATE link SET lease = NULL WHERE outlet = :outlet AND lease = :crawl AND id <> ALL(:held)
""")
_HOLDS = text("SELECT EXISTS (SELECT FROM link WHERE id = ANY(:ids) AND lease = :crawl)")
_TAKE_OVER = text("UPDATE link SET lease = NULL WHERE outlet = :outlet AND lease IS NOT NULL")


def give_back(session: Session, outlet: str, crawl: int, held: Collection[int] = ()) -> None:
    """Free what is leased to a crawl but for what it holds.

    It never heard of the rest where the answer to a COMMIT was lost.
    """
    session.execute(_GIVE_BACK, {"outlet": outlet, "crawl": crawl, "held": list(held)})


def has_settled(session: Session, crawl: int, links: Collection[int]) -> bool:
    """Whether the crawl holds none of these links any more: what it met of them is committed."""
    return not session.scalar(_HOLDS, {"ids": list(links), "crawl": crawl})


def take_over(session: Session, outlet: str) -> None:
    """Free the leases of crawls that ended without a word; only the holder of the lock may."""
    session.execute(_TAKE_OVER, {"outlet": outlet})
