"""Logins that may read the views, and nothing else."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from psycopg2.extensions import encrypt_password, quote_ident  # type: ignore[import-untyped]
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import ProgrammingError

from newscrawl.archive.database.engine import run_as_written
from newscrawl.errors import ConfigError, UsageError

_DROPPED = re.compile(r"^DROP VIEW IF EXISTS ([\w\s,]+) CASCADE;", re.MULTILINE)


def _views() -> tuple[str, ...]:
    found = _DROPPED.search(Path(__file__).with_name("views.sql").read_text(encoding="utf-8"))
    assert found is not None
    return tuple(name.strip() for name in found[1].split(","))


#: What analysts may read: the views that ``views.sql`` makes anew, and nothing that others made.
VIEWS = _views()
#: Who may read this is a reader. It outlives the views, which every upgrade makes anew, and by it
#: a newscrawl sees whether the schema is its own.
_MARK = "alembic_version"
_NO_PRIVILEGE = "42501"
_LONGEST_NAME = 63
#: Every login may make large objects, which only a superuser can forbid.
_LARGE_OBJECTS = "lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderLogin:
    """A login to be made, or to be given another password and other limits."""

    name: str
    password: str
    #: Seconds that a statement may take, unless the reader asks for more.
    statement_timeout: int = 60
    connections: int = 10

    def __post_init__(self) -> None:
        is_reserved = self.name in {"public", "none"} or self.name.startswith("pg_")
        if is_reserved or not 0 < len(self.name.encode()) <= _LONGEST_NAME:
            raise UsageError(f"{self.name!r} cannot be the name of a login: choose another")


def new_password() -> str:
    return secrets.token_urlsafe(18)


def grant_reader(engine: Engine, reader: ReaderLogin) -> bool:
    """Let a login read the views, and make it or renew it if this login may do that.

    False where an administrator made it and it keeps the password that it has. Raises
    ``UsageError`` where it may do more than read, and ``ConfigError`` with the statements that an
    administrator must run first.
    """
    with engine.begin() as connection:
        is_there = connection.scalar(_EXISTS, {"name": reader.name})
        if is_there and connection.scalar(_HARM, {"name": reader.name, "mark": _MARK}):
            raise UsageError(
                f"the login {reader.name} exists already, and can do more than read:"
                " choose another name"
            )
        # The server, and its log, see no password.
        driver = connection.connection.dbapi_connection
        secret = encrypt_password(reader.password, reader.name, scope=driver)
        verb = "ALTER" if is_there else "CREATE"
        is_made = _is_allowed(connection, _login(connection, reader, verb, secret))
        if not is_made and not is_there:
            run = "; ".join(_login(connection, reader, verb, "…"))
            raise ConfigError(
                f"this login cannot create others: have an administrator run: {run}; then try again"
            )
        _close_what_is_open(connection)
        _let_in(connection, reader.name)
        grant_views(connection)
        _require_closed(connection, reader.name)
    return is_made


def grant_views(connection: Connection) -> None:
    """Let all readers read the views, which are made anew with every change of the schema."""
    views = ", ".join(f"public.{view}" for view in VIEWS)
    for reader in connection.scalars(_READERS, {"mark": f"public.{_MARK}"}).all():
        run_as_written(connection, f"GRANT SELECT ON {views} TO {_quoted(connection, reader)}")


_EXISTS = text("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = :name)")
_READERS = text("""
SELECT rolname FROM pg_class, aclexplode(relacl) AS given JOIN pg_roles ON pg_roles.oid = grantee
WHERE pg_class.oid = to_regclass(:mark) AND grantee <> relowner AND privilege_type = 'SELECT'
""")
_HARM = text("""
SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
       OR EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid)
       OR EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid)
       OR EXISTS (SELECT FROM pg_class WHERE relkind IN ('r', 'p') AND relname <> :mark
                  AND relnamespace = 'public'::regnamespace
                  AND (has_any_column_privilege(pg_roles.oid, pg_class.oid, 'SELECT,INSERT,UPDATE')
                       OR has_table_privilege(pg_roles.oid, pg_class.oid, 'DELETE,TRUNCATE')))
FROM pg_roles WHERE rolname = :name
""")
_IS_SUPERUSER = text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
_STILL_OPEN = text("""
SELECT has_schema_privilege(:name, 'public', 'CREATE') AS "CREATE",
       has_database_privilege(:name, current_database(), 'TEMPORARY') AS "TEMPORARY"
""")


def _login(connection: Connection, reader: ReaderLogin, verb: str, secret: str) -> list[str]:
    """The statements that make the login."""
    role = f"ROLE {_quoted(connection, reader.name)}"
    limits = {
        "default_transaction_read_only": "on",
        "statement_timeout": f"{reader.statement_timeout}s",
        "idle_in_transaction_session_timeout": "5min",
    }
    return [
        f"{verb} {role} LOGIN CONNECTION LIMIT {reader.connections} PASSWORD '{secret}'",
        *(f"ALTER {role} SET {setting} = '{value}'" for setting, value in limits.items()),
    ]


def _close_what_is_open(connection: Connection) -> None:
    """Take from everybody what Postgres gives to everybody; what we may not take, stays."""
    statements = [*_revokes(connection).values()]
    if connection.scalar(_IS_SUPERUSER):
        statements.append(f"REVOKE EXECUTE ON FUNCTION {_LARGE_OBJECTS} FROM PUBLIC")
    for statement in statements:
        _is_allowed(connection, [statement])


def _require_closed(connection: Connection, name: str) -> None:
    """Nothing is granted where every login may do more than read."""
    is_open = connection.execute(_STILL_OPEN, {"name": name}).mappings().one()
    open_to_all = [one for right, one in _revokes(connection).items() if is_open[right]]
    if open_to_all:
        raise ConfigError(
            "every login can write to this database: have its owner or an administrator run:"
            f" {'; '.join(open_to_all)}"
        )


def _revokes(connection: Connection) -> dict[str, str]:
    """What takes from every login the rights that a reader shall not have, by right."""
    open_to_all = {"CREATE": "SCHEMA public", "TEMPORARY": f"DATABASE {_database(connection)}"}
    return {right: f"REVOKE {right} ON {at} FROM PUBLIC" for right, at in open_to_all.items()}


def _let_in(connection: Connection, name: str) -> None:
    for what in (
        f"CONNECT ON DATABASE {_database(connection)}",
        "USAGE ON SCHEMA public",
        f"SELECT ON public.{_MARK}",
    ):
        run_as_written(connection, f"GRANT {what} TO {_quoted(connection, name)}")


def _is_allowed(connection: Connection, statements: Sequence[str]) -> bool:
    """Whether we may run the statements; where not, none of them has been."""
    try:
        with connection.begin_nested():
            for statement in statements:
                run_as_written(connection, statement)
    except ProgrammingError as error:
        if getattr(error.orig, "pgcode", None) != _NO_PRIVILEGE:
            raise
        return False
    return True


def _quoted(connection: Connection, name: str) -> str:
    """Names are quoted by the driver: such statements have no parameters."""
    quoted: str = quote_ident(name, connection.connection.dbapi_connection)
    return quoted


def _database(connection: Connection) -> str:
    return _quoted(connection, str(connection.scalar(text("SELECT current_database()"))))
