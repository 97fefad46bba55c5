"""Lay out bars for an inline picture: no script, no style, and the numbers stand in a table too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 720, 120
_GAP = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars over a common ground; ``most`` is the number of the highest one."""

    bars: tuple[Bar, ...]
    most: int
    first: str
    last: str
    width: int = WIDTH
    height: int = HEIGHT


def all_months(months: Sequence[str]) -> list[str]:
    """All from the first to the last of some months, as ``2026-03``; of none, none."""
    if not months:
        return []
    begin, end = (int(month[:-3]) * 12 + int(month[-2:]) - 1 for month in (months[0], months[-1]))
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(begin, end + 1)]


def bars(names: Sequence[str], counts: Mapping[str, int]) -> Chart | None:
    """A bar for each name, also for what was not counted; None: there is nothing to compare."""
    numbers = [counts.get(name, 0) for name in names]
    if len(names) < 2:
        return None
    most = max(numbers) or 1
    step = WIDTH / len(names)
    return Chart(
        bars=tuple(
            Bar(
                x=round(at * step + step * _GAP / 2, 2),
                y=round(HEIGHT - number / most * HEIGHT, 2),
                width=round(step * (1 - _GAP), 2),
                height=round(number / most * HEIGHT, 2),
                label=f"{name}: {number}",
            )
            for at, (name, number) in enumerate(zip(names, numbers, strict=True))
        ),
        most=most,
        first=names[0],
        last=names[-1],
    )
