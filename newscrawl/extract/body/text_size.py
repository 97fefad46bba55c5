"""How much a text says, counted in letters: a sign of Chinese or Japanese says more than one."""

import re

_SIGN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def size_of(text: str) -> int:
    """Characters of the text; as many as a translation would have, about, where it has signs."""
    if text.isascii():
        return len(text)
    return len(text) + 3 * len(_SIGN.findall(text)) // 2
