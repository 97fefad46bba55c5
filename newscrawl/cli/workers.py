"""``newscrawl workers``: who does what."""

from dataclasses import asdict

import click

from newscrawl.archive.database.sessions import reading
from newscrawl.archive.queries.worker_rows import workers as rows_of
from newscrawl.cli.options import json_option
from newscrawl.cli.output import print_json, print_table, print_text, say
from newscrawl.config import Config


@click.command()
@json_option
def workers(is_json: bool) -> None:
    """List the workers of the archive, and what each of them does.

    One without a place has died, or is another login's; what it did is taken again half a minute
    after it was last seen.
    """
    with reading(Config.from_env().writer, say) as session:
        rows = rows_of(session)
    if is_json:
        print_json([asdict(row) for row in rows])
    elif rows:
        columns = "worker", "place", "queues", "seen", "job", "outlet", "since"
        print_table(columns, [tuple(asdict(row).values()) for row in rows])
    else:
        print_text("no worker")
