"""Find where pages have a field, from pages whose value of it is known."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from newscrawl.boilerplate.folding import fold
from newscrawl.describe.agreement import article_of
from newscrawl.describe.containers import is_natural
from newscrawl.extract.fields.field_readers import Read, attribute, css, linked, meta
from newscrawl.extract.fields.json_ld import article_object
from newscrawl.outlet import Outlet
from newscrawl.page import Page

#: So many pages must have the value where the reader looks, and this share of those that have any.
_FEWEST, _SHARE = 2, 0.8
#: Readers that are tried, those first which most of the pages offer.
_TRIED = 12
_ELEMENTS = "[class], [id], [itemprop], [rel=author], time, h1, h2, h3, h4, address, cite"
#: An element with so many letters more than the value says other things.
_BESIDE = 20
_LONGEST = 400
_STAMP = re.compile(r"\d{4}-\d\d-\d\d|\d{10}")
#: A page's own word that ends no string of Python's: what is written with it will be run.
_QUOTABLE = re.compile(r'[^"\\\r\n]+')


@dataclass(frozen=True, slots=True)
class FieldReader:
    """A reader of a field, and how a file of an outlet writes it."""

    code: str
    read: Read

    @property
    def name(self) -> str | None:
        """What the file has to import for it."""
        return None if self.code.startswith('"') else self.code.partition("(")[0]

    @property
    def place(self) -> str | None:
        """A selector of what pages have that it can read; None where no selector can tell."""
        given = re.findall(r'"([^"]*)"', self.code)
        if self.name == "meta":
            return f'meta[property="{given[0]}"], meta[name="{given[0]}"]'
        if self.name == "attribute":
            return f"{given[0]}[{given[1]}]"
        return None if self.name else given[0]


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
    offered = Counter(each for page, value in told for each in set(_offers(page, field, value)))
    for code, _ in sorted(offered.items(), key=_rank)[:_TRIED]:
        reader = FieldReader(code, _made(code))
        own = with_reader(outlet, field, reader.read)
        right = sum(_reads(page, own, field) == value for page, value in told)
        if right >= max(_FEWEST, least, len(told) * _SHARE) and all(
            _reads(p, own, field) for p in others
        ):
            return reader
    return None


def with_reader(outlet: Outlet, field: str, read: Read) -> Outlet:
    """The outlet with another reader of a field, whichever layout fits."""
    layouts = (replace(each, fields={**each.fields, field: read}) for each in outlet.layouts)
    return replace(outlet, layouts=tuple(layouts), fields={**outlet.fields, field: read})


def _rank(offered: tuple[str, int]) -> tuple[bool | int, ...]:
    code, pages = offered
    inner = code.strip('"')
    is_told = code.startswith(("meta(", "linked("))
    return (-pages, not is_told, not (is_told or is_natural(inner)), len(code))


def _reads(page: Page, outlet: Outlet, field: str) -> Any:
    found = article_of(page, outlet)
    return getattr(found, field) if found else None


def _made(code: str) -> Read:
    name, _, given = code.partition("(")
    arguments = [a.replace("\\'", "'") for a in re.findall(r'"([^"]*)"', given or code)]
    makers: dict[str, Callable[..., Read]] = {
        "meta": meta,
        "linked": linked,
        "attribute": attribute,
    }
    return makers[name](*arguments) if name in makers else css(arguments[0])


def _offers(page: Page, field: str, value: Any) -> Iterator[str]:
    """Readers that may bring the value, as code."""
    words = _words(value)
    for name, content in page.metas.items():
        if _QUOTABLE.fullmatch(name) and _says(content, words, value):
            yield f'meta("{name}")'
    for name, content in article_object(page).items():
        if _QUOTABLE.fullmatch(name) and isinstance(content, str) and _says(content, words, value):
            yield f'linked("{name}")'
    for node in page.tree.css(_ELEMENTS):
        for name, given in node.attributes.items():
            is_moment = isinstance(value, datetime) and _says_moment(given, value)
            if is_moment and _QUOTABLE.fullmatch(name):
                yield from (f'attribute("{s}", "{name}")' for s in _selectors(node))
        text = fold(node.text()) if len(node.html or "") < 4000 else ""
        if text and len(text) <= _LONGEST and _says(text, words, value):
            yield from (f'"{selector}"' for selector in _selectors(node))


def _selectors(node: Any) -> Iterable[str]:
    given = node.attributes
    names = [f".{name}" for name in (given.get("class") or "").split()]
    names += [f"#{given['id']}"] if given.get("id") else []
    names += [f"[itemprop={given['itemprop']}]"] if given.get("itemprop") else []
    names += [node.tag] if node.tag in ("h1", "time") else []
    return [name for name in names if re.fullmatch(r"[.#]?-?[A-Za-z_][\w-]*|\[[\w=-]+\]", name)]


def _words(value: Any) -> list[str]:
    if isinstance(value, tuple | list):
        return [fold(str(each)) for each in value]
    return [fold(str(value))]


def _says(text: str, words: Sequence[str], value: Any) -> bool:
    if isinstance(value, datetime):
        return _says_moment(text, value) or (
            str(value.year) in text and len(text) < 60 and str(value.day) in text
        )
    line = fold(text).casefold()
    return all(word.casefold() in line for word in words) and len(line) <= (
        sum(map(len, words)) + _BESIDE
    )


def _says_moment(text: str | None, value: datetime) -> bool:
    if not text or not _STAMP.search(text):
        return False
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return str(int(value.timestamp())) in text
    return found.tzinfo is not None and found == value
