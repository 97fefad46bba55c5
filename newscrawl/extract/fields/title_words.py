"""The words of a title or a headline, in all scripts, and the parts of a title."""

import re
from collections.abc import Iterator
from functools import lru_cache

#: Signs of scripts that part no words: Thai, Lao, Burmese and Khmer, Chinese and Japanese.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_SEPARATORS = tuple(
    f" {sign} " for sign in "- – — | :: · / » • ‹ « : ~ // < > * ⋆ › ■ ● ◆ ► ┃".split()
)
#: What parts titles, with spaces; without them where a script has none, or where no text has it.
SEPARATOR = re.compile(
    "|".join(map(re.escape, _SEPARATORS))
    + rf"|\s?[_＿｜丨│¦|]\s?|\s?[－—–‐-]\s?(?=[{_UNSPACED}])|(?<=[{_UNSPACED}])\s?[－—–‐-]\s?"
)
#: Characters of a headline that are compared: a damaged one swallows the page.
LONGEST = 2_000
#: Signs that belong to the letter before them: accents, points, the vowels of India.
_ON_LETTERS = "\u0300-\u036f\u0591-\u05bd\u064b-\u0652\u0900-\u0963\u0966-\u0dff"
#: Two signs in a row stand for a word where none are parted.
_RUN = re.compile(rf"[{_UNSPACED}]+|(?:[^\W_{_UNSPACED}]|[{_ON_LETTERS}])+")
#: Of the alphabets among them, a word has more.
_OF_ALPHABET, _LETTERS_OF_A_WORD = re.compile("[\u0e00-\u17ff]"), 5
UNSPACED_SIGN = re.compile(f"[{_UNSPACED}]")
_SIGNS_OF_A_WORD = 2


def set_of_words(given: str) -> frozenset[str]:
    return _words_of(given[:LONGEST])


@lru_cache(maxsize=64)
def _words_of(given: str) -> frozenset[str]:
    """Remembered, since each heading of a page is compared with all that the page is called."""
    return frozenset(
        word
        for run in _RUN.findall(given.casefold())
        for word in (_pairs(run) if UNSPACED_SIGN.match(run) else (run,))
    )


def _pairs(run: str) -> Iterator[str]:
    return (run[at : at + _SIGNS_OF_A_WORD] for at in range(max(len(run) - 1, 1)))


def words_in(given: str) -> int:
    """How many words a line has; where a script parts none, two signs stand for one, or five."""
    return sum(map(_words_of_run, _RUN.findall(given[:LONGEST])))


def _words_of_run(run: str) -> int:
    if not UNSPACED_SIGN.match(run):
        return 1
    return -(-len(run) // (_LETTERS_OF_A_WORD if _OF_ALPHABET.match(run) else _SIGNS_OF_A_WORD))


def title_parts(title: str) -> list[str]:
    """The parts of a title such as "The story | The Paper", as they stand there."""
    return list(_parts_of(title[:LONGEST]))


@lru_cache(maxsize=64)
def _parts_of(title: str) -> tuple[str, ...]:
    return tuple(SEPARATOR.split(title))
