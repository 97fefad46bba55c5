"""An answer of the archive: rows as dictionaries, or a data frame with typed columns."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from newscrawl.errors import ConfigError

if TYPE_CHECKING:
    import pandas
    import polars


class Type(Enum):
    """What a column holds; the value is what pandas calls it."""

    NUMBER = "Int64"
    FRACTION = "Float64"
    TEXT = "string"
    TRUTH = "boolean"
    MOMENT = "datetime64[us, UTC]"
    LOCAL_MOMENT = "datetime64[us]"
    DAY = "datetime64[s]"
    SPAN = "timedelta64[us]"
    TEXTS = "texts"
    NUMBERS = "numbers"
    JSON = "json"
    #: Anything else, as the driver gives it.
    OTHER = "other"


_OBJECTS = {Type.TEXTS, Type.NUMBERS, Type.JSON, Type.OTHER}


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of an answer, in their order; each is a dictionary."""

    columns: tuple[str, ...]
    types: tuple[Type, ...]
    values: Sequence[tuple[Any, ...]]

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, at: int) -> dict[str, Any]:
        return dict(zip(self.columns, self.values[at], strict=True))

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (self[at] for at in range(len(self)))

    def pandas(self) -> "pandas.DataFrame":
        """A frame of pandas: times have a zone, and lists and JSON are Python's objects."""
        library = _library("pandas")
        series = {
            name: library.Series(list(column), dtype="object" if kind in _OBJECTS else kind.value)
            for name, kind, column in self._columns()
        }
        frame: pandas.DataFrame = library.DataFrame(series, columns=list(self.columns))
        return frame

    def polars(self) -> "polars.DataFrame":
        """A frame of Polars: times have a zone, lists are lists, and JSON is its text."""
        library = _library("polars")
        texts: dict[Type, Callable[[Any], Any]] = {
            Type.JSON: partial(json.dumps, ensure_ascii=False),
            Type.OTHER: str,
        }
        series = [
            library.Series(
                name,
                _converted(column, texts[kind]) if kind in texts else list(column),
                dtype=_polars_type(library, kind),
            )
            for name, kind, column in self._columns()
        ]
        frame: polars.DataFrame = library.DataFrame(series)
        return frame

    def _columns(self) -> Iterator[tuple[str, Type, Sequence[Any]]]:
        columns = zip(*self.values, strict=True) if self.values else ((),) * len(self.columns)
        for name, kind, column in zip(self.columns, self.types, columns, strict=True):
            yield name, kind, _converted(column, float) if kind is Type.FRACTION else column


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise ConfigError(f"{name} is not installed: pip install 'newscrawl[{name}]'") from error


def _polars_type(library: Any, kind: Type) -> Any:
    return {
        Type.NUMBER: library.Int64,
        Type.FRACTION: library.Float64,
        Type.TRUTH: library.Boolean,
        Type.MOMENT: library.Datetime("us", "UTC"),
        Type.LOCAL_MOMENT: library.Datetime("us"),
        Type.DAY: library.Date,
        Type.SPAN: library.Duration("us"),
        Type.TEXTS: library.List(library.String),
        Type.NUMBERS: library.List(library.Int64),
    }.get(kind, library.String)


def _converted(column: Sequence[Any], convert: Callable[[Any], Any]) -> list[Any]:
    return [None if value is None else convert(value) for value in column]
