"""Rows as JSON Lines."""

import json
from collections.abc import Sequence
from typing import BinaryIO

from newscrawl.export.formats_and_columns import Row
from newscrawl.printable import iso


class JsonLines:
    """One JSON object a line, with the columns in their order."""

    def __init__(self, file: BinaryIO, columns: Sequence[str]) -> None:
        self._file, self._columns = file, columns

    def write(self, row: Row) -> None:
        value = dict(zip(self._columns, row, strict=True))
        line = json.dumps(value, ensure_ascii=False, default=iso)
        self._file.write(f"{line}\n".encode())

    def close(self) -> None:
        """Nothing is left to write."""
