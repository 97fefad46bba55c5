"""Group the blocks that say the same, whatever changes in them: one line of an appeal each."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from newscrawl.boilerplate.appeals.appeals import asks, has_own_voice, is_note
from newscrawl.boilerplate.rules.fingerprints import (
    block_prints,
    common_words,
    literal_words,
    words_of,
)

#: Two texts are one line where this share of the longer one's words is common to both.
_COMMON = 0.6
#: A line that changes keeps at least so many words: fewer would fit what it does not mean.
_LEAST_WORDS = 5
#: A line that a written rule takes in this share of its sightings needs no other rule.
_TAKEN = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSighting:
    """A block of an article: its place among ``of`` blocks, and what stands beside it."""

    article: str
    day: date
    at: int
    of: int
    text: str
    before: str | None = None
    after: str | None = None
    #: A rule that somebody wrote takes it.
    is_taken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A fingerprint, ``print``, that stood in several articles of an outlet.

    ``articles`` counts different articles and ``days`` the days on which they were published,
    ``weeks`` are the Mondays of those days' weeks, and ``sightings`` is a sample of its blocks.
    """

    print: int
    articles: int
    days: int
    first: date
    last: date
    weeks: frozenset[date]
    sightings: tuple[LineSighting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatedLine:
    """What blocks have in common that say the same."""

    words: tuple[str, ...]
    articles: int
    #: By the print that it has most of.
    repeat: Repeat
    prints: frozenset[int]
    sightings: tuple[LineSighting, ...]
    asks: bool
    has_own_voice: bool
    is_note: bool


def lines_of(repeats: Iterable[Repeat]) -> list[RepeatedLine]:
    """Lines, each block in one of them; those that a written rule takes are left out."""
    counted = sorted(repeats, key=lambda repeat: (-repeat.articles, repeat.print))
    groups = _groups([sighting for repeat in counted for sighting in repeat.sightings])
    best = _best_counts(counted, groups)
    lines = [_line(group, best[at]) for at, group in enumerate(groups) if at in best]
    return [
        line
        for line in lines
        if sum(s.is_taken for s in line.sightings) <= len(line.sightings) * _TAKEN
    ]


#: What tells blocks apart: an article may have said something else in the same place before.
_Place: TypeAlias = tuple[str, int, str]


def _place_of(sighting: LineSighting) -> _Place:
    return sighting.article, sighting.at, sighting.text


@dataclass(slots=True, eq=False)
class _Group:
    """Sightings that say the same, and the words that all of them share."""

    words: tuple[str, ...]
    #: Unchanging words of the longest one: what is shared must not dwindle from text to text.
    longest: int
    sightings: dict[_Place, LineSighting]

    def take(self, words: tuple[str, ...], said: Iterable[LineSighting]) -> bool:
        """Take in a text if it shares enough of its words with all the others."""
        if words != self.words:
            longest = max(self.longest, literal_words(words))
            least = max(_LEAST_WORDS, _COMMON * longest)
            # Most texts that begin alike go on differently: that is seen without aligning them.
            if sum(map(frozenset(self.words).__contains__, words)) < least:
                return False
            shared = common_words(self.words, words)
            if literal_words(shared) < least:
                return False
            self.words, self.longest = shared, longest
        self.sightings |= {_place_of(s): s for s in said}
        return True


def _groups(sightings: Sequence[LineSighting]) -> list[_Group]:
    """Texts are compared where they have a print in common, the most frequent ones first."""
    said: dict[str, dict[_Place, LineSighting]] = defaultdict(dict)
    for sighting in sightings:
        said[sighting.text][_place_of(sighting)] = sighting
    groups: list[_Group] = []
    by_print: dict[int, list[_Group]] = defaultdict(list)
    for text in sorted(said, key=lambda text: (-len(said[text]), text)):
        words, prints = words_of(text), block_prints(text)
        near = dict.fromkeys(group for one in prints for group in by_print[one])
        group = next((g for g in near if g.take(words, said[text].values())), None)
        if group is None:
            group = _Group(words, literal_words(words), said[text])
            groups.append(group)
        for one in prints:
            if group not in by_print[one]:
                by_print[one].append(group)
    return groups


def _best_counts(
    counted: Sequence[Repeat], groups: Sequence[_Group]
) -> dict[int, tuple[int, Repeat]]:
    """For each group in how many articles it stood, by the print that it has most of."""
    group_at = {place: at for at, group in enumerate(groups) for place in group.sightings}
    best: dict[int, tuple[int, Repeat]] = {}
    for repeat in counted:
        there = Counter(group_at[_place_of(s)] for s in repeat.sightings)
        for at, count in there.items():
            articles = round(repeat.articles * count / len(repeat.sightings))
            if articles > 1 and (at not in best or articles > best[at][0]):
                best[at] = articles, repeat
    return best


def _line(group: _Group, count: tuple[int, Repeat]) -> RepeatedLine:
    articles, repeat = count
    sightings = [group.sightings[place] for place in sorted(group.sightings)]
    texts = Counter(sighting.text for sighting in sightings)
    return RepeatedLine(
        words=group.words,
        articles=articles,
        repeat=repeat,
        prints=frozenset(one for text in texts for one in block_prints(text)),
        sightings=tuple(sightings),
        asks=_mostly(asks, texts),
        has_own_voice=_mostly(has_own_voice, texts),
        is_note=_mostly(is_note, texts),
    )


def _mostly(test: Callable[[str], bool], texts: Counter[str]) -> bool:
    return 2 * sum(count for text, count in texts.items() if test(text)) > texts.total()
