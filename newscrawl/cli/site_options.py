"""The options by which a command looks at a site's pages: saved ones, or how politely to ask."""

from collections.abc import Callable
from pathlib import Path

import click

Command = Callable[..., int]


def site_options(*, pages: str, delay: str) -> Callable[[Command], Command]:
    """``--pages`` as ``folder``, ``--mirror`` and ``--delay``, each told in the command's words."""
    options = (
        click.option(
            "--pages", "folder", type=click.Path(path_type=Path), metavar="DIR", help=pages
        ),
        click.option("--mirror", metavar="URL", help="Fetch from this address instead."),
        click.option("--delay", metavar="SECONDS", type=click.FloatRange(0, 60), help=delay),
    )

    def given(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return given
