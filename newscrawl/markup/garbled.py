"""Tell whether decoded text is written as any language is, or garbled by the wrong encoding."""

import re

_BEYOND = [chr(code) for code in (*range(0xC0, 0x250), *range(0x386, 0x530))]
_SMALL = "".join(filter(str.islower, _BEYOND))
_CAPITAL = "".join(filter(str.isupper, _BEYOND))
#: What no language writes, and the letters of one encoding come out as in another.
_ODD = re.compile(
    # A capital behind a small letter.
    rf"[{_SMALL}][A-Z{_CAPITAL}]|[a-z][{_CAPITAL}]"
    # Signs that never touch a letter, and signs that never stand between two.
    r"|[¶¬¦¤ˇ˘˙¨¯¸˛˝±№][^\W\d_]|[^\W\d_][¶¬¦¤ˇ˘˙¨¯¸˛˝±№]"
    r"|[^\W\d_][¡¢£¥§©ª«®°²³¹º»¼½¾¿×÷€‹›™„‚ƒ‰•][^\W\d_]"
    # Letters of two scripts in one word, or four in a row that Latin has only between others.
    r"|[A-Za-zÀ-ɏ][Ͱ-ӿ֐-ۿ]|[Ͱ-ӿ֐-ۿ][A-Za-zÀ-ɏ]|[À-ɏ]{4}"
    # A lone sign of Chinese or Korean within a Latin word, and signs that are in no alphabet.
    r"|[A-Za-z][㐀-鿿가-힣][A-Za-z]|[\ue000-\uf8ff\uff61-\uff9f\u2500-\u25ff]"
)
_ALL_CAPITALS = re.compile(rf"[{_CAPITAL}]{{3,}}\W*")
#: So many words, and so many of them in capitals alone, are a text whose letters changed places.
_FEWEST, _MOST_CAPITALS = 20, 0.6
#: Signs that are often in any text of Chinese, Japanese or Korean, and their share of so many.
_OFTEN = re.compile("[的一是在不了有和人大中上のにはをたがでといる이다의는에을가고하지]")
_SIGN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_ENOUGH, _LEAST_OFTEN = 60, 0.03
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
#: A letter beyond ASCII.
LETTER = re.compile(r"[^\W\d_\x00-\x7f]")
#: What the wrong encoding leaves: no page prints these.
_DAMAGE = re.compile("[\ufffd\u0080-\u0084\u0086-\u009f\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def damage(text: str) -> int:
    """How many signs are there that no page prints."""
    return len(_DAMAGE.findall(text))


def garbled(text: str) -> float:
    """The share of words beyond ASCII that no language writes: 0 for a usual text, 1 or more."""
    words = [word for word in text.split() if not word.isascii()]
    if not words:
        return 0.0
    odd = sum(1 for word in words if _ODD.search(word))
    capitals = sum(1 for word in words if _ALL_CAPITALS.fullmatch(word))
    signs = len(_SIGN.findall(text))
    if signs >= _ENOUGH and len(_OFTEN.findall(text)) < _LEAST_OFTEN * signs:
        odd += len(words)
    if len(words) >= _FEWEST and capitals > _MOST_CAPITALS * len(words):
        odd += capitals
    return odd / len(words) + damage(text) / len(_BEYOND_ASCII.findall(text))
