"""What the ways to export have in common: where rows go to, and what is told meanwhile."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO

from newscrawl.archive.database.sessions import Session, reading
from newscrawl.archive.queries.export_rows import PATIENT, export, freeze
from newscrawl.archive.queries.unanswerable import require_answerable
from newscrawl.cli.output import say, stdout_bytes
from newscrawl.config import Config
from newscrawl.errors import UsageError
from newscrawl.export.export_files import named_together
from newscrawl.export.manifest import Manifest, as_json, manifest_path
from newscrawl.export.request import ExportRequest, Format


@contextmanager
def archive() -> Iterator[Session]:
    """A session that only reads, and that may take its time."""
    with reading(Config.from_env(), say, **PATIENT) as session:
        yield session


def place_of_manifest(output: Path | None, manifest: Path | None) -> Path | None:
    """Where it was asked for, or beside the file; of a stream there is none."""
    if output is not None and not output.name:
        raise UsageError(f"{output} is no name of a file: give -o FILE")
    return manifest or (output and manifest_path(output))


def write(
    session: Session,
    request: ExportRequest,
    output: Path | None,
    manifest: Path | None,
    is_forced: bool,
) -> Manifest:
    """Export to a file, or to stdout. The manifest gets its name last: it tells of a whole file."""
    for path in (output, manifest):
        if path is not None and not path.parent.is_dir():
            raise UsageError(f"there is no folder {path.parent}")
    if output is not None and manifest is not None and output.resolve() == manifest.resolve():
        raise UsageError(f"{output} cannot be its own manifest: name another file")
    name = output.name if output else None

    def begin(rows: int) -> Callable[[int], object]:
        if not rows:
            require_answerable(session, request.selection)
        return begin_progress(rows)

    paths = [path for path in (output, manifest) if path is not None]
    with named_together(paths, is_forced) as files:
        with nullcontext(files[0]) if output else _stdout(request.format) as file:
            freeze(session)
            made = export(session, request, file, name, begin)
        if manifest is not None:
            files[-1].write(as_json(made).encode())
    return made


@contextmanager
def _stdout(form: Format) -> Iterator[BinaryIO]:
    if form is Format.PARQUET and sys.stdout.isatty():
        raise UsageError("Parquet is bytes for programs: say where to with -o FILE")
    with stdout_bytes() as file:
        yield file


def begin_progress(rows: int) -> Callable[[int], object]:
    """A line that counts, for people alone: nothing is told in a pipe or in the mail of cron."""
    if not sys.stderr.isatty():
        return lambda _: None
    written = 0

    def tell(more: int) -> None:
        nonlocal written
        written += more
        end = "\n" if written == rows else ""
        sys.stderr.write(f"\r{written:,} of {rows:,} articles{end}")
        sys.stderr.flush()

    return tell
