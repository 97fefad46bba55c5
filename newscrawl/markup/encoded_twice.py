"""Undo an encoding in UTF-8 of what was UTF-8 already: "für" is "fÃ¼r" then, throughout a page."""

import re

#: What the first sign of such a pair begins with, and the others of it.
_PAIR = re.compile(
    rb"\xc3[\x82-\xb4](?:\xc2[\x80-\xbf]|\xe2[\x80\x82\x84]|[\xc5\xc6\xcb][\x80-\xbf])"
)
#: So many signs are no slip of the pen.
_FEWEST = 3
#: Each sign of windows-1252 for the byte that it stood for; what it leaves out is Latin-1's.
_BYTES = {
    ord(sign): byte
    for byte in range(0x80, 0xA0)
    if (sign := bytes([byte]).decode("cp1252", "ignore"))
}
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def may_be_encoded_twice(html: bytes) -> bool:
    return _PAIR.search(html) is not None


def encoded_once(html: bytes) -> str | None:
    """The text of a page all of whose signs were encoded twice; None of any other.

    A page that tells of such signs, and has others, stays as it is.
    """
    if not may_be_encoded_twice(html):
        return None
    try:
        text = html.decode("utf-8-sig").translate(_BYTES).encode("latin-1").decode("utf-8-sig")
    except UnicodeError:
        return None
    return text if len(_BEYOND_ASCII.findall(text)) >= _FEWEST else None
