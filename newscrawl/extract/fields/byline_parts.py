"""Part the names that stand in one line: commas, and "and" in the languages of news."""

import re
from collections.abc import Iterator
from itertools import pairwise

from newscrawl.extract.fields.byline_places import is_place
from newscrawl.extract.fields.byline_scripts import parted, uncased, unjoined
from newscrawl.extract.fields.byline_words import PARTICLES

#: "And" and "with", which no name has between its words.
_AND = (
    "and plus und sowie et og och ve və va w/ with avec mit con com és și şi oraz iyo eta ir dhe "
    "ja dan kai agus và & + "
    "kaj û àti και и та ва жана және һәм болон ու և եւ და و او اور ו और एवं तथा व आणि र এবং ও ਅਤੇ અને "
    "மற்றும் మరియు ಮತ್ತು സഹ සහ እና และ ແລະ និង နှင့် 및 і й ды און ଓ আৰু ۽"
).split()
#: "And" in one language, and part of a name in another: full names stand around it.
_OR_NAME = "y e i a u un si na".split()
#: "And" in one language, and "in" in another: two names stand around it, and no place.
_OR_PLACE = "in en".split()
_MARK = re.compile(
    r"\s*(?:[,‚;|•،؛、，；／｜ㆍ፣፤\n]|\s::\s|(?<!\s[adsw])/|(?<![lL])·|·(?![lL])|\s[-–—ـ]\s|(?<=[a-zà-ÿ])&(?=[A-ZÀ-Þ][a-zà-ÿ]))\s*"
)


def _any_of(words: list[str]) -> str:
    """In small letters or in capitals alone: "Dan" and "Ja" are names."""
    spelled = dict.fromkeys(each for word in words for each in (word, word.upper()))
    return "|".join(map(re.escape, spelled))


_FIRST_AND = re.compile(rf"^(?:{_any_of(_AND + _OR_NAME)}|And)\s+(?=\S)")
#: "Von und zu" is of one name.
_BETWEEN = re.compile(rf"(?<!\svon)\s(?:{_any_of(_AND)}|And|Und)\s")
_FULL_AHEAD = r"(?=\S+\s+\S)"
_BETWEEN_NAMES = re.compile(rf"\s(?:{_any_of(_OR_NAME)})\s{_FULL_AHEAD}")
_LATIN_AND = frozenset("ye")
_TWO_NAMES = re.compile(
    rf"^(?P<left>\S+(?:\s\S+){{1,3}})\s(?:{'|'.join(_OR_PLACE)})\s(?P<right>\S+(?:\s\S+){{1,3}})$"
)


def parts(line: str) -> Iterator[str]:
    """What stands in a line, name by name, with what stands beside names."""
    for at, piece in enumerate(_MARK.split(line)):
        for part in _BETWEEN.split(_FIRST_AND.sub("", unjoined(piece) if at else piece)):
            if uncased(part):
                yield from parted(part)
            else:
                yield from _names(part)


def is_joined(line: str) -> bool:
    """Whether nothing but "and" parts its names: no place stands behind that."""
    return not _MARK.search(line) and _BETWEEN.search(line) is not None


def says_and(line: str) -> bool:
    return bool(_BETWEEN.search(line) or _BETWEEN_NAMES.search(line))


def follows_and(name: str, line: str) -> bool:
    """Whether a name stands right behind ", and": "Crime and Public Safety" has no comma."""
    each = pairwise(_BETWEEN.split(line))
    return any(left.endswith(",") and right.lstrip().startswith(name) for left, right in each)


def _names(part: str) -> Iterator[str]:
    """The names that a word parts which may be of a name or a place as well."""
    while found := _BETWEEN_NAMES.search(part):
        if len(part[: found.start()].split()) < 2 and found[0].strip() not in _LATIN_AND:
            break
        yield part[: found.start()]
        part = part[found.end() :]
    two = _TWO_NAMES.match(part)
    if two and _may_name(two["left"]) and _may_name(two["right"]):
        yield from (two["left"], two["right"])
        return
    yield part


def _may_name(words: str) -> bool:
    parts = [word for word in words.split() if word not in PARTICLES]
    is_capital = len(parts) > 1 and all(p[0].isupper() and p[-1].isalpha() for p in parts)
    return is_capital and not is_place(words)
