"""``newscrawl serve``: the archive in a browser."""

import webbrowser
from contextlib import nullcontext
from functools import partial

import click

from newscrawl.archive.database.sessions import opened_to_read, writing
from newscrawl.archive.learning.learn_outlet import decide_and_apply
from newscrawl.cli.output import print_text, say
from newscrawl.config import Config
from newscrawl.errors import ConfigError, UsageError

#: For how long a session of the pages may ask.
_OPTIONS = {"statement_timeout": "5s"}


@click.command()
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="Listen on this address.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8642,
    metavar="N",
    help="Listen on this port; 0 is any free one.",
)
@click.option(
    "--allow-review",
    "is_reviewing",
    is_flag=True,
    help="Let learned rules be accepted and refused.",
)
@click.option("--open", "is_opening", is_flag=True, help="Open a browser on it.")
def serve(host: str, port: int, is_reviewing: bool, is_opening: bool) -> None:
    """Show the archive in a browser: search it, read it, and see what was changed.

    Pages are served on this machine alone, and can change nothing, but for what --allow-review
    allows. Whoever reaches another ADDRESS may read the whole archive: there is no login.
    """
    try:
        from newscrawl.web.archive_reader import WebArchive
        from newscrawl.web.serving import is_loopback
        from newscrawl.web.serving import serve as run
    except ModuleNotFoundError as error:
        raise ConfigError("serve needs Flask and waitress: pip install 'newscrawl[web]'") from error

    if is_reviewing and not is_loopback(host):
        raise UsageError("--allow-review is for this machine alone: anybody could decide elsewhere")

    def begun(address: str) -> None:
        print_text(address)
        if not is_loopback(host):
            say("newscrawl: whoever reaches this address may read the whole archive")
        if is_opening:
            webbrowser.open(address)

    config = Config.from_env()
    with (
        opened_to_read(config, say, **_OPTIONS) as engine,
        # Who decides does so as newscrawl rules does, on connections that may write.
        writing(config, say) if is_reviewing else nullcontext() as sessions,
    ):
        review = partial(decide_and_apply, sessions) if sessions else None
        archive = WebArchive(engine=engine, home=config.home, review=review)
        run(archive, host, port, begun)
