"""Hold a file against its manifest."""

import csv
import hashlib
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from newscrawl.export.manifest import Manifest
from newscrawl.export.parquet import arrow_library
from newscrawl.export.request import Format


def complaints(file: Path, manifest: Manifest) -> Iterator[str]:
    """What is wrong with the file, a line each; nothing where it is what was exported."""
    size = file.stat().st_size
    if size != manifest.bytes:
        yield f"{file} has {size} bytes, and its manifest says {manifest.bytes}"
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    if digest == manifest.sha256:
        return
    yield f"{file} is not what was exported: its sha256 is {digest}"
    try:
        rows = _rows(file, manifest.request.format)
    except (csv.Error, OSError, ValueError) as error:
        yield f"{file} cannot be read as {manifest.request.format}: {error}"
        return
    if rows != manifest.rows:
        yield f"{file} has {rows} rows, and its manifest says {manifest.rows}"


def _rows(file: Path, form: Format) -> int:
    if form is Format.PARQUET:
        arrow_library()
        from pyarrow import parquet

        return int(parquet.ParquetFile(file).metadata.num_rows)
    with file.open("rb") as content:
        if form is Format.JSONL:
            return sum(1 for _ in content)
        csv.field_size_limit(sys.maxsize)
        text = io.TextIOWrapper(content, encoding="utf-8-sig", errors="replace", newline="")
        return sum(1 for _ in csv.reader(text)) - 1
