"""Names that are made of a heading's words: ids of sections, which tell nothing of a box."""

import re
from collections.abc import Iterable, Sequence

from newscrawl.boilerplate.folding import letters
from newscrawl.short_memory import remembered

#: Letters of a heading that no class name has by chance.
_TELLING_HEADING = 12
#: Words of a heading in a mark, at least, and their share of it: some leave out "the".
_TELLING_WORDS, _SHARE, _WORD = 4, 0.75, re.compile(r"[^\W_]+")
#: A heading of more was left open: no id is made of it.
_LONGEST_HEADING = 500
#: What editors put before the words: "nav_", "toc-".
_PREFIX = re.compile(r"^[^\W_]{1,9}[-_]+")


def anchors_among(
    marks: frozenset[str], headings: Iterable[tuple[str, Sequence[str]]]
) -> frozenset[str]:
    """Those of the marks that repeat the words of a heading below them, as ids of sections do.

    Of a heading its text is given, and all its marks.
    """
    found = ((mark, text) for text, own in headings for mark in marks.intersection(own))
    return frozenset(mark for mark, text in found if _is_anchor(mark, text))


def _is_anchor(mark: str, heading: str) -> bool:
    """Whether a mark is made of a heading's words, with a prefix or a number perhaps."""
    if len(heading) > _LONGEST_HEADING:
        return False
    named, said = _letters(mark), _letters(heading)
    if named in said or (len(said) >= _TELLING_HEADING and said in named):
        return True
    words = set(_WORD.findall(heading.lower()))
    parts = _WORD.findall(mark.lower())
    if len(words.intersection(parts)) >= max(_TELLING_WORDS, _SHARE * len(parts)):
        return True
    behind = _letters(_PREFIX.sub("", mark)).rstrip("0123456789")
    return len(behind) >= _TELLING_HEADING and behind in said


_letters = remembered(65536, _LONGEST_HEADING)(letters)
