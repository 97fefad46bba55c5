"""Find the data in a page's scripts and attributes, in whatever form its framework sends it."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import unquote

from newscrawl.page import Page

#: Scripts that hold data: JSON alone, or assigned to a variable.
_SCRIPTS = 'script[type="application/json"], script#__NEXT_DATA__, script#__NUXT_DATA__'
# White space is bounded, and a text may have no end: else each start is looked at to the end.
_ASSIGNED = re.compile(
    r"(?:^|[;\n}])\s{0,40}+(?:(?:var|let|const)\s{1,40}+)?[\w$]{1,60}"
    r"(?:\.[\w$]{1,60}|\[\"[^\"]{1,60}\"\]){0,4}+\s{0,40}+=\s{0,40}+"
    r"(?:JSON\.parse\(\s{0,40}+(?=\")|(?=[{\[]))"
)
#: The texts of a program, in any of its quotation marks. Each ends where it is given up, also at a
#: sign that nothing is behind: else each mark in it would begin one more.
_LITERAL = re.compile(
    r'"(?:[^"\\\n]|\\(?:.|\Z))*+(?:"|\n|\Z)'
    r"|'(?:[^'\\\n]|\\(?:.|\Z))*+(?:'|\n|\Z)"
    r"|`(?:[^`\\]|\\(?:.|\Z))*+(?:`|\Z)",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)|\"", re.DOTALL)
#: How Angular writes what would end a script.
_ANGULAR = {"&q;": '"', "&s;": "'", "&l;": "<", "&g;": ">", "&a;": "&"}
_ANGULAR_SIGN = re.compile("|".join(_ANGULAR))
#: Values of one script, elements and characters of data that are looked at.
_MOST_ASSIGNED, _MOST_ELEMENTS, _LARGEST = 20, 5_000, 4_000_000
#: A value of fewer characters holds no article.
_LEAST = 250
#: What a Next.js page pushes: pieces of one text, whose rows are an id and a value each.
_PUSHED = re.compile(
    r"^\s*(?:self|window|\(self\.__next_f=self\.__next_f\|\|\[\]\))(?:\.__next_f)?\.push\(\s*(?=\[)"
)
_ROW = re.compile(rb"[0-9a-f]{1,6}:(?:T([0-9a-f]{1,6}),)?")
_DECODER = json.JSONDecoder(strict=False)


def values_of(page: Page) -> Iterator[Any]:
    """The values of the scripts and attributes that hold data."""
    pushed = ""
    for script in page.tree.css("script"):
        text = script.text()
        if _PUSHED.match(text) and len(pushed) < _LARGEST:
            pushed += _pushed(text)
            continue
        if len(text) <= _LARGEST:
            yield from _values_in(text, is_data=script.css_matches(_SCRIPTS))
    if pushed:
        yield list(_rows(pushed.encode("utf-8", "replace")))
    for node in page.tree.css("body *")[:_MOST_ELEMENTS]:
        for value in node.attributes.values():
            if value and len(value) >= _LEAST and (found := json_in(value)) is not None:
                yield found


def literals_of(page: Page) -> list[str]:
    """The long texts within programs."""
    scripts = (script.text()[:_LARGEST] for script in page.tree.css("script"))
    found = (literal[0] for text in scripts for literal in _LITERAL.finditer(text))
    return [text for each in found if len(each) >= _LEAST and (text := _text_of(each))]


def json_in(text: str) -> Any:
    """The value that a text is the JSON of; None where it is none."""
    if len(text) < _LEAST or text.lstrip()[:1] not in ("{", "["):
        return None
    try:
        return _DECODER.decode(text)
    except (ValueError, RecursionError):
        return None


def _values_in(text: str, *, is_data: bool) -> Iterator[Any]:
    """The value that a script is, or those that its first statements give to names."""
    if is_data and "&q;" in text:
        text = _ANGULAR_SIGN.sub(lambda found: _ANGULAR[found[0]], text)
    begun = islice(_ASSIGNED.finditer(text), _MOST_ASSIGNED)
    starts = [len(text) - len(text.lstrip())] if is_data else [found.end() for found in begun]
    for start in starts:
        try:
            value = _DECODER.raw_decode(text, start)[0]
            # JSON within a text of JavaScript.
            yield _DECODER.raw_decode(value)[0] if isinstance(value, str) else value
        except (ValueError, RecursionError):
            continue


def _text_of(literal: str) -> str | None:
    """What a text in a program says."""
    inner = literal[1:-1] if literal[0] != '"' else ""
    written = f'"{_ESCAPED.sub(_as_json, inner)}"' if inner else literal
    try:
        text = str(_DECODER.decode(written))
    except ValueError:
        return None
    return unquote(text) if "%20" in text or "%22" in text else text


def _as_json(escaped: re.Match[str]) -> str:
    sign = escaped[1]
    if sign is None:
        return '\\"'
    return escaped[0] if sign in '"\\/bfnrtu' else sign


def _pushed(text: str) -> str:
    """The piece of text in a push: its second value, where it is one."""
    try:
        values = _DECODER.raw_decode(_PUSHED.sub("", text))[0]
    except (ValueError, RecursionError):
        return ""
    piece = values[1] if isinstance(values, list) and len(values) > 1 else ""
    return piece if isinstance(piece, str) else ""


def _rows(data: bytes) -> Iterator[Any]:
    """The values of the rows: a text says how many bytes it has, others end with their line."""
    at = 0
    while at < len(data):
        begun = _ROW.match(data, at)
        start = begun.end() if begun else at
        if begun and begun[1]:
            at = start + int(begun[1], 16)
            yield data[start:at].decode("utf-8", "replace")
            continue
        end = data.find(b"\n", start)
        at = end + 1 if end >= 0 else len(data)
        if not data[start:at].isspace():
            yield _value(data[start:at].decode("utf-8", "replace"))


def _value(row: str) -> Any:
    """A value, or the text itself where a row is one."""
    try:
        return _DECODER.raw_decode(row)[0]
    except (ValueError, RecursionError):
        return row
