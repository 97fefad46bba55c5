"""``newscrawl upgrade``: the schema that this version of newscrawl needs."""

import click

from newscrawl.archive.database.migrate import upgrade_by_hand
from newscrawl.archive.database.sessions import made
from newscrawl.cli.output import print_text, say
from newscrawl.config import Config


@click.command()
def upgrade() -> None:
    """Bring the archive's schema up to date.

    Every crawl does this when it starts, but leaves alone what a newer newscrawl made.
    """
    with made(Config.from_env(), say) as engine:
        is_changed = upgrade_by_hand(engine)
    print_text("the schema was brought up to date" if is_changed else "the schema is up to date")
