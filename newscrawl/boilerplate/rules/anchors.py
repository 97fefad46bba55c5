"""Names that are made of a heading's words: ids of sections, which tell nothing of a box."""

import re
from collections.abc import Sequence
from functools import lru_cache

from newscrawl.article import Block, BlockKind

#: Letters of a heading that no class name has by chance.
_TELLING_HEADING = 12
#: A heading of more was left open: no id is made of it.
_LONGEST_HEADING = 500
_NO_LETTER = re.compile(r"[\W_]+")
#: To name a member of an enumeration is slow.
_HEADING = BlockKind.HEADING


def anchors_of(blocks: Sequence[Block]) -> frozenset[str]:
    """The marks that repeat the words of a heading below them, as ids of sections do."""
    heads = {(block.text, block.marks) for block in blocks if block.kind is _HEADING}
    return frozenset(mark for text, marks in heads for mark in marks if is_anchor(mark, text))


def is_anchor(mark: str, heading: str) -> bool:
    """Whether a mark is made of a heading's words, with a number perhaps."""
    if len(heading) > _LONGEST_HEADING:
        return False
    letters, said = _letters(mark), _letters(heading)
    return letters in said or (len(said) >= _TELLING_HEADING and said in letters)


@lru_cache(maxsize=65536)
def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text).lower()
