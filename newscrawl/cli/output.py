"""Print answers: tables on a terminal, plain lines in a pipe, JSON for scripts."""

import codecs
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias, TypeVar, cast

import click

from newscrawl.errors import UsageError
from newscrawl.printable import printable, printable_json

Row = TypeVar("Row")
#: A name in the rows of a table, or a title with a name or a function.
Column: TypeAlias = str | tuple[str, str | Callable[[Row], object]]


def one_line(text: str) -> str:
    return printable(" ".join(text.split()))


def print_text(text: str = "", color: str | None = None) -> None:
    """A line; its color is for terminals alone."""
    click.secho(printable(text), fg=color)


def print_matches(parts: Iterable[tuple[str, bool]]) -> None:
    """A line of parts, of which some are bold on a terminal."""
    shown = ((printable(part), is_bold) for part, is_bold in parts)
    click.echo(
        "".join(click.style(part, bold=True) if is_bold else part for part, is_bold in shown)
    )


def print_exactly(text: str) -> None:
    """What programs read and nobody on the web wrote: an address, a line for a crontab."""
    click.echo(text)


def say(line: str) -> None:
    """What is not the answer goes to stderr, so that the answer can be piped."""
    click.echo(printable(line), err=True)


def print_json(value: Any) -> None:
    """One JSON value, see ``printable_json``; in ASCII where stdout has no other letters."""
    is_unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    click.echo(printable_json(value, indent=2, is_ascii=not is_unicode))


@contextmanager
def bar(what: str, total: Callable[[], int] | None = None) -> Iterator[Callable[[int], None]]:
    """A bar that is told how much more is done, for people alone; asks what all is but for them."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total() if total else None)
        yield lambda more: progress.advance(task, more)


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


def print_rows(
    rows: Sequence[Row],
    columns: Sequence[Column[Row]],
    is_json: bool,
    nothing: str | None = None,
    facts: Callable[[Row], object] | None = None,
) -> None:
    """Rows, mappings or dataclasses, as a table or as JSON with all their facts.

    ``nothing`` is said in place of a table without rows.
    """
    if is_json:
        print_json([facts(row) if facts else _facts(row) for row in rows])
    elif not rows and nothing is not None:
        print_text(nothing)
    else:
        named = [(each, each) if isinstance(each, str) else each for each in columns]
        cells = [[_value(row, cell) for _, cell in named] for row in rows]
        print_table([title for title, _ in named], cells)


def _facts(row: Any) -> dict[str, Any]:
    return dict(row) if isinstance(row, Mapping) else asdict(row)


def _value(row: Any, cell: str | Callable[[Any], object]) -> object:
    if callable(cell):
        return cell(row)
    return row[cell] if isinstance(row, Mapping) else getattr(row, cell)


def shortened(text: str, longest: int) -> str:
    """The text in one line, of which an ellipsis stands for what goes past a length."""
    line = one_line(text)
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


@contextmanager
def required(path: Path | str) -> Iterator[None]:
    """Say in one line that a file which somebody named cannot be read."""
    try:
        yield
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error


@contextmanager
def stdout_bytes() -> Iterator[BinaryIO]:
    """Takes a file's bytes: a pipe gets them as they are, a terminal what it may have of them.

    They go past the encoding of stdout: a reader that goes away is heard of here.
    """
    sys.stdout.flush()
    if sys.stdout.isatty():
        yield cast("BinaryIO", _OnTerminal())
        return
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()


class _OnTerminal(io.RawIOBase):
    """Shows bytes as text."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("backslashreplace")

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        click.echo(printable(self._decoder.decode(bytes(content))), nl=False)
        return len(content)


def minute(moment: datetime | None) -> str:
    """A time for people, in UTC; a dash for none."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M}" if moment else "-"


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return minute(value)
    return "-" if value is None else one_line(str(value))
