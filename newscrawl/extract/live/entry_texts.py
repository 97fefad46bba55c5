"""Find which blocks of an article are those of an entry of a live blog."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from newscrawl.article import BODY_KINDS, Block, BlockKind
from newscrawl.boilerplate.folding import fold
from newscrawl.extract.body.blocks import blocks_in
from newscrawl.outlet import ClaimedEntry
from newscrawl.page import Page

#: A block is looked for by so many of its first letters; one that has fewer, behind another.
_HEAD = 16
#: Blocks that begin alike, at most.
_MOST_ALIKE = 20
#: An entry is in the article's text where blocks have this share of its letters.
_BELIEVED = 0.8
#: Where an entry's element holds what it says, that is this share of its letters at least.
_MOST_OF_IT = 0.6
_NO_LETTER = re.compile(r"\W+")
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,500}>")


class EntryTexts:
    """The blocks of a page, which each go to one entry, and those that its data adds."""

    def __init__(self, page: Page, blocks: Sequence[Block]) -> None:
        self.blocks = list(blocks)
        self.own: list[Block] = []
        self._url, self._claimed = page.url, set[int]()
        self._letters = list[str]()
        self._by_mark: dict[str, list[int]] = defaultdict(list)
        self._by_head: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for at, block in enumerate(blocks):
            for mark in block.marks:
                self._by_mark[mark].append(at)
            letters = _letters(block.text) if block.kind in BODY_KINDS else ""
            self._letters.append(letters)
            alike = self._by_head[letters[:_HEAD]]
            if len(letters) >= _HEAD and len(alike) < _MOST_ALIKE:
                alike.append((letters, at))

    def of(self, claim: ClaimedEntry) -> tuple[int, ...]:
        """The indexes of an entry's blocks: under its mark, else those that say what it says.

        Where none do, blocks of its own are made, which stand behind all others.
        """
        at = self._marked(claim) or self._saying(claim.text or "")
        found = tuple(each for each in at if each not in self._claimed)
        self._claimed.update(found)
        return found or (self._made(claim.text) if claim.text else ())

    def _marked(self, claim: ClaimedEntry) -> list[int]:
        """The blocks under the mark; without lines of its own, such as a time, by what it says."""
        marked = self._by_mark.get(claim.mark or "", [])
        said = set(self._saying(claim.text)) if marked and claim.text else set[int]()
        own = [at for at in marked if at in said]
        is_most = self._length(own) >= _MOST_OF_IT * self._length(marked)
        return own if own and is_most else marked

    def _length(self, places: Sequence[int]) -> int:
        return sum(len(self._letters[at]) for at in places)

    def is_line(self, at: int, line: str | None) -> bool:
        """Whether a block is this line, in whatever typography."""
        return line is not None and fold(self.blocks[at].text).casefold() == fold(line).casefold()

    def _saying(self, text: str) -> list[int]:
        said = _letters(_TAG.sub(" ", text))
        found = dict(self._in(said))
        return sorted(found) if sum(found.values()) >= max(_BELIEVED * len(said), 1) else []

    def _in(self, said: str) -> Iterator[tuple[int, int]]:
        """Blocks that stand in a text, with their lengths, from its start to its end."""
        place, behind = 0, len(self.blocks)
        while place < len(said):
            alike = self._by_head.get(said[place : place + _HEAD], [])
            if behind < len(self._letters):
                alike = [*alike, (self._letters[behind], behind)]
            if not alike:
                place += 1
                continue
            fits = (
                (len(letters), at)
                for letters, at in alike
                if letters and at not in self._claimed and said.startswith(letters, place)
            )
            length, at = max(fits, default=(1, -1))
            if at >= 0:
                yield at, length
                behind = at + 1
            place += length

    def _made(self, text: str) -> tuple[int, ...]:
        if _TAG.search(text):
            body = Page(self._url, text.encode("utf-8", "replace"), declared="utf-8").tree.body
            cut = blocks_in(body) if body is not None else ()
            lines = [block.text for block in cut if block.kind in BODY_KINDS]
        else:
            lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        made = [Block(BlockKind.ENTRY, line) for line in lines]
        start = len(self.blocks)
        self.blocks += made
        self.own += made
        return tuple(range(start, start + len(made)))


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text).casefold()
