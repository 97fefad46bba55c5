"""Find where pages have a field, from pages whose value of it is known."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from math import ceil
from typing import Any

from newscrawl import urls
from newscrawl.article import Article
from newscrawl.describe.containers import is_natural
from newscrawl.describe.field_offers import offers
from newscrawl.describe.outlet_code import FieldReader
from newscrawl.outlet import Outlet
from newscrawl.page import Page
from newscrawl.read_page import article_of

#: So many pages must have the value where the reader looks, and this share of those that have any.
_FEWEST, _SHARE = 2, 0.8
#: With fewer pages a menu tells nothing of how it names what.
_WITNESSES = 3
#: Readers that are tried, those first which most of the pages offer.
_TRIED = 12


def field_reader(
    field: str,
    known: Sequence[tuple[Page, Any]],
    others: Sequence[Page],
    outlet: Outlet,
    least: int = _FEWEST,
    share: float = _SHARE,
) -> FieldReader | None:
    """The reader that finds each value on its page, and any value on the other pages.

    It must be right on ``least`` pages and on this share of all, and wrong on few: on the others it
    may find nothing.
    """
    told = [(page, value) for page, value in known if value]
    if len(told) < _FEWEST:
        return None
    misses = len(told) - max(_FEWEST, least, ceil(len(told) * share))
    errors = len(told) - ceil(len(told) * _SHARE)
    offered = Counter(each for page, value in told for each in offers(page, field, value))
    rank = partial(_rank, is_dated=field.startswith("date_"))

    def finds_it(reader: FieldReader) -> bool:
        own = _with_reader(outlet, field, reader)
        is_right = _is_right(own, field, told, misses, errors)
        return is_right and all(_reads(page, own, field) for page in others)

    ranked = (reader for reader, _ in sorted(offered.items(), key=rank))
    telling = (reader for reader in ranked if _is_telling(reader, told))
    return next(filter(finds_it, islice(telling, _TRIED)), None)


def section_by_address(read: Sequence[tuple[Page, Article]]) -> FieldReader | None:
    """The reader of what menus call the folders of articles, where each has a name of its own.

    A folder may be its author's.
    """
    reader = FieldReader("section_in_address", ())
    names = dict[str, str]()
    for page, article in read:
        name = reader(page)
        is_author = any(author in (name or "") for author in article.authors)
        if not name or is_author or names.setdefault(_folder(page), name) != name:
            return None
    is_each = len({*names.values()}) == len(names) > 1
    return reader if len(read) >= _WITNESSES and is_each else None


def _folder(page: Page) -> str:
    return urls.path_of(page.url).split("/")[1]


def _is_right(
    outlet: Outlet, field: str, told: Sequence[tuple[Page, Any]], misses: int, errors: int
) -> bool:
    """Whether no more values are missed, and no more are others than those of their pages.

    Each page is read whole for it: no more of them than tell that it is wrong.
    """
    for page, value in told:
        found = _reads(page, outlet, field)
        misses -= found != value
        errors -= found != value and bool(found)
        if min(misses, errors) < 0:
            return False
    return True


def _is_telling(reader: FieldReader, told: Sequence[tuple[Page, Any]]) -> bool:
    """Whether it is no word that stands on every page, whatever the page is of."""
    return reader.is_told or len({repr(reader(page)) for page, _ in told}) > 1


def _with_reader(outlet: Outlet, field: str, read: FieldReader) -> Outlet:
    """The outlet with another reader of a field, whichever layout fits."""
    layouts = (replace(each, fields={**each.fields, field: read}) for each in outlet.layouts)
    return replace(outlet, layouts=tuple(layouts), fields={**outlet.fields, field: read})


def _rank(offered: tuple[FieldReader, int], *, is_dated: bool) -> tuple[bool | int | str, ...]:
    """The better comes first: a date that is shown may be one day that of a change."""
    reader, pages = offered
    is_named = reader.is_told or (reader.maker == "css" and is_natural(reader.given[0]))
    less = (not reader.is_told, -pages) if is_dated else (-pages, not reader.is_told)
    return (*less, not is_named, len(reader.code), reader.code)


def _reads(page: Page, outlet: Outlet, field: str) -> Any:
    found = article_of(page, outlet)
    return getattr(found, field) if found else None
