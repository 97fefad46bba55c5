"""Put a first letter that stands large, as a picture or in a line of its own, before its word."""

import re
from itertools import islice
from unicodedata import normalize

from selectolax.lexbor import LexborNode

from newscrawl.article import BlockKind
from newscrawl.extract.body.cut import Cut

#: What a large first letter is called, or how it is set.
_NAMED = re.compile(r"drop|\bcap|initial|first|lettrine|float|font-size", re.IGNORECASE)
#: Vowels, and what else is a word in some language: what stands behind may be the next word.
_WORDS = frozenset("AEIOUYÆŒØƏKSVWZАЕИОУЫЭЮЯЄІӘӨҮҰБВЖЗКСΑΕΗΙΟΥΩԱԵԷԸԻՈՕ")
#: Pictures that stand for signs are called so, or say such signs alone.
_SIGN = re.compile(r"emoji|smiley|emoticon", re.IGNORECASE)
_SIGNS = re.compile("[\u200d\ufe0f\u2190-\u2bff\U0001f000-\U0001faff]+")
_LONGEST_SIGN = 12
#: A letter in a line of its own is called so by its element, or by the one around it.
_LEVELS = 2


def is_initial(node: LexborNode, text: str) -> bool:
    """Whether the text of an element that begins a paragraph is its first letter, set large."""
    if not _is_capital(text.strip()):
        return False
    given = node.attributes
    return bool(_NAMED.search(f"{given.get('class') or ''} {given.get('style') or ''}"))


def without_gap(run: list[str], at: int) -> list[str]:
    """As many texts of a line, with what follows the letter there next to it."""
    letter = run[at].strip()
    behind = next((i for i in range(at + 1, len(run)) if run[i].strip()), None)
    if behind is None or _may_be_word(letter) or not run[behind].lstrip()[:1].islower():
        return run
    between = [""] * (behind - at - 1)
    return [*run[:at], letter, *between, run[behind].lstrip(), *run[behind + 1 :]]


def with_initials(cuts: list[Cut]) -> list[Cut]:
    """The cuts, without those that are the first letter of the next."""
    alone = (at for at, cut in enumerate(cuts[:-1]) if len(cut.text) == 1)
    found = [at for at in alone if _is_apart(cuts[at], cuts[at + 1])]
    named = [at for at in found if _is_named(cuts[at])]
    # Of several that nothing calls so each stands before an answer, or the words of a glossary.
    for at in reversed(named or found[: len(found) == 1]):
        letter, behind = cuts[at].text, cuts[at + 1]
        gap = " " if _may_be_word(letter) else ""
        cuts[at : at + 2] = [behind._replace(text=f"{letter}{gap}{behind.text}")]
    return cuts


def said_by(picture: LexborNode) -> str:
    """The sign that a picture in a line stands for: an emoji, a first letter; else nothing."""
    given = picture.attributes
    said = (given.get("alt") or "").strip()
    if not said or len(said) > _LONGEST_SIGN:
        return ""
    is_sign = _SIGNS.fullmatch(said) or _SIGN.search(given.get("class") or "")
    return said if is_sign or is_initial(picture, said) else ""


def _is_apart(letter: Cut, behind: Cut) -> bool:
    is_text = letter.kind is behind.kind is BlockKind.PARAGRAPH
    return is_text and _is_capital(letter.text) and behind.text[:1].islower()


def _is_named(letter: Cut) -> bool:
    around = islice(letter.place.path(), _LEVELS)
    return any(is_initial(place.node, letter.text) for place in around)


def _may_be_word(letter: str) -> bool:
    """Whether a letter, without what stands above it, is a word: "À", "Ô", "Ή"."""
    return normalize("NFD", letter)[0] in _WORDS


def _is_capital(text: str) -> bool:
    return len(text) == 1 and text.isupper()
