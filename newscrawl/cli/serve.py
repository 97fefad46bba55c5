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
    help="Listen on this port; 0 picks a free one.",
)
@click.option(
    "--allow-review",
    "is_reviewing",
    is_flag=True,
    help="Allow learned rules to be accepted and refused.",
)
@click.option("--open", "is_opening", is_flag=True, help="Open it in a browser.")
def serve(host: str, port: int, is_reviewing: bool, is_opening: bool) -> None:
    """Serve the archive to your browser: search, read, and see what changed.

    By default only this machine can reach the pages. They are read-only, unless you give
    --allow-review. There is no login: with another ADDRESS, whoever can reach it can read the whole
    archive.
    """
    try:
        from newscrawl.web.archive_reader import WebArchive
        from newscrawl.web.serving import is_loopback
        from newscrawl.web.serving import serve as run
    except ModuleNotFoundError as error:
        raise ConfigError("serve needs Flask and waitress: pip install 'newscrawl[web]'") from error

    if is_reviewing and not is_loopback(host):
        raise UsageError(
            "--allow-review works on this machine only: elsewhere anybody could decide"
        )

    def begun(address: str) -> None:
        print_text(address)
        if not is_loopback(host):
            say("newscrawl: anybody who can reach this address can read the whole archive")
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
