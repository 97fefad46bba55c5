"""Read an article's text from the data of a page that scripts render: the last resort."""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from newscrawl.article import BODY_KINDS, Block, BlockKind
from newscrawl.extract.body.blocks import blocks_in
from newscrawl.extract.fields.json_ld import article_object, strings
from newscrawl.page import Page

#: Scripts that hold data: JSON alone, or assigned to a variable.
_SCRIPTS = 'script[type="application/json"], script#__NEXT_DATA__, script#__NUXT_DATA__'
_ASSIGNED = re.compile(
    r"(?:^|[;\n}])\s*+(?:(?:var|let|const)\s+)?[\w$]{1,60}(?:\.[\w$]{1,60}|\[\"[^\"]{1,60}\"\]){0,4}+"
    r"\s*+=\s*+(?:JSON\.parse\(\s*+(?=\")|(?=[{\[]))"
)
_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)', re.DOTALL)
#: Values of one script that are looked at.
_MOST_ASSIGNED = 20
#: What a Next.js page pushes: pieces of one text, whose rows are an id and a value each.
_PUSHED = re.compile(r"^\s*(?:self|window)\.__next_f\.push\(\s*(?=\[)")
_ROW = re.compile(r"(?:^|\n)[0-9a-f]{1,6}:(?:[A-Z](?:[0-9a-f]{1,6},)?)?")
_DECODER = json.JSONDecoder(strict=False)
#: Characters of data that are read, and values that are looked at.
_LARGEST, _MOST_VALUES = 4_000_000, 200_000
#: A string of fewer characters may be anything; of so many together, an article's text. What is
#: called the article's body is one that is shorter.
_TELLING_LENGTH, _TEXT_LENGTH, _BODY_LENGTH = 60, 250, 80
#: A body of so many characters that no reader sees is the article's where what was read is no more
#: than this share of it, and none of so many samples of it stands on the page.
_HIDDEN_LENGTH, _NOTE_SHARE, _SAMPLES, _SAMPLE = 600, 0.4, 12, 40
#: The text is the innermost value that holds this share of all prose.
_SHARE = 0.6
_SENTENCE = re.compile(r"[.!?…。！？؟।][\"'”’»“)\]]*(?:\s|<|$)")
_HTML = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|blockquote)\b", re.IGNORECASE)
_LINES = re.compile(r"\s*\n\s*")
_NO_LETTER = re.compile(r"<[^<>]{0,500}>|[\W_]+")


class _Value(NamedTuple):
    """A string of the data that is prose, with the containers around it, outermost first."""

    text: str
    path: tuple[int, ...]


def script_blocks(page: Page, told: Sequence[Block]) -> tuple[Block, ...]:
    """The text in JSON-LD or in a script's data where a page shows none of it; else none.

    What readers see is made of it by the page's own script, which alone knows what it shows.
    """
    if told:
        return _unseen_blocks(page, told)
    said = "\n".join(strings(article_object(page).get("articleBody")))
    if len(said) >= _BODY_LENGTH:
        return _blocks(said)
    found = (_prose(data) for data in _data(page))
    longest = max(found, key=_length, default=[])
    if _length(longest) < _TEXT_LENGTH:
        longest = _prose(_literals(page))
    if _length(longest) < _TEXT_LENGTH:
        return ()
    return tuple(block for text in longest for block in _blocks(text))


def _length(texts: Sequence[str]) -> int:
    return sum(map(len, texts))


def _unseen_blocks(page: Page, told: Sequence[Block]) -> tuple[Block, ...]:
    """The text in JSON-LD where it is far longer than what was read, of which it has nothing.

    Then a script shows the article, and what was read is a note beside it. Of an article that
    readers see in part the page has the beginning.
    """
    said = "\n".join(strings(article_object(page).get("articleBody")))
    read = sum(len(block.text) for block in told if block.kind in BODY_KINDS)
    if len(said) < _HIDDEN_LENGTH or read > _NOTE_SHARE * len(said):
        return ()
    body = page.tree.body
    seen = _letters(" ".join(block.text for block in blocks_in(body))) if body else ""
    letters = _letters(said)
    samples = range(0, len(letters) - _SAMPLE, max(1, len(letters) // _SAMPLES))
    return () if any(letters[at : at + _SAMPLE] in seen for at in samples) else _blocks(said)


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text).lower()


def _data(page: Page) -> Iterator[Any]:
    """The values of the scripts that hold data."""
    pushed = ""
    for script in page.tree.css("script"):
        text = script.text()
        if _PUSHED.match(text) and len(pushed) < _LARGEST:
            pushed += _pushed(text)
            continue
        if len(text) <= _LARGEST:
            yield from _values_in(text, is_data=script.css_matches(_SCRIPTS))
    if pushed:
        yield [_row(row) for row in _ROW.split(pushed)]


def _values_in(text: str, *, is_data: bool) -> Iterator[Any]:
    """The value that a script is, or those that its first statements give to names."""
    begun = islice(_ASSIGNED.finditer(text), _MOST_ASSIGNED)
    starts = [len(text) - len(text.lstrip())] if is_data else [found.end() for found in begun]
    for start in starts:
        try:
            value = _DECODER.raw_decode(text, start)[0]
            # JSON within a text of JavaScript.
            yield _DECODER.raw_decode(value)[0] if isinstance(value, str) else value
        except (ValueError, RecursionError):
            continue


def _literals(page: Page) -> list[str]:
    """The long texts within programs."""
    found = []
    for script in page.tree.css("script"):
        for literal in _LITERAL.finditer(script.text()[:_LARGEST]):
            if len(literal[0]) >= _TEXT_LENGTH:
                try:
                    found.append(json.loads(literal[0]))
                except ValueError:
                    continue
    return found


def _pushed(text: str) -> str:
    """The piece of text in a push: its second value, where it is one."""
    try:
        values = _DECODER.raw_decode(_PUSHED.sub("", text))[0]
    except (ValueError, RecursionError):
        return ""
    piece = values[1] if isinstance(values, list) and len(values) > 1 else ""
    return piece if isinstance(piece, str) else ""


def _row(row: str) -> Any:
    """A value, or the text itself where a row is one."""
    try:
        return _DECODER.raw_decode(row)[0]
    except (ValueError, RecursionError):
        return row


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
        if isinstance(value, str):
            is_parted = " " in value or not value.isascii()
            if len(value) >= _TELLING_LENGTH and _SENTENCE.search(value) and is_parted:
                yield _Value(value, path)
            continue
        inner = value.values() if isinstance(value, dict) else value
        if isinstance(value, dict | list) and len(path) < 60:
            below = [(one, (*path, at)) for at, one in enumerate(inner)]
            ahead += reversed(below)


def _blocks(text: str) -> tuple[Block, ...]:
    if _HTML.search(text):
        body = LexborHTMLParser(text).body
        return blocks_in(body) if body else ()
    lines = (" ".join(line.split()) for line in _LINES.split(text))
    return tuple(Block(BlockKind.PARAGRAPH, line) for line in lines if line)
