"""Read the archive as it had been recorded by a moment: row by row, in one order, for a file."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, BinaryIO

from sqlalchemy import Row, TextClause, text
from sqlalchemy.orm import Session

from newscrawl.archive.database.archive_clock import now
from newscrawl.archive.queries.query_values import FILTERS, values_of
from newscrawl.errors import ArchiveError, UsageError
from newscrawl.export.export_files import Hashed, writer_of
from newscrawl.export.formats_and_columns import ExportRequest, Format
from newscrawl.export.manifest import Manifest, OutletPart
from newscrawl.export.parquet import arrow_library
from newscrawl.version import __version__

#: Settings of a session that exports: a slow reader of a pipe, and the first row of a million,
#: may keep a statement and a transaction waiting.
PATIENT = {"statement_timeout": "0", "idle_in_transaction_session_timeout": "0"}
#: Seconds until a transaction that has begun is sure to be seen.
_BEGUN = 0.1
#: Rows that are fetched at a time.
_FETCHED = 500

Progress = Callable[[int], object]


def settle(session: Session, wanted: datetime | None) -> datetime:
    """The moment of an export: that which is wanted, or else this one.

    It is earlier where a transaction that began before it may still record something: whatever
    is exported can be exported again. Raises ``UsageError`` for a moment to come.
    """
    moment = now(session)
    session.rollback()
    if wanted is not None and wanted > moment:
        raise UsageError(f"{wanted.isoformat()} is in the future")
    time.sleep(_BEGUN)
    settled: datetime = session.scalars(_SETTLED, {"moment": wanted or moment}).one()
    session.rollback()
    return settled


_SETTLED = text("SELECT settled_by(:moment)")
# What the function leaves out by this name may hold no other transaction back.
_READING = text("SET LOCAL application_name = 'newscrawl reading'")
_PATIENCE = text("SELECT set_config('statement_timeout', :bound, true)")


def freeze(session: Session, patience: int | None = None) -> None:
    """Let the session see the archive as it is, whatever crawls do meanwhile, until it ends.

    Its statements may take ``patience`` seconds each, whatever the session's own bound is.
    """
    session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    session.execute(_READING)
    if patience is not None:
        session.execute(_PATIENCE, {"bound": f"{patience}s"})


_SELECTED = """
FROM (SELECT * FROM (SELECT *, revision_count > 1 AS is_edited FROM articles_as_of(:as_of)) AS known
      WHERE {filters}) AS a
JOIN recorded AS r USING (revision_id)
WHERE cast(:query AS text) IS NULL OR revision_fits(a.revision_id, :query)
"""
_PARTS = f"""
SELECT a.outlet, r.extractor_version, r.rules_version, count(*) AS articles {_SELECTED}
GROUP BY a.outlet, r.extractor_version, r.rules_version ORDER BY 1, 2, 3
"""
_ROWS = f"SELECT {{columns}} {_SELECTED} ORDER BY a.article_id"
_FILTERS = text(f"SELECT article_filters({FILTERS})")
_SCHEMA = text("SELECT version_num FROM alembic_version")
# What tells whether a name is written nearly like another.
_COMPARING = text("SELECT extversion FROM pg_extension WHERE extname = 'pg_trgm'")


def export(
    session: Session,
    request: ExportRequest,
    file: BinaryIO | None,
    name: str | None,
    begin: Callable[[int], Progress],
) -> Manifest:
    """Write what is requested, and tell what it is; without a file it is only told.

    ``begin`` is called with the number of rows, and what it gives back with each number that was
    written. Raises ``ArchiveError`` where the rows are not as many as there are. The session must
    be frozen.
    """
    parts = outlet_parts(session, request)
    expected = sum(part.articles for part in parts.values())
    progress, hashed = begin(expected), Hashed(file)
    writer, written = writer_of(request, hashed), 0  # type: ignore[arg-type]
    for rows in read_rows(session, request):
        for row in rows:
            writer.write(tuple(row))
        written += len(rows)
        progress(len(rows))
    writer.close()
    if written != expected:
        raise ArchiveError(f"the database returned {written} of {expected} articles")
    return Manifest(
        request=request,
        file=name,
        rows=written,
        bytes=hashed.size,
        sha256=hashed.sha256,
        outlets=parts,
        versions=_versions(session, request),
    )


def read_rows(session: Session, request: ExportRequest) -> Iterator[Sequence[Row[Any]]]:
    """The rows by ``article_id``, some hundreds at a time; the client holds no more of them."""
    columns = ", ".join(f"a.{name}" for name in request.columns)
    asked = _asked(session, request, _ROWS, columns=columns)
    options = {"stream_results": True, "max_row_buffer": _FETCHED}
    found = session.execute(*asked, execution_options=options)
    yield from found.partitions(_FETCHED)


def outlet_parts(session: Session, request: ExportRequest) -> dict[str, OutletPart]:
    """How many articles of each outlet there are, and what has read them."""
    counts = defaultdict[str, tuple[Counter[str], Counter[str]]](lambda: (Counter(), Counter()))
    for row in session.execute(*_asked(session, request, _PARTS)):
        extractors, rules = counts[row.outlet]
        extractors[row.extractor_version] += row.articles
        rules[row.rules_version] += row.articles
    return {
        outlet: OutletPart(articles=r.total(), extractor_versions=dict(e), rules_versions=dict(r))
        for outlet, (e, r) in counts.items()
    }


def _asked(
    session: Session, request: ExportRequest, statement: str, **parts: str
) -> tuple[TextClause, dict[str, object]]:
    """The statement with the filters in their places, and the values that it takes."""
    values = {**values_of(request.selection), "as_of": request.as_of}
    filters = session.scalars(_FILTERS, values).one()
    # A name may have a colon, which is no mark for a value then.
    return text(statement.format(filters=filters.replace(":", r"\:"), **parts)), values


def _versions(session: Session, request: ExportRequest) -> dict[str, str]:
    versions = {"newscrawl": __version__, "schema": session.scalars(_SCHEMA).one()}
    if request.selection.author is not None and (compared := session.scalar(_COMPARING)):
        versions["pg_trgm"] = compared
    if request.format is Format.PARQUET:
        versions["pyarrow"] = arrow_library().__version__
    return versions
