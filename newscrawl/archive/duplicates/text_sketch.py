"""Fingerprints of text, by which near duplicates are found: MinHash over runs of four words. Pure.

A sketch is what is smallest in each of 64 bins of the hashes of all runs; the share of bins that
two sketches have in common estimates the share of runs that their texts have in common (Broder
1997; one permutation: Li, Owen, Zhang 2012; empty bins: Shrivastava 2017). Bands are hashes of
four bins each: texts that share a good half of their runs nearly always share a band, and an index
finds those.
"""

import re
from collections.abc import Sequence
from hashlib import blake2b
from struct import Struct
from unicodedata import normalize
from zlib import crc32

_BINS = 64
_PER_BAND = 4
_RUN = 4
#: More than any hash.
_EMPTY = 2**32
#: A text of fewer words has too few runs to be compared.
_LEAST_WORDS = 20
#: Bytes of UTF-8 that part words: blanks and marks of ASCII, and those of the blocks below.
_APART = bytes(
    byte if byte >= 0x80 or chr(byte).isalnum() or byte == ord("_") else ord(" ")
    for byte in range(256)
)
#: Latin, general and ideographic punctuation: a search each, since these begin with what is rare.
_MARKS = [re.compile(first + rb"[\x80-\xbf]") for first in (rb"\xc2", rb"\xe2\x80", rb"\xe3\x80")]
_PACKED = Struct(f"<{_BINS}i")
_BAND_BYTES = _PACKED.size * _PER_BAND // _BINS
#: For each bin the order in which an empty one asks the others: of its own, so that bins side by
#: side do not all borrow from the same one.
_LENDERS = [
    sorted(range(_BINS), key=blake2b(bytes([at]), digest_size=_BINS).digest().__getitem__)
    for at in range(_BINS)
]


def sketch_of(text: str) -> list[int]:
    """64 integers with a sign of 32 bits; none for a text that is too short to compare."""
    words = _words(text)
    if len(words) < _LEAST_WORDS:
        return []
    runs = map(b" ".join, zip(*(words[at:] for at in range(_RUN)), strict=False))
    smallest = [_EMPTY] * _BINS
    for hashed in set(map(crc32, runs)):
        at = hashed % _BINS
        if hashed < smallest[at]:
            smallest[at] = hashed
    if _EMPTY in smallest:
        smallest = _filled(smallest)
    return [value - 2**31 for value in smallest]


def bands_of(sketch: Sequence[int]) -> list[int]:
    """16 integers with a sign of 32 bits: what an index is asked for."""
    if not sketch:
        return []
    packed = _PACKED.pack(*sketch)
    # The place is hashed as well: bands of different places have nothing in common.
    return [
        crc32(packed[at : at + _BAND_BYTES], at) - 2**31
        for at in range(0, len(packed), _BAND_BYTES)
    ]


def _words(text: str) -> list[bytes]:
    """In UTF-8: bytes are parted in a fraction of the time in which characters are."""
    folded = normalize("NFC", text).casefold().encode(errors="replace")
    for marks in _MARKS:
        folded = marks.sub(b" ", folded)
    return folded.translate(_APART).split()


def _filled(smallest: list[int]) -> list[int]:
    """An empty bin takes what another has: short texts leave many empty."""
    return [
        next(smallest[bin] for bin in (at, *lenders) if smallest[bin] != _EMPTY)
        for at, lenders in enumerate(_LENDERS)
    ]
