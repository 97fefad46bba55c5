"""Every command line in the README and the docs can be typed as it stands there."""

import re
import shlex
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import click
import pytest

from newscrawl.cli import newscrawl
from newscrawl.crawl.arguments import read_arguments
from newscrawl.errors import NewscrawlError
from newscrawl.outlets import load_outlet
from tests.rows import every_row

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`((?:[A-Z_]+=\S* )?(?:newscrawl|scrapy) [^`]+)`")
_OURS = ("newscrawl", "scrapy")
#: What a command follows: the end of another, a prompt, a variable, the times of a crontab.
_BEFORE = re.compile(r"[;&|]+|\$|[A-Z_]+=.*|[\d*/]+")
#: An outlet of the docs' own; ``tests/outlets/test_documented.py`` crawls it.
_INVENTED = {"gazette"}


def documented() -> Iterator[tuple[str, list[str]]]:
    """The command lines of ours, each with the file that it stands in."""
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        text = path.read_text(encoding="utf-8")
        blocks = [block for language, block in _BLOCK.findall(text) if language in ("", "sh")]
        lines = [line for block in blocks for line in block.splitlines()]
        spans = [" ".join(span.split()) for span in _SPAN.findall(_BLOCK.sub("", text))]
        for line in lines + spans:
            if re.search(r"\b(newscrawl|scrapy) ", line):
                yield from ((path.name, command) for command in commands_in(line))


def commands_in(line: str) -> Iterator[list[str]]:
    """Those of a line of a shell or of a crontab, up to a pipe, another command or a file."""
    words = shlex.shlex(line, posix=True, punctuation_chars=True)
    words.whitespace_split = True
    command: list[str] = []
    for before, word in pairwise([";", *words, ";"]):
        name = word.rpartition("/")[2] if "=" not in word else ""
        if command and set(word) <= set("();<>|&"):
            yield command
            command = []
        elif command or (name in _OURS and _BEFORE.fullmatch(before)):
            command.append(word if command else name)


def parse(command: click.Command, words: list[str], parent: click.Context | None = None) -> None:
    """Let click read a command line, and call nothing."""
    try:
        context = command.make_context(command.name, list(words), parent=parent)
    except (click.MissingParameter, click.exceptions.NoArgsIsHelpError):
        # The bare name of a command stands for it in a sentence.
        if words:
            raise
        return
    if isinstance(command, click.Group):
        rest = [*context._protected_args, *context.args]
        if not rest and command.invoke_without_command:
            return
        _, chosen, given = command.resolve_command(context, rest)
        assert chosen is not None
        parse(chosen, given, context)


def check_crawl(words: list[str]) -> None:
    """``scrapy crawl``: the outlet is there, and takes these arguments."""
    outlet, *rest = words
    options = list(zip(rest[::2], rest[1::2], strict=True))
    assert {option for option, _ in options} <= {"-a", "-s"}
    given = dict(value.split("=", 1) for option, value in options if option == "-a")
    if outlet not in _INVENTED:
        read_arguments(load_outlet(outlet), given)


ALL = {" ".join(command): (name, command) for name, command in documented()}


def test_all_of_the_docs_are_looked_through() -> None:
    assert len(ALL) > 80
    assert {"README.md", "outlets.md", "commands.md", "schedule.md"} <= {
        name for name, _ in ALL.values()
    }


@every_row("line", ALL)
def test_a_documented_command_can_be_typed(line: str) -> None:
    program, *words = ALL[line][1]

    if program == "newscrawl":
        parse(newscrawl, words)
    if words[:1] == ["crawl"] and words[1:]:
        check_crawl(words[1:])
    elif program == "scrapy":
        assert words in (["list"], ["crawl"])


@pytest.mark.parametrize(
    "line",
    [
        "newscrawl show 1 --removd",
        "newscrawl links --missing",
        "newscrawl quarantine lst",
        "newscrawl rules list --state nice | head",
        "scrapy crawl moscow_tims",
        "scrapy crawl moscow_times -a color=red",
    ],
)
def test_a_command_that_is_none_would_be_found(line: str) -> None:
    [(program, *words)] = commands_in(line)

    with pytest.raises((click.ClickException, NewscrawlError)):
        parse(newscrawl, words) if program == "newscrawl" else check_crawl(words[1:])
