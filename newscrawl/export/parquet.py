"""Rows as Parquet, with real types, in groups of a bounded size."""

from collections.abc import Sequence
from typing import Any, BinaryIO

from newscrawl.errors import ConfigError
from newscrawl.export.formats_and_columns import COLUMNS, ColumnKind, Row

#: A group of rows is in memory as a whole: so many characters of text, or so many rows.
_CHARACTERS, _ROWS = 8_000_000, 10_000


class Parquet:
    """The file is complete, and can be read, once it is closed."""

    def __init__(self, file: BinaryIO, columns: Sequence[str]) -> None:
        arrow = arrow_library()
        from pyarrow import parquet

        self._arrow, self._schema = arrow, _schema(arrow, columns)
        # Defaults may change from one release to the next, and the bytes with them.
        self._writer = parquet.ParquetWriter(
            file, self._schema, version="2.6", compression="zstd", compression_level=3
        )
        self._rows, self._characters = list[Row](), 0

    def write(self, row: Row) -> None:
        self._rows.append(row)
        self._characters += sum(len(value) for value in row if isinstance(value, str))
        if len(self._rows) >= _ROWS or self._characters >= _CHARACTERS:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if not self._rows:
            return
        values = zip(zip(*self._rows, strict=True), self._schema, strict=True)
        arrays = [self._arrow.array(column, type=field.type) for column, field in values]
        group = self._arrow.Table.from_arrays(arrays, schema=self._schema)
        self._writer.write_table(group, row_group_size=len(self._rows))
        self._rows, self._characters = [], 0


def arrow_library() -> Any:
    """The module ``pyarrow``; raises ``ConfigError`` where it is not installed."""
    try:
        import pyarrow
    except ModuleNotFoundError as error:
        raise ConfigError("Parquet needs pyarrow: pip install 'newscrawl[parquet]'") from error
    return pyarrow


def _schema(arrow: Any, columns: Sequence[str]) -> Any:
    text = arrow.string()
    image = arrow.struct([("url", text), ("caption", text), ("credit", text)])
    types = {
        ColumnKind.NUMBER: arrow.int64(),
        ColumnKind.TEXT: text,
        ColumnKind.TEXTS: arrow.list_(text),
        ColumnKind.MOMENT: arrow.timestamp("us", tz="UTC"),
        ColumnKind.TRUTH: arrow.bool_(),
        ColumnKind.IMAGES: arrow.list_(image),
    }
    return arrow.schema([(name, types[COLUMNS[name]]) for name in columns])
