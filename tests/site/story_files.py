"""Read the stories of the example site, and its appeals, from the files that hold them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

from tests.site.model import Box, Part, Picture, Post, Said, Story

_HERE = Path(__file__).parent
_PARTS = {kind.__name__: kind for kind in get_args(Part)}
#: What the tables under these names are; under all others they name their part themselves.
_KINDS: Mapping[str, type] = {
    "picture": Picture,
    "pictures": Picture,
    "gallery": Picture,
    "posts": Post,
    "lines": Said,
    "form": Said,
}


@cache
def english_stories() -> tuple[Story, ...]:
    """All stories of the English site, in no order."""
    return tuple(
        story for path in sorted((_HERE / "stories").glob("*.toml")) for story in read_stories(path)
    )


def read_stories(path: Path) -> tuple[Story, ...]:
    return tuple(_made(Story, table) for table in _read(path)["story"])


@cache
def eras() -> Mapping[str, tuple[Box, ...]]:
    """What begs under (or in) a body, by the year in which it began."""
    found = _read(_HERE / "appeals.toml")
    said = {
        name: tuple(Said(text, lines["rule"]) for text in lines["texts"])
        for name, lines in found["lines"].items()
    }
    return {
        era: tuple(_box(table, said) for table in boxes) for era, boxes in found["eras"].items()
    }


def _box(table: Mapping[str, Any], said: Mapping[str, tuple[Said, ...]]) -> Box:
    form = said[table["form"]] if "form" in table else ()
    return Box(lines=said[table["lines"]], form=form, wrappers=tuple(table["wrappers"]))


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _made(kind: type, table: Mapping[str, Any]) -> Any:
    named = {name: _value(name, value) for name, value in table.items() if name != "part"}
    return kind(*named.pop("paragraphs", ()), **named)


def _value(name: str, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_value(name, item) for item in value)
    if isinstance(value, dict):
        return _made(_KINDS.get(name) or _PARTS[value["part"]], value)
    return value
