"""Leave out of a selector what no class of a page can fit: each part is a look at all classes."""

import re
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

#: A part that begins with a word which an element's class has somewhere.
_BY_WORD = re.compile(r'[a-z]*\[class[*~]="([^"\\]+)"(?: i)?\]')


def class_words(tree: LexborHTMLParser) -> str:
    """All that the classes of a page say, in small letters, each once."""
    given = {node.attributes.get("class") for node in tree.css("[class]")}
    return "\n".join(filter(None, given)).lower()


def fitting_parts(selector: str, words: str) -> str:
    """The selector without the parts that name a word which no class has."""
    return ", ".join(part for part, word in _parts(selector) if word in words)


@lru_cache(maxsize=64)
def _parts(selector: str) -> tuple[tuple[str, str], ...]:
    """The parts of a selector, none of which has a comma, each with the word that it needs."""
    named = ((part, _BY_WORD.match(part)) for part in selector.split(", "))
    return tuple((part, found[1].lower() if found else "") for part, found in named)
