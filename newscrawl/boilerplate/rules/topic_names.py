"""Names that say what a part of a story is about, with a word that boxes are called by, too."""

import re
from collections.abc import Sequence

from newscrawl.article import LINK_MARK, Block, BlockKind
from newscrawl.boilerplate.appeals.appeals import asks, has_own_voice
from newscrawl.short_memory import remembered

#: What a text says of itself is no topic.
_ITSELF = frozenset(
    "article author body content info main more news page post read reader site story text".split()
)
#: Letters of a word that tells something, at least; of a name, of which the rest is not looked at.
_LETTERS, _LONGEST = 3, 200
#: A sentence of so many characters is told.
_TOLD = 80
#: How sentences end.
ENDS = (".", "!", "?", "。")


def topics_among(marks: frozenset[str], blocks: Sequence[Block]) -> frozenset[str]:
    """Those of the marks that name a topic of the text, and under which a story is told.

    That is, of whose words the text elsewhere speaks, and without links, in sentences, and without
    asking for anything. What a theme calls its boxes no text speaks of.
    """
    return frozenset(
        mark for mark in marks if (words := _words(mark)) and _is_told(mark, words, blocks)
    )


@remembered(4096, _LONGEST)
def _words(mark: str) -> tuple[str, ...]:
    """The words of a mark that has two that tell something; else none."""
    words = [word.lower() for word in re.findall(r"[A-Z]?[a-z]+", mark[:_LONGEST])]
    telling = {word for word in words if len(word) >= _LETTERS and word not in _ITSELF}
    return tuple(words) if len(telling) > 1 else ()


def _is_told(mark: str, words: Sequence[str], blocks: Sequence[Block]) -> bool:
    below = [b for b in blocks if mark in b.marks]
    told = [b.text for b in below if b.kind is BlockKind.PARAGRAPH]
    if any(LINK_MARK in b.marks for b in below) or not any(
        len(text) >= _TOLD and text.endswith(ENDS) for text in told
    ):
        return False
    elsewhere = " ".join(b.text for b in blocks if mark not in b.marks).lower()
    is_said = all(re.search(rf"\b{word}(?:e?s)?\b", elsewhere) for word in words)
    return is_said and not any(asks(text) or has_own_voice(text) for text in told)
