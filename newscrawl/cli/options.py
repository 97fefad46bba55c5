"""The options that several commands have in common, each written once."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from newscrawl.errors import UsageError
from newscrawl.selection import NAMES, selection_of

T = TypeVar("T")
Command = TypeVar("Command", bound=Callable[..., Any])


class _Day(click.DateTime):
    """A day; what is none is said without the signs of ``strptime``."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx).date()
        except click.BadParameter:
            self.fail(f"{value!r} is not a day such as 2026-03-01", param, ctx)


class _Given(click.types.StringParamType):
    """A text that says something: the empty one, of a script's unset variable, names nothing.

    (``Path("")`` is the folder in which we run, and no outlet is not all of them.)
    """

    def __init__(self, meaning: Callable[[str], Any] = str) -> None:
        self._meaning = meaning

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value).strip():
            self.fail(f"{value!r} is empty", param, ctx)
        return self._meaning(value)


DAY = _Day(["%Y-%m-%d"])
FILE = _Given(Path)
#: A name of which the command itself finds out whose it is.
NAMED = _Given()

json_option = click.option("--json", "is_json", is_flag=True, help="Print JSON.")
all_json_option = click.option(
    "--json", "is_json", is_flag=True, help="Print all changes as JSON, not a sample."
)
since_option = click.option(
    "--since", metavar="DATE", type=DAY, help="Published on or after this day."
)
compare_option = click.option(
    "--dry-run", is_flag=True, help="Show what would change, without changing it."
)
_SELECTING = (
    click.option("--outlet", metavar="NAME", help="Only articles of this outlet."),
    click.option("--since", type=DAY, metavar="DATE", help="Published on or after this day (UTC)."),
    click.option(
        "--until", type=DAY, metavar="DATE", help="Published on or before this day (UTC)."
    ),
    click.option("--author", metavar="NAME", help="By an author with this name or a similar one."),
    click.option("--section", metavar="NAME", help="In this section of the outlet."),
    click.option("--language", metavar="CODE", help="In this language, such as en or ru."),
    click.option(
        "--edited/--unedited",
        default=None,
        help="Only articles that the outlet edited, or did not.",
    ),
    click.option(
        "--gone/--not-gone", default=None, help="Only articles that the outlet deleted, or did not."
    ),
)


def outlet_option(says: str) -> Callable[[Command], Command]:
    """``--outlet``, told in the command's words."""
    return click.option("--outlet", metavar="NAME", type=NAMED, help=says)


def require_article(given: str) -> None:
    """Raise ``UsageError`` for what can be no article's number and none of its URLs."""
    if not (given.isdecimal() or "." in given):
        raise UsageError(f"ARTICLE is a number or a URL, not {given!r}")


def selecting(command: Callable[..., T]) -> Callable[..., T]:
    """Give a command what chooses articles, and hand it what was chosen as ``selection``.

    The words have another place in each command: it declares ``query`` itself.
    """

    @wraps(command)
    def chosen(*args: Any, **given: Any) -> T:
        selection = selection_of({name: given.pop(name) for name in NAMES})
        return command(*args, selection=selection, **given)

    return _with(_SELECTING, chosen)


def site_options(*, pages: str, delay: str) -> Callable[[Command], Command]:
    """How a site's pages are looked at, each told in the command's words: saved, or how politely.

    ``--pages`` as ``folder``, ``--mirror`` and ``--delay``.
    """
    options = (
        click.option("--pages", "folder", type=FILE, metavar="DIR", help=pages),
        click.option("--mirror", metavar="URL", help="Fetch the site from this address instead."),
        click.option("--delay", metavar="SECONDS", type=click.FloatRange(0, 60), help=delay),
    )
    return lambda command: _with(options, command)


def _with(options: tuple[Callable[[Command], Command], ...], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
