"""Does a text speak to its readers in the outlet's own voice, and does it ask something of them?

Journalism repeats itself too: datelines, standing notes, wire paragraphs. What tells an appeal
from those is that it asks: for money, a subscription, an address, a click. Both are sought
outside quotation marks: what somebody is quoted as asking for is news.
"""

import re
from functools import cache

from newscrawl.boilerplate.appeals.appeals_english import ENGLISH
from newscrawl.boilerplate.appeals.appeals_slavic import POLISH, RUSSIAN, UKRAINIAN
from newscrawl.boilerplate.appeals.appeals_western import (
    FRENCH,
    GERMAN,
    ITALIAN,
    PORTUGUESE,
    SPANISH,
    TURKISH,
)
from newscrawl.boilerplate.appeals.standing_notes import NOTES
from newscrawl.boilerplate.folding import fold

#: What is longer is no appeal: of such a text the beginning is looked at.
_LONGEST = 3000
_QUOTED = re.compile(r'"[^"]{0,600}"')
_ASKING = (
    *(*ENGLISH, *RUSSIAN, *UKRAINIAN, *POLISH, *GERMAN),
    *(*FRENCH, *SPANISH, *ITALIAN, *PORTUGUESE, *TURKISH),
)
_OWN_VOICE = re.compile(
    r"\b(?:we|our|us|you|your|dear (?:readers?|friends?)|thank you|thanks"
    r"|мы|нас|нам|наш\w{0,3}|вы|вас|вам|ваш\w{0,3}|дорогие|уважаемые|спасибо|ми|дякуємо|шановні"
    r"|wir|uns|unser\w{0,2}|(?-i:Sie|Ihnen|Ihre?[rnms]?)|euch|eure?[rnms]?|liebe|danke"
    r"|nous|notre|nos|vous|votre|vos|chers?|merci|nuestr\w+|nosotros|usted|gracias|querid\w+"
    r"|noi|nostr\w+|grazie|nossos?|nossas?|obrigado|my|nasz\w{0,3}|dziękujemy)\b",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """Whether it asks something of its readers, for the outlet."""
    return _any_of(_ASKING).search(_unquoted(text)) is not None


def has_own_voice(text: str) -> bool:
    """Whether it speaks as "we", or to "you"."""
    return _OWN_VOICE.search(_unquoted(text)) is not None


def is_note(text: str) -> bool:
    """Whether it is a standing note of journalism: a correction, a credit, a help line, a label."""
    return _any_of(NOTES).search(_unquoted(text)) is not None and not asks(text)


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Compiled when it is first asked: a process that cleans nothing need not wait for it."""
    return re.compile("|".join(patterns), re.IGNORECASE)


def _unquoted(text: str) -> str:
    return _QUOTED.sub(" ", fold(text[:_LONGEST]))
