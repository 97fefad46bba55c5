"""The kinds of rules that know no outlet: by telling names, by lines of words, by links alone."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from newscrawl.article import BODY_KINDS, LINK_MARK, Block, BlockKind
from newscrawl.boilerplate.rules.anchors import anchors_of
from newscrawl.boilerplate.rules.prefilter import whole_line
from newscrawl.boilerplate.rules.rule_types import Field, Rule

#: What stands under telling names is never more than this share of the text; less, where names
#: that hold more would take the article with them.
_SHARE, _SMALL_SHARE = 0.45, 0.2
#: What holds more than this share holds the text.
_WHOLE = 0.8
#: Characters that are left at least.
_LEFT = 150
#: A line of more characters is never taken for its words.
LONGEST_LINE = 320
#: Blocks that belong to a label such as "Read also", at most.
_LISTED = 12
#: Whoever quotes an appeal writes about it.
_SPOKEN = BODY_KINDS - {BlockKind.QUOTE}
#: To name a member of an enumeration is slow.
_HEADING, _CAPTION = BlockKind.HEADING, BlockKind.CAPTION
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
#: Marks of which it is remembered that they tell nothing.
_MOST_SILENT = 50_000
_LETTER = re.compile(r"[\w@©]")
#: Somebody says it, or shows it in a picture: a sentence of the story that begins like a plea.
_REPORTED = re.compile(
    r"\b(?:said|says|told|added|shouted|recalled|wrote|advised|warned|explained|argued|shows?"
    r"|сказал\w*|говорит|заявил\w*|рассказал\w*|сказав|каже|розпові\w+|sagte|sagt|wusste|erklärte"
    r"|dit|déclaré|affirme|raconte|dijo|afirmó|explicó)\b",
    re.IGNORECASE,
)


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
    fills: Field | None = None

    def concerns(self, marks: frozenset[str]) -> bool:
        """Whether one of the marks has a telling word."""
        silent = _silent(self.words)
        for mark in marks - silent:
            if has_word(self.words, mark):
                return True
            silent.add(mark)
        if len(silent) > _MOST_SILENT:
            silent.clear()
        return False

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
        found = beside(self.words, blocks, share, is_apart=is_apart)
        taken = [at for at in found if at >= self.behind]
        if not taken:
            return taken
        sizes = [_size(block) for block in blocks]
        most = min(share * sum(sizes), sum(sizes) - _LEFT)
        return taken if sum(sizes[at] for at in taken) <= most else []


@dataclass(frozen=True, slots=True)
class Lines:
    """Short blocks that fit one of the patterns from the first to the last character.

    Quotes are left alone, and what somebody is reported to have said.
    """

    name: str
    patterns: tuple[str, ...]
    fills: Field | None = None
    #: Characters of a line that is taken for its words, at most.
    longest: int = LONGEST_LINE

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        taken = _whole_lines(self.patterns, blocks, lines, self.longest)
        taken = [at for at in taken if not _REPORTED.search(lines[at])]
        return iter(() if _is_all_text(taken, blocks) else taken)


@dataclass(frozen=True, slots=True)
class Titled:
    """Short blocks that are a label and a title, whatever anybody says in the title."""

    name: str
    patterns: tuple[str, ...]
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        taken = _whole_lines(self.patterns, blocks, lines)
        return iter(() if _is_all_text(taken, blocks) else taken)


@dataclass(frozen=True, slots=True)
class Cased:
    """Short blocks that fit the pattern, capitals and all."""

    name: str
    pattern: str
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        fits = re.compile(self.pattern).match
        return (at for at, line in enumerate(lines) if len(line) <= LONGEST_LINE and fits(line))


@dataclass(frozen=True, slots=True)
class Listed:
    """A label such as "Read also", with the blocks behind it that are links alone.

    A label with nothing but prose behind it is left: it may be a heading of the article's own.
    """

    name: str
    patterns: tuple[str, ...]
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        fits = whole(self.patterns)
        for at, line in enumerate(lines):
            if len(line) <= LONGEST_LINE and fits(_small(line)):
                end = at + 1
                while end < min(len(blocks), at + _LISTED) and _is_beside(blocks[end]):
                    end += 1
                if end > at + 1 or end == len(blocks) or LINK_MARK in blocks[at].marks:
                    yield from range(at, end)


@dataclass(frozen=True, slots=True)
class LinkedAsides:
    """Asides with a link that stands alone: they lead elsewhere, where a box of facts does not.

    One that holds nearly all of the text was left open.
    """

    name: str
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        start, taken = 0, list[int]()
        for is_aside, group in groupby(blocks, lambda block: "<aside>" in block.marks):
            box = list(group)
            if is_aside and any(LINK_MARK in block.marks for block in box):
                taken += range(start, start + len(box))
            start += len(box)
        most = _WHOLE * sum(_size(block) for block in blocks)
        return iter(taken if sum(_size(blocks[at]) for at in taken) <= most else ())


@dataclass(frozen=True, slots=True)
class LinksAlone:
    """Paragraphs and lists that are nothing but links; headings too where no text follows."""

    name: str
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        kinds = {BlockKind.PARAGRAPH, BlockKind.LIST}
        links = [LINK_MARK in block.marks for block in blocks]
        if sum(_size(b) for b, is_link in zip(blocks, links, strict=True) if not is_link) == 0:
            return iter(())
        return (at for at, block in enumerate(blocks) if links[at] and block.kind in kinds)


@dataclass(frozen=True, slots=True)
class Tail:
    """Headings with no text behind them; those that are links lead to a text of the article's."""

    name: str
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        told = [at for at, block in enumerate(blocks) if _is_text(block)]
        if not told:
            return iter(())
        behind = range(told[-1] + 1, len(blocks))
        return (at for at in behind if _is_own_heading(blocks[at]))


