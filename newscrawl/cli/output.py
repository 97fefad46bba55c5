"""Print answers: tables on a terminal, plain lines in a pipe, JSON for scripts."""

import json
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import click

#: A page's text may carry codes that would move the cursor or rename the terminal.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def printable(text: str) -> str:
    """The text without what a terminal would obey."""
    return _CONTROLS.sub("\ufffd", text)


def one_line(text: str) -> str:
    return printable(" ".join(text.split()))


def print_text(text: str = "", color: str | None = None) -> None:
    """A line; its color is for terminals alone."""
    click.secho(printable(text), fg=color)


def print_json(value: Any) -> None:
    """One JSON value; times are ISO 8601 in UTC."""
    is_unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    click.echo(json.dumps(value, ensure_ascii=not is_unicode, indent=2, default=iso))


def print_table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table where a person looks; else lines of cells with tabs between them."""
    cells = [[_cell(value) for value in row] for row in rows]
    if not sys.stdout.isatty():
        for line in (columns, *cells):
            click.echo("\t".join(line))
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=SIMPLE_HEAD, pad_edge=False)
    for line in cells:
        table.add_row(*map(Text, line))
    Console().print(table)


def iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def minute(moment: datetime | None) -> str:
    """A time for people, in UTC; a dash for none."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M}" if moment else "-"


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return minute(value)
    return "-" if value is None else one_line(str(value))
