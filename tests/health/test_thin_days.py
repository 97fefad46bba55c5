"""Thin days: over synthetic years of outlets with weekends, holidays and growth."""

import random
from datetime import date, timedelta

import pytest

from newscrawl.health.thin_days import thin_days
from tests.rows import every_row

_BEGIN, _DAYS = date(2024, 1, 1), 730
_HOLIDAYS = {(1, 1), (1, 2), (1, 7), (3, 8), (5, 1), (5, 9), (11, 4), (12, 25)}


def _history(rate: float, weekend: float) -> dict[date, int]:
    chance, counts = random.Random(f"{rate} {weekend}"), dict[date, int]()
    for at in range(_DAYS):
        day = _BEGIN + timedelta(days=at)
        level = rate * (1 + 0.3 * at / 365) * (weekend if day.weekday() > 4 else 1)
        level *= 0.45 if (day.month, day.day) in _HOLIDAYS else 1
        level *= chance.gammavariate(12, 1 / 12)
        counts[day] = _drawn(chance, level)
    return counts


def _drawn(chance: random.Random, level: float) -> int:
    """So many as chance brings of events that come at this rate."""
    number, passed = 0, chance.expovariate(1)
    while passed < level:
        number, passed = number + 1, passed + chance.expovariate(1)
    return number


@every_row("weekend", [0.0, 0.4, 1.0])
@every_row("rate", [0.3, 3, 10, 40, 150])
def test_weekends_holidays_growth_and_chance_are_no_gaps(rate: float, weekend: float) -> None:
    counts = _history(rate, weekend)
    assert thin_days(counts, _BEGIN, max(counts), set(counts)) == []


@pytest.mark.parametrize(("rate", "length"), [(3, 7), (10, 3), (40, 1), (150, 1)])
def test_days_that_nobody_read_are_found(rate: float, length: int) -> None:
    counts = _history(rate, 0.4)
    gone = {_BEGIN + timedelta(days=at + n) for at in (100, 333, 600) for n in range(length)}
    left = {day: 0 if day in gone else count for day, count in counts.items()}

    found = {thin.day for thin in thin_days(left, _BEGIN, max(left), set(left) - gone)}

    assert found >= {day for day in gone if counts[day] > 0}
    assert found <= gone


def test_a_large_outlet_that_lists_nothing_for_a_day_is_found_although_it_answered() -> None:
    counts = _history(150, 1.0)
    gone = _BEGIN + timedelta(days=400)
    found = thin_days({**counts, gone: 0}, _BEGIN, max(counts), set(counts))
    assert [thin.day for thin in found] == [gone]


def test_an_outlet_that_publishes_less_from_a_day_on_has_a_new_pattern() -> None:
    counts = _history(40, 1.0)
    cut = _BEGIN + timedelta(days=365)
    fewer = {day: count // 4 if day >= cut else count for day, count in counts.items()}
    assert thin_days(fewer, _BEGIN, max(fewer), set(fewer)) == []
