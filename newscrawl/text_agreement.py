"""How far two texts say the same. Pure."""

from collections.abc import Iterator, Sequence

_RUN = 4


def agreement(text: str, other: str) -> float:
    """How far two texts have the same runs of four words: F1, from 0 to 1."""
    ours, theirs = set(_runs(text.split())), set(_runs(other.split()))
    total = len(ours) + len(theirs)
    return 2 * len(ours & theirs) / total if total else 1.0


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if words:
        last = max(len(words) - _RUN, 0)
        yield from (tuple(words[at : at + _RUN]) for at in range(last + 1))
