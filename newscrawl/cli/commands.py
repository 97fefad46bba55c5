"""Find the command, run it, and end with a code and one line for what went wrong."""

import errno
import io
import os
import sys
import traceback
from importlib import import_module
from typing import NoReturn

import click

from newscrawl.cli.output import one_line, say
from newscrawl.cli.own_process import end_with_parent
from newscrawl.did_you_mean import unknown
from newscrawl.errors import NewscrawlError, UsageError, is_disk_full
from newscrawl.exit_code import ExitCode, code_of

#: Name and first line of help. A command stands in the module of its name, which is imported when
#: it is run: Scrapy and SQLAlchemy take a second that ``--help`` need not wait for.
COMMANDS = {
    "crawl": "Crawl OUTLET into the archive, from any folder.",
    "crawl-due": "Crawl every outlet that is due: the one command that cron needs.",
    "worker": "Crawl what is due, alongside other workers on the same archive, until stopped.",
    "workers": "List the archive's workers, and what each is doing.",
    "schedule": "Print what runs newscrawl regularly: lines for cron, or units for systemd.",
    "demo": "Crawl the bundled example site into an archive of its own, and show the result.",
    "extract": "Read one page and print its article as JSON.",
    "show": "Print an article from the archive.",
    "search": "Search the articles, best matches first.",
    "serve": "Serve the archive to your browser: search, read, and see what changed.",
    "export": "Export articles for other programs, as JSON Lines, CSV or Parquet.",
    "outlets": "List the outlets, with their last crawls and numbers of articles.",
    "links": "Account for every link that OUTLET ever listed.",
    "gaps": "Show the days for which the archive has too little of OUTLET.",
    "health": "Say which outlets need a look, and why.",
    "rules": "Review the boilerplate rules that the archive has learned.",
    "reclean": "Clean stored articles with today's rules.",
    "replay": "Read kept pages again with today's outlets and rules, or import WARC files.",
    "snapshots": "Verify, export and move the pages that are kept as WARC files.",
    "quarantine": "Review the pages that could not be stored, and retry them.",
    "upgrade": "Bring the archive's schema up to date.",
    "db": "Manage the archive's database.",
}
#: What is wrong with a file that somebody named: it is not there, not theirs, or no file.
_MISNAMED = {
    *(errno.ENOENT, errno.EACCES, errno.EPERM, errno.EROFS, errno.EISDIR, errno.ENOTDIR),
    *(errno.ENAMETOOLONG, errno.ELOOP, errno.ETXTBSY, errno.EEXIST),
}
#: What shells say of a program that Ctrl-C ended.
_INTERRUPTED = 130


class _Commands(click.Group):
    """The commands of the table, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command = getattr(import_module(f"newscrawl.cli.{name}"), name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise UsageError(unknown("command", args[0], COMMANDS))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newscrawl", message="%(prog)s %(version)s")
def newscrawl() -> None:
    """Archive the news: crawl outlets, read and search what they said, and when they changed it."""


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    end_with_parent()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # What a terminal cannot show, and half a surrogate pair, becomes an escape.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = newscrawl.main(args=args, prog_name="newscrawl", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(ExitCode.USAGE)
    except click.ClickException as error:
        _fail(error.format_message(), ExitCode.USAGE)
    except click.Abort:
        sys.exit(_INTERRUPTED)
    except NewscrawlError as error:
        _fail(str(error), code_of(error))
    except OSError as error:
        _end_of_output(error)
    except Exception as error:
        # Only where something went wrong: most commands need not wait for SQLAlchemy.
        from newscrawl.archive.database.sqlstate import plain

        told = plain(error)
        if told is None:
            say(traceback.format_exc())
            sys.exit(ExitCode.FAULT)
        _fail(str(told), code_of(told))
    sys.exit(code if isinstance(code, int) else ExitCode.COMPLETE)


def _fail(message: str, code: ExitCode) -> NoReturn:
    say(f"newscrawl: {one_line(message)}")
    sys.exit(code)


def _end_of_output(error: OSError) -> NoReturn:
    if error.errno == errno.EPIPE:
        # Whoever read us has gone. Nothing is left to flush when Python ends.
        sys.stdout = io.StringIO()
        sys.exit(ExitCode.FAULT)
    if error.errno in _MISNAMED and error.filename is not None:
        _fail(f"{os.fsdecode(error.filename)}: {error.strerror}", ExitCode.USAGE)
    _fail(str(error), ExitCode.DISK_FULL if is_disk_full(error) else ExitCode.FAULT)
