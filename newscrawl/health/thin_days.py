"""Days that hold far less than an outlet's own pattern lets expect. Pure.

A day is held against the same weekday in the eight weeks before, and in the four behind it where
they are known. A day on which the outlet was asked and answered is most likely a holiday: it is
thin only where even half of the outlet's quietest weekday would be more. Small numbers never are:
what counts is how likely so few are by chance, of a day or, of days in a row that were not read, of
all together.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean, variance

from newscrawl.health.chance import at_most

_DAY = timedelta(days=1)
_BEFORE, _BEHIND = 8, 4
#: With fewer weeks nothing is known of a weekday.
_FEWEST = 3
#: A day of more than this share of what is expected is no gap, however steady the outlet.
_SHARE = 1 / 3
#: How likely it may be that chance alone makes a day thin.
_CHANCE = 0.001
#: Of a quiet weekday, what a holiday brings at least.
_HOLIDAY = 0.5
#: Days of which less is expected neither end nor lengthen a row of thin ones.
_NOTHING = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Thin:
    """A day that has less than it should."""

    day: date
    found: int
    expected: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expected:
    """Mean and variance of what a day may bring."""

    mean: float
    variance: float


def thin_days(
    counts: Mapping[date, int], begin: date, end: date, read: Collection[date]
) -> list[Thin]:
    """The thin days from ``begin`` up to ``end``, which is not looked at.

    ``counts`` are articles by day, ``read`` the days on which the outlet was asked to the end.
    """
    found: dict[date, Thin] = {}
    run: dict[date, _Expected] = {}
    for day in (begin + n * _DAY for n in range((end - begin).days)):
        known = [d for d in _weeks(day, -_BEFORE) if d >= begin and d not in found]
        behind = [d for d in _weeks(day, _BEHIND) if d < end and d in read]
        expected = _expect([counts.get(d, 0) for d in known], [counts.get(d, 0) for d in behind])
        if day not in read and expected:
            if expected.mean < _NOTHING:
                continue
            if counts.get(day, 0) <= expected.mean * _SHARE:
                run[day] = expected
                continue
        found |= _judged(run, counts)
        run = {}
        if day in read and expected and (least := _holiday(counts, day, begin, expected)):
            found |= _judged({day: least}, counts)
    found |= _judged(run, counts)
    return [found[day] for day in sorted(found)]


def _weeks(day: date, number: int) -> list[date]:
    """The same weekday of so many weeks before, or behind."""
    step = 1 if number > 0 else -1
    return [day + 7 * step * n * _DAY for n in range(1, abs(number) + 1)]


def _expect(before: Sequence[int], behind: Sequence[int]) -> _Expected | None:
    if len(before) < _FEWEST:
        return None
    level = _typical(before)
    if len(behind) >= _FEWEST:
        # An outlet that publishes less from then on has a new pattern, and no gap.
        level = min(level, _typical(behind))
    spread = max(variance(before) / max(mean(before), 1), 1.0)
    return _Expected(mean=level, variance=level * spread + level**2 / max(sum(before), 1))


def _typical(counts: Sequence[int]) -> float:
    """The mean without the highest and the lowest, where there are enough."""
    kept = sorted(counts)[1:-1] if len(counts) >= 5 else counts
    return mean(kept)


def _holiday(
    counts: Mapping[date, int], day: date, begin: date, usual: _Expected
) -> _Expected | None:
    """What a holiday would bring: no more than the outlet's quietest weekday does."""
    weeks = [[day - (7 * n + d) * _DAY for n in range(1, _BEFORE + 1)] for d in range(7)]
    known = [[counts.get(d, 0) for d in week if d >= begin] for week in weeks]
    if any(len(week) < _FEWEST for week in known):
        return None
    level = min(usual.mean, *map(_typical, known)) * _HOLIDAY
    share = level / usual.mean if usual.mean else 0.0
    return _Expected(mean=level, variance=max(level, usual.variance * share))


def _judged(run: Mapping[date, _Expected], counts: Mapping[date, int]) -> dict[date, Thin]:
    """The days of a row if, together, they are too few for chance."""
    level = sum(expected.mean for expected in run.values())
    spread = sum(expected.variance for expected in run.values())
    found = sum(counts.get(day, 0) for day in run)
    if found > level * _SHARE or at_most(found, level, spread) >= _CHANCE:
        return {}
    return {
        day: Thin(day=day, found=counts.get(day, 0), expected=expected.mean)
        for day, expected in run.items()
    }
