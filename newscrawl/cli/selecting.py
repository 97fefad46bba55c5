"""The options by which a command chooses articles."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from newscrawl.selection import NAMES, selection_of

_DAY = click.DateTime(["%Y-%m-%d"])
_OPTIONS = (
    click.option("--outlet", metavar="NAME", help="Only articles of this outlet."),
    click.option(
        "--since", type=_DAY, metavar="DATE", help="Published on this day or later (UTC)."
    ),
    click.option(
        "--until", type=_DAY, metavar="DATE", help="Published on this day or earlier (UTC)."
    ),
    click.option(
        "--author", metavar="NAME", help="By an author with this name, or one much like it."
    ),
    click.option("--section", metavar="NAME", help="In this section of the outlet."),
    click.option("--language", metavar="CODE", help="In this language, such as en or ru."),
    click.option("--edited/--unedited", default=None, help="Whether the outlet changed it."),
    click.option("--gone/--not-gone", default=None, help="Whether the outlet took it away."),
)


def selecting(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options, and hand it what they choose as ``selection``.

    The words have another place in each command: it declares ``query`` itself.
    """

    @wraps(command)
    def chosen(*args: Any, **given: Any) -> None:
        selection = selection_of({name: given.pop(name) for name in NAMES})
        command(*args, selection=selection, **given)

    for option in reversed(_OPTIONS):
        chosen = option(chosen)
    return chosen
