"""``newscrawl export``: articles as a file for other programs, with its manifest."""

from pathlib import Path
from typing import Any

import click

from newscrawl.archive.queries.export_rows import settle
from newscrawl.cli.exporting import again, archive, place_of_manifest, verify, write
from newscrawl.cli.options import FILE, selecting
from newscrawl.cli.output import one_line, say
from newscrawl.errors import UsageError
from newscrawl.export.request import ExportRequest, Format, chosen, format_of, moment_of
from newscrawl.printable import iso
from newscrawl.selection import Selection


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    help="By default what FILE ends in, or jsonl.",
)
@click.option("-o", "--output", type=FILE, metavar="FILE", help="Write to this file; - is stdout.")
@click.option(
    "--manifest", type=FILE, metavar="FILE", help="The manifest, if not beside the output."
)
@click.option("--query", metavar="QUERY", help="With these words, as in newscrawl search.")
@selecting
@click.option("--as-of", metavar="TIME", help="As the archive was at this time (UTC).")
@click.option("--columns", metavar="NAMES", help="Only these, such as url,headline,body.")
@click.option("--raw", is_flag=True, help="CSV for programs: no byte order mark, no apostrophes.")
@click.option("--force", "is_forced", is_flag=True, help="Replace FILE and its manifest.")
@click.option("--from-manifest", "cited", type=FILE, metavar="FILE", help="Make this export again.")
@click.option("--verify", "verified", type=FILE, metavar="FILE", help="Check this export.")
@click.pass_context
def export(
    context: click.Context,
    /,
    output: Path | None,
    manifest: Path | None,
    cited: Path | None,
    verified: Path | None,
    is_forced: bool,
    selection: Selection,
    **asked: Any,
) -> None:
    """Write articles to a file for other programs: JSON Lines, CSV or Parquet.

    The rows are the view articles, by article_id. Beside FILE comes FILE.manifest.json, by which
    the export can be cited, checked with --verify, and made again with --from-manifest. Both end
    with 1 where the bytes are not the same, and say what changed. What is there already is replaced
    with --force alone.
    """
    output = None if output == Path("-") else output
    if cited is None and verified is None:
        _export(output, manifest, is_forced, selection=selection, **asked)
        return
    is_asked = any(asked.values()) or not selection.is_all
    if is_asked or (verified and (cited or manifest or is_forced)):
        raise UsageError("the manifest says what is exported: give no other options but -o FILE")
    if cited is not None:
        is_same = again(cited, output, manifest, is_forced)
    else:
        assert verified is not None
        is_same = verify(verified, output)
    context.exit(0 if is_same else 1)


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
        raise UsageError("--raw is for CSV")
    names, moment = chosen(columns), moment_of(as_of) if as_of else None
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
