"""Lay out bars for an inline picture: no script, no style, and the numbers stand in a table too."""

from collections.abc import Sequence
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


def months_between(first: str, last: str) -> list[str]:
    """All months from one to the other, as ``2026-03``: those without anything as well."""
    begin, end = (int(month[:-3]) * 12 + int(month[-2:]) - 1 for month in (first, last))
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(begin, end + 1)]


def bars(counts: Sequence[tuple[str, int]]) -> Chart | None:
    """One bar a value, in their order; None where there is nothing to compare."""
    if len(counts) < 2:
        return None
    most = max(number for _, number in counts) or 1
    step = WIDTH / len(counts)
    return Chart(
        bars=tuple(
            Bar(
                x=round(at * step + step * _GAP / 2, 2),
                y=round(HEIGHT - number / most * HEIGHT, 2),
                width=round(step * (1 - _GAP), 2),
                height=round(number / most * HEIGHT, 2),
                label=f"{name}: {number}",
            )
            for at, (name, number) in enumerate(counts)
        ),
        most=most,
        first=counts[0][0],
        last=counts[-1][0],
    )
