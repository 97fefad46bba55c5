"""Fingerprints of text, and how near two texts are: MinHash over runs of four words. Pure.

A sketch is what is smallest in each of 64 bins of the hashes of all runs; the share of bins that
two sketches have in common estimates the share of runs that their texts have in common (Broder
1997; one permutation: Li, Owen, Zhang 2012). Bands are hashes of four bins each: texts that share
a good half of their runs nearly always share a band, and an index finds those.
"""

import re
from collections.abc import Sequence
from zlib import crc32

_BINS = 64
_PER_BAND = 4
_RUN = 4
#: A text of fewer words has too few runs to be compared.
_LEAST_WORDS = 20
_WORD = re.compile(r"\w+")


def sketch_of(text: str) -> list[int]:
    """64 integers with a sign of 32 bits; none for a text that is too short to compare."""
    words = _WORD.findall(text.casefold())
    if len(words) < _LEAST_WORDS:
        return []
    smallest = [2**32] * _BINS
    runs = {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    for run in runs:
        hashed = crc32(run.encode())
        at = hashed & (_BINS - 1)
        if hashed < smallest[at]:
            smallest[at] = hashed
    return [_signed(value) for value in _densified(smallest)]


def bands_of(sketch: Sequence[int]) -> list[int]:
    """16 integers with a sign of 32 bits: what an index is asked for."""
    return [
        crc32(repr((at, *sketch[at : at + _PER_BAND])).encode()) - 2**31
        for at in range(0, len(sketch), _PER_BAND)
    ]


def similarity(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of runs of words that two texts have in common, by their sketches: 0 to 1."""
    if not one or not other:
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def _densified(smallest: list[int]) -> list[int]:
    """An empty bin takes what the next full one has: short texts leave many empty."""
    full = [value if value < 2**32 else None for value in smallest]
    if None not in full:
        return smallest
    found = []
    for at in range(_BINS):
        value, step = full[at], 0
        while value is None:
            step += 1
            other = full[(at + step) % _BINS]
            # Another value than the bin that it is borrowed from, or bins would count double.
            value = None if other is None else (other + step * 0x9E3779B1) % 2**32
        found.append(value)
    return found


def _signed(value: int) -> int:
    return value - 2**31
