"""What sort of value each field has: a reader may bring any, and JSON-LD does."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from newscrawl.article import Image, Kind
from newscrawl.extract.fields.json_ld import strings, text

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")


def each_of(value: Any) -> list[Any]:
    """The values of any collection; one that stands alone, alone."""
    if value is None:
        return []
    is_one = isinstance(value, str | Mapping) or not isinstance(value, Iterable)
    return [value] if is_one else list(value)


def texts(value: Any) -> list[str]:
    """The texts in a value; raises ``TypeError`` where it holds something else than texts."""
    return strings(each_of(value))


def _kind(value: Any) -> Kind | None:
    return Kind(value) if value else None


def _images(value: Any) -> list[Image]:
    found = each_of(value)
    odd = next((each for each in found if not isinstance(each, Image)), None)
    if odd is not None:
        raise TypeError(f"{type(odd).__name__} is no Image")
    return found


def _truth(value: Any) -> bool | None:
    return None if value is None else bool(value)


#: Field → what makes its value of what a reader brings. Raises for what is none.
FORMS: dict[str, Callable[[Any], Any]] = {
    # Some put tags into it.
    "description": lambda value: text(_TAG.sub(" ", text(value) or "")),
    "authors": texts,
    "keywords": texts,
    "related": texts,
    "images": _images,
    "kind": _kind,
    "is_free": _truth,
    "is_sponsored": _truth,
}


def formed(field: str, value: Any) -> Any:
    """The value as the field has it: a text, where nothing else is said."""
    form: Callable[[Any], Any] = FORMS.get(field, text)
    return form(value)
