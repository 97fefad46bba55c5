"""How likely it is that a few articles differ so much from many by chance alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import comb, exp, lgamma, log, log1p, sqrt

#: What is likelier than this by chance is no news: an outlet is judged thirty times an hour.
_LIKELY = 1e-5
#: As many standard deviations as that, of a sum of ranks.
_FAR = 4.2
#: As many where something else tells the same.
_RATHER_FAR = 2.5
#: Fewer articles than this tell nothing.
FEWEST = 5
#: Articles of a day resemble each other: more than these count as if they were these.
_MOST, _MOST_BEFORE = 40, 300


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    def __float__(self) -> float:
        return self.part / self.whole if self.whole else 0.0

    def __str__(self) -> str:
        return f"{self.part} of {self.whole}"

    @property
    def rest(self) -> "Share":
        return Share(self.whole - self.part, self.whole)

    @property
    def percent(self) -> str:
        return f"{float(self):.0%}".replace("%", " %")

    @property
    def as_usual(self) -> str:
        """Told behind what is found; nothing where nothing is known."""
        return f"; {self.percent} is usual" if self.whole else ""


def is_more(last: Share, usual: Share, by: float) -> bool:
    """Whether a share grew by at least ``by``, and not by chance; never where few were seen."""
    if last.whole < FEWEST or float(last) - float(usual) < by:
        return False
    return _chance(_scaled(last, _MOST), _scaled(usual, _MOST_BEFORE)) < _LIKELY


def is_unusual(last: Share, usual: Share, by: float, most: float) -> bool:
    """``is_more``; where nothing is known before, whether a share of a few is over a bound."""
    is_over = last.whole >= FEWEST and float(last) > most
    return is_more(last, usual, by) or (is_over and not usual.whole)


def _scaled(share: Share, most: int) -> Share:
    if share.whole <= most:
        return share
    return Share(round(float(share) * most), most)


def _chance(last: Share, usual: Share) -> float:
    """That at least so many are met, when the usual share is known from ``usual`` alone.

    The tail of a beta-binomial: where little was seen before, much is possible.
    """
    some, others = usual.part + 1, usual.rest.part + 1
    n = last.whole
    return sum(
        comb(n, k) * exp(_log_beta(k + some, n - k + others) - _log_beta(some, others))
        for k in range(last.part, n + 1)
    )


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def at_most(found: int, level: float, spread: float) -> float:
    """How likely so few or fewer are: Poisson's law, or, where counts vary more, Pólya's."""
    if level <= 0:
        return 1.0
    if spread <= level * 1.001:
        first, ratios = -level, [level / n for n in range(1, found + 1)]
    else:
        size, part = level**2 / (spread - level), 1 - level / spread
        first = size * log1p(-part)
        ratios = [part * (size + n - 1) / n for n in range(1, found + 1)]
    # By logarithms: of a thousand articles a day, the chance of none is no number of Python's.
    total, chance = exp(first), first
    for ratio in ratios:
        chance += log(ratio)
        total += exp(chance)
    return total


Histogram = Mapping[int, int]


def median(histogram: Histogram) -> int:
    """The value in the middle; there is one."""
    middle, seen = sum(histogram.values()) / 2, 0
    for value in sorted(histogram):
        seen += histogram[value]
        if seen >= middle:
            return value
    raise ValueError("an empty histogram has no median")


def is_shifted(last: Histogram, usual: Histogram) -> int:
    """1 where the values are surely larger than usual, -1 where smaller, else 0."""
    far = _deviation(last, usual)
    return (far >= _FAR) - (far <= -_FAR)


def is_rather_smaller(last: Histogram, usual: Histogram) -> bool:
    """Whether values are smaller than usual, likely enough where something else says so too."""
    return _deviation(last, usual) <= -_RATHER_FAR


def _deviation(last: Histogram, usual: Histogram) -> float:
    """How far the sum of ranks is from the usual one (Mann and Whitney, corrected for ties)."""
    n, m = sum(last.values()), sum(usual.values())
    if n < FEWEST or m < FEWEST:
        return 0.0
    below, larger, ties = 0, 0.0, 0
    for value in sorted({*last, *usual}):
        ours, theirs = last.get(value, 0), usual.get(value, 0)
        larger += ours * (below + theirs / 2)
        below += theirs
        ties += (ours + theirs) ** 3 - (ours + theirs)
    both = n + m
    variance = n * m / 12 * (both + 1 - ties / (both * (both - 1)))
    if variance <= 0:
        return 0.0
    return (larger - n * m / 2) / sqrt(variance) * sqrt(min(n, _MOST) / n)
