"""Read a block of JSON-LD: its objects, whatever else stands in it."""

import json
import re
from html import unescape
from typing import Any

#: Levels of values within values, at most: what lies deeper is left out. Readers walk through all.
_DEEPEST = 40

#: What HTML of other days puts around a script.
_WRAPPED = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*+(?:;\s*+)?$")
#: Strings, which may hold anything; comments, and commas before a bracket that closes. Of what does
#: not end, the end of the text is: to look for one from each of many comments would take hours.
_STRINGS_AND_FLAWS = re.compile(
    r'(?P<string>"(?:[^"\\]|\\.)*+"?)|//[^\n]*|/\*.*?(?:\*/|\Z)|,\s*+(?P<closing>[\]},])'
    r"|(?P<end>})\s*+(?=\{)|(?P<nothing>\bundefined\b)",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_BEGINS_VALUE = re.compile(r"[ \t\r\n,;]*+(?=[{\[])")


def linked_objects(text: str) -> list[dict[str, Any]]:
    """The objects of a block, ``@graph`` unfolded; none where it is broken.

    What is nearly JSON is read: within a comment or CDATA of HTML, with comments of JavaScript,
    commas before a closing bracket, and whatever comes behind the value.
    """
    try:
        return _objects(_plain(_value(text.lstrip("\ufeff")), _DEEPEST))
    except (ValueError, RecursionError):
        return []


def _value(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except ValueError:
        bare = _WRAPPED.sub("", text)
        bare = unescaped(bare) if bare.lstrip()[1:].lstrip().startswith("&quot;") else bare
        mended = _STRINGS_AND_FLAWS.sub(_without_flaw, bare)
        return _several(mended.lstrip())


def _several(text: str) -> Any:
    """The value at the start of a text, with those that follow it up to one that is broken."""
    decoder, found, at = json.JSONDecoder(strict=False), [], 0
    while begins := _BEGINS_VALUE.match(text, at):
        try:
            value, at = decoder.raw_decode(text, begins.end())
        except ValueError:
            break
        found.append(value)
    if not found:
        raise ValueError("neither an object nor a list")
    return found


def _without_flaw(found: re.Match[str]) -> str:
    """A string without backslashes that escape nothing; of two commas one; nothing for comments.

    Between two objects a comma is put.
    """
    if found["string"]:
        return _ESCAPED.sub(_escape, found["string"])
    if found["nothing"]:
        return "null"
    return found["closing"] or ("}," if found["end"] else " ")


def _escape(found: re.Match[str]) -> str:
    return found[0] if found[0][1] in '"\\/bfnrtu' else found[0][1]


def unescaped(text: str) -> str:
    """The text with entities read; as it is where one of them stands for no number at all."""
    try:
        return unescape(text) if "&" in text else text
    except ValueError:
        return text


def _plain(value: Any, levels: int) -> Any:
    """The value with entities read: many outlets escape for HTML what is no HTML."""
    if isinstance(value, str):
        return unescaped(value)
    if isinstance(value, list):
        return [_plain(item, levels - 1) for item in value] if levels else []
    if isinstance(value, dict):
        return {key: _plain(item, levels - 1) for key, item in value.items()} if levels else {}
    return value


def _objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a JSON-LD value: a list, a ``@graph`` and one object are all common."""
    if isinstance(value, list):
        return [found for item in value for found in _objects(item)]
    if not isinstance(value, dict):
        return []
    graph = value.get("@graph")
    return ([value] if "@type" in value else []) + (_objects(graph) if graph else [])
