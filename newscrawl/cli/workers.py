"""``newscrawl workers``: who does what."""

import click

from newscrawl.archive.database.sessions import reading
from newscrawl.archive.queries.operator_report import workers as rows_of
from newscrawl.cli.options import json_option
from newscrawl.cli.output import print_rows, say
from newscrawl.config import Config

_COLUMNS = ("worker", "place", "queues", ("seen", "seen_at"), "job", "outlet", "since")


@click.command()
@json_option
def workers(is_json: bool) -> None:
    """List the archive's workers, and what each is doing.

    A worker without a place has died, or belongs to another login. Others take over the work of a
    dead one half a minute after it was last seen.
    """
    with reading(Config.from_env().writer, say) as session:
        rows = rows_of(session)
    print_rows(rows, _COLUMNS, is_json, "no worker")
