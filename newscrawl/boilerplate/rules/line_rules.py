"""Rules by lines of words: what a short block says in full."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newscrawl.article import BODY_KINDS, LINK_MARK, Block, BlockKind
from newscrawl.boilerplate.appeals.appeals import asks, has_own_voice
from newscrawl.boilerplate.folding import fold
from newscrawl.boilerplate.rules.prefilter import WholeLine
from newscrawl.boilerplate.rules.rule_types import Field
from newscrawl.short_memory import remembered

#: A line of more characters is never taken for its words.
LONGEST_LINE = 320
#: Blocks that belong to a label such as "Read also", at most.
_LISTED = 12
#: Lines of a list in which a house speaks of itself, at most.
_MOST_IN_LIST = 12
#: Whoever quotes an appeal writes about it.
_SPOKEN = BODY_KINDS - {BlockKind.QUOTE}
#: To name a member of an enumeration is slow.
_CAPTION, _LIST = BlockKind.CAPTION, BlockKind.LIST
_HEADING, _PARAGRAPH = BlockKind.HEADING, BlockKind.PARAGRAPH
#: A paragraph of the story has so many characters; a word that tells, so many letters.
_TELLING, _WORD = 60, re.compile(r"[^\W\d_]{5,}|[\u3040-\u9fff\uac00-\ud7a3]{2,}")
_LETTER = re.compile(r"[\w@©]")
#: Somebody says it, or shows it in a picture: a sentence of the story that begins like a plea.
_REPORTED = re.compile(
    r"\b(?:said|says|told|added|shouted|recalled|wrote|ruled|advised|warned|explained|argued|shows?"
    r"|сказал\w*|говорит|заявил\w*|рассказал\w*|сказав|каже|розпові\w+|sagte|sagt|wusste|erklärte"
    r"|dit(?! artikel)|déclaré|affirme|raconte|dijo|afirmó|explicó"
    r"|warns|tells(?! (?:us|you))|shouts|argues|urges|urged"
    r"|(?:has|(?<!you )have) (?:found|ruled|shown|warned)"
    r"|schrieb\w*|schreibt|warnte?n?|mahnte?|riefe?n?|fragte?|hieß es|teilten?\b.{1,60}\bmit"
    r"|laut (?:dem|der|einem|einer)"
    r"|disait|dit-(?:il|elle|on)|cria|crie|répète(?:nt)?|répétait|écrivait|supplie\w*"
    r"|selon (?:la|les?|un)"
    r"|dice|dicen|decía|gritó|escribió|advierte|disse|scrisse|scrive|diz|dizia|escreveu|zei|zegt"
    r"|schreef|waarschuwt|aldus|powiedział\w*|mówi\w*|pisał\w*|prosił\w*|ostrzega\w*"
    r"|писал\w*|пишет|учил[аи]?|просят|просил\w*|велел\w*|крикнул\w*|показал\w*|показывает|писав"
    r"|сказали|сообщил\w*|dedi|diyor|söyledi|yazdı|säger|sagde|kertoi|sanoi|řekl\w*|uvedl\w*|mondta"
    r"|írta)\b|(?<![小传傳])[说說](?![明法])|表示[,，]|指出|と(?:話し|述べ|語っ)|(?:밝혔|말했"
    r"|전했|설명했)다",
    re.IGNORECASE,
)


#: A label, which is no lawyer's, and behind the colon a sentence: five words, or eight signs, with
#: a full stop.
_TELLS = re.compile(
    r"(?i:\W*(?!disclaimer|haftungs)[^\W\d_][\w ]{1,24} ?: ?)"
    r"(?:[a-zà-öø-ÿā-žа-яё-ґ]\S*(?: \S+){4,}\.|.{8,}。)$"
    r"|[\w ]{1,8}：.{8,}。$"
)


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
    #: They are a label and a title, whatever anybody says in the title.
    is_titled: bool = False

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        said = whole_lines(self.patterns, lines, self.longest)
        both = enumerate(zip(blocks, lines, strict=True))
        taken = [at for at, (block, line) in both if line in said and block.kind in _SPOKEN]
        if not self.is_titled:
            taken = [at for at in taken if not (is_reported(lines[at]) or _tells(lines[at]))]
        taken = _without_own_headings(taken, blocks, lines)
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
class HouseList:
    """Lists with a line that asks for something, and half of whose lines are the house's own."""

    name: str
    asks: tuple[str, ...]
    others: tuple[str, ...]
    fills: Field | None = None

    def matches(self, blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
        return (at for at, block in enumerate(blocks) if block.kind is _LIST and self._fits(block))

    def _fits(self, block: Block) -> bool:
        said = {fold(line) for line in block.text.split("\n")}
        if not 1 < len(said) <= _MOST_IN_LIST or not (asking := whole_lines(self.asks, said)):
            return False
        own = asking | whole_lines(self.others, said)
        return 2 * len(own) > len(said)


def is_reported(line: str) -> bool:
    """Whether somebody is said to have said it, as a house says of nothing that it asks for."""
    return _REPORTED.search(line) is not None


def _tells(line: str) -> bool:
    """Whether what stands behind a label is no name or title, but said of it."""
    return _TELLS.match(line) is not None and not asks(line)


@lru_cache(maxsize=256)
def whole(patterns: tuple[str, ...]) -> WholeLine:
    """A test whether a line in small letters is one of the patterns, punctuation aside.

    Patterns are in small letters too: a search without regard to case would be slower by half.
    """
    return WholeLine(patterns)


def whole_lines(
    patterns: tuple[str, ...], lines: Iterable[str], longest: int = LONGEST_LINE
) -> frozenset[str]:
    """The lines that are one of the patterns."""
    fits = whole(patterns)
    # Damaged pages say one thing ten thousand times: each line is asked once.
    asked = {line: _small(line) for line in set(lines) if len(line) <= longest}
    words = fits.words_in("\n".join(asked.values()))
    return frozenset(line for line, small in asked.items() if fits(small, words))


@remembered(1024, LONGEST_LINE)
def _small(line: str) -> str:
    """The line in small letters, from its first letter or figure on."""
    begins = _LETTER.search(line)
    return line[begins.start() :].lower() if begins else ""


def _without_own_headings(
    taken: Sequence[int], blocks: Sequence[Block], lines: Sequence[str]
) -> list[int]:
    """Without the story's own headings: the paragraph below takes up a word of them.

    An outlet that offers something in a box speaks to its readers there.
    """
    return [
        at
        for at in taken
        if blocks[at].kind is not _HEADING
        or at + 1 in taken
        or not _goes_on(lines[at], blocks[at + 1 : at + 2])
    ]


def _goes_on(heading: str, below: Sequence[Block]) -> bool:
    is_told = below and below[0].kind is _PARAGRAPH and LINK_MARK not in below[0].marks
    if not is_told or len(text := below[0].text) < _TELLING or has_own_voice(text) or asks(text):
        return False
    said = text.casefold()
    return any(word in said for word in _WORD.findall(heading.casefold()))


def _is_all_text(taken: Sequence[int], blocks: Sequence[Block]) -> bool:
    """Whether these are all of several texts: then they are the article, whatever they say."""
    if not taken:
        return False
    texts = [at for at, block in enumerate(blocks) if block.kind in BODY_KINDS]
    return len(texts) > 2 and set(texts) <= set(taken)


def _is_beside(block: Block) -> bool:
    return LINK_MARK in block.marks or block.kind is _CAPTION
