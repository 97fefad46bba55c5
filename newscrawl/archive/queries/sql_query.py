"""Ask the archive in SQL, and learn of what type each column of the answer is."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult, Engine, text
from sqlalchemy.exc import StatementError

from newscrawl.archive.database.archive_clock import now
from newscrawl.archive.database.engine import run_as_written
from newscrawl.archive.database.sessions import Session, plain_errors
from newscrawl.archive.database.sqlstate import first_line, is_forbidden, plain
from newscrawl.archive.queries.export_rows import freeze, read_rows
from newscrawl.archive.queries.unanswerable import require_answerable
from newscrawl.data_frames import Rows, Type
from newscrawl.errors import ArchiveError, UsageError
from newscrawl.export.formats_and_columns import COLUMNS, ExportRequest

#: By the numbers that Postgres gives its types.
_TYPES = {
    **dict.fromkeys((20, 21, 23, 26), Type.NUMBER),
    **dict.fromkeys((700, 701, 1700), Type.FRACTION),
    **dict.fromkeys((18, 19, 25, 1042, 1043), Type.TEXT),
    **dict.fromkeys((1009, 1015), Type.TEXTS),
    **dict.fromkeys((1005, 1007, 1016), Type.NUMBERS),
    **dict.fromkeys((114, 3802), Type.JSON),
    16: Type.TRUTH,
    1082: Type.DAY,
    1114: Type.LOCAL_MOMENT,
    1184: Type.MOMENT,
    1186: Type.SPAN,
}


def articles(engine: Engine, request: ExportRequest) -> Rows:
    """The articles that an export of this request would hold."""
    with plain_errors(), Session(engine) as session:
        freeze(session)
        values = [tuple(row) for rows in read_rows(session, request) for row in rows]
        if not values:
            require_answerable(session, request.selection)
    # What has no type of its name, images, is JSON.
    types = tuple(Type.__members__.get(COLUMNS[n].name, Type.JSON) for n in request.columns)
    return Rows(request.columns, types, values)


def moment(engine: Engine) -> datetime:
    """What the archive's clock says."""
    with plain_errors(), Session(engine) as session:
        return now(session)


def answer(engine: Engine, statement: str, values: Mapping[str, Any]) -> Rows:
    """What a statement gives; without ``values`` no colon and no percent sign of it is read.

    Raises ``UsageError`` for what the database does not understand, or would have to write for.
    """
    try:
        with engine.connect() as connection:
            if values:
                return _rows(connection.execute(text(statement), values))
            return _rows(run_as_written(connection, statement))
    except StatementError as error:
        told = plain(error)
        if told is not None and (isinstance(told, ArchiveError) or is_forbidden(error)):
            raise told from error
        raise UsageError(first_line(error)) from error


def _rows(result: CursorResult[Any]) -> Rows:
    if not result.returns_rows:
        raise UsageError("the statement gives no rows")
    columns = tuple(result.keys())
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if twice:
        raise UsageError(f"two columns are named {', '.join(twice)}: name them with AS")
    assert result.cursor is not None
    described: Any = result.cursor.description
    types = tuple(_TYPES.get(column[1], Type.OTHER) for column in described)
    return Rows(columns, types, [tuple(row) for row in result])