@dataclass(frozen=True, slots=True)
class WithoutLayout:
    """A rule for articles that no layout has read: ``clean`` asks it of those alone."""

    rule: Rule

    @property
    def name(self) -> str:
        return self.rule.name

    @property
    def fills(self) -> Field | None:
        return self.rule.fills

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        return self.rule.matches(blocks, lines)


def beside(
    words: str, blocks: Sequence[Block], share: float, *, is_apart: bool = False
) -> list[int]:
    """The blocks with a telling mark that no more than this share of the text stands under.

    With ``is_apart``, those all of whose telling marks are so.
    """
    # Captions and embeds are no part of the body's text, and are kept beside it.
    found = [telling(words, b.marks) if b.kind in BODY_KINDS else () for b in blocks]
    if not any(found):
        return []
    anchors = anchors_of(blocks)
    if anchors:
        found = [tuple(mark for mark in marks if mark not in anchors) for marks in found]
    sizes = [_size(block) for block in blocks]
    mass: Counter[str] = Counter()
    for marks, size in zip(found, sizes, strict=True):
        for mark in marks:
            mass[mark] += size
    most = min(share * sum(sizes), sum(sizes) - _LEFT)
    small = {mark for mark in mass if mass[mark] <= most}
    if is_apart:
        return [at for at, marks in enumerate(found) if marks and small.issuperset(marks)]
    return [at for at, marks in enumerate(found) if not small.isdisjoint(marks)]


@lru_cache(maxsize=256)
def whole(patterns: tuple[str, ...]) -> Callable[[str], object]:
    """A test whether a line in small letters is one of the patterns, punctuation aside.

    Patterns are in small letters too: a search without regard to case would be slower by half.
    """
    return whole_line(patterns)


def _whole_lines(
    patterns: tuple[str, ...],
    blocks: Sequence[Block],
    lines: Sequence[str],
    longest: int = LONGEST_LINE,
) -> list[int]:
    fits = whole(patterns)
    # Damaged pages say one thing ten thousand times: each line is asked once.
    taken = {line for line in set(lines) if len(line) <= longest and fits(_small(line))}
    if not taken:
        return []
    both = enumerate(zip(blocks, lines, strict=True))
    return [at for at, (block, line) in both if line in taken and block.kind in _SPOKEN]


@lru_cache(maxsize=1024)
def _small(line: str) -> str:
    """The line in small letters, from its first letter or figure on."""
    begins = _LETTER.search(line)
    return line[begins.start() :].lower() if begins else ""


@lru_cache(maxsize=65536)
def telling(words: str, marks: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the marks that have one of the words."""
    return tuple(mark for mark in marks if has_word(words, mark))


@lru_cache(maxsize=256)
def _silent(words: str) -> set[str]:
    """Marks that are known to have none of the words: most of a page's, and of the next page's."""
    return set()


@lru_cache(maxsize=131072)
def has_word(words: str, mark: str) -> bool:
    return _finder(words)(_parted(mark)) is not None


@lru_cache(maxsize=256)
def _finder(words: str) -> Callable[[str], re.Match[str] | None]:
    return re.compile(rf"(?:^|-)(?:{words})").search


@lru_cache(maxsize=65536)
def _parted(mark: str) -> str:
    """``PostShare_row`` as ``post-share-row``; of a very long name, the beginning."""
    return _CAMEL.sub("-", mark[:200]).replace("_", "-").replace(":", "-").lower()


def _is_all_text(taken: Sequence[int], blocks: Sequence[Block]) -> bool:
    """Whether these are all of several texts: then they are the article, whatever they say."""
    texts = [at for at, block in enumerate(blocks) if block.kind in BODY_KINDS]
    return len(texts) > 2 and set(texts) <= set(taken)


def _size(block: Block) -> int:
    return len(block.text) if block.kind in BODY_KINDS and LINK_MARK not in block.marks else 0


def _is_beside(block: Block) -> bool:
    return LINK_MARK in block.marks or block.kind is _CAPTION


def _is_own_heading(block: Block) -> bool:
    return block.kind is _HEADING and LINK_MARK not in block.marks


def _is_text(block: Block) -> bool:
    return block.kind in BODY_KINDS and block.kind is not _HEADING and LINK_MARK not in block.marks
