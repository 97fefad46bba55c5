"""Rows as CSV by RFC 4180, safe to open in a spreadsheet program.

Text is quoted; numbers, times and truth values are not, and absent is nothing at all.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, BinaryIO

from newscrawl.export.formats_and_columns import COLUMNS, ColumnKind, Row
from newscrawl.printable import iso

#: By this a spreadsheet program knows that the file is UTF-8.
MARK = b"\xef\xbb\xbf"
#: What makes a spreadsheet program run a cell, in any width of the letters.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BETWEEN = "; "


class Csv:
    """For spreadsheet programs: a byte order mark, and formulas are made harmless."""

    _mark, _guard = MARK, "'"

    def __init__(self, file: BinaryIO, columns: Sequence[str]) -> None:
        self._file = file
        self._kinds = [COLUMNS[name] for name in columns]
        self._file.write(self._mark + _line([f'"{name}"' for name in columns]))

    def write(self, row: Row) -> None:
        cells = zip(self._kinds, row, strict=True)
        self._file.write(_line([_cell(kind, value, self._guard) for kind, value in cells]))

    def close(self) -> None:
        """Nothing is left to write."""


class RawCsv(Csv):
    """For programs: the text as it is."""

    _mark, _guard = b"", ""


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Any rows as a file for spreadsheet programs; of what kind a value is, it says itself."""
    lines = [_line([f'"{name}"' for name in columns])]
    lines += [_line([_cell(_kind(value), value, Csv._guard) for value in row]) for row in rows]
    return MARK + b"".join(lines)


def _kind(value: Any) -> ColumnKind:
    kinds = (
        (bool, ColumnKind.TRUTH),
        ((int, float), ColumnKind.NUMBER),
        (datetime, ColumnKind.MOMENT),
        ((list, tuple), ColumnKind.TEXTS),
        (dict, ColumnKind.IMAGES),
    )
    return next((kind for types, kind in kinds if isinstance(value, types)), ColumnKind.TEXT)


def _cell(kind: ColumnKind, value: Any, guard: str) -> str:
    if value is None:
        return ""
    if kind is ColumnKind.NUMBER:
        return str(value)
    if kind is ColumnKind.TRUTH:
        return "true" if value else "false"
    if kind is ColumnKind.MOMENT:
        assert isinstance(value, datetime)
        return iso(value)
    text = _text(kind, value).replace('"', '""')
    return f'"{guard}{text}"' if text.startswith(_FORMULA) else f'"{text}"'


def _text(kind: ColumnKind, value: Any) -> str:
    if kind is ColumnKind.TEXTS:
        return _BETWEEN.join(each.replace("\\", "\\\\").replace(";", "\\;") for each in value)
    if kind is ColumnKind.IMAGES:
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _line(cells: Sequence[str]) -> bytes:
    return f"{','.join(cells)}\r\n".encode()
