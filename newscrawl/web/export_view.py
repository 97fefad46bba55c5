"""A search as files to be kept and cited: all its articles and their manifest, in one archive."""

from collections.abc import Callable
from datetime import UTC
from functools import partial
from importlib.util import find_spec
from tempfile import TemporaryFile
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from flask import Flask, Response, request, send_file

from newscrawl.archive.database.sessions import Session
from newscrawl.archive.queries.export_rows import export, freeze, settle
from newscrawl.archive.queries.unanswerable import require_answerable
from newscrawl.errors import UsageError
from newscrawl.export.formats_and_columns import ExportRequest, Format
from newscrawl.export.manifest import as_json
from newscrawl.selection import Selection
from newscrawl.web import answers, parameters
from newscrawl.web.archive_reader import WebArchive
from newscrawl.web.failures import TooBusy
from newscrawl.web.parameters import CHOOSING, selection_in

#: Articles that are handed out so; the command has no limit.
_MOST = 50_000
#: Seconds that one of its statements may take: to count them all is more than a page asks.
_PATIENCE = 60


def formats() -> tuple[Format, ...]:
    """Parquet needs a library that not everybody has."""
    has_arrow = find_spec("pyarrow") is not None
    return tuple(form for form in Format if form is not Format.PARQUET or has_arrow)


def addresses() -> dict[Format, str]:
    """Where the articles of the search that is shown are to be had as files."""
    chosen = {name: value for name, value in request.args.items() if name in CHOOSING}
    return {form: answers.asked("/export.zip", {**chosen, "format": form}) for form in formats()}


def add(app: Flask, archive: WebArchive) -> None:
    def exported() -> Response:
        parameters.check_names(request.args, (*CHOOSING, "format"))
        form = Format(parameters.choice(request.args, "format", formats()) or Format.JSONL)
        selection = selection_in(request.args)
        if not archive.searches.acquire(blocking=False):
            raise TooBusy
        # It is on the disk alone: an export may be larger than the memory.
        file = TemporaryFile()  # noqa: SIM115 - it is closed when the answer was sent
        try:
            with archive.session() as session:
                name = _pack(file, session, selection, form)
        except BaseException:
            file.close()
            raise
        finally:
            archive.searches.release()
        file.seek(0)
        return send_file(file, mimetype="application/zip", as_attachment=True, download_name=name)

    app.add_url_rule("/export.zip", "export", exported)


def _pack(file: BinaryIO, session: Session, selection: Selection, form: Format) -> str:
    """Write the articles and their manifest, and tell how the file is to be called."""
    asked = ExportRequest(selection=selection, as_of=settle(session, None), format=form)
    name = f"articles-{asked.as_of.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    freeze(session, _PATIENCE)
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        with packed.open(f"{name}.{form}", "w", force_zip64=True) as rows:
            begin = partial(_begin, session, selection)
            manifest = export(session, asked, rows, f"{name}.{form}", begin)  # type: ignore[arg-type]
        packed.writestr(f"{name}.{form}.manifest.json", as_json(manifest))
    return f"{name}.zip"


def _begin(session: Session, selection: Selection, rows: int) -> Callable[[int], object]:
    """Raises ``UsageError`` for more than are handed out, or a filter that fits nothing at all."""
    if not rows:
        require_answerable(session, selection)
    if rows > _MOST:
        raise UsageError(
            f"{rows:,} articles are more than the {_MOST:,} that are handed out here: choose fewer,"
            " or use the command newscrawl export"
        )
    return lambda _: None
