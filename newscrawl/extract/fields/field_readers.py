"""What a reader of a field is, and how the plain ones are made."""

from collections.abc import Callable
from typing import Any, NamedTuple

from newscrawl.extract.fields.json_ld import article_object
from newscrawl.page import Page

#: Reads one field of a page: a value, or nothing.
Read = Callable[[Page], Any]


class Found(NamedTuple):
    """What a reader found, and its name; None and None where none did."""

    value: Any = None
    reader: str | None = None


def linked(name: str) -> Read:
    """Reads a property of the page's JSON-LD article."""
    return lambda page: article_object(page).get(name)


def meta(*names: str) -> Read:
    """Reads the first of these meta tags that the page has."""
    return lambda page: next((page.metas[name] for name in names if name in page.metas), None)


def css(selector: str) -> Read:
    """Reads the text of the first element that the selector finds."""
    return lambda page: page.text_of(selector)


def attribute(selector: str, name: str) -> Read:
    """Reads an attribute of the first element that the selector finds."""

    def read(page: Page) -> str | None:
        node = page.tree.css_first(selector)
        return node.attributes.get(name) if node else None

    return read
