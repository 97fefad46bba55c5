"""Copy the whole database into one file, and back into an empty database."""

import contextlib
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import psycopg2  # type: ignore[import-untyped]
from psycopg2.extensions import make_dsn  # type: ignore[import-untyped]
from sqlalchemy import make_url

from newscrawl import errors
from newscrawl.archive.database.engine import rendered
from newscrawl.archive.database.sqlstate import plain, refused
from newscrawl.archive.database_address import parameters
from newscrawl.archive.postgres.binaries import REMEDY, find_program

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
#: What long texts and words are packed with: lz4 where the server has it, faster than its own way.
#: A dump does not tell, as it may come to a server that has none: who restores one asks again,
#: where no schema is the current one. Of what is there already, nothing is packed anew.
PACK = """
DO $$ DECLARE one text; BEGIN
    IF EXISTS (SELECT FROM pg_settings
               WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
        FOR one IN
            SELECT format('ALTER TABLE %s ALTER %I SET COMPRESSION lz4',
                          attrelid::regclass, attname)
            FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            WHERE relkind = 'r' AND NOT attisdropped AND pg_has_role(relowner, 'USAGE')
              AND attstorage <> 'p' AND attcompression <> 'l'
              AND relnamespace = coalesce(current_schema()::regnamespace, relnamespace)
              AND (relname, attname) IN (
                ('revision', 'blocks'), ('revision', 'body'), ('revision', 'changes'),
                ('revision', 'removed'), ('searchable', 'words')) LOOP
            EXECUTE one;
        END LOOP;
    END IF;
END $$;
"""
_SETTING = re.compile(rb"SET (\w+) = ")
#: What a script begins with ends with the first thing that it makes, before any text of ours.
_PREAMBLE_ENDS = (b"CREATE ", b"COPY ")
_CHUNK = 1 << 16
#: How a program begins what it says: its name, and the line that it had come to.
_WHERE = re.compile(r"^(?:pg_dump|pg_restore|psql):(?:<stdin>:\d+:)? (?:error: )?", re.M)


def libpq_url(url: str) -> str:
    """A URL as Postgres' own programs read it."""
    parameters(url)
    return rendered(make_url(url).set(drivername="postgresql"))


def connection_of(url: str) -> tuple[str, dict[str, str]]:
    """Address and environment for a Postgres program: a password shows in no list of processes."""
    given = parameters(url)
    environment = dict(os.environ)
    if "password" in given:
        environment["PGPASSWORD"] = given.pop("password")
    return make_dsn(**given), environment


def back_up(url: str, file: Path, pg_bin: Path | None = None) -> None:
    """Write a compressed dump of the database as it is at this moment; crawls may go on.

    The file gets its name when it is complete; none but this account may read it. Raises
    ``UsageError`` if there is one already.
    """
    if not file.parent.is_dir():
        raise errors.UsageError(f"there is no folder {file.parent}")
    _refuse_to_overwrite(file)
    unfinished = file.with_name(f".{file.name}.{os.getpid()}.part")
    address, environment = connection_of(url)
    options = [f"--dbname={address}", "--no-password", "--format=custom", f"--file={unfinished}"]
    options.append("--no-toast-compression")
    try:
        with running("pg_dump", pg_bin, options, environment):
            pass
        _refuse_to_overwrite(file)
        unfinished.rename(file)
    finally:
        unfinished.unlink(missing_ok=True)


def restore(url: str, file: Path, pg_bin: Path | None = None) -> None:
    """Fill an empty database from a dump, wholly or not at all.

    Raises ``UsageError`` if the file is not there, or if the database holds any table.
    """
    if not file.is_file():
        raise errors.UsageError(f"{file} is not a file")
    table, settings = _what_is_there(url)
    if table:
        raise errors.UsageError(
            f"the database is not empty (it has {table}): restore into a new one, with another"
            " NEWSCRAWL_HOME or NEWSCRAWL_DATABASE_URL"
        )
    address, environment = connection_of(url)
    dumped = ["--file=-", "--no-owner", "--no-privileges", str(file.absolute())]
    asked = [f"--dbname={address}", "--no-password", "--no-psqlrc", "--quiet"]
    asked += ["--set=ON_ERROR_STOP=1", "--file=-", f"--output={os.devnull}"]
    # A psql that gave up has closed its input, and says why when it is waited for.
    with (
        running("psql", pg_bin, asked, environment) as (into, _),
        contextlib.suppress(BrokenPipeError),
    ):
        with running("pg_restore", pg_bin, dumped, environment) as (_, script):
            into.writelines(_in_a_transaction(script, settings))
        # Only now is it known to be whole. What is not committed is undone when psql ends.
        into.write(f"{PACK}COMMIT;\n".encode())


def _in_a_transaction(script: IO[bytes], known: frozenset[str]) -> Iterator[bytes]:
    """The script without settings that the server has not heard of, and without an end.

    A newer ``pg_restore`` begins with all that its own version knows.
    """
    yield b"BEGIN;\n"
    for line in script:
        setting = _SETTING.match(line)
        if setting is None or setting[1].decode() in known:
            yield line
        if line.startswith(_PREAMBLE_ENDS):
            break
    yield from iter(lambda: script.read(_CHUNK), b"")


def _refuse_to_overwrite(file: Path) -> None:
    if file.exists():
        raise errors.UsageError(f"{file} exists: name another file")


def _what_is_there(url: str) -> tuple[str | None, frozenset[str]]:
    """A table of the database, if it has any, and the names of the settings that it knows."""
    try:
        with (
            contextlib.closing(psycopg2.connect(**parameters(url))) as connection,
            connection.cursor() as cursor,
        ):
            cursor.execute(OWN_TABLES)
            row = cursor.fetchone()
            cursor.execute("SELECT name FROM pg_settings")
            return row[0] if row else None, frozenset(name for (name,) in cursor)
    except psycopg2.Error as error:
        raise plain(error) or error from error


@contextlib.contextmanager
def running(
    name: str, pg_bin: Path | None, options: list[str], environment: dict[str, str]
) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """A program of Postgres' with its input and output; raises what it says when it fails."""
    program = find_program(name, pg_bin)
    if program is None:
        raise errors.ConfigError(f"no {name} on this machine: {REMEDY}")
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            [program, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            env={**environment, "LC_ALL": "C"},
            umask=0o077,
        ) as running,
    ):
        assert running.stdin is not None
        assert running.stdout is not None
        try:
            yield running.stdin, running.stdout
        except BaseException:
            running.kill()
            raise
        finally:
            with contextlib.suppress(BrokenPipeError):
                running.stdin.close()
            running.stdout.read()
        if running.wait():
            said.seek(0)
            raise _refusal(name, said.read().decode(errors="replace"))


def _refusal(name: str, output: str) -> errors.NewscrawlError:
    """One clear line out of what a program printed."""
    output = _WHERE.sub("", output)
    why = next(iter(output.strip().splitlines()), "no reason given")
    if "No space left" in output or "could not extend file" in output:
        return errors.DiskFull(f"{name} ran out of space: {why}")
    if known := refused(output):
        return known
    if "connection to server" in output:
        return errors.DatabaseUnavailable(f"the database does not answer: {why}")
    if "version mismatch" in output:
        return errors.ConfigError(
            f"this {name} is older than the server: set NEWSCRAWL_PG_BIN to programs of its version"
        )
    if any(words in output for words in USERS_FAULTS):
        return errors.UsageError(f"{name}: {why}")
    return errors.ArchiveError(f"{name} failed: {why}")
