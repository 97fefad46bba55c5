"""A reader's login may read the views, and is refused everything else."""

import secrets
from collections.abc import Iterator
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Engine, make_url, text
from sqlalchemy.exc import DBAPIError

from newscrawl.archive import models
from newscrawl.archive.database import migrate
from newscrawl.archive.database.engine import connect
from newscrawl.archive.database.grants import VIEWS, ReaderLogin, grant_reader, new_password
from newscrawl.errors import ConfigError, UsageError
from tests.rows import every_row

TABLES = sorted(models.Base.metadata.tables)
#: Of Postgres for a right that somebody has not.
REFUSED = "42501"


class Roles:
    """Makes logins, and drops them with what they were given: they belong to the server."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.engines: list[Engine] = []

    def name(self) -> str:
        self.made.append(f"reader_{secrets.token_hex(6)}")
        return self.made[-1]

    def drop(self) -> None:
        for engine in self.engines:
            self._run(engine, "DROP OWNED BY {} CASCADE")
        self._run(self.engines[0], "DROP ROLE {}")
        for engine in self.engines:
            engine.dispose()

    def _run(self, engine: Engine, statement: str) -> None:
        with engine.begin() as connection:
            there = connection.scalars(
                text("SELECT quote_ident(rolname) FROM pg_roles WHERE rolname = ANY(:names)"),
                {"names": self.made},
            )
            for name in there.all():
                connection.exec_driver_sql(
                    statement.format(name), execution_options={"no_parameters": True}
                )


@pytest.fixture(scope="module")
def roles() -> Iterator[Roles]:
    made = Roles()
    yield made
    made.drop()


@pytest.fixture(scope="module")
def owner(make_database, roles: Roles) -> Engine:
    """An archive of these tests alone: they change what everybody may do in it."""
    engine = connect(make_database.with_schema())
    roles.engines.append(engine)
    return engine


def login(owner: Engine, name: str, password: str = "") -> Engine:
    url = make_url(owner.url.render_as_string(hide_password=False))
    return connect(url.set(username=name, password=password).render_as_string(False))


@pytest.fixture(scope="module")
def reader(owner: Engine, roles: Roles) -> Iterator[Engine]:
    """The login, writing as far as it may: ``read only`` is a default that it may change."""
    name, password = roles.name(), new_password()
    assert grant_reader(owner, ReaderLogin(name=name, password=password))
    engine = login(owner, name, password)
    yield engine
    engine.dispose()


def refusal(engine: Engine, statement: str) -> str | None:
    """The SQLSTATE with which a statement is refused, in a transaction that may write."""
    with engine.connect() as connection:
        connection.execute(text("SET TRANSACTION READ WRITE"))
        try:
            connection.execute(text(statement))
        except DBAPIError as error:
            return getattr(error.orig, "pgcode", None)
    return None


def ask(engine: Engine, statement: str, **values: object) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.execute(text(statement), values))


@every_row("view", VIEWS)
def test_a_view_can_be_read(reader: Engine, view: str) -> None:
    assert refusal(reader, f"SELECT * FROM {view}") is None


def test_all_views_of_the_archive_are_for_readers(owner: Engine) -> None:
    views = ask(owner, "SELECT viewname FROM pg_views WHERE schemaname = 'public'")

    assert sorted(view for (view,) in views) == sorted(VIEWS)


@pytest.mark.parametrize(
    "call",
    [
        "SELECT * FROM articles_as_of(now())",
        "SELECT revision_fits(1, 'snow')",
        "SELECT settled_by(now())",
        "SELECT archive_now(), text_configuration('en')",
        "SELECT version_num FROM alembic_version",
    ],
)
def test_what_analysts_call_can_be_called(reader: Engine, call: str) -> None:
    assert refusal(reader, call) is None


@every_row("table", TABLES)
@every_row(
    "statement",
    [
        "SELECT * FROM {}",
        "INSERT INTO {} DEFAULT VALUES",
        "DELETE FROM {}",
        "TRUNCATE {}",
        "LOCK TABLE {}",
        "ALTER TABLE {} ADD COLUMN more text",
        "DROP TABLE {}",
    ],
)
def test_a_table_is_closed(reader: Engine, table: str, statement: str) -> None:
    assert refusal(reader, statement.format(f'"{table}"')) == REFUSED


@pytest.mark.parametrize("table", ["article", "outlet", "revision"])
def test_a_row_cannot_be_changed(reader: Engine, table: str) -> None:
    column = "name" if table == "outlet" else "id"
    assert refusal(reader, f"UPDATE {table} SET {column} = {column}") == REFUSED


@every_row(
    "statement",
    [
        "CREATE TABLE mine ()",
        "CREATE TEMPORARY TABLE mine ()",
        "CREATE VIEW mine AS SELECT 1",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE EXTENSION btree_gin",
        "CREATE ROLE mine",
        "INSERT INTO crawls (outlet) VALUES ('')",
        "INSERT INTO alembic_version VALUES ('1')",
        "UPDATE alembic_version SET version_num = '1'",
        "DELETE FROM crawls",
        "SELECT nextval('article_id_seq')",
        "SELECT setval('article_id_seq', 1)",
        "SELECT lo_create(0)",
        "SELECT lo_from_bytea(0, '')",
        "SELECT pg_read_file('postgresql.conf')",
        "SELECT pg_ls_dir('.')",
        "SELECT pg_reload_conf()",
        "COPY articles TO '/tmp/articles'",
        "COPY articles TO PROGRAM 'cat'",
        "SELECT rolpassword FROM pg_authid",
        "SET ROLE newscrawl",
        "SET SESSION AUTHORIZATION newscrawl",
        "COMMENT ON VIEW articles IS 'mine'",
        "DROP VIEW articles",
        "DROP FUNCTION articles_as_of(timestamptz)",
    ],
)
def test_a_statement_is_refused(reader: Engine, statement: str) -> None:
    assert refusal(reader, statement) == REFUSED


@pytest.mark.parametrize("statement", ["CREATE DATABASE mine", "ALTER SYSTEM SET fsync = off"])
def test_a_statement_outside_of_transactions_is_refused(reader: Engine, statement: str) -> None:
    outside = reader.execution_options(isolation_level="AUTOCOMMIT")
    with outside.connect() as connection:
        connection.exec_driver_sql("SET default_transaction_read_only = off")
        with pytest.raises(DBAPIError) as refused:
            connection.exec_driver_sql(statement)

    assert refused.value.orig.pgcode == REFUSED


def test_the_same_statements_pass_for_the_owner(owner: Engine) -> None:
    for statement in ("CREATE TEMPORARY TABLE mine ()", "SELECT lo_create(0)", "TRUNCATE host"):
        assert refusal(owner, statement) is None


@pytest.mark.parametrize("what", ["TABLE later (id int)", "VIEW later AS SELECT * FROM quarantine"])
def test_what_is_made_later_is_closed(owner: Engine, reader: Engine, what: str) -> None:
    with owner.begin() as connection:
        connection.execute(text(f"CREATE {what}"))
    try:
        assert refusal(reader, "SELECT * FROM later") == REFUSED
    finally:
        with owner.begin() as connection:
            connection.execute(text(f"DROP {what.split()[0]} later"))


_LIMITS = """
SELECT setconfig, rolconnlimit FROM pg_db_role_setting JOIN pg_roles ON pg_roles.oid = setrole
"""


def test_a_session_reads_only_and_has_limits(reader: Engine) -> None:
    [found] = ask(reader, f"{_LIMITS} WHERE rolname = current_user")

    assert sorted(found.setconfig) == [
        "default_transaction_read_only=on",
        "idle_in_transaction_session_timeout=5min",
        "statement_timeout=60s",
    ]
    assert found.rolconnlimit == 10


def test_a_function_that_runs_with_its_owners_rights_looks_things_up_in_pinned_schemas(
    owner: Engine,
) -> None:
    asked = "SELECT proname, proconfig FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
    found = ask(owner, f"{asked} AND prosecdef")

    assert found
    pinned = {row.proname for row in found if "search_path=pg_catalog" in str(row.proconfig)}
    assert {row.proname for row in found} == pinned


def test_readers_keep_their_rights_when_the_views_are_made_anew(
    owner: Engine, reader: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = migrate._head()
    monkeypatch.setattr(migrate, "_head", lambda: "9998")
    monkeypatch.setattr(command, "upgrade", lambda *_: None)
    which = "SELECT 'articles'::regclass::oid"
    before = ask(owner, which)

    assert migrate.upgrade(owner)

    assert head != "9998"
    assert ask(owner, which) != before
    assert {refusal(reader, f"SELECT * FROM {view}") for view in VIEWS} == {None}
    assert refusal(reader, "SELECT * FROM article") == REFUSED


def test_a_login_is_renewed_with_other_limits(owner: Engine, roles: Roles) -> None:
    name = roles.name()
    for seconds in (60, 5):
        grant_reader(
            owner, ReaderLogin(name=name, password=new_password(), statement_timeout=seconds)
        )

    [found] = ask(owner, f"{_LIMITS} WHERE rolname = :name", name=name)
    assert "statement_timeout=5s" in found.setconfig


def test_a_password_is_kept_as_a_hash_that_we_made(owner: Engine, roles: Roles) -> None:
    name = roles.name()
    grant_reader(owner, ReaderLogin(name=name, password="snow on the 'line'; --"))

    [kept] = ask(owner, "SELECT rolpassword FROM pg_authid WHERE rolname = :name", name=name)
    assert kept.rolpassword.startswith("SCRAM-SHA-256$")


def test_a_name_needs_no_rules_but_those_of_postgres(owner: Engine, roles: Roles) -> None:
    roles.made.append('"Ann; DROP TABLE article; --%s"')

    assert grant_reader(owner, ReaderLogin(name="Ann; DROP TABLE article; --%s", password="x"))


@pytest.mark.parametrize("name", ["", "public", "none", "pg_reader", "n" * 64])
def test_a_name_that_postgres_keeps_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="cannot be the name of a login"):
        ReaderLogin(name=name, password="x")


@pytest.mark.parametrize(
    "more", ["CREATEROLE", "CREATEDB", "SUPERUSER", "GRANT SELECT ON article", "GRANT pg_monitor"]
)
def test_a_login_that_may_do_more_is_left_alone(owner: Engine, roles: Roles, more: str) -> None:
    name = roles.name()
    with owner.begin() as connection:
        connection.execute(text(f"CREATE ROLE {name} {'' if 'GRANT' in more else more}"))
        if "GRANT" in more:
            connection.execute(text(f"{more} TO {name}"))

    with pytest.raises(UsageError, match="can do more than read"):
        grant_reader(owner, ReaderLogin(name=name, password="x"))


@pytest.fixture(scope="module")
def managed(make_database, roles: Roles) -> Iterator[tuple[Engine, Engine]]:
    """An archive whose owner may make no logins, and its server's administrator."""
    name = roles.name()
    admin = connect(make_database())
    roles.engines.append(admin)
    with admin.begin() as connection:
        database = connection.scalar(text("SELECT current_database()"))
        connection.execute(text(f"CREATE ROLE {name} LOGIN"))
        connection.execute(text(f"ALTER DATABASE {database} OWNER TO {name}"))
    engine = login(admin, name)
    migrate.upgrade(engine)
    yield engine, admin
    engine.dispose()
    with admin.begin() as connection:
        connection.execute(text(f"ALTER DATABASE {database} OWNER TO CURRENT_USER"))


