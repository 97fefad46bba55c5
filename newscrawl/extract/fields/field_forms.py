"""What sort of value each field has: a reader may bring any, and JSON-LD does."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from newscrawl.article import Image, Kind
from newscrawl.extract.fields.json_ld import strings, text
from newscrawl.markup.folded_text import folded

_WORDS = "a abbr b big cite code em font i ins mark q s small span strong sub sup tt u".split()
_LINES = (
    "address article aside blockquote br button center dd div dl dt figcaption figure footer h1 h2 "
    "h3 h4 h5 h6 header hr iframe img li main ol p picture pre script section style table tbody td "
    "th thead tr ul video"
).split()
#: A tag by its name and, with more behind that, by a value: "<The Palace>" is a title.
_TAG = re.compile(
    rf"</?(?:({'|'.join(_WORDS)})|{'|'.join(_LINES)})(?:\s+[\w:-]+\s*=[^<>]{{0,500}}|\s*/?)>",
    re.IGNORECASE,
)


def each_of(value: Any) -> list[Any]:
    """The values of any collection; one that stands alone, alone."""
    if value is None:
        return []
    is_one = isinstance(value, str | Mapping) or not isinstance(value, Iterable)
    return [value] if is_one else list(value)


def texts(value: Any) -> list[str]:
    """The texts in a value; raises ``TypeError`` where it holds something else than texts."""
    return strings(each_of(value))


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
    "description": lambda value: text(
        _TAG.sub(lambda tag: "" if tag[1] else " ", text(value) or "")
    ),
    "headline": lambda value: folded(text(value) or ""),
    "authors": texts,
    "keywords": texts,
    "related": texts,
    "images": _images,
    "kind": lambda value: Kind(value) if value else None,
    "is_free": _truth,
    "is_sponsored": _truth,
}


def formed(field: str, value: Any) -> Any:
    """The value as the field has it: a text, where nothing else is said."""
    form: Callable[[Any], Any] = FORMS.get(field, text)
    return form(value)
