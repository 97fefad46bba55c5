"""What a reader of a field is, and how the plain ones are made."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from newscrawl import urls
from newscrawl.extract.fields.json_ld import article_object
from newscrawl.markup.seen_text import seen_text
from newscrawl.page import Page

#: Letters of a country's code, and of a link in a menu at most.
_COUNTRY, _LABEL = 2, 40
_APART = re.compile(r"[\W_]+")
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


def metas(*names: str) -> Read:
    """Reads all of these meta tags that the page has, best first."""
    return lambda page: [page.metas[name] for name in names if name in page.metas]


def css(selector: str) -> Read:
    """Reads the text of the first element that the selector finds."""
    return lambda page: page.text_of(selector)


def every(selector: str) -> Read:
    """Reads the texts of all elements that the selector finds: a byline's names."""

    def read(page: Page) -> list[str]:
        texts = (seen_text(node) for node in page.tree.css(selector))
        return list(dict.fromkeys(text for text in texts if text))

    return read


def called(read: Read) -> Read:
    """Reads what the page's links call the section whose address ends with what ``read`` brings.

    ``arts_and_life`` is "Arts & Life" where a link to ``/arts-and-life`` says so.
    """

    def named(page: Page) -> str | None:
        code = read(page)
        if not isinstance(code, str) or not code.strip():
            return None
        for link in page.tree.css("a[href]"):
            last = (link.attributes.get("href") or "").rstrip("/").rpartition("/")[2]
            if bare(last) == bare(code) and (text := " ".join(link.text().split())):
                return text
        return code

    return named


def section_in_address() -> Read:
    """Reads what the page's links call the first folder of its address; nothing where none does.

    A folder of two letters is a language's or a country's.
    """

    def named(page: Page) -> str | None:
        folder, *rest = urls.path_of(page.url).partition("?")[0].strip("/").split("/")
        name = called(lambda _: folder)(page) if rest and len(folder) > _COUNTRY else None
        return name if name != folder and len(name or "") <= _LABEL else None

    return named


def bare(text: str) -> str:
    """The words of a text as an address may spell them: all of its letters, small."""
    return _APART.sub("-", text.casefold()).strip("-")


def attribute(selector: str, name: str) -> Read:
    """Reads an attribute of the first element that the selector finds."""

    def read(page: Page) -> str | None:
        node = page.tree.css_first(selector)
        return node.attributes.get(name) if node else None

    return read
