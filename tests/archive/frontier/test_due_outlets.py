"""What of the archive decides whose turn it is."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.frontier import host_blocks as hosts
from newscrawl.archive.frontier.due_outlets import (
    OutletTurn,
    brought,
    crawled_outlets,
    keep_looks,
    outlet_turns,
    outlets_to_look_at,
)
from newscrawl.outlet import Outlet
from tests.archive.making import DAY, HERALD, NOON, article, lease, reading, set_clock, store

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
    assert (came.created, came.revised) == (3, 0)
    assert brought(session, "herald", first) is None


_MANY = tuple(
    Outlet(name=f"o{n}", title=f"O{n}", home=f"https://o{n}.test", language="en")
    for n in range(301)
)


@pytest.fixture
def many(session: Session) -> Session:
    """Of more outlets than are looked at each time, half an hour after the crawl of each."""
    set_clock(session, NOON - HOUR / 2)
    for outlet in _MANY:
        crawls.finish(session, crawls.begin(session, outlet, {}), "finished", 0, {})
    set_clock(session, NOON)
    return session


def _looked(session: Session, at: datetime) -> dict[str, bool]:
    """What is looked at then, and whether it is due."""
    set_clock(session, at)
    looked = outlets_to_look_at(session)
    turns = outlet_turns(session, [outlet for outlet in _MANY if outlet.name in looked])
    keep_looks(session, turns)
    return {one.outlet: one.is_due for one in turns}


def test_of_many_outlets_each_is_looked_at_when_its_turn_may_have_come(many: Session) -> None:
    first, second = _looked(many, NOON), _looked(many, NOON)
    crawls.begin(many, _MANY[7], {})
    third = _looked(many, NOON)
    then = _looked(many, NOON + HOUR / 2)

    assert len(first) == len(_MANY)
    assert not any(first.values())
    assert second == {}
    assert third == {"o7": False}, "what was thought of its turn holds no more"
    assert set(then) == {outlet.name for outlet in _MANY}
    assert all(is_due for name, is_due in then.items() if name != "o7")


def test_a_crawl_that_ends_meanwhile_is_not_passed_over(many: Session) -> None:
    running = crawls.begin(many, _MANY[7], {})
    _looked(many, NOON)
    crawls.finish(many, running, "finished", 0, {})

    assert _looked(many, NOON) == {"o7": False}


def test_many_outlets_are_looked_at_again_after_some_hours_whatever_was_thought(
    many: Session,
) -> None:
    _looked(many, NOON)
    many.execute(text("UPDATE outlet SET look_at = 'infinity' WHERE name <> 'o3'"))
    keep_looks(many, outlet_turns(many, _MANY))

    longest = many.scalar(text("SELECT max(look_at) FROM outlet WHERE name LIKE 'o%'"))
    assert longest <= NOON + 6 * HOUR


def test_few_outlets_are_looked_at_each_time(session: Session) -> None:
    crawled(session, NOON)
    session.execute(text("UPDATE outlet SET look_at = 'infinity'"))

    assert outlets_to_look_at(session) == ["herald"]
