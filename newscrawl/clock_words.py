"""The halves of the day in languages whose news count twelve hours."""

import re

#: The first half and the second, parted by a bar, as they stand before a clock.
_BEFORE = "오전|오후 上午|下午 午前|午後 öö|ös de.|du. पूर्वाह्न|अपराह्न"
#: And behind one.
_BEHIND = "π.μ.|μ.μ. π.μ|μ.μ πμ|μμ ص|م صباحا|مساء ق.ظ|ب.ظ ق.ظ.|ب.ظ. öö|ös"
_CLOCK = r"(\d{1,2})\s*[:时時시点點]\s*(\d{2}(?::\d\d)?)"


def _halves(words: str) -> dict[str, str]:
    pairs = (pair.split("|") for pair in words.split())
    return {word: half for pair in pairs for word, half in zip(pair, ("AM", "PM"), strict=True)}


def _any(words: dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_FIRST, _SECOND = _halves(_BEFORE), _halves(_BEHIND)
_WORD_CLOCK = re.compile(rf"(?<!\w)({_any(_FIRST)})\s*{_CLOCK}(?!\d)", re.IGNORECASE)
_CLOCK_WORD = re.compile(rf"(?<![\d:]){_CLOCK}\s*({_any(_SECOND)})(?!\w)", re.IGNORECASE)


def with_english_halves(printed: str) -> str:
    """The line with AM or PM behind its clock, where another language's word was beside it."""
    printed = _WORD_CLOCK.sub(lambda at: f"{at[2]}:{at[3]} {_FIRST[at[1].lower()]} ", printed)
    return _CLOCK_WORD.sub(lambda at: f"{at[1]}:{at[2]} {_SECOND[at[3].lower()]} ", printed)
