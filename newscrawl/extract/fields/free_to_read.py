"""Whether an article can be read without paying, as its page says."""

from collections.abc import Mapping
from typing import Any

from newscrawl.extract.fields.field_forms import each_of
from newscrawl.extract.fields.json_ld import article_object, strings
from newscrawl.extract.fields.property_scopes import is_of_another
from newscrawl.page import Page

_OPEN_TIERS = frozenset({"free", "metered"})
_MARKED, _PROPERTY = '[itemprop~="isAccessibleForFree"]:not(meta)', b"isAccessibleForFree"
_NO, _YES = frozenset({"false", "no", "0"}), frozenset({"true", "yes", "1"})


def is_free(page: Page) -> bool | None:
    """What JSON-LD or the content tier says; None where neither does."""
    article = article_object(page)
    stated = _stated(article)
    parts = each_of(article.get("hasPart"))
    closed = [part for part in parts if isinstance(part, dict) and _stated(part) is False]
    if stated is not None or closed:
        return not closed and stated is not False
    tier = page.metas.get("article:content_tier") or page.metas.get("article:content-tier")
    if tier:
        return tier.lower() in _OPEN_TIERS
    return _truth(page.metas.get("isaccessibleforfree") or _marked(page))


def _marked(page: Page) -> str | None:
    """What the first element says that is marked so: its address, or its text."""
    # Few pages do, and to look through one costs more.
    node = page.tree.css_first(_MARKED) if _PROPERTY in page.html else None
    if node is None or is_of_another(page, node):
        return None
    return node.attributes.get("href") or node.attributes.get("content") or node.text()


def _stated(given: Mapping[str, Any]) -> bool | None:
    """Whether an object says that it is free: as a truth, a word, a number or an address of one."""
    value = given.get("isAccessibleForFree")
    value = value.get("@id", value) if isinstance(value, Mapping) else value
    return _truth(next(iter(strings(value)), None) or _number_in(value))


def _truth(said: Any) -> bool | None:
    word = str(said).strip().lower().removeprefix("http://").removeprefix("https://")
    word = word.removeprefix("schema.org/")
    return False if word in _NO else True if word in _YES else None


def _number_in(value: Any) -> Any:
    """The truth or number that a value is, or that stands in it."""
    for name in ("@value", "@list", "@set"):
        value = value.get(name, value) if isinstance(value, Mapping) else value
    return next(iter(value), None) if isinstance(value, list | tuple) else value
