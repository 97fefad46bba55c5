"""Hold an outlet's layouts, and the readers of its fields, against what their words mean."""

import re
from collections.abc import Iterator, Mapping
from inspect import signature
from typing import Any

from newscrawl.did_you_mean import unknown
from newscrawl.outlet import FIELDS, Layout, LiveEntries, Outlet
from newscrawl.outlet_files.pattern_checks import of_selector


def of_layouts(outlet: Outlet) -> Iterator[tuple[Any, str]]:
    names = [layout.name for layout in outlet.layouts]
    for at, layout in enumerate(outlet.layouts):
        if not isinstance(layout.name, str) or not layout.name.strip():
            yield layout.name, f"a layout needs a name such as 'story', not {layout.name!r}"
        if layout.name in names[:at]:
            yield layout.name, f"two layouts are named {layout.name!r}: give each its own name"
        yield from of_selector(layout.body)
        if layout.ignore is not None:
            yield from of_selector(layout.ignore)
        if layout.asides is not None:
            yield from _of_asides(layout.asides)
        if layout.parts is not None and not takes(layout.parts, 2):
            yield layout.parts, "parts of a layout takes a function of a page and one that cuts it"
        if layout.fits is not None and not takes(layout.fits, 1):
            yield layout.fits, "fits takes a function of a page"
        if not isinstance(layout.is_learned, bool):
            yield layout.is_learned, "is_learned takes True or False"
        yield from _of_entries(layout)
        yield from of_fields(layout.fields, f"fields of {layout.name}")


def _of_asides(given: Any) -> Iterator[tuple[Any, str]]:
    words = given.strip(".# ").split() if isinstance(given, str) else []
    if not words:
        yield given, f"asides takes a class name or id such as 'aside', not {given!r}"
    elif re.search(r"^[.#]|\s", given):
        yield given, f"asides {given!r} is a selector: write the name, {words[0]}"


def takes(function: Any, count: int) -> bool:
    """Whether it is a function that can be called with so many values."""
    if not callable(function):
        return False
    try:
        signature(function).bind(*range(count))
    except TypeError:
        return False
    except ValueError:
        # Some that are written in C do not tell.
        return True
    return True


def _of_entries(layout: Layout) -> Iterator[tuple[Any, str]]:
    told = layout.entries
    if isinstance(told, LiveEntries):
        given = (told.each, told.time, told.headline, told.author, told.body, told.more)
        inside = told.key.rpartition("@")[0] if isinstance(told.key, str) else None
        for selector in (*given, inside or None):
            if selector is not None:
                yield from of_selector(selector)
        if told.key is not None and not re.fullmatch(r"(?:.+@)?[\w:.-]+", str(told.key)):
            yield told.key, f'key {told.key!r} is no attribute: write "data-id" or "a.link@href"'
    elif callable(told) and not takes(told, 1):
        yield told, "entries takes LiveEntries, or a function from a page to its entries"
    elif told is not None and not callable(told):
        yield told, f"entries {told!r} says nothing: write LiveEntries({str(told)!r})"


def of_fields(fields: Any, where: str) -> Iterator[tuple[Any, str]]:
    if not isinstance(fields, Mapping):
        yield fields, f'{where} takes {{"section": ".crumb"}}, not {fields!r}'
        return
    for name, reader in fields.items():
        if name not in FIELDS:
            yield name, _unknown_field(str(name))
        if isinstance(reader, str):
            yield from of_selector(reader)
        elif not callable(reader):
            yield name, f"the reader of {name} is neither a selector nor a function: {reader!r}"
        elif not takes(reader, 1):
            yield (
                name,
                f"the reader of {name} takes no page: write a function of one, or a selector",
            )


def _unknown_field(given: str) -> str:
    """The nearest, or those in which the word is: ``published`` is in ``date_published``."""
    inside = [name for name in FIELDS if given.strip("_") and given.casefold() in name]
    if inside:
        return f"there is no field {given!r}; did you mean {' or '.join(inside)}?"
    return unknown("field", given, FIELDS)
