"""Where an export is written to: a file that gets its name when it is complete, or a stream."""

import errno
import hashlib
import io
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from newscrawl.errors import UsageError
from newscrawl.export.csv import Csv, RawCsv
from newscrawl.export.formats_and_columns import ExportRequest, Format
from newscrawl.export.json_lines import JsonLines
from newscrawl.export.parquet import Parquet

#: What filesystems say that know no second name for a file.
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}


def writer_of(request: ExportRequest, file: BinaryIO) -> Csv | JsonLines | Parquet:
    """Writes rows; what it holds back is written when it is closed."""
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
def named_together(paths: Sequence[Path], is_forced: bool) -> Iterator[Sequence[BinaryIO]]:
    """Files that take their names when nothing went wrong, all of them, the last one last.

    Raises ``UsageError`` where one of the names is taken, or its folder is not there. If it is
    forced, older files make room: none of the later ones is ever left beside a new first one.
    """
    paths = [path.resolve() for path in paths]
    for path in paths:
        _require_free(path, is_forced)
    unfinished = [path.with_name(f"{path.name}.{os.getpid()}.part") for path in paths]
    try:
        with ExitStack() as stack:
            files = [stack.enter_context(path.open("wb")) for path in unfinished]
            yield files
            for file in files:
                file.flush()
                os.fsync(file.fileno())
        _name(unfinished, paths, is_forced)
    finally:
        for path in unfinished:
            path.unlink(missing_ok=True)


def _require_free(path: Path, is_forced: bool) -> None:
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}")
    if path.exists() and not path.is_file():
        raise UsageError(f"{path} is not a file: name one, or write to - and a pipe")
    if path.exists() and not is_forced:
        raise UsageError(f"{path} exists: name another file, or replace it with --force")


def _name(unfinished: Sequence[Path], paths: Sequence[Path], is_forced: bool) -> None:
    if is_forced:
        for path in paths[1:]:
            path.unlink(missing_ok=True)
        for part, path in zip(unfinished, paths, strict=True):
            part.replace(path)
        return
    named = list[Path]()
    try:
        for part, path in zip(unfinished, paths, strict=True):
            _name_if_free(part, path)
            named.append(path)
    except BaseException:
        for path in named:
            path.unlink()
        raise


def _name_if_free(part: Path, path: Path) -> None:
    """Give a file its name, which somebody may have taken meanwhile."""
    try:
        path.hardlink_to(part)
    except FileExistsError:
        _require_free(path, is_forced=False)
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _require_free(path, is_forced=False)
        part.replace(path)
