"""Read an article's text from the data of a page that scripts render: the last resort."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from newscrawl.article import BODY_KINDS, Block, BlockKind
from newscrawl.boilerplate.common.common_rules import WORDS
from newscrawl.boilerplate.rules.rule_types import folded_lines
from newscrawl.extract.body.blocks import blocks_in
from newscrawl.extract.body.json_ld_body import letters_told
from newscrawl.extract.body.script_values import json_in, literals_of, values_of
from newscrawl.extract.fields.json_ld import article_object, strings
from newscrawl.page import Page

#: Values that are looked at, and containers around one.
_MOST_VALUES, _DEEPEST = 200_000, 60
#: Notes of fewer characters are no text; one has so few words and characters, or is not at its end.
_NOTE, _FEW_WORDS, _BRIEF = 40, 2, 20
#: What stands in a page that waits for its article has no more characters.
_FURNITURE = 1_000
#: What the pieces of one paragraph have beside their text: how it is set.
_RUN = frozenset(
    "type text marks bold italic underline code strikethrough detail format mode style "
    "version".split()
)
_RUN_TYPES = (None, "text", "extended-text", "link")
#: A string of fewer characters may be anything; of so many together, an article's text. What is
#: called the article's body is one that is shorter.
_TELLING_LENGTH, _TEXT_LENGTH, _BODY_LENGTH = 60, 250, 80
#: A body of so many characters that no reader sees is the article's where what was read is no more
#: than this share of it, and none of so many samples of it stands on the page.
_HIDDEN_LENGTH, _NOTE_SHARE, _SAMPLES, _SAMPLE = 600, 0.4, 12, 40
#: The text is the innermost value that holds this share of all prose.
_SHARE = 0.6
_SENTENCE = re.compile(r"[.!?…。！？؟।][\"'”’»“)\]]*(?:\s|<|$)")
_HTML = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|blockquote|html|head|meta)\b", re.IGNORECASE)
#: HTML that stands in the data as a text would.
_WRITTEN = re.compile(r"&(?:lt|gt|quot|apos|amp|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
_LINES = re.compile(r"\s*\n\s*")


class _Value(NamedTuple):
    """A string of the data that is prose, with the containers around it, outermost first."""

    text: str
    path: tuple[int, ...]


def script_blocks(page: Page, told: Sequence[Block]) -> tuple[Block, ...]:
    """The text in JSON-LD or in a script's data where a page shows none of it; else none.

    What readers see is made of it by the page's own script, which alone knows what it shows.
    """
    said = "\n".join(strings(article_object(page).get("articleBody")))
    told = _without_furniture(told)
    if not all(map(_is_waiting, told)) or sum(len(block.text) for block in told) >= _NOTE:
        return _unseen_blocks(page, told, said)
    if len(said) >= _BODY_LENGTH:
        return _blocks(said)
    found = (_prose(data) for data in values_of(page))
    longest = max(found, key=_length, default=[])
    if _length(longest) < _TEXT_LENGTH:
        longest = _prose(literals_of(page))
    if _length(longest) < _TEXT_LENGTH:
        return ()
    return tuple(block for text in longest for block in _blocks(text))


def _without_furniture(told: Sequence[Block]) -> Sequence[Block]:
    """The blocks of a short text without those that cleaning would take for their words.

    The footer of a page that a script fills is in the page before its article.
    """
    if not told or _length([block.text for block in told]) > _FURNITURE:
        return told
    lines = folded_lines(told)
    taken = {at for rule in WORDS for at in rule.matches(told, lines)}
    return [block for at, block in enumerate(told) if at not in taken]


def _is_waiting(block: Block) -> bool:
    """Whether it is a heading, or what stands where a text will come: "Loading…", "Please wait"."""
    text = block.text.rstrip()
    is_brief = len(text.split()) <= _FEW_WORDS and len(text) <= _BRIEF and text[-1:] != "。"
    return block.kind not in BODY_KINDS or is_brief or text.endswith(("…", "..."))


def _length(texts: Sequence[str]) -> int:
    return sum(map(len, texts))


def _unseen_blocks(page: Page, told: Sequence[Block], said: str) -> tuple[Block, ...]:
    """What JSON-LD says where it is far longer than what was read, of which it has nothing.

    Then a script shows the article, and what was read is a note beside it. Of an article that
    readers see in part the page has the beginning.
    """
    read = sum(len(block.text) for block in told if block.kind in BODY_KINDS)
    if len(said) < _HIDDEN_LENGTH or read > _NOTE_SHARE * len(said):
        return ()
    body = page.tree.body
    seen = letters_told(" ".join(block.text for block in blocks_in(body))) if body else ""
    own = letters_told(said)
    samples = range(0, len(own) - _SAMPLE, max(1, len(own) // _SAMPLES))
    return () if any(own[at : at + _SAMPLE] in seen for at in samples) else _blocks(said)


def _prose(data: Any) -> list[str]:
    """The prose of the innermost value that holds most of it, each text once, in order."""
    values = list(_values(data))
    mass: dict[tuple[int, ...], int] = {}
    for value in values:
        for depth in range(len(value.path) + 1):
            above = value.path[:depth]
            mass[above] = mass.get(above, 0) + len(value.text)
    enough = _SHARE * mass.get((), 0)
    heavy = max((path for path in mass if mass[path] >= enough), key=len, default=())
    return list(dict.fromkeys(value.text for value in values if value.path[: len(heavy)] == heavy))


def _values(data: Any) -> Iterator[_Value]:
    """All prose in the data; walked without recursion, since nobody bounds how deep it is."""
    ahead: list[tuple[Any, tuple[int, ...]]] = [(data, ())]
    for _ in range(_MOST_VALUES):
        if not ahead:
            return
        value, path = ahead.pop()
        if isinstance(value, str) and (within := json_in(value)) is not None:
            value = within
        elif isinstance(value, list) and _is_run(value):
            value = "".join(piece["text"] for piece in value)
        if isinstance(value, str):
            if _WRITTEN.search(value) and not _HTML.search(value):
                value = unescape(value)
            is_parted = " " in value or not value.isascii()
            if len(value) >= _TELLING_LENGTH and _SENTENCE.search(value) and is_parted:
                yield _Value(value, path)
            continue
        inner = value.values() if isinstance(value, dict) else value
        if isinstance(value, dict | list) and len(path) < _DEEPEST:
            below = [(one, (*path, at)) for at, one in enumerate(inner)]
            ahead += reversed(below)


def _is_run(pieces: list[Any]) -> bool:
    """Whether a list holds the pieces of one paragraph, set differently: not all are sentences."""
    is_set = len(pieces) > 1 and all(
        isinstance(piece, dict)
        and isinstance(piece.get("text"), str)
        and piece.get("type") in _RUN_TYPES
        and _RUN.issuperset(piece)
        for piece in pieces
    )
    return is_set and not all(_SENTENCE.search(piece["text"]) for piece in pieces[:-1])


def _blocks(text: str) -> tuple[Block, ...]:
    if _HTML.search(text):
        body = LexborHTMLParser(text).body
        return blocks_in(body) if body else ()
    lines = (" ".join(line.split()) for line in _LINES.split(text))
    return tuple(Block(BlockKind.PARAGRAPH, line) for line in lines if line)
