"""Find where pages have a field, from pages whose value of it is known."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from newscrawl.describe.containers import is_natural
from newscrawl.describe.field_offers import offers, variety
from newscrawl.extract.fields.field_readers import (
    Read,
    attribute,
    called,
    css,
    every,
    linked,
    meta,
)
from newscrawl.outlet import Outlet
from newscrawl.page import Page
from newscrawl.read_page import article_of

_STRING = re.compile(r'"([^"]*)"')
#: So many pages must have the value where the reader looks, and this share of those that have any.
_FEWEST, _SHARE = 2, 0.8
#: Readers that are tried, those first which most of the pages offer.
_TRIED = 12
#: Readers of what the page tells machines: such a value may be the same on all pages.
_TOLD = ("meta(", "linked(", "called(meta(", "called(linked(")


@dataclass(frozen=True, slots=True)
class FieldReader:
    """A reader of a field, and how a file of an outlet writes it."""

    code: str
    read: Read

    @property
    def place(self) -> str | None:
        """A selector of what pages have that it can read; None where no selector can tell."""
        given, makers = _STRING.findall(self.code), re.findall(r"\w+(?=\(\")", self.code)
        kind = makers[-1] if makers else "every"
        if kind == "meta":
            return f'meta[property="{given[0]}"], meta[name="{given[0]}"]'
        if kind == "attribute":
            return f"{given[0]}[{given[1]}]"
        return given[0] if kind == "every" else None


def field_reader(
    field: str,
    known: Sequence[tuple[Page, Any]],
    others: Sequence[Page],
    outlet: Outlet,
    least: int = _FEWEST,
) -> FieldReader | None:
    """The reader that finds each value on its page, and any value on the other pages.

    It must be right on ``least`` pages, and on most.
    """
    told = [(page, value) for page, value in known if value]
    if len(told) < _FEWEST:
        return None
    offered = Counter(each for page, value in told for each in offers(page, field, value))
    tried = 0
    for code, _ in sorted(offered.items(), key=_rank):
        reader = FieldReader(code, _made(code))
        if tried == _TRIED or not _is_telling(reader, told):
            continue
        tried += 1
        own = with_reader(outlet, field, reader.read)
        right = sum(_reads(page, own, field) == value for page, value in told)
        if right >= max(_FEWEST, least, len(told) * _SHARE) and all(
            _reads(p, own, field) for p in others
        ):
            return reader
    return None


def _is_telling(reader: FieldReader, told: Sequence[tuple[Page, Any]]) -> bool:
    """Whether it is no word that stands on every page, whatever the page is of."""
    return reader.code.startswith(_TOLD) or variety([reader.read(page) for page, _ in told]) > 1


def with_reader(outlet: Outlet, field: str, read: Read) -> Outlet:
    """The outlet with another reader of a field, whichever layout fits."""
    layouts = (replace(each, fields={**each.fields, field: read}) for each in outlet.layouts)
    return replace(outlet, layouts=tuple(layouts), fields={**outlet.fields, field: read})


def _rank(offered: tuple[str, int]) -> tuple[bool | int | str, ...]:
    code, pages = offered
    inner = code.strip('"')
    is_told = code.startswith(_TOLD)
    return (-pages, not is_told, not (is_told or is_natural(inner)), len(code), code)


def _reads(page: Page, outlet: Outlet, field: str) -> Any:
    found = article_of(page, outlet)
    return getattr(found, field) if found else None


def _made(code: str) -> Read:
    if code.startswith("called("):
        return called(_made(code.removeprefix("called(").removesuffix(")")))
    name, given = code.partition("(")[0], _STRING.findall(code)
    makers: dict[str, Callable[..., Read]] = {
        "meta": meta,
        "linked": linked,
        "attribute": attribute,
        "every": every,
    }
    return makers.get(name, css)(*given)
