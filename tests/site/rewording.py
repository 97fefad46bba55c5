"""Change words wherever a story says them."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from tests.site.model import Aside, Bare, Text

Value = TypeVar("Value")


def reworded(value: Value, old: str, new: str) -> Value:
    """The same value with every text in it changed, however deep."""
    return _reworded(value, old, new)  # type: ignore[no-any-return]


def _reworded(value: Any, old: str, new: str) -> Any:
    if isinstance(value, str):
        return value.replace(old, new)
    if isinstance(value, tuple):
        return tuple(_reworded(item, old, new) for item in value)
    if isinstance(value, Text | Bare | Aside):
        return type(value)(*_reworded(value.paragraphs, old, new))
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value)]
        return replace(value, **{name: _reworded(getattr(value, name), old, new) for name in names})
    return value
