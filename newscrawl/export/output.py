"""Where an export is written to: a file that gets its name when it is complete, or a stream."""

import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from newscrawl.errors import UsageError
from newscrawl.export.columns import Row
from newscrawl.export.csv import Csv, RawCsv
from newscrawl.export.jsonl import JsonLines
from newscrawl.export.parquet import Parquet
from newscrawl.export.request import Format, Request


class Writer(Protocol):
    """Writes rows; what it holds back is written when it is closed."""

    def write(self, row: Row) -> None: ...
    def close(self) -> None: ...


def writer_of(request: Request, file: BinaryIO) -> Writer:
    if request.format is Format.PARQUET:
        return Parquet(file, request.columns)
    if request.format is Format.JSONL:
        return JsonLines(file, request.columns)
    return RawCsv(file, request.columns) if request.raw else Csv(file, request.columns)


class Hashed(io.RawIOBase):
    """Hands on what is written, and keeps count of it."""

    def __init__(self, file: BinaryIO | None) -> None:
        self._file, self._hash, self.size = file, hashlib.sha256(), 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        self._hash.update(data)
        if self._file is not None:
            self._file.write(data)
        size = memoryview(data).nbytes
        self.size += size
        return size

    def tell(self) -> int:
        return self.size

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


@contextmanager
def named_when_complete(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the path's name, and any older file's place, when nothing went wrong."""
    path = path.resolve()
    if path.exists() and not path.is_file():
        raise UsageError(f"{path} is no file: name one, or write to - and a pipe")
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
