"""``docs/commands.md`` says what ``--help`` says."""

from collections.abc import Iterator
from pathlib import Path

import click

from newscrawl.cli import newscrawl
from newscrawl.cli.commands import COMMANDS
from newscrawl.errors import NewscrawlError
from newscrawl.exit_code import ExitCode, code_of
from tests.rows import every_row

DOCS = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")


def commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


ALL = list(commands(newscrawl, "newscrawl"))
every_command = every_row(("path", "command"), ALL)


def section(path: str) -> str:
    """What the docs say of a command, up to the next heading, with white space folded."""
    parts = DOCS.replace("\n### ", "\n## ").split("\n## ")
    name = path.removeprefix("newscrawl ")
    found = [part for part in parts if f"{part}\n".startswith((f"{path}\n", f"{path} "))]
    assert found, f"no section on {name}"
    return " ".join(found[0].split())


@every_command
def test_the_docs_hold_all_of_a_commands_help(path: str, command: click.Command) -> None:
    assert command.help is not None
    assert [p for p in command.help.split("\n\n") if " ".join(p.split()) not in section(path)] == []


@every_command
def test_the_docs_hold_every_option(path: str, command: click.Command) -> None:
    options = [each for each in command.params if isinstance(each, click.Option)]
    said = {each.opts[0]: each.help for each in options}

    missing = [name for name, text in said.items() if f"| {text} |" not in section(path)]

    assert missing == [name for name in said if f"`{name}" not in section(path)] == []


@every_row("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    command = newscrawl.get_command(click.Context(newscrawl), name)

    assert command is not None
    assert (command.help or "").split("\n\n")[0].replace("\n", " ") == COMMANDS[name]


def errors(kind: type[NewscrawlError]) -> Iterator[type[NewscrawlError]]:
    yield kind
    for each in kind.__subclasses__():
        yield from errors(each)


@every_row("kind", [*errors(NewscrawlError)])
def test_the_code_of_every_error_is_documented(kind: type[NewscrawlError]) -> None:
    code: ExitCode = code_of(kind.__new__(kind))

    assert f"| {int(code)} |" in DOCS
