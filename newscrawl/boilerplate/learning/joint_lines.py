"""Join the lines that always come together: the paragraphs of one appeal are one rule."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from newscrawl.boilerplate.learning.block_groups import RepeatedLine
from newscrawl.boilerplate.rules.fingerprints import literal_words, words_of

#: Two lines come together where each has the other as its neighbour in this share of sightings.
_TOGETHER = 0.8
#: A line at the end of an appeal that does not speak to readers belongs to it up to this length.
_SHORT = 3


#: Lines that come together, in their order.
JointLines: TypeAlias = Sequence[RepeatedLine]


def leading(run: JointLines) -> RepeatedLine:
    """The line that the evidence is about: one that asks, and the longest of those."""
    return max(run, key=lambda line: (line.asks, literal_words(line.words), line.words))


def runs_of(lines: Sequence[RepeatedLine]) -> list[JointLines]:
    """All lines, each in one run.

    What stands at either end of an appeal and neither asks nor speaks to readers is no part of
    it, unless it is very short: a standing note may well come before every appeal. One that is
    known as such parts what stands around it.
    """
    runs = list[JointLines]()
    for chain in _parted(_chains(lines, _followers(lines))):
        if any(line.asks for line in chain):
            first = next(at for at, line in enumerate(chain) if _belongs(line))
            last = max(at for at, line in enumerate(chain) if _belongs(line))
            runs.append(chain[first : last + 1])
            chain = [*chain[:first], *chain[last + 1 :]]
        runs += [[line] for line in chain]
    return runs


def _parted(chains: Sequence[list[RepeatedLine]]) -> Iterator[list[RepeatedLine]]:
    for chain in chains:
        for is_note, part in groupby(chain, lambda line: line.is_note):
            found = list(part)
            yield from [[line] for line in found] if is_note else [found]


def _belongs(line: RepeatedLine) -> bool:
    return line.asks or line.has_own_voice or literal_words(line.words) <= _SHORT


def _followers(lines: Sequence[RepeatedLine]) -> dict[int, int]:
    """For each line the one that always follows it, and that it always precedes; by index."""
    texts = {
        text: at
        for at, line in enumerate(lines)
        for text in {words_of(sighting.text) for sighting in line.sightings}
    }
    after = [_neighbours(line, "after", texts) for line in lines]
    before = [_neighbours(line, "before", texts) for line in lines]
    return {
        at: next_at
        for at, followed in enumerate(after)
        for next_at, share in followed.items()
        if share >= _TOGETHER and before[next_at].get(at, 0) >= _TOGETHER and next_at != at
    }


def _neighbours(
    line: RepeatedLine, side: str, texts: dict[tuple[str, ...], int]
) -> dict[int, float]:
    """The lines that stand on one side of a line, each with its share of the line's sightings."""
    beside = (getattr(sighting, side) for sighting in line.sightings)
    found = Counter(texts.get(words_of(text), -1) for text in beside if text is not None)
    return {at: n / len(line.sightings) for at, n in found.items() if at >= 0}


def _chains(lines: Sequence[RepeatedLine], followers: dict[int, int]) -> list[list[RepeatedLine]]:
    followed = set(followers.values())
    chains, done = list[list[RepeatedLine]](), set[int]()
    # A ring, each line before the next, is broken at its first line.
    for start in [*(at for at in range(len(lines)) if at not in followed), *range(len(lines))]:
        chain, at = list[RepeatedLine](), start
        while at not in done:
            done.add(at)
            chain.append(lines[at])
            at = followers.get(at, at)
        if chain:
            chains.append(chain)
    return chains
