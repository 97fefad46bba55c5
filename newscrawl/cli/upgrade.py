"""``newscrawl upgrade``: the schema that this version of newscrawl needs."""

import click

from newscrawl.archive.embedded import open_database
from newscrawl.archive.engine import connect, wait_until_up
from newscrawl.archive.migrate import upgrade as upgrade_schema
from newscrawl.archive.reading import WAIT
from newscrawl.cli.db import say
from newscrawl.config import Config


@click.command()
def upgrade() -> None:
    """Bring the archive's schema up to date.

    Every crawl does the same when it begins.
    """
    with open_database(Config.from_env(), say) as url:
        engine = connect(url)
        try:
            wait_until_up(engine, WAIT)
            is_changed = upgrade_schema(engine)
        finally:
            engine.dispose()
    click.echo("the schema was brought up to date" if is_changed else "the schema is up to date")
