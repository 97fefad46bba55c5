"""Read a block of JSON-LD: its objects, whatever else stands in it."""

import json
import re
from html import unescape
from typing import Any

from newscrawl.markup import nearly_json

#: Levels of values within values, at most: what lies deeper is left out. Readers walk through all.
_DEEPEST = 40
#: What a property is called where its vocabulary is named with it.
_PREFIX = re.compile(r"^(?:schema:|https?://schema\.org/)")

#: What schema.org's own context lets two keywords be called.
_ALIASES = (("type", "@type"), ("id", "@id"))


def linked_objects(text: str) -> list[dict[str, Any]]:
    """The objects of a block, ``@graph`` unfolded; none where it is broken.

    What is nearly JSON is read as well, by ``nearly_json``.
    """
    try:
        return _objects(_plain(_value(text.lstrip("\ufeff \t\r\n")), _DEEPEST))
    except (ValueError, RecursionError):
        return []


def _value(text: str) -> Any:
    try:
        value = json.loads(text, strict=False)
        # Some put a text into the script that is JSON itself.
        return json.loads(value, strict=False) if isinstance(value, str) else value
    except ValueError:
        is_escaped = text[1:].lstrip().startswith(("&quot;", "&#34;", "&#x22;"))
        return nearly_json.read(unescaped(text) if is_escaped else text)


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
        named = value.items() if levels else ()
        found = {_unprefixed(key): _plain(item, levels - 1) for key, item in named}
        # "DatePublished": properties begin small, and one that does is believed.
        for name in [name for name in found if name[:1].isupper() and not name.isupper()]:
            found.setdefault(name[0].lower() + name[1:], found.pop(name))
        for alias, keyword in _ALIASES:
            if alias in found:
                found.setdefault(keyword, found[alias])
        return found
    return value


def _unprefixed(name: str) -> str:
    return _PREFIX.sub("", name.strip()) if ":" in name else name.strip()


def _objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a JSON-LD value: a list, a ``@graph`` and one object are all common."""
    if isinstance(value, list):
        return [found for item in value for found in _objects(item)]
    if not isinstance(value, dict):
        return []
    graph = value.get("@graph")
    if isinstance(graph, dict) and "@type" not in graph:
        graph = list(graph.values())
    is_one = "@type" in value or "headline" in value
    return ([value] if is_one else []) + (_objects(graph) if graph else [])
