"""``newscrawl serve``: the archive in a browser."""

import webbrowser

import click

from newscrawl.archive.database.sessions import opened
from newscrawl.cli.output import print_text, say
from newscrawl.config import Config
from newscrawl.errors import ConfigError

#: What a session of the pages may do, and for how long.
_OPTIONS = {"default_transaction_read_only": "on", "statement_timeout": "5s"}


@click.command()
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="Listen on this address.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8642,
    metavar="N",
    help="Listen on this port; 0 is any free one.",
)
@click.option("--open", "is_opening", is_flag=True, help="Open a browser on it.")
def serve(host: str, port: int, is_opening: bool) -> None:
    """Show the archive in a browser: search it, read it, and see what was changed.

    Pages are served on this machine alone, and can change nothing. Whoever reaches another ADDRESS
    may read the whole archive: there is no login.
    """
    try:
        from newscrawl.web.serving import is_loopback
        from newscrawl.web.serving import serve as run
    except ModuleNotFoundError as error:
        raise ConfigError("serve needs Flask and waitress: pip install 'newscrawl[web]'") from error

    def begun(address: str) -> None:
        print_text(address)
        if not is_loopback(host):
            say("newscrawl: whoever reaches this address may read the whole archive")
        if is_opening:
            webbrowser.open(address)

    config = Config.from_env()
    with opened(config, say, **_OPTIONS) as engine:
        run(config, engine, host, port, begun)
