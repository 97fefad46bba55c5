"""How often outlets of different habits are asked, and how soon their articles are found."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil

import pytest

from newscrawl.archive.frontier.crawl_interval import EARLY, LONGEST, SHORTEST, Past, next_turn
from tests.rows import every_row

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def ago(*hours: float) -> tuple[datetime, ...]:
    return tuple(NOW - hour * HOUR for hour in hours)


def past(**known: object) -> Past:
    """An outlet that publishes every two hours, crawled an hour ago."""
    usual = {"crawled_at": NOW - HOUR, "codes": (0,), "published": ago(*range(0, 500, 2))}
    return Past(**{**usual, **known})  # type: ignore[arg-type]


@every_row(
    ("known", "hours", "why"),
    [
        (past(crawled_at=None, codes=()), 0, "never crawled"),
        (past(), 1, "sources"),
        (past(codes=(6,)), 1, "sources"),
        (past(link_at=NOW + HOUR / 2), 0.5, "a link's next visit"),
        (past(link_at=NOW - DAY), -0.75, "a link's next visit"),
        (past(link_at=NOW + 2 * HOUR), 1, "sources"),
        (past(known_since=NOW - 2 * HOUR), 0, "sources"),
        (past(known_since=NOW - 2 * DAY), 1, "sources"),
        (past(published=()), 23, "sources"),
        (past(published=ago(100)), 23, "sources"),
        (past(published=ago(-100, -200)), 23, "sources"),
        (past(published=ago(*(n / 12 for n in range(3000)))), -0.75, "sources"),
        (past(codes=(3, 0)), -0.5, "failed 1 in a row"),
        (past(codes=(7, 3, 1, 0, 3)), 1, "failed 3 in a row"),
        (past(codes=(4,) * 30), 23, "failed 30 in a row"),
        (past(codes=(3,), link_at=NOW), -0.5, "failed 1 in a row"),
        (past(codes=(11, 0)), -0.75, "interrupted"),
        (past(codes=(None, 0)), -0.75, "interrupted"),
        (past(codes=(None, 11, None, None)), 1, "interrupted"),
    ],
)
def test_a_turn_comes_so_many_hours_from_now(known: Past, hours: float, why: str) -> None:
    turn = next_turn(known, NOW)

    assert (turn.at - NOW, turn.why) == (hours * HOUR, why)


@pytest.mark.parametrize(("seconds", "has_come"), [(-61, False), (-60, True), (0, True)])
def test_a_turn_that_comes_within_the_minute_is_not_put_off(seconds: int, has_come: bool) -> None:
    turn = next_turn(past(), NOW)

    assert turn.has_come(turn.at + timedelta(seconds=seconds)) is has_come


@dataclass(frozen=True, slots=True)
class Lived:
    """A week of an outlet, after four: how often it was asked, and how late its news came."""

    asked_a_day: float
    latest: timedelta


BEGIN = datetime(2026, 1, 5, tzinfo=UTC)
COUNTED, END = BEGIN + 28 * DAY, BEGIN + 35 * DAY


def live(published: Sequence[datetime]) -> Lived:
    """Cron looks every 15 minutes, and the archive knows what it has met so far."""
    now, crawled_at, asked, known = BEGIN, None, 0, 0
    latest = timedelta()
    while now < END:
        past = Past(
            crawled_at=crawled_at,
            codes=(0,) if crawled_at else (),
            known_since=BEGIN,
            published=tuple(one for one in published[:known] if one > now - 28 * DAY),
        )
        turn = next_turn(past, now)
        if turn.has_come(now):
            # Starting takes a moment, and no two starts the same.
            crawled_at = now + timedelta(seconds=2 + asked % 7)
            first, known = known, bisect_right(published, now)
            if now >= COUNTED:
                asked += 1
                latest = max([latest, *(now - one for one in published[first:known])])
        now += SHORTEST * max(ceil((turn.at - EARLY - now) / SHORTEST), 1)
    return Lived(asked / 7, latest)


def every(
    gap: timedelta, hours: range = range(24), days: range = range(7), at_once: int = 1
) -> list[datetime]:
    """Times so far apart, over five weeks, in these hours of these weekdays."""
    moments = (BEGIN + gap * n + timedelta(minutes=7) for n in range(int(35 * DAY / gap)))
    return [one for one in moments if one.hour in hours and one.weekday() in days] * at_once


DAYTIME, WORKDAYS = range(8, 20), range(5)
IN_AN_HOUR = [one + timedelta(minutes=2 * n) for one in every(7 * DAY) for n in range(30)]
BY_THE_DAY = [one.replace(hour=0, minute=0) for one in every(HOUR)]


@pytest.mark.parametrize(
    ("published", "least", "most", "latest"),
    [
        pytest.param(every(HOUR), 23, 24, HOUR, id="hourly"),
        pytest.param(every(HOUR, DAYTIME), 23, 24, HOUR, id="hourly by day"),
        pytest.param(every(HOUR, DAYTIME, WORKDAYS), 18, 24, 3 * HOUR, id="hourly on workdays"),
        pytest.param(every(6 * HOUR), 4, 4, 6 * HOUR, id="four a day"),
        pytest.param(every(DAY), 1, 1, DAY, id="daily"),
        pytest.param(every(7 * DAY), 1, 1, DAY, id="weekly"),
        pytest.param(every(7 * DAY, at_once=30), 4, 6, 6 * HOUR, id="thirty at once, weekly"),
        pytest.param(IN_AN_HOUR, 8, 13, 6 * HOUR, id="thirty in an hour, weekly"),
        pytest.param(BY_THE_DAY, 22, 24, HOUR, id="hourly, dated to the day"),
        pytest.param([], 1, 1, HOUR, id="nothing ever"),
    ],
)
def test_an_outlet_is_asked_at_its_own_pace(
    published: list[datetime], least: float, most: float, latest: timedelta
) -> None:
    lived = live(sorted(published))

    assert least <= lived.asked_a_day <= most
    assert lived.latest <= latest


def test_an_outlet_that_wakes_up_is_asked_faster_and_one_that_falls_asleep_slower() -> None:
    slow = past(published=ago(24, 96, 168), crawled_at=NOW)
    woken = past(published=ago(*(n / 4 for n in range(12)), 96, 168), crawled_at=NOW)
    asleep = past(published=ago(*range(240, 400)), crawled_at=NOW)

    pace = [next_turn(one, NOW).interval for one in (slow, woken, asleep)]

    assert pace == [LONGEST, SHORTEST, 10 * HOUR]
