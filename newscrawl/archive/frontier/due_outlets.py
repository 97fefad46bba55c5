"""What the archive knows of each outlet's crawls, articles and links, and whose turn it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from newscrawl import urls
from newscrawl.archive.database.archive_clock import now
from newscrawl.archive.frontier import host_blocks
from newscrawl.archive.frontier.crawl_interval import EARLY, WINDOW, Past, Turn, next_turn
from newscrawl.outlet import Outlet

#: As many crawls as an outlet can have in its first day: with fewer, the first one is among them.
_CRAWLS_A_DAY = 100
#: So many outlets are looked at each time: that costs little, and misses nothing.
_FEW = 300
#: By hand, and by imports, an outlet's turn may come sooner than was thought.
_LONGEST_LOOK = timedelta(hours=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletTurn:
    """When an outlet is crawled next, and how it was crawled last."""

    outlet: str
    turn: Turn
    is_due: bool
    crawled_at: datetime | None
    exit_code: int | None
    #: Until when its host asked for a pause, where it does.
    blocked_until: datetime | None


def crawled_outlets(session: Session) -> list[str]:
    """Outlets that were crawled: an import alone asks nobody to crawl the outlet."""
    return list(session.scalars(_CRAWLED))


def outlet_turns(session: Session, outlets: Sequence[Outlet]) -> list[OutletTurn]:
    """The outlets' turns, those that are due first, the longest overdue before others."""
    names, moment = [outlet.name for outlet in outlets], now(session)
    pasts, blocked = _pasts(session, names, moment), host_blocks.blocked_hosts(session)
    turns = []
    for outlet in outlets:
        past = pasts[outlet.name]
        turn = next_turn(past, moment)
        # The host that a crawl asks first: the mirror's, where there is one.
        first = urls.host_of(outlet.fetched_from(outlet.home)) if blocked else ""
        blocked_until = blocked.get(first)
        turns.append(
            OutletTurn(
                outlet=outlet.name,
                turn=turn,
                is_due=turn.has_come(moment) and blocked_until is None,
                crawled_at=past.crawled_at,
                exit_code=past.codes[0] if past.codes else None,
                blocked_until=blocked_until,
            )
        )
    return sorted(turns, key=lambda one: (not one.is_due, one.turn.at, one.outlet))


def outlets_to_look_at(session: Session) -> list[str]:
    """The outlets that were crawled, but of many those whose turn cannot have come.

    Such a one is passed over until the moment that ``keep_looks`` kept of it.
    """
    return sorted(session.scalars(_MAY_BE_DUE, {"early": EARLY, "few": _FEW}))


def keep_looks(session: Session, turns: Sequence[OutletTurn]) -> None:
    """Keep when a look at these outlets makes sense again, where there are many.

    A crawl takes that back when it begins and when it ends: so the session must be one that sees
    the archive as it was (``REPEATABLE READ``), and whose transaction fails otherwise.
    """
    later = [one for one in turns if not one.is_due and one.blocked_until is None]
    if later and session.scalar(_ARE_MANY, {"few": _FEW}):
        values = {
            "names": [one.outlet for one in later],
            "moments": [one.turn.at for one in later],
            "longest": _LONGEST_LOOK,
        }
        session.execute(_KEEP, values)


def brought(session: Session, outlet: str, after: int) -> Row[Any] | None:
    """How many articles the latest crawl ``created`` and ``revised``, if it came after that one."""
    return session.execute(_BROUGHT, {"outlet": outlet, "after": after}).first()


# Crawls are many, and the planner would read them all: one of each outlet is enough.
_LATEST = "SELECT 1 FROM crawls WHERE crawls.outlet = o.%s ORDER BY crawl_id DESC LIMIT 1"
_WAS_CRAWLED = f"({_LATEST}) IS NOT NULL"
_CRAWLED = text(f"SELECT outlet FROM outlets AS o WHERE {_WAS_CRAWLED % 'outlet'} ORDER BY outlet")
_MANY = "(SELECT count(*) > :few FROM (SELECT FROM outlet LIMIT :few + 1) AS seen)"
_ARE_MANY = text(f"SELECT {_MANY}")
_MAY_BE_DUE = text(f"""
SELECT name FROM outlet AS o
WHERE (look_at IS NULL OR look_at <= (SELECT archive_now()) + :early OR NOT {_MANY})
  AND {_WAS_CRAWLED % "name"}
""")
_KEEP = text("""
UPDATE outlet SET look_at = least(at, archive_now() + :longest)
FROM unnest(cast(:names AS text[]), cast(:moments AS timestamptz[])) AS kept (outlet, at)
WHERE name = outlet
""")
_BROUGHT = text("""
SELECT coalesce((stats ->> 'archive/created')::bigint, 0) AS created,
       coalesce((stats ->> 'archive/revised')::bigint, 0) AS revised
FROM crawl WHERE outlet = :outlet AND id > :after ORDER BY id DESC LIMIT 1
""")
# To begin a process costs more than it saves of a question about few outlets.
_BY_ONE_PROCESS = text("SET LOCAL max_parallel_workers_per_gather = 0")
# A crawl of URLs that somebody named has not looked for news.
_CRAWLS = text("""
SELECT name, (array_agg(started_at ORDER BY crawl_id DESC))[1] AS crawled_at,
       array_agg(exit_code ORDER BY crawl_id DESC) AS codes,
       CASE WHEN count(*) < :most THEN (array_agg(started_at ORDER BY crawl_id))[1] END
           AS known_since
FROM unnest(cast(:outlets AS text[])) AS name CROSS JOIN LATERAL (
    SELECT crawl_id, started_at, exit_code FROM crawls JOIN crawl_arguments USING (crawl_id, outlet)
    WHERE outlet = name AND coalesce((arguments ->> 'urls')::bigint, 0) = 0
    ORDER BY crawl_id DESC LIMIT :most
) AS latest
GROUP BY name
""")
# What claims to come from the future, or is not dated, is dated by when it was first seen: so what
# was first seen before is passed over unread.
_PUBLISHED = text("""
SELECT outlet, array_agg(least(date_published, first_seen_at)) AS moments
FROM articles
WHERE outlet = ANY(:outlets) AND first_seen_at > :since
  AND (date_published > :since OR date_published IS NULL)
GROUP BY outlet
""")
# A visit may be late by a tenth of the time since the one before: a look after 30 days needs no
# crawl of its own, one after an hour does.
_LINKS = text("""
SELECT outlet, min(next_visit_at + greatest(
           next_visit_at - coalesce(visited_at, next_visit_at), interval '0') / 10) AS at
FROM links
WHERE outlet = ANY(:outlets) AND next_visit_at IS NOT NULL AND crawl_id IS NULL
GROUP BY outlet
""")


def _pasts(session: Session, names: list[str], moment: datetime) -> dict[str, Past]:
    session.execute(_BY_ONE_PROCESS)
    of_all = {"outlets": names}
    crawls: dict[str, dict[str, Any]] = {
        row.name: {name: getattr(row, name) for name in ("crawled_at", "codes", "known_since")}
        for row in session.execute(_CRAWLS, {**of_all, "most": _CRAWLS_A_DAY})
    }
    since = {**of_all, "since": moment - WINDOW}
    published = {row.outlet: row.moments for row in session.execute(_PUBLISHED, since)}
    links = {row.outlet: row.at for row in session.execute(_LINKS, of_all)}
    return {
        name: Past(
            **crawls.get(name, {}),
            published=published.get(name, ()),
            link_at=links.get(name),
        )
        for name in names
    }
