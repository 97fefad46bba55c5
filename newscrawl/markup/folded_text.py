"""Fold the white space of a text, as it is shown: in Chinese and Japanese a line's end is none."""

import re

#: Stands for ``<br>``; white space, so that it vanishes where only one paragraph is left.
BREAK = "\x1e"
_SIGNS = "\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f"
_SIGN = re.compile(f"[{_SIGNS}]")
#: The source's line ends between two signs; a line that is broken behind a comma goes on.
_BROKEN = re.compile(
    rf"(?<=[{_SIGNS}])[ \t\r]*\n[ \t\r\n]*(?=[{_SIGNS}])|(?<=[、，])[\s\x1e]+(?=[{_SIGNS}])"
)
#: What hints where a word may be broken, marks of byte order, and what stands for a lost picture.
_HINTS = re.compile("[\u00ad\u2060\ufeff\ufffc]")
#: It parts words in scripts that show no spaces.
_NO_WIDTH = "\u200b"
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def folded(text: str) -> str:
    """The text in one line, without what nobody sees in it."""
    if not text.isascii():
        text = _HINTS.sub("", text)
        if _NO_WIDTH in text and not _UNSPACED.search(text):
            text = text.replace(_NO_WIDTH, "")
        if ("\n" in text or BREAK in text) and _SIGN.search(text):
            text = _BROKEN.sub("", text.strip())
    return " ".join(text.split())
