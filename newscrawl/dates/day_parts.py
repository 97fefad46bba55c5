"""The names of the parts of a day in any language, as the Unicode consortium collects them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from newscrawl.dates.months import LANGUAGES, TOUCHING, locale_of, script_of
from newscrawl.dates.plain_digits import key

#: Names of so many letters are printed with points between them.
_SHORT = 3
#: What stands between the letters of a name.
_MARKS = re.compile(r"[.'’]")
#: Hours of a part of the day, from and before, by what the consortium calls it.
_PARTS = {"am": (0, 12), "pm": (12, 24), "midnight": (0, 1), "noon": (12, 13)}
_HALVES = frozenset((_PARTS["am"], _PARTS["pm"]))
_USUAL = {"morning": (0, 12), "afternoon": (12, 18), "evening": (18, 24), "night": (18, 30)}
#: Parts of a day that stand in no such collection, or in other words: language → part → words.
_MORE_PARTS = {
    "sr": {"am": "пре_подне преподне", "pm": "po_podne"},
    "zh": {"am": "早晨", "pm": "傍晚", "night": "晚上 夜间 夜間 深夜 晚"},
    "ja": {"night": "深夜"},
    "ko": {"am": "새벽"},
    "hi": {"am": "पूर्वाह्न", "pm": "अपराह्न", "night": "रात्रि"},
    "bn": {"am": "পূর্বাহ্ন পূর্বাহ্ণ", "pm": "বিকেল অপরাহ্ন অপরাহ্ণ", "night": "রাত"},
    "mr": {"am": "पहाटे सकाळी", "pm": "दुपारी सायंकाळी संध्याकाळी संध्या", "night": "रात्री"},
    "ne": {"pm": "दिउँसो बेलुका", "night": "राति"},
    "pa": {"am": "ਪੂ_ਦੁ ਸਵੇਰ", "pm": "ਬਾ_ਦੁ ਦੁਪਹਿਰ"},
    "kn": {"am": "ಪೂರ್ವಾಹ್ನ", "pm": "ಅಪರಾಹ್ನ"},
    "th": {"night": "คืน"},
    "lv": {"am": "priekšpusd"},
    "he": {"am": "לפנה״צ"},
}
Part = tuple[int, int]


@lru_cache(256)
def parts_of_day(language: str | None, script: str) -> tuple[dict[str, Part], str]:
    """Hours by the name of a part of the day, and a pattern that finds such a name."""
    near = LANGUAGES.get(script, "").split()[: 1 if script == "LATIN" else 4]
    named = [part for each in (language, *near, "en") for part in _parts(each)]
    # "مساءً" is the half of the day, and the evening: the half says less, and is never wrong.
    named.sort(key=lambda each: each[1] not in _HALVES)
    found: dict[str, Part] = {}
    for word, hours in named:
        found.setdefault(word.replace(" ", ""), hours)
    words = sorted({word for word, _ in named}, key=len, reverse=True)
    return found, "|".join(map(_loose, words))


def _loose(name: str) -> str:
    """A pattern for a name, with the points and spaces that short ones are printed with."""
    if len(name) <= _SHORT or script_of(name) in ("ARABIC", "HEBREW"):
        spelled = r"[.\s\"״]{0,2}".join(re.escape(char) for char in name if char != " ")
    else:
        spelled = r"[.'’\s]+".join(map(re.escape, name.split()))
    return spelled if _touches(name) else rf"(?<![^\W_\d]){spelled}(?![^\W_\d])\.?"


def _touches(name: str) -> bool:
    """Whether nothing parts a name from what it stands beside."""
    return script_of(name) in {*TOUCHING, "CJK", "HANGUL"}


def _parts(language: str | None) -> Iterator[tuple[str, Part]]:
    locale = locale_of(language)
    if locale is None:
        return
    for called, words in _MORE_PARTS.get(locale.language, {}).items():
        for word in words.split():
            yield key(word.replace("_", " ")), {**_PARTS, **_USUAL}[called]
    rules = locale.day_period_rules.get(None, {})
    for style in locale.day_periods.values():
        for names in style.values():
            for part, name in names.items():
                word = key(" ".join(_MARKS.sub(" ", name).split()))
                # A letter of an alphabet is many things; a character is a word.
                if len(word) > 1 or (
                    word and (part in ("am", "pm") or _touches(word)) and not word.isascii()
                ):
                    yield word, _hours(part, rules)


def _hours(part: str, rules: dict[str, list[dict[str, int]]]) -> Part:
    # A morning begins at four or six, and one o'clock of it is no afternoon.
    part = "am" if part.startswith("morning") else part
    if part in _PARTS:
        return _PARTS[part]
    rule = (rules.get(part) or [{}])[0]
    if "from" not in rule:
        return _USUAL.get(part.rstrip("12"), (0, 24))
    begins, ends = rule["from"] // 3600, rule["before"] // 3600
    return begins, ends if ends > begins else ends + 24
