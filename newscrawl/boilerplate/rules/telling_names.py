"""Rules by telling names: what stands under an id or class name that says what it is."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from newscrawl.article import BODY_KINDS, LINK_MARK, Block, BlockKind
from newscrawl.boilerplate.rules.heading_ids import anchors_among
from newscrawl.boilerplate.rules.rule_types import Field, prose_size
from newscrawl.boilerplate.rules.topic_names import ENDS, topics_among
from newscrawl.short_memory import remembered

#: What stands under telling names is never more than this share of the text; less, where names
#: that hold more would take the article with them.
_SHARE, _SMALL_SHARE = 0.45, 0.2
#: Characters that are left at least.
_LEFT = 150
#: So many lines, each above a paragraph of so many characters, stand above parts of a story.
_SEVERAL, _TOLD = 2, 60
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
#: Marks of which it is remembered whether they tell something, and their characters, at most.
_MOST_KNOWN, _LONGEST_KNOWN = 20_000, 200
#: To name a member of an enumeration is slow.
_HEADING = BlockKind.HEADING


@dataclass(frozen=True, slots=True)
class Named:
    """Blocks under elements whose id or class name has a telling word.

    The word begins a part of the name: ``share`` is in ``post-share_row`` and ``PostShare``. A
    name that holds much of the text names the article, whatever its words: it is passed over.
    """

    name: str
    words: str
    share: float = _SHARE
    #: Blocks at the start that are left alone: a standfirst is a teaser too.
    behind: int = 0
    #: Letters of a sentence or a heading without links that may be such a thing, at most.
    longest: int | None = None
    #: What such a thing is called is called of stories, too: rails strike, and cookies are baked.
    is_spoken_of: bool = False
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        taken = self._taken(blocks, self.share)
        for share in (_SHARE, _SMALL_SHARE):
            # One name of the article's own must not keep the boxes elsewhere.
            if not taken and share < self.share:
                taken = self._taken(blocks, share, is_apart=True)
        return iter(taken)

    def _taken(self, blocks: Sequence[Block], share: float, *, is_apart: bool = False) -> list[int]:
        """What stands under names that hold no more than the share; none where all of it is more.

        ``is_apart`` leaves what stands under a name that holds more as well: its parts are the
        article's.
        """
        # Captions and embeds are no part of the body's text, and are kept beside it.
        spoken = [block.marks if block.kind in BODY_KINDS else () for block in blocks]
        told = telling(self.words, frozenset(chain.from_iterable(set(spoken))))
        if not told:
            return []
        told -= anchors_among(told, ((b.text, b.marks) for b in blocks if b.kind is _HEADING))
        of_marks = {marks: tuple(mark for mark in marks if mark in told) for marks in set(spoken)}
        found = [of_marks[marks] for marks in spoken]
        sizes = [prose_size(block) for block in blocks]
        mass: Counter[str] = Counter()
        for marks, size in zip(found, sizes, strict=True):
            for mark in marks:
                mass[mark] += size
        most = min(share * sum(sizes), sum(sizes) - _LEFT)
        fits = all if is_apart else any
        taken = [
            at
            for at, marks in enumerate(found)
            if at >= self.behind
            and marks
            and fits(mass[mark] <= most for mark in marks)
            and self._may_be(blocks[at])
        ]
        if sum(sizes[at] for at in taken) > most:
            return []
        if self.is_spoken_of and (topics := topics_among(told, blocks)):
            taken = [at for at in taken if not topics.issuperset(found[at])]
        return self._without_parts(taken, blocks, found)

    def _without_parts(
        self, taken: list[int], blocks: Sequence[Block], found: Sequence[tuple[str, ...]]
    ) -> list[int]:
        """Without headings, which stay with the text below them, and the days of a chronicle."""
        kept = set(range(len(blocks))).difference(taken)
        taken = [at for at in taken if not (at + 1 in kept and _is_above(blocks[at], found, at))]
        above = [at for at in taken if at + 1 in kept and _is_told(blocks[at + 1])]
        is_chronicle = self.longest is not None and len(above) >= _SEVERAL and above == taken
        return [] if is_chronicle else taken

    def _may_be(self, block: Block) -> bool:
        if self.longest is None or LINK_MARK in block.marks:
            return True
        is_told = block.kind is _HEADING or block.text.endswith(ENDS)
        return not is_told or sum(map(str.isalpha, block.text)) <= self.longest


def _is_above(block: Block, found: Sequence[tuple[str, ...]], at: int) -> bool:
    """Whether a block is a heading of what stands below it under the same telling name."""
    is_heading = block.kind is _HEADING and LINK_MARK not in block.marks
    return is_heading and not set(found[at]).isdisjoint(found[at + 1])


def _is_told(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and prose_size(block) >= _TOLD


def telling(words: str, marks: frozenset[str]) -> frozenset[str]:
    """Those of the marks that have one of the words."""
    find, tells, silent = _remembered(words)
    # ``difference`` of two would look through all that is known.
    new = marks - tells - silent
    if not new:
        return marks & tells
    for mark in new:
        (tells if find(_parted(mark)) else silent).add(mark)
    found = marks & tells
    long = [mark for mark in new if len(mark) > _LONGEST_KNOWN]
    tells.difference_update(long)
    silent.difference_update(long)
    if len(tells) + len(silent) > _MOST_KNOWN:
        tells.clear()
        silent.clear()
    return found


@lru_cache(maxsize=256)
def _remembered(words: str) -> tuple[Callable[[str], object], set[str], set[str]]:
    """A search for the words, and the marks that are known to have one, and to have none.

    Most of a page's marks are the next page's as well.
    """
    return re.compile(rf"(?:^|-)(?:{words})").search, set(), set()


@remembered(65536, _LONGEST_KNOWN)
def _parted(mark: str) -> str:
    """``PostShare_row`` as ``post-share-row``; of a very long name, the beginning."""
    return _CAMEL.sub("-", mark[:200]).replace("_", "-").replace(":", "-").lower()
