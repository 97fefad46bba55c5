"""What of the archive decides whose turn it is."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.frontier import host_claims as hosts
from newscrawl.archive.frontier.due_outlets import (
    OutletTurn,
    brought,
    crawled_outlets,
    outlet_turns,
)
from newscrawl.archive.revisions.store import store
from tests.archive.making import DAY, HERALD, NOON, article, lease, reading, set_clock

HOUR = timedelta(hours=1)


def crawled(session: Session, at: datetime, code: int = 0, **arguments: object) -> int:
    """A crawl that ended when it had begun."""
    set_clock(session, at)
    crawl = crawls.begin(session, HERALD, arguments)
    crawls.finish(session, crawl, "finished", code, {"archive/created": 3})
    return crawl


def turn(session: Session, at: datetime = NOON) -> OutletTurn:
    set_clock(session, at)
    [found] = outlet_turns(session, [HERALD])
    return found


def test_an_outlet_that_was_never_crawled_is_due(session: Session) -> None:
    found = turn(session)

    assert (found.is_due, found.turn.why, found.crawled_at) == (True, "never crawled", None)


def test_pace_is_that_of_the_articles_dated_or_first_seen(session: Session) -> None:
    crawled(session, NOON - 30 * DAY)
    crawled(session, NOON - HOUR)
    for number in range(30):
        at = NOON - number * 6 * HOUR
        # Every other one has no date, and the latest claims to come from the future.
        claimed = at + (DAY if number == 0 else timedelta()) if number % 2 == 0 else None
        store(session, reading(article(key=str(number), date_published=claimed), at))

    assert turn(session).turn.interval == 6 * HOUR


def test_an_outlet_without_articles_is_asked_once_a_day(session: Session) -> None:
    crawled(session, NOON - 30 * DAY)
    crawled(session, NOON - HOUR)

    assert turn(session).turn.interval == DAY


def test_an_outlet_is_new_for_a_day_after_its_first_crawl(session: Session) -> None:
    crawled(session, NOON - 20 * HOUR)
    crawled(session, NOON - HOUR / 2)

    assert turn(session).turn.interval == HOUR
    assert turn(session, NOON + 5 * HOUR).turn.interval == DAY


def test_a_crawl_of_named_urls_has_not_looked_for_news(session: Session) -> None:
    crawled(session, NOON - 2 * HOUR)
    crawled(session, NOON, code=7, urls=3)

    found = turn(session)

    assert (found.crawled_at, found.exit_code, found.is_due) == (NOON - 2 * HOUR, 0, True)


@pytest.mark.parametrize(
    ("visited", "due_in", "turn_in"),
    [
        # A look after an hour may be late by six minutes, one after ten days by a day.
        (-HOUR / 2, HOUR / 2, HOUR / 2 + HOUR / 10),
        (-9 * DAY, 2 * HOUR, timedelta(hours=2 + 21.8)),
        (None, 2 * HOUR, 2 * HOUR),
    ],
)
def test_a_link_that_is_due_is_a_turn(
    session: Session, visited: timedelta | None, due_in: timedelta, turn_in: timedelta
) -> None:
    crawled(session, NOON - 30 * DAY)
    crawl = crawled(session, NOON - HOUR / 2)
    lease(session, crawl, "1")
    session.execute(
        text("UPDATE link SET lease = NULL, visited_at = :visited, next_visit_at = :due"),
        {"visited": NOON + visited if visited else None, "due": NOON + due_in},
    )

    found = turn(session)

    sources_in = DAY - HOUR / 2
    assert found.turn.at - NOON == min(turn_in, sources_in)
    session.execute(text("UPDATE link SET lease = 1"))
    assert turn(session).turn.at - NOON == sources_in, "somebody is at it"


def test_a_blocked_host_is_not_due(session: Session) -> None:
    crawled(session, NOON - 2 * DAY)
    hosts.block(session, "herald.test", 1e6, "http_429")

    found = turn(session)

    assert (found.is_due, found.blocked_until is not None) == (False, True)


def test_what_a_crawl_brought_is_that_of_a_later_one(session: Session) -> None:
    assert crawls.latest(session, "herald") == 0
    first = crawled(session, NOON)

    assert crawled_outlets(session) == ["herald"]
    assert crawls.latest(session, "herald") == first
    came = brought(session, "herald", first - 1)
    assert came is not None
    assert (came.new, came.revised) == (3, 0)
    assert brought(session, "herald", first) is None
