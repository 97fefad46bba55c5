"""The archive in a notebook: ``newscrawl.connect()``, then ask it; nothing can be changed."""

import os
import weakref
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack
from datetime import datetime
from typing import Any, Unpack

from newscrawl.archive.database.sessions import Engine, opened_to_read
from newscrawl.archive.queries import sql_query as answers
from newscrawl.config import Config
from newscrawl.data_frames import Rows
from newscrawl.export.formats_and_columns import COLUMNS, ExportRequest, chosen, moment_of
from newscrawl.selection import Filters, selection_of

#: A question may take longer than what a command asks; an interrupt ends it before.
_OPTIONS = {"statement_timeout": "10min"}


class Archive(AbstractContextManager["Archive", None]):
    """An archive that is read. The embedded server runs until this is closed, or no more used."""

    def __init__(self, engine: Engine, stack: ExitStack) -> None:
        self._engine = engine
        self._close = weakref.finalize(self, stack.close)

    def articles(
        self,
        *,
        as_of: datetime | str | None = None,
        columns: Sequence[str] = tuple(COLUMNS),
        **filters: Unpack[Filters],
    ) -> Rows:
        """Articles by ``article_id``, as they were at ``as_of``: the rows of an export."""
        moment = moment_of(as_of) if isinstance(as_of, str) else as_of
        request = ExportRequest(
            selection=selection_of(filters),
            as_of=moment or answers.moment(self._engine),
            columns=chosen(",".join(columns)),
        )
        return answers.articles(self._engine, request)

    def sql(self, statement: str, **values: Any) -> Rows:
        """What a query gives; each of ``values`` stands in it as ``:name``."""
        return answers.answer(self._engine, statement, values)

    def close(self) -> None:
        self._close()

    def __exit__(self, *_: object) -> None:
        self.close()


def connect(url: str | None = None) -> Archive:
    """The archive at a URL such as ``newscrawl db url`` prints, or else the one of this machine.

    Raises what ``newscrawl`` says of an archive that is empty, old, or not to be reached.
    """
    given = {"NEWSCRAWL_DATABASE_URL": url, "NEWSCRAWL_READ_URL": ""} if url else {}
    config = Config.from_env({**os.environ, **given})
    with ExitStack() as stack:
        # What the embedded server tells while it starts is no part of a notebook.
        engine = stack.enter_context(opened_to_read(config, lambda _: None, **_OPTIONS))
        return Archive(engine, stack.pop_all())
