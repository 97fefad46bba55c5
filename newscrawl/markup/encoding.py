"""Read bytes as text: in the encoding that they name, else in the one they look written in."""

import re
from collections.abc import Iterator

import webencodings
from w3lib.encoding import html_body_declared_encoding, read_bom, resolve_encoding, to_unicode

from newscrawl.markup.encoded_twice import encoded_once, may_be_encoded_twice
from newscrawl.markup.garbled import LETTER, damage, garbled
from newscrawl.markup.sister_encodings import sister_of
from newscrawl.short_memory import remembered

__all__ = ["damage", "declared_charset", "decoded", "encoding_named", "is_utf8"]

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
#: A charset that stands too far down for the standard, or has a name that Python does not know.
_META = re.compile(
    rb"<(?:meta\s[^<>]*?\bcharset|\?xml\s[^<>]*?\bencoding)\s*=\s*[\"']?\s*([\w.:-]+)",
    re.IGNORECASE,
)
#: Characters of a name that is worth remembering.
_LONGEST_REMEMBERED = 100
_TEXT = re.compile(rb">([^<>]++)<")
_HIGH = re.compile(rb"[\x80-\xff]")
#: Bytes of a page in which its text is looked for, and bytes of text that tell the encoding.
_HEAD, _ENOUGH = 400_000, 20_000
#: What browsers know, and one of DOS: chardet knows dozens more that no page was written in.
_GUESSED = (
    *(f"windows-{number}" for number in (*range(1250, 1259), 874)),
    *(f"iso-8859-{number}" for number in (2, 5, 6, 7, 8, 13, 15, 16)),
    *("koi8-r", "koi8-u", "cp866", "mac-cyrillic"),
    *("gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "cp949"),
    *("ascii", "utf-8"),
)
#: What servers and templates say without having looked: a guess that reads so many letters
#: otherwise is believed instead, and what the page names besides where a guess agrees.
_DEFAULT, _TELLING = "cp1252", 3
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOMS = (b"\xef\xbb\xbf", *_UTF16)
_BOMLESS = {b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
#: Encodings in which ASCII means ASCII.
_PLAIN = re.compile(r"utf-8$|cp125\d$|iso8859|koi8")
_WIDE = ("utf-16", "utf-32")
#: How ISO-2022-JP, which has no byte beyond ASCII, begins its Japanese.
_ESCAPE = b"\x1b$"
#: What all encodings of text leave as it is, but for its first sign, and bytes that none fails for.
_ASCII, _ANY = b"\\u0041 +AGE- &amp; <p>", b"\xff\xfe\x80"
#: Names of the standard that Python has otherwise.
_IN_PYTHON = {
    "iso-8859-8-i": "iso-8859-8",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-user-defined": "windows-1252",
}


def declared_charset(content_type: bytes) -> str | None:
    """The charset in a Content-Type header, as it is spelled there."""
    found = _CHARSET.search(content_type)
    return found[1].decode("ascii", "replace") if found else None


@remembered(256, _LONGEST_REMEMBERED)
def encoding_named(name: str) -> str | None:
    """The encoding that browsers know by that name; None where it is none, or none of text.

    ISO-8859-1 is windows-1252 to them, GB2312 is GB18030. Python lists compression, hexadecimal
    digits and host names among its encodings.
    """
    known = webencodings.lookup(name)
    label = known.name if known and known.name != "replacement" else name
    found = resolve_encoding(_IN_PYTHON.get(label, label))
    if found is None or found.startswith(_WIDE):
        return found
    try:
        _ANY.decode(found, "replace")
        return found if _ASCII.decode(found, "replace")[1:] == _ASCII[1:].decode() else None
    except (LookupError, UnicodeError):
        return None


def decoded(html: bytes, declared: str | None) -> tuple[str, str]:
    """The encoding and the text.

    Bytes that are UTF-8 throughout are UTF-8 whatever anybody says: no other text looks so. Then
    what is named and makes sense of the bytes wins: a byte order mark, the server's word, the
    page's own. Bytes for which none does are read in the encoding that they look written in.
    """
    bom, _ = read_bom(html)
    wide = bom if bom and bom.startswith(_WIDE) else _BOMLESS.get(html.lstrip(b" \r\n\t")[:2])
    if wide:
        return wide, to_unicode(html, wide).removeprefix("\ufeff")
    if not html.isascii() and _detect(html):
        return "utf-8", encoded_once(html) or html.decode("utf-8-sig")
    encoding = _found(html, [bom, *_named(html, declared)])
    return encoding, to_unicode(html, encoding).removeprefix("\ufeff")


def _named(html: bytes, declared: str | None) -> Iterator[str | None]:
    """What the server names, then what the page does: a page that can say so is not UTF-16."""
    yield encoding_named(declared or "")
    own = html_body_declared_encoding(html)
    found = None if own else _META.search(html[:_HEAD])
    yield encoding_named(own or (found[1].decode() if found else ""))


def _found(html: bytes, given: list[str | None]) -> str:
    named = [name for name in given if name and not name.startswith(_WIDE)]
    if html.isascii():
        return "iso2022_jp" if _ESCAPE in html else next(iter(named), "utf-8")
    sample = _sample(html)
    costs = {name: garbled(to_unicode(sample, name)) for name in (*named, "utf-8")}
    sound = next((name for name in named if not costs[name]), None)
    if sound and sound != _DEFAULT:
        return sister_of(sound, sample) or sound
    usual = to_unicode(sample, _DEFAULT)
    if not LETTER.search(usual) and not garbled(usual):
        return _DEFAULT
    guess = _guessed(sample)
    text = to_unicode(sample, guess)
    costs.setdefault(guess, garbled(text))
    if sound:
        others = sum(1 for ours, its in zip(usual, text, strict=False) if ours != its)
        is_told = others >= (1 if guess in named else _TELLING)
        return guess if is_told and not costs[guess] else sound
    return min(costs, key=costs.__getitem__)


def _sample(html: bytes) -> bytes:
    """Text beyond ASCII, without markup; the bytes' beginning where there is none."""
    texts = filter(_HIGH.search, _TEXT.findall(html[:_HEAD]))
    return b"\n".join(texts)[:_ENOUGH] or html[:_ENOUGH]


def _guessed(sample: bytes) -> str:
    # It takes longer to load than all of this module, and few pages need it.
    import chardet

    guess = chardet.detect(sample, include_encodings=_GUESSED)["encoding"]
    return encoding_named(guess or "") or _DEFAULT


def is_utf8(html: bytes, declared: str | None) -> bool:
    """Whether the bytes can be parsed as they are, which saves decoding and encoding again.

    Bytes that are UTF-8 throughout are UTF-8 whatever anybody says, unless they may stand for
    others, as those of UTF-7 do.
    """
    is_ascii = html.isascii()
    if html.startswith(_BOMS) or b"\0" in html[:64] or not (is_ascii or _detect(html)):
        return False
    if not is_ascii and may_be_encoded_twice(html):
        return False
    # One byte is found in a tenth of the time that two take.
    if is_ascii and _ESCAPE[:1] in html and _ESCAPE in html:
        return False
    named = declared or html_body_declared_encoding(html[:4096])
    if not is_ascii or not named:
        return encoding_named(named or "") == "utf-8" or not _may_be_damaged(html)
    return _PLAIN.match(encoding_named(named) or "") is not None


def _may_be_damaged(html: bytes) -> bool:
    """Whether UTF-8 may hold so much damage that it is no text: the bytes of it are counted."""
    return (html.count(b"\xef\xbf\xbd") + html.count(b"\xc2")) * 80 > len(html)


def _detect(html: bytes) -> str | None:
    try:
        html.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"
