"""Copy the whole database into one file, and back into an empty database."""

import contextlib
import os
import subprocess
from pathlib import Path

import psycopg2  # type: ignore[import-untyped]
from sqlalchemy import URL, make_url

from newscrawl.archive.pg_binaries import REMEDY, find_program
from newscrawl.errors import (
    ArchiveError,
    ConfigError,
    DatabaseUnavailable,
    DiskFull,
    NewscrawlError,
    UsageError,
)

#: What the programs say of a file that is none of theirs, or that they may not write.
USERS_FAULTS = ("valid archive", "input file is too short", "could not open output file")
#: Tables and views that no extension brought along.
OWN_TABLES = """
SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE relkind IN ('r', 'p', 'v', 'm') AND nspname NOT IN ('pg_catalog', 'information_schema')
  AND nspname NOT LIKE 'pg\\_%'
  AND NOT EXISTS (
    SELECT FROM pg_depend
    WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e'
  )
ORDER BY relname LIMIT 1
"""


def libpq_url(url: str) -> str:
    """A URL as Postgres' own programs read it."""
    return _rendered(make_url(url))


def connection_of(url: str) -> tuple[str, dict[str, str]]:
    """URL and environment for a Postgres program: a password shows in no list of processes."""
    parts = make_url(url)
    environment = dict(os.environ)
    if parts.password is not None:
        environment["PGPASSWORD"] = str(parts.password)
    return _rendered(parts._replace(password=None)), environment


def _rendered(url: URL) -> str:
    text = url.set(drivername="postgresql").render_as_string(hide_password=False)
    bare, mark, query = text.partition("?")
    # SQLAlchemy writes a space as a plus, which libpq takes for a plus.
    return bare + mark + query.replace("+", "%20")


def back_up(url: str, file: Path, pg_bin: Path | None = None) -> None:
    """Write a compressed dump of the database as it is at this moment; crawls may go on.

    The file gets its name when it is complete. Raises ``UsageError`` if there is one already.
    """
    _refuse_to_overwrite(file)
    unfinished = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        _run("pg_dump", pg_bin, url, ["--format=custom", f"--file={unfinished}"])
        _refuse_to_overwrite(file)
        unfinished.rename(file)
    finally:
        unfinished.unlink(missing_ok=True)


def restore(url: str, file: Path, pg_bin: Path | None = None) -> None:
    """Fill an empty database from a dump, wholly or not at all.

    Raises ``UsageError`` if the file is not there, or if the database holds any table.
    """
    if not file.is_file():
        raise UsageError(f"{file} is not a file")
    if table := _first_table(url):
        raise UsageError(
            f"the database is not empty (it has {table}): restore into a new one, with another"
            " NEWSCRAWL_HOME or NEWSCRAWL_DATABASE_URL"
        )
    options = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]
    _run("pg_restore", pg_bin, url, [*options, str(file.absolute())])


def _refuse_to_overwrite(file: Path) -> None:
    if file.exists():
        raise UsageError(f"{file} exists: name another file")


def _first_table(url: str) -> str | None:
    try:
        with (
            contextlib.closing(psycopg2.connect(libpq_url(url))) as connection,
            connection.cursor() as cursor,
        ):
            cursor.execute(OWN_TABLES)
            row = cursor.fetchone()
    except psycopg2.Error as error:
        raise DatabaseUnavailable(f"the database does not answer: {_first_line(error)}") from error
    return row[0] if row else None


def _run(name: str, pg_bin: Path | None, url: str, options: list[str]) -> None:
    program = find_program(name, pg_bin)
    if program is None:
        raise ConfigError(f"no {name} on this machine: {REMEDY}")
    bare, environment = connection_of(url)
    done = subprocess.run(
        [program, f"--dbname={bare}", "--no-password", *options],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        env={**environment, "LC_ALL": "C"},
        check=False,
    )
    if done.returncode:
        raise _refusal(name, done.stderr)


def _refusal(name: str, output: str) -> NewscrawlError:
    """One clear line out of what ``pg_dump`` or ``pg_restore`` printed."""
    why = _first_line(output.removeprefix(f"{name}: "))
    if "No space left" in output or "could not extend file" in output:
        return DiskFull(f"{name} found no space left: {why}")
    if "connection to server" in output:
        return DatabaseUnavailable(f"the database does not answer: {why}")
    if "version mismatch" in output:
        return ConfigError(
            f"this {name} is older than the server: set NEWSCRAWL_PG_BIN to programs of its version"
        )
    if any(words in output for words in USERS_FAULTS):
        return UsageError(f"{name}: {why}")
    return ArchiveError(f"{name} gave up: {why}")


def _first_line(text: object) -> str:
    return next(iter(str(text).strip().splitlines()), "no reason given").removeprefix("error: ")