def test_where_we_may_make_no_login_an_administrator_is_told_how(
    managed: tuple[Engine, Engine], roles: Roles
) -> None:
    engine, admin = managed
    name = roles.name()
    wanted = ReaderLogin(name=name, password="secret", statement_timeout=7)

    with pytest.raises(ConfigError) as refused:
        grant_reader(engine, wanted)
    line = str(refused.value)
    with admin.begin() as connection:
        for statement in line.split("have an administrator run: ")[1].split("; ")[:-1]:
            connection.exec_driver_sql(statement)
    is_ours = grant_reader(engine, wanted)

    assert "secret" not in line
    assert not is_ours
    other = login(admin, name)
    assert {refusal(other, f"SELECT * FROM {view}") for view in VIEWS} == {None}
    assert {refusal(other, f'SELECT * FROM "{table}"') for table in TABLES} == {REFUSED}
    assert refusal(other, "CREATE TEMPORARY TABLE mine ()") == REFUSED
    other.dispose()


def test_where_everybody_may_write_nothing_is_granted(
    managed: tuple[Engine, Engine], roles: Roles
) -> None:
    engine, admin = managed
    name, holder = roles.name(), roles.name()
    with admin.begin() as connection:
        database = connection.scalar(text("SELECT current_database()"))
        owner = connection.scalar(
            text("SELECT datdba::regrole FROM pg_database WHERE datname = :d"), {"d": database}
        )
        connection.execute(text(f"CREATE ROLE {name} LOGIN"))
        connection.execute(text(f"CREATE ROLE {holder}"))
        connection.execute(text(f"ALTER DATABASE {database} OWNER TO {holder}"))
        connection.execute(text(f"GRANT TEMPORARY ON DATABASE {database} TO PUBLIC"))
    try:
        with pytest.raises(ConfigError, match=f'REVOKE TEMPORARY ON DATABASE "{database}"'):
            grant_reader(engine, ReaderLogin(name=name, password="x"))
    finally:
        with admin.begin() as connection:
            connection.execute(text(f"ALTER DATABASE {database} OWNER TO {owner}"))

    other = login(admin, name)
    assert refusal(other, "SELECT * FROM articles") == REFUSED
    other.dispose()
