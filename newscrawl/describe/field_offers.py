"""Where on a page a known value stands: readers that may bring it, as outlet files write them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from newscrawl.boilerplate.folding import fold
from newscrawl.describe.element_selectors import selectors_of
from newscrawl.describe.outlet_code import FieldReader
from newscrawl.extract.fields.field_readers import bare
from newscrawl.extract.fields.json_ld import article_object
from newscrawl.page import Page

_ELEMENTS = (
    "[class], [id], [itemprop], [rel=author], time, h1, h2, h3, h4, address, cite, a[href], p"
)
#: An element with so many letters more than the value says other things.
_BESIDE = 20
_LONGEST = 400
#: Characters of a day.
_DAY = 10
#: An element with more markup holds more than one value.
_MARKUP = 4000
_STAMP = re.compile(r"\d{4}-\d\d-\d\d|\d{10}")
#: A page's own word that ends no string of Python's: what is written with it will be run.
_QUOTABLE = re.compile(r'[^"\\\r\n]+')
#: The folders of an address.
_ABOVE = re.compile(r"(?:https?://[^/]+)?(/(?:[\w-]+/)+)[^/]+/?$", re.ASCII)
#: Attributes that hold addresses and names, and no value of an article's.
_PASSED = frozenset({"class", "id", "href", "src", "srcset", "style", "data-url", "action", "d"})


class Value(NamedTuple):
    """A known value, and its words as pages may have them."""

    value: Any
    words: tuple[str, ...]

    @classmethod
    def of(cls, value: Any) -> "Value":
        several = value if isinstance(value, tuple | list) else (value,)
        return cls(value, tuple(fold(str(each)).casefold() for each in several))

    def is_in(self, text: str | None) -> bool:
        """Whether a text is this value, with little beside it."""
        if not text or len(text) > _LONGEST:
            return False
        if isinstance(self.value, datetime):
            return _says_moment(text, self.value) or (
                len(text) < 60 and str(self.value.year) in text and str(self.value.day) in text
            )
        line = fold(text).casefold()
        return len(line) <= sum(map(len, self.words)) + _BESIDE and all(
            word in line for word in self.words
        )

    def is_coded_in(self, text: str | None) -> bool:
        """Whether a text is how an address spells the value: ``arts_and_life``."""
        return bool(text) and len(self.words) == 1 and bare(text or "") == bare(self.words[0])


def offers(page: Page, field: str, known: Any) -> set[FieldReader]:
    """Readers that may bring the value."""
    value = Value.of(known)
    return {*_told(page, field, value), *_shown(page, field, value)}


def _told(page: Page, field: str, value: Value) -> Iterator[FieldReader]:
    for maker, told in (("meta", page.metas), ("linked", article_object(page))):
        for name, content in told.items():
            if isinstance(content, str):
                yield from _fitting(FieldReader(maker, (name,)), field, content, value)


def _fitting(reader: FieldReader, field: str, content: str, value: Value) -> Iterator[FieldReader]:
    if not _QUOTABLE.fullmatch(reader.given[-1]):
        return
    if value.is_in(content):
        yield reader
    if field == "section" and value.is_coded_in(content):
        yield replace(reader, is_called=True)


def _shown(page: Page, field: str, value: Value) -> Iterator[FieldReader]:
    """What stands in its elements, and in their attributes."""
    several, is_dated = defaultdict[str, set[str]](set), isinstance(value.value, datetime)
    for node in page.tree.css(_ELEMENTS):
        for name, given in node.attributes.items():
            if name in _PASSED or not given or (is_dated and not _says_moment(given, value.value)):
                continue
            for reader in _fitting(FieldReader("attribute", ("", name)), field, given, value):
                for selector in (*_selectors(node), f"[{name}]"):
                    yield replace(reader, given=(selector, name))
        text = fold(node.text()) if len(node.html or "") < _MARKUP else ""
        if isinstance(value.value, tuple):
            for selector in _selectors(node) if _names_in(text, value.words) else ():
                several[selector] |= _names_in(text, value.words)
        elif value.is_in(text):
            yield from (FieldReader("css", (selector,)) for selector in _selectors(node))
    whole = (selector for selector, found in several.items() if found == set(value.words))
    yield from (FieldReader("every", (selector,)) for selector in whole)


def _names_in(text: str, words: Collection[str]) -> set[str]:
    """The names that a text is, with little beside them."""
    line = text.casefold()
    found = {word for word in words if word in line}
    return found if found and len(line) <= sum(map(len, found)) + _BESIDE else set()


def _selectors(node: Any) -> Iterator[str]:
    yield from selectors_of(node)
    if node.tag in ("h1", "time"):
        yield node.tag
    if node.attributes.get("rel") == "author":
        yield "[rel=author]"
    if node.tag == "a" and (above := _ABOVE.match(node.attributes.get("href") or "")):
        yield f"a[href*='{above[1]}']"


def _says_moment(text: str, value: datetime) -> bool:
    if not _STAMP.search(text):
        return False
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return str(int(value.timestamp())) in text
    if found.tzinfo is None:
        # A day is the outlet's, as the value's is; whose a time is, nothing tells.
        return len(text.strip()) <= _DAY and found == value.replace(tzinfo=None)
    return found == value
