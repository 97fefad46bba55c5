"""Bring what is printed in other scripts into the digits and letters that patterns know."""

import re
import unicodedata

from newscrawl.short_memory import remembered

#: Marks that spellings have or lack: accents, Arabic and Indic points, and what is not seen.
_MARKS = re.compile(
    "[\u0300-\u036f\u064b-\u065f\u0670\u0640\u093c\u09bc\u0a3c"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
#: Characters of a text that is worth remembering.
_LONGEST_REMEMBERED = 1_000
#: Letters that are typed for each other.
_ALIKE = str.maketrans("ıيىك", "iییک") | dict(
    zip(map(ord, "ൺൻർൽൾൿ"), "ണ് ന് ര് ല് ള് ക്".split(), strict=True)
)
#: What is printed for a hyphen: one that breaks no line, a minus, a dash between digits.
_HYPHENS = re.compile(r"[\u2010\u2011−]|(?<=\d)[–—](?=\d\d?[–—]\d)|(?<=\d[–—]\d\d)[–—](?=\d)")
_DIGIT = re.compile(r"[^\D0-9]")
_COUNTED = re.compile("([〇零一二三四五六七八九十廿卅]+)(?=\\s*[年月日號号時时點点分])")
_ONES = {char: number for number, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_TENS = {"十": 10, "廿": 20, "卅": 30}
#: The year before the first of each era that East Asia counts by.
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_ERA = re.compile(rf"({'|'.join(_ERAS)})\s*(\d{{1,3}}|元)\s*(?=年|[./-]\s?\d)")


@remembered(4096, _LONGEST_REMEMBERED)
def plain(text: str) -> str:
    """The text with ASCII digits, letters without marks, and one sort of space."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text)
    text = unicodedata.normalize("NFC", _MARKS.sub("", letters)).translate(_ALIKE)
    text = _DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), text)
    text = _COUNTED.sub(lambda found: _counted(found[1]), _HYPHENS.sub("-", text))
    return _ERA.sub(_western, text)


def _counted(numeral: str) -> str:
    """A number in Chinese characters: digit by digit, or with the tens named."""
    if not _TENS.keys() & set(numeral):
        return "".join(str(_ONES[char]) for char in numeral)
    total = 0
    for char in numeral:
        if char in _TENS:
            total = (total or 1) * 10 if char == "十" else total + _TENS[char]
        else:
            total += _ONES[char]
    return str(total)


def _western(found: re.Match[str]) -> str:
    return str(_ERAS[found[1]] + (1 if found[2] == "元" else int(found[2])))


def key(word: str) -> str:
    """What a word is looked up by: without case, marks, points and apostrophes."""
    return re.sub(r"[.'’ʼʻ\"״]", "", plain(word)).casefold()
