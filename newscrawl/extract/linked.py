"""Read the JSON-LD of a page: the object that describes its article, whatever its shape."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newscrawl.page import Page

_ARTICLE_TYPE = re.compile(r"(Article|Posting|Report|Review|Coverage)$")
#: Properties under which a page's object holds the article itself.
_HOLDERS = ("mainEntity", "mainEntityOfPage")
#: References to look behind, at most: they may run in a circle.
_STEPS = 3


def article_object(page: Page) -> dict[str, Any]:
    """The JSON-LD object that describes the article; empty if there is none.

    Where there are several, the first with a headline: teasers and reviewed works are others.
    """
    first: dict[str, Any] = {}
    for each in _with_held(page.linked_data):
        if _is_article(each):
            if each.get("headline"):
                return each
            first = first or each
    return first


def _with_held(objects: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in objects:
        yield each
        held = (each.get(name) for name in _HOLDERS)
        yield from (value for value in held if isinstance(value, dict))


def _is_article(found: dict[str, Any]) -> bool:
    return any(_ARTICLE_TYPE.search(name) for name in strings(found.get("@type")))


def objects_of_type(page: Page, name: str) -> list[dict[str, Any]]:
    return [each for each in page.linked_data if name in strings(each.get("@type"))]


def referred(page: Page, value: Any, steps: int = _STEPS) -> Any:
    """The value with ``{"@id": …}`` replaced by the object of that id, where the page has it."""
    if isinstance(value, list):
        return [referred(page, each, steps) for each in value]
    if not isinstance(value, dict) or "name" in value or "url" in value or not steps:
        return value
    of_id = (each for each in page.linked_data if each.get("@id") == value.get("@id"))
    named = next((each for each in of_id if each is not value and "name" in each), None)
    return referred(page, named, steps - 1) if named and "@id" in value else value


def strings(value: Any) -> list[str]:
    """The texts in a JSON-LD value: one, a list of them, or objects with a name."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, Mapping):
        return strings(value.get("name") or value.get("@value"))
    if isinstance(value, Sequence):
        return [text for item in value for text in strings(item)]
    return []


def text(value: Any) -> str | None:
    """The one folded text of a value, or None."""
    return next((" ".join(found.split()) for found in strings(value) if found.split()), None)
