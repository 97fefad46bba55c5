"""Read a block of JSON-LD: its objects, whatever else stands in it."""

import json
from html import unescape
from typing import Any

#: Levels of values within values, at most: what lies deeper is left out. Readers walk through all.
_DEEPEST = 40


def linked_objects(text: str) -> list[dict[str, Any]]:
    """The objects of a block, ``@graph`` unfolded; none where it is broken."""
    try:
        return _objects(_plain(json.loads(text, strict=False), _DEEPEST))
    except (ValueError, RecursionError):
        return []


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
