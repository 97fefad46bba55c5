"""Move the embedded archive into a database that knows the letters of every script.

A copy is made beside it in the same server, so that logins, settings and other databases stay what
they are. The copy is compared with the archive, both get each other's name in one transaction, and
only then the old one goes. A kill leaves the archive under its name at any moment: as it was before
that transaction, as it shall be after it; the next run clears up.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from shutil import copyfileobj

from sqlalchemy import Engine, make_url, text
from sqlalchemy.exc import DBAPIError

from newscrawl.archive.database.backup import connection_of, running
from newscrawl.archive.database.engine import connected, run_as_written
from newscrawl.archive.database.migrate import knows_letters, upgrade
from newscrawl.archive.database.sqlstate import first_line
from newscrawl.archive.postgres.cluster import LETTERS, USER
from newscrawl.archive.postgres.embedded_server import Say
from newscrawl.errors import ArchiveError, ConfigError, UsageError

_COPY, _OLD = f"{USER}_db_rebuild_copy", f"{USER}_db_rebuild_old"
_LETTERS = text("SELECT datctype FROM pg_database WHERE datname = :name")
#: What ``pg_dump`` leaves to the database itself: who may do what in it, and its settings.
_OWN = text("""
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', :copy) FROM pg_database
WHERE datname = :name AND datacl IS NOT NULL
UNION ALL
SELECT format('GRANT %s ON DATABASE %I TO %s%s', privilege_type, :copy,
              CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END,
              CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
FROM pg_database, aclexplode(datacl) WHERE datname = :name
UNION ALL
SELECT format('ALTER %s SET %s = %L',
              CASE setrole WHEN 0 THEN format('DATABASE %I', :copy)
                   ELSE format('ROLE %s IN DATABASE %I', setrole::regrole, :copy) END,
              split_part(setting, '=', 1), substr(setting, strpos(setting, '=') + 1))
FROM pg_db_role_setting JOIN pg_database ON pg_database.oid = setdatabase,
     unnest(setconfig) AS setting
WHERE datname = :name
""")
_NOT_OURS = "('pg_catalog'::regnamespace, 'information_schema'::regnamespace)"
#: What to ask of each table and sequence, and of what is built upon them: a name and two numbers.
_CONTENTS = text(rf"""
SELECT format(CASE relkind WHEN 'S' THEN 'SELECT %L, last_value, is_called::integer FROM %s'
    ELSE 'SELECT %L, count(*), sum(hashtextextended(one::text, 0)::numeric) FROM %s AS one' END,
    oid::regclass, oid::regclass)
FROM pg_class
WHERE relkind IN ('r', 'm', 'S') AND relnamespace NOT IN {_NOT_OURS}
  AND relnamespace::regnamespace::text NOT LIKE 'pg\_%'
UNION ALL VALUES
    ($$SELECT 'large objects', count(*), sum(hashtextextended(encode(data, 'hex'), 0)::numeric)
       FROM pg_largeobject$$),
    ($$SELECT 'indexes and views', count(*), sum(hashtextextended(relname, 0)::numeric)
       FROM pg_class WHERE relkind IN ('i', 'v') AND relnamespace NOT IN {_NOT_OURS}
         AND relnamespace::regnamespace::text NOT LIKE 'pg\_%'$$),
    ($$SELECT 'functions', count(*), sum(hashtextextended(proname || prosrc, 0)::numeric)
       FROM pg_proc WHERE pronamespace NOT IN {_NOT_OURS}$$),
    ($$SELECT 'triggers', count(*), sum(hashtextextended(tgname, 0)::numeric)
       FROM pg_trigger WHERE NOT tgisinternal$$)
""")
_LOCK = text(r"""
SELECT format('LOCK TABLE %s IN SHARE MODE', oid::regclass) FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
""")
_OTHERS = text("""
SELECT EXISTS (SELECT FROM pg_stat_activity
               WHERE datname = current_database() AND pid <> pg_backend_pid())
""")


def rebuild(url: str, pg_bin: Path | None, say: Say) -> bool:
    """Move the archive behind the URL, which nobody else may use; whether it had to be moved.

    Raises ``ArchiveError`` where the copy is not what the archive is: nothing is changed then.
    """
    address = make_url(url)
    with _engine(address.set(database="postgres").render_as_string(False)) as server:
        _drop(server, _COPY, _OLD)
        with server.connect() as connection:
            if knows_letters(str(connection.scalar(_LETTERS, {"name": USER}))):
                return False
        copy = address.set(database=_COPY).render_as_string(False)
        with _locked(url):
            say("copying the archive")
            _create(server)
            _copy(url, copy, pg_bin)
            say("comparing the copy")
            _require_same(url, copy)
        _swap(server)
        _drop(server, _OLD)
    with _engine(url) as archive:
        say("indexing the words again")
        upgrade(archive)
    return True


@contextmanager
def _locked(url: str) -> Iterator[None]:
    """Nobody else is here, and whoever comes by a way of his own can read alone."""
    with _engine(url) as archive, archive.begin() as connection:
        if connection.scalar(_OTHERS):
            raise UsageError("somebody is connected to the archive: end that session first")
        for statement in connection.scalars(_LOCK).all():
            run_as_written(connection, statement)
        yield


def _create(server: Engine) -> None:
    """A database with the first locale that the machine has."""
    for letters in LETTERS[:-1]:
        try:
            _run_each(server, [f"CREATE DATABASE {_COPY} TEMPLATE template0 LC_CTYPE '{letters}'"])
        except DBAPIError as error:
            if "locale" not in first_line(error):
                raise
            continue
        with server.connect() as connection:
            own = connection.scalars(_OWN, {"name": USER, "copy": _COPY}).all()
        _run_each(server, own)
        return
    raise ConfigError(
        f"this machine has no locale that knows all letters (one of {', '.join(LETTERS[:-1])}):"
        " install one and try again"
    )


def _copy(url: str, copy: str, pg_bin: Path | None) -> None:
    """All of it from one database into the other, owners and rights included."""
    (bare, environment), (target, _) = connection_of(url), connection_of(copy)
    dumped = [f"--dbname={bare}", "--format=custom", "--compress=0", "--no-password"]
    filled = [f"--dbname={target}", "--exit-on-error", "--no-password"]
    try:
        # One that gave up has closed its input, and says why when it is waited for.
        with (
            running("pg_restore", pg_bin, filled, environment) as (into, _),
            suppress(BrokenPipeError),
            running("pg_dump", pg_bin, dumped, environment) as (_, archive),
        ):
            copyfileobj(archive, into)
    except ArchiveError as error:
        raise ArchiveError(
            f"the archive could not be copied, nothing was changed: {error}"
        ) from error


def _require_same(url: str, copy: str) -> None:
    with _engine(url) as one, _engine(copy) as other:
        ours, theirs = _contents(one), _contents(other)
    for name in {**ours, **theirs}:
        if ours.get(name) != theirs.get(name):
            raise ArchiveError(f"the copy differs from the archive in {name}: nothing was changed")


def _contents(engine: Engine) -> dict[str, tuple[object, ...]]:
    with engine.connect() as connection:
        questions = connection.scalars(_CONTENTS).all()
        rows = [run_as_written(connection, q).one() for q in questions]
    return {name: (number, summed) for name, number, summed in rows}


def _swap(server: Engine) -> None:
    try:
        with server.begin() as connection:
            for old, new in ((USER, _OLD), (_COPY, USER)):
                connection.execute(text(f"ALTER DATABASE {old} RENAME TO {new}"))
    except DBAPIError as error:
        raise ArchiveError(f"nothing was changed: {first_line(error)}") from error


def _drop(server: Engine, *names: str) -> None:
    _run_each(server, [f"DROP DATABASE IF EXISTS {name} WITH (FORCE)" for name in names])


def _run_each(server: Engine, statements: Iterable[str]) -> None:
    """Each in a transaction of its own, as those about databases must be."""
    with server.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        for statement in statements:
            run_as_written(connection, statement)


def _engine(url: str) -> AbstractContextManager[Engine]:
    return connected(url, statement_timeout="0", idle_in_transaction_session_timeout="0")
