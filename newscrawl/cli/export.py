"""``newscrawl export``: articles as a file for other programs, with its manifest."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import click

from newscrawl.archive.database.sessions import Session, reading
from newscrawl.archive.queries.export_rows import PATIENT, freeze, settle
from newscrawl.archive.queries.export_rows import export as export_rows
from newscrawl.archive.queries.unanswerable import require_answerable
from newscrawl.cli.options import FILE, selecting
from newscrawl.cli.output import bar, one_line, print_text, say, stdout_bytes
from newscrawl.config import Config
from newscrawl.errors import UsageError
from newscrawl.exit_code import ExitCode
from newscrawl.export.export_files import named_together
from newscrawl.export.formats_and_columns import ExportRequest, Format, chosen, format_of, moment_of
from newscrawl.export.manifest import (
    Manifest,
    as_json,
    complaints,
    differences,
    manifest_path,
    read_manifest,
)
from newscrawl.printable import iso
from newscrawl.selection import Selection


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    help="Default: by the ending of FILE, else jsonl.",
)
@click.option(
    "-o", "--output", type=FILE, metavar="FILE", help="Write to this file; - means stdout."
)
@click.option(
    "--manifest", type=FILE, metavar="FILE", help="Write the manifest here, not next to FILE."
)
@click.option("--query", metavar="QUERY", help="Only articles that match, as in newscrawl search.")
@selecting
@click.option("--as-of", metavar="TIME", help="Export the archive as it was at this time (UTC).")
@click.option("--columns", metavar="NAMES", help="Only these columns, such as url,headline,body.")
@click.option("--raw", is_flag=True, help="CSV for programs: no byte order mark, no apostrophes.")
@click.option("--force", "is_forced", is_flag=True, help="Replace FILE and its manifest.")
@click.option(
    "--from-manifest",
    "cited",
    type=FILE,
    metavar="FILE",
    help="Repeat the export of this manifest.",
)
@click.option(
    "--verify", "verified", type=FILE, metavar="FILE", help="Check the export of this manifest."
)
def export(
    *,
    output: Path | None,
    manifest: Path | None,
    cited: Path | None,
    verified: Path | None,
    is_forced: bool,
    selection: Selection,
    **asked: Any,
) -> int:
    """Export articles for other programs, as JSON Lines, CSV or Parquet.

    The rows are those of the view articles, ordered by article_id. Next to FILE, a
    FILE.manifest.json is written: cite the export by it, check it with --verify, or repeat it with
    --from-manifest. Both end with 1 if the bytes differ, and say what changed. Existing files are
    replaced only with --force.
    """
    output = None if output == Path("-") else output
    if cited is None and verified is None:
        _export(output, manifest, is_forced, selection=selection, **asked)
        return ExitCode.COMPLETE
    is_asked = any(asked.values()) or not selection.is_all
    if is_asked or (verified and (cited or manifest or is_forced)):
        raise UsageError("the manifest says what is exported: give no other options but -o FILE")
    if cited is not None:
        is_same = again(cited, output, manifest, is_forced)
    else:
        assert verified is not None
        is_same = verify(verified, output)
    return ExitCode.COMPLETE if is_same else ExitCode.FAULT


def _export(
    output: Path | None,
    manifest: Path | None,
    is_forced: bool,
    *,
    form: str | None,
    as_of: str | None,
    columns: str | None,
    raw: bool,
    selection: Selection,
) -> None:
    chosen_form = Format(form) if form else format_of(output)
    if raw and chosen_form is not Format.CSV:
        raise UsageError("--raw works only with CSV")
    names, moment = chosen(columns), None if as_of is None else moment_of(as_of)
    with archive() as session:
        settled = settle(session, moment)
        if moment is not None and settled < moment:
            say(f"what may still be recorded as of {iso(moment)} is left out")
        request = ExportRequest(
            selection=selection, as_of=settled, columns=names, format=chosen_form, raw=raw
        )
        place = place_of_manifest(output, manifest)
        made = write(session, request, output, place, is_forced)
    where = f" in {output}" if output else ""
    which = "" if selection.is_all else f": {one_line(str(selection))}"
    say(f"{made.rows} articles{where}, as of {iso(settled)}{which}")


def archive() -> AbstractContextManager[Session]:
    """A session that only reads, and that may take its time."""
    return reading(Config.from_env(), say, **PATIENT)


def place_of_manifest(output: Path | None, manifest: Path | None) -> Path | None:
    """Where it was asked for, or beside the file; of a stream there is none."""
    if output is not None and not output.name:
        raise UsageError(f"{output} is not a file name: give -o FILE")
    return manifest or (output and manifest_path(output))


def write(
    session: Session,
    request: ExportRequest,
    output: Path | None,
    manifest: Path | None,
    is_forced: bool,
) -> Manifest:
    """Export to a file, or to stdout. The manifest gets its name last: it tells of a whole file."""
    if output is not None and manifest is not None and output.resolve() == manifest.resolve():
        raise UsageError(f"{output} cannot be its own manifest: name another file")
    name = output.name if output else None
    is_printed = output is None and sys.stdout.isatty()

    def begin(rows: int) -> Callable[[int], None]:
        if not rows:
            require_answerable(session, request.selection)
        # Rows on a terminal tell how far it is by themselves, and a bar would stand among them.
        return (lambda _: None) if is_printed else _begin(shown, rows)

    paths = [path for path in (output, manifest) if path is not None]
    with named_together(paths, is_forced) as files, ExitStack() as shown:
        with nullcontext(files[0]) if output else _stdout(request.format) as file:
            freeze(session)
            made = export_rows(session, request, file, name, begin)
        if manifest is not None:
            files[-1].write(as_json(made).encode())
    return made


def _stdout(form: Format) -> AbstractContextManager[BinaryIO]:
    if form is Format.PARQUET and sys.stdout.isatty():
        raise UsageError("Parquet is binary: name a file with -o FILE")
    return stdout_bytes()


def _begin(shown: ExitStack, rows: int) -> Callable[[int], None]:
    return shown.enter_context(bar("articles", lambda: rows))


def again(cited: Path, output: Path | None, manifest: Path | None, is_forced: bool) -> bool:
    """Export what a manifest tells of; whether it is the same, byte for byte."""
    before = read_manifest(cited)
    place = place_of_manifest(output, manifest)
    if place is not None and place.resolve() == cited.resolve():
        raise UsageError(f"the new manifest would take the place of {cited}: name another file")
    format_of(output, before.request.format)
    with archive() as session:
        settle(session, before.request.as_of)  # a moment to come has no export yet
        made = write(session, before.request, output, place, is_forced)
    return _tell(before, made, say)


def verify(cited: Path, file: Path | None) -> bool:
    """Whether a file is what was exported, and the archive would give the same again."""
    before = read_manifest(cited)
    if file is None and before.file is not None:
        file = cited.parent / before.file
    is_whole = file is None or _is_whole(file, before)
    with archive() as session, ExitStack() as shown:
        settle(session, before.request.as_of)
        freeze(session)
        made = export_rows(session, before.request, None, before.file, partial(_begin, shown))
    return _tell(before, made, print_text) and is_whole


def _is_whole(file: Path, before: Manifest) -> bool:
    if not file.is_file():
        raise UsageError(f"there is no {file}: say where it is with -o FILE")
    found = list(complaints(file, before))
    for line in found or [f"{file} is as it was exported: {before.rows} articles"]:
        print_text(one_line(line))
    return not found


def _tell(before: Manifest, made: Manifest, tell: Callable[[str], None]) -> bool:
    changed = differences(before, made)
    for line in changed:
        tell(one_line(line))
    if changed:
        tell("the archive now gives other bytes")
    else:
        tell(f"the archive still gives the same {made.bytes} bytes")
    return not changed
