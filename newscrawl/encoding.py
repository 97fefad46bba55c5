"""Read bytes as text: in the encoding that they name, else in the one they look written in."""

import re
from functools import lru_cache

from w3lib.encoding import html_body_declared_encoding, html_to_unicode, resolve_encoding

#: The letters that are most of any text, by encoding, and the share of the text's letters beyond
#: ASCII that they make up.
_COMMON: dict[str, tuple[str, float]] = {
    "cp1251": ("оеаинтсрвлкмдпуяыьгзіїєґ", 0.85),
    "koi8-u": ("оеаинтсрвлкмдпуяыьгзіїєґ", 0.85),
    "iso8859-5": ("оеаинтсрвлкмдпуяыьгз", 0.85),
    "cp866": ("оеаинтсрвлкмдпуяыьгз", 0.85),
    "cp1252": ("éèàüöäßçñóáíêôåøæœãõúùìòëïîûâ’‘“”–—«»…·°€", 0.9),
    "cp1250": ("ąęłśżźćńóěščřžýáíéúůďťňőűöüäôăâîșțşţđ„”“–’…", 0.9),
    "cp1253": ("αοειντσηρπκμλςυάίόέήύώδθγφχβ", 0.85),
    "cp1254": ("ışğüöçİâ’“”–…", 0.9),
    "cp1255": ("יוהלאבתרמשנםקדחעפכטגןצ", 0.85),
    "cp1256": ("اليمونرتبةعدفهسكقحجأىخش،", 0.85),
    "cp1257": ("āēīšūžķļņģčąęėįųõäöü„“–", 0.9),
    "gb18030": ("的一是在不了有和人这中大为上个国我以要他时来用们到作年，。、", 0.15),
    "big5": ("的一是在不了有和人這中大為上個國我以要他時來用們到作年，。、", 0.15),
    "shift_jis": ("のにはをたがでとしいてるなあれさんすーくりか、。", 0.3),
    "euc_jp": ("のにはをたがでとしいてるなあれさんすーくりか、。", 0.3),
    "euc_kr": ("이다의는에을가고하지로한은기사도를서어대인", 0.2),
}
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_TEXT = re.compile(rb">([^<>]++)<")
#: Encodings of Latin letters: there, those beyond ASCII stand between plain ones.
_LATIN = frozenset({"cp1252", "cp1250", "cp1254", "cp1257"})
_RUN = re.compile(r"[^\W\x00-\x7f]{3,}")
_LETTERS = re.compile(r"[^\x00-\xa0]")
_HIGH = re.compile(rb"[\x80-\xff]")
#: Fewer letters beyond ASCII tell nothing: an encoding that is not the usual default is believed.
_FEW = 60
#: Bytes that are read to tell the encoding.
_ENOUGH = 20_000
#: What a likely encoding reaches, where 1 is a usual text; what is below half of it is no text.
_LIKELY = 0.75
_UNLIKELY = 0.5
_MOST = 2.0
#: What was named is believed where nothing is likelier by more than this.
_MARGIN = 0.1
_MOST_IN_RUNS, _FEWEST_IN_RUNS = 0.3, 0.5
_BOMLESS = {b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}


def declared_charset(content_type: bytes) -> str | None:
    """The charset in a Content-Type header, as it is spelled there."""
    found = _CHARSET.search(content_type)
    return found[1].decode("ascii", "replace") if found else None


def guessed_encoding(html: bytes, named: str) -> str | None:
    """The encoding that the bytes look written in, or None where what was named does as well.

    ``html`` is no UTF-8. Letters tell: of the wrong encoding's, few are common ones.
    """
    wide = _BOMLESS.get(html.lstrip(b" \r\n\t")[:2])
    if wide:
        return wide
    texts = filter(_HIGH.search, _TEXT.findall(html[: 20 * _ENOUGH]))
    sample = b" ".join(texts)[:_ENOUGH] or html[:_ENOUGH]
    is_telling = named in _COMMON and named not in _LATIN
    if is_telling and len(_HIGH.findall(sample)) < _FEW and _is_clean(sample, named):
        return None
    found = {name: _likeness(sample, name) for name in _COMMON}
    best = max(found, key=lambda name: found[name])
    ours = found.get(named, _UNLIKELY if named.startswith(("iso8859", "windows")) else 0.0)
    return best if found[best] >= _LIKELY and found[best] > ours + _MARGIN else None


