"""What the database runs is what the package ships."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text

from newscrawl.archive.database import shipped
from newscrawl.archive.database.engine import connect
from newscrawl.archive.database.migrate import upgrade, upgrade_by_hand
from newscrawl.archive.database.sessions import require_schema
from newscrawl.errors import ConfigError

_FOLDER = Path(shipped.__file__).parent


class Ships:
    """Lets this package ship something else, as another version of it does."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def more(self, sql: str) -> None:
        files = [(_FOLDER / name).read_text(encoding="utf-8") for name in shipped._FILES]
        self._monkeypatch.setattr(shipped, "_sql", lambda: [*files, sql])
        shipped._own_hash.cache_clear()


@pytest.fixture
def ships(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ships]:
    yield Ships(monkeypatch)
    shipped._own_hash.cache_clear()


def _answer(engine: Engine, question: str) -> object:
    with engine.connect() as connection:
        return connection.scalar(text(question))


def test_an_archive_that_never_heard_of_hashes_is_renewed(engine: Engine) -> None:
    """As archives are at whose newest schema the functions were changed without a migration."""
    with engine.begin() as connection:
        connection.execute(text("COMMENT ON TABLE alembic_version IS NULL"))
        connection.execute(text("DROP VIEW edits"))

    with pytest.raises(ConfigError, match="newscrawl upgrade"):
        require_schema(engine)
    assert [upgrade(engine), upgrade(engine)] == [True, False]

    require_schema(engine)
    assert _answer(engine, "SELECT count(*) FROM edits") == 0


@pytest.mark.parametrize(
    ("before", "after", "question", "answer"),
    [
        ("f(a int) RETURNS int", "f(a text) RETURNS int", "SELECT f(NULL)", 2),
        ("f(a int) RETURNS int", "f(b int) RETURNS int", "SELECT f(b => 0)", 2),
        ("f(a int) RETURNS int", "f(a int, b int = 0) RETURNS int", "SELECT f(0)", 2),
        ("f() RETURNS int", "f() RETURNS text", "SELECT f()", "2"),
        ("f() RETURNS int", "g() RETURNS int", "SELECT to_regproc('f')::text", None),
    ],
)
def test_a_function_replaces_what_it_was(
    engine: Engine, ships: Ships, before: str, after: str, question: str, answer: object
) -> None:
    for signature, said in (before, 1), (after, 2):
        ships.more(f"CREATE OR REPLACE FUNCTION {signature} LANGUAGE sql AS 'SELECT {said}';")
        assert upgrade(engine)

    assert _answer(engine, question) == answer


def test_a_view_that_is_shipped_no_more_goes_and_one_of_an_analyst_stays(
    engine: Engine, ships: Ships
) -> None:
    ships.more("CREATE VIEW shipped_once AS SELECT 1;")
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("CREATE VIEW of_an_analyst AS SELECT 1 AS one"))

    ships.more("CREATE VIEW shipped_now AS SELECT 1;")
    upgrade(engine)

    asked = (
        "SELECT to_regclass('shipped_once') IS NULL AND to_regclass('of_an_analyst') IS NOT NULL"
    )
    assert _answer(engine, asked) is True


def test_an_older_newscrawl_does_not_take_turns_with_a_newer_one(
    engine: Engine, ships: Ships, caplog: pytest.LogCaptureFixture
) -> None:
    ships.more(
        "CREATE OR REPLACE FUNCTION which() RETURNS text LANGUAGE sql AS $$ SELECT 'older' $$;"
    )
    upgrade(engine)
    ships.more(
        "CREATE OR REPLACE FUNCTION which() RETURNS text LANGUAGE sql AS $$ SELECT 'newer' $$;"
    )
    upgrade(engine)
    assert not caplog.records

    ships.more(
        "CREATE OR REPLACE FUNCTION which() RETURNS text LANGUAGE sql AS $$ SELECT 'older' $$;"
    )
    with caplog.at_level(logging.WARNING):
        assert upgrade(engine) is False
    require_schema(engine)
    assert _answer(engine, "SELECT which()") == "newer"
    assert len(caplog.records) == 1

    assert upgrade_by_hand(engine) is True
    assert _answer(engine, "SELECT which()") == "older"
    assert [upgrade(engine), upgrade_by_hand(engine)] == [False, False]


def test_a_renewal_that_fails_leaves_what_was_there(engine: Engine, ships: Ships) -> None:
    ships.more("CREATE VIEW broken AS SELECT * FROM nowhere;")

    with pytest.raises(Exception, match="nowhere"):
        upgrade(engine)

    assert _answer(engine, "SELECT count(*) FROM articles") == 0


@pytest.mark.parametrize(
    ("database", "path"), [("empty", "public"), ("empty", "nowhere"), ("filled", "public")]
)
def test_a_login_that_may_not_renew_hears_of_it_in_one_line(
    engine: Engine, empty_database_url: str, ships: Ships, database: str, path: str
) -> None:
    url = make_url(empty_database_url) if database == "empty" else engine.url
    owner, name = connect(url.render_as_string(False)), f"{url.database}_login"
    with owner.begin() as connection:
        connection.execute(text("REVOKE CREATE ON SCHEMA public FROM PUBLIC"))
        connection.execute(text(f"CREATE ROLE {name} LOGIN"))
        connection.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {name}"))
    ships.more("CREATE VIEW more AS SELECT 1;")
    login = connect(url.set(username=name).render_as_string(False), search_path=path)
    try:
        with pytest.raises(ConfigError, match="this login may not upgrade") as raised:
            upgrade(login)
    finally:
        login.dispose()
        with owner.begin() as connection:
            connection.execute(text(f"DROP OWNED BY {name}"))
            connection.execute(text(f"DROP ROLE {name}"))
        owner.dispose()

    assert "\n" not in str(raised.value)
