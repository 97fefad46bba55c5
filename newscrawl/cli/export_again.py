"""Make an export again from its manifest, or see whether that could still be done."""

from collections.abc import Callable
from pathlib import Path

from newscrawl.archive.queries.export_rows import export, freeze, settle
from newscrawl.cli.exporting import archive, begin_progress, place_of_manifest, write
from newscrawl.cli.output import one_line, print_text, say
from newscrawl.errors import UsageError
from newscrawl.export.checking import complaints
from newscrawl.export.manifest import Manifest, differences, read_manifest
from newscrawl.export.request import format_of


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
    with archive() as session:
        settle(session, before.request.as_of)
        freeze(session)
        made = export(session, before.request, None, before.file, begin_progress)
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
        tell("the archive gives other bytes than it did then")
    else:
        tell(f"the archive gives the same {made.bytes} bytes")
    return not changed
