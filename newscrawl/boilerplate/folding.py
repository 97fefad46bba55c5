"""How a rule sees a line: typography folded, so that one pattern fits all its spellings."""

import re

from newscrawl.short_memory import remembered

_FOLDED = {
    **dict.fromkeys("‘’‛ʼ", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("–—‑−", "-"),
    "…": "...",
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}
#: Characters of a text that is worth remembering: paragraphs have fewer.
_LONGEST_REMEMBERED = 10_000
_LETTERS = re.compile(r"[^\W_]+")


def letters(text: str) -> str:
    """The letters and figures of a text in small, by which it is known again."""
    return "".join(_LETTERS.findall(text)).lower()


@remembered(1024, _LONGEST_REMEMBERED)
def fold(text: str) -> str:
    """The text with plain quotes, dashes and single spaces; invisible characters are dropped.

    The texts of a page are folded for its rules, and again for its hashes: hence the cache.
    """
    if not text.isascii():
        # A few searches of the whole text cost a tenth of a look at each of its letters.
        for spelling, plain in _FOLDED.items():
            if spelling in text:
                text = text.replace(spelling, plain)
    return " ".join(text.split())