def _is_clean(sample: bytes, name: str) -> bool:
    return "\ufffd" not in sample.decode(name, "replace")


def _likeness(sample: bytes, name: str) -> float:
    """The share of common letters among the letters, 1 for a usual text; 0 if it has errors."""
    common, usual = _COMMON[name]
    # The sample may be cut within a letter.
    text = sample.decode(name, "replace")
    letters = _LETTERS.findall(text)
    if not letters or text.count("\ufffd") * 50 > len(letters):
        return 0.0
    in_runs = sum(map(len, _RUN.findall(text))) / len(letters)
    if in_runs > _MOST_IN_RUNS if name in _LATIN else in_runs < _FEWEST_IN_RUNS:
        return 0.0
    share = sum(map(text.count, set(common))) / len(letters)
    return min(share / usual, _MOST) * (1 - text.count("\ufffd") / len(letters))


_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOMS = (b"\xef\xbb\xbf", *_UTF16)
#: Encodings in which ASCII means ASCII.
_PLAIN = re.compile(r"utf-8$|cp125\d$|iso8859|koi8")
#: What the wrong encoding leaves: no page prints these.
_DAMAGE = re.compile("[\ufffd\u0080-\u0084\u0086-\u009f]")
_WIDE = ("utf-16", "utf-32")
#: What all encodings of text leave as it is, but for its first sign, and bytes that none fails for.
_ASCII, _ANY = b"\\u0041 +AGE- &amp; <p>", b"\xff\xfe\x80"


@lru_cache(maxsize=256)
def encoding_named(name: str) -> str | None:
    """The encoding of that name; None where it is unknown, or one of Python's that is of no text.

    Python lists compression, hexadecimal digits and host names among its encodings.
    """
    found = resolve_encoding(name)
    if found is None or found.startswith(_WIDE):
        return found
    try:
        _ANY.decode(found, "replace")
        return found if _ASCII.decode(found, "replace")[1:] == _ASCII[1:].decode() else None
    except (LookupError, UnicodeError):
        return None


def decoded(html: bytes, declared: str | None) -> tuple[str, str]:
    """The encoding and the text; where the server's word does not hold, the page's own is tried.

    Bytes that are UTF-8 throughout are UTF-8 whatever anybody says: no other text looks so.
    """
    own = encoding_named(html_body_declared_encoding(html) or "") or _detect(html) or "utf-8"
    named = [name for name in (encoding_named(declared or ""), own) if name]
    tried = [html_to_unicode(f"text/html; charset={name}", html) for name in named]
    encoding, text = min(tried, key=lambda found: damage(found[1]))
    if html[:2] not in _UTF16 and encoding != "utf-8" and not html.isascii() and _detect(html):
        return "utf-8", html.decode("utf-8-sig")
    if html[:2] in _UTF16 or (_detect(html) and b"\0" not in html[:64]):
        return encoding, text
    guessed = guessed_encoding(html, encoding)
    return (guessed, html.decode(guessed, "replace")) if guessed else (encoding, text)


def is_utf8(html: bytes, declared: str | None) -> bool:
    """Whether the bytes can be parsed as they are, which saves decoding and encoding again.

    Bytes that are UTF-8 throughout are UTF-8 whatever anybody says, unless they may stand for
    others, as those of UTF-7 do.
    """
    if html.startswith(_BOMS) or b"\0" in html[:64] or not _detect(html):
        return False
    named = declared or html_body_declared_encoding(html[:4096])
    if not html.isascii() or not named:
        return encoding_named(named or "") == "utf-8" or not _may_be_damaged(html)
    return _PLAIN.match(encoding_named(named) or "") is not None


def damage(text: str) -> int:
    return len(_DAMAGE.findall(text))


def _may_be_damaged(html: bytes) -> bool:
    """Whether UTF-8 may hold so much damage that it is no text: the bytes of it are counted."""
    return (html.count(b"\xef\xbf\xbd") + html.count(b"\xc2")) * 80 > len(html)


def _detect(html: bytes) -> str | None:
    try:
        html.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"
