"""Undo an encoding in UTF-8 of what was UTF-8 already: "für" is "fÃ¼r" then, throughout a page."""

import codecs
import re

#: What the first sign of such a pair begins with, and the others of it.
_PAIR = re.compile(
    rb"\xc3[\x82-\xb4](?:\xc2[\x80-\xbf]|\xe2[\x80\x82\x84]|[\xc5\xc6\xcb][\x80-\xbf])"
)
#: So many signs are no slip of the pen.
_FEWEST = 3
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_AS_LATIN_1 = f"{__name__}.as_latin_1"


def _as_latin_1(error: UnicodeError) -> tuple[bytes, int]:
    """What windows-1252 leaves out stood for the byte of its own number."""
    assert isinstance(error, UnicodeEncodeError)
    left_out = error.object[error.start : error.end]
    if max(left_out) > "\x9f":
        raise error
    return left_out.encode("latin-1"), error.end


codecs.register_error(_AS_LATIN_1, _as_latin_1)


def may_be_encoded_twice(html: bytes) -> bool:
    return _PAIR.search(html) is not None


def encoded_once(html: bytes) -> str | None:
    """The text of a page all of whose signs were encoded twice; None of any other.

    A page that tells of such signs, and has others, stays as it is.
    """
    if not may_be_encoded_twice(html):
        return None
    try:
        text = html.decode("utf-8-sig").encode("cp1252", _AS_LATIN_1).decode("utf-8-sig")
    except UnicodeError:
        return None
    return text if len(_BEYOND_ASCII.findall(text)) >= _FEWEST else None
