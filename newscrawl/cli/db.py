"""The ``db`` commands: start, stop, look into and copy the archive's database."""

import signal
import subprocess
import sys
from pathlib import Path

import click

from newscrawl.archive.database.backup import back_up, connection_of, libpq_url
from newscrawl.archive.database.backup import restore as restore_backup
from newscrawl.archive.database.grants import ReaderLogin, new_password
from newscrawl.archive.database.grants import grant_reader as grant
from newscrawl.archive.database.rebuild import rebuild as rebuild_archive
from newscrawl.archive.database.sessions import opened
from newscrawl.archive.postgres.binaries import REMEDY, find_program
from newscrawl.archive.postgres.embedded_server import Server, open_database
from newscrawl.cli.options import FILE
from newscrawl.cli.output import print_exactly, say
from newscrawl.config import Config
from newscrawl.errors import ConfigError, UsageError


@click.group()
def db() -> None:
    """Manage the archive's database."""


@db.command()
def url() -> None:
    """Print the database's URL, for psql and the like.

    This starts the embedded server, which then runs until `newscrawl db stop`.
    """
    config = Config.from_env()
    if config.database_url is not None:
        print_exactly(libpq_url(config.database_url))
        return
    address = Server(config.home, config.pg_bin, say).keep()
    say("the embedded Postgres runs until: newscrawl db stop")
    print_exactly(libpq_url(address))


@db.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
@click.argument("args", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def psql(context: click.Context, args: tuple[str, ...]) -> None:
    """Open psql on the database, with ARGS."""
    config = Config.from_env()
    program = find_program("psql", config.pg_bin)
    if program is None:
        raise ConfigError(f"no psql on this machine: {REMEDY}, or install postgresql-client")
    with open_database(config, say) as address:
        bare, environment = connection_of(address)
        # Ctrl-C ends a query in psql; it must not end us, who hold the server for it.
        before = signal.signal(signal.SIGINT, lambda *_: None)
        try:
            done = subprocess.run([program, bare, *args], env=environment, check=False)
        finally:
            signal.signal(signal.SIGINT, before)
    # As shells say it when a signal ended a program.
    context.exit(done.returncode if done.returncode >= 0 else 128 - done.returncode)


@db.command()
def start() -> None:
    """Start the embedded server, and keep it running until `db stop`."""
    _embedded(Config.from_env()).keep()
    say("the embedded Postgres runs until: newscrawl db stop")


@db.command()
def stop() -> None:
    """Stop the embedded server, or have the last process that uses it stop it."""
    if _embedded(Config.from_env()).stop():
        say("the embedded Postgres is stopped")
    else:
        say("the embedded Postgres is in use, and stops with the last process that uses it")


@db.command()
@click.argument("file", type=FILE)
def backup(file: Path) -> None:
    """Copy the database to a new FILE, without the pages kept as WARC files."""
    config = Config.from_env()
    with open_database(config, say) as address:
        back_up(address, file, config.pg_bin)
    say(f"backed up to {file}")


@db.command()
@click.argument("file", type=FILE)
def restore(file: Path) -> None:
    """Restore a FILE that `db backup` wrote into an empty database."""
    config = Config.from_env()
    with open_database(config, say) as address:
        restore_backup(address, file, config.pg_bin)
    say(f"restored from {file}")


@db.command()
def rebuild() -> None:
    """Move the embedded archive to a database whose locale knows all letters.

    The archive is copied, compared and renamed. Meanwhile, whatever else uses it waits.
    """
    config = Config.from_env()
    with _embedded(config).alone() as address:
        is_moved = rebuild_archive(address, config.pg_bin, say)
    say("the archive was moved" if is_moved else "the archive's database knows all letters already")


@db.command("grant-reader")
@click.argument("name")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@click.option(
    "--statement-timeout",
    type=click.IntRange(1, 86400),
    default=60,
    metavar="SECONDS",
    show_default=True,
    help="Time limit of one statement.",
)
@click.option(
    "--connections",
    type=click.IntRange(1, 1000),
    default=10,
    metavar="N",
    show_default=True,
    help="Limit of simultaneous connections.",
)
def grant_reader(name: str, password_stdin: bool, statement_timeout: int, connections: int) -> None:
    """Create or renew the login NAME, which can read the views and nothing else.

    A password is generated and printed once, unless you give one.
    """
    given = sys.stdin.readline().rstrip("\r\n") if password_stdin else None
    if given == "":
        raise UsageError("no password on standard input")
    reader = ReaderLogin(
        name=name,
        password=given or new_password(),
        statement_timeout=statement_timeout,
        connections=connections,
    )
    with opened(Config.from_env(), say) as engine:
        has_password = grant(engine, reader)
    if not has_password:
        say(f"{name} can read the views; its password and limits stay as they were")
        return
    say(f"{name} can read the views")
    if given is None:
        print_exactly(reader.password)


def _embedded(config: Config) -> Server:
    if config.database_url is not None:
        raise UsageError(
            "NEWSCRAWL_DATABASE_URL is set: newscrawl does not start or stop that server"
        )
    return Server(config.home, config.pg_bin, say)
