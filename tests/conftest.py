"""A real Postgres for the tests: the embedded one, or ``NEWSCRAWL_TEST_DATABASE_URL``."""

import contextlib
import os
import secrets
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine, make_url, text
from sqlalchemy.orm import Session

from newscrawl.archive.database.engine import SessionFactory, connected, session_factory
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.postgres.embedded_server import Server
from tests.browser import chromium as chromium

# Where a test bounds a time it says so; a machine that is busy is no fault.
settings.register_profile("newscrawl", deadline=None)
settings.load_profile("newscrawl")


def pytest_configure() -> None:
    """Who is told to stop ends like one who is interrupted: the server of the tests with him."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes name no test: they may hold the clock, as gzip's do, and processes must agree."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session", autouse=True)
def _no_server_outlives_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A killed crawl leaves its embedded server to whoever comes next, which a test must be."""
    yield
    folder = tmp_path_factory.getbasetemp()
    left = [pid for pid, place in _postmasters() if place.is_relative_to(folder)]
    assert left == [], "a test left a server behind"


def _postmasters() -> Iterator[tuple[str, Path]]:
    """Servers by id, with the folder that each runs in, where the system tells them as files."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if b"postgres\0-D\0" in (process / "cmdline").read_bytes():
                yield process.name, (process / "cwd").readlink()


@pytest.fixture(scope="session")
def server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a server on which databases may be made."""
    given = os.environ.get("NEWSCRAWL_TEST_DATABASE_URL")
    if given:
        yield given.replace("postgresql://", "postgresql+psycopg2://", 1)
        return
    with Server(tmp_path_factory.mktemp("home")) as url:
        yield url


@pytest.fixture(scope="session")
def make_database(server_url: str) -> Iterator["MakeDatabase"]:
    """Makes empty databases, and drops them from a server that outlives the tests."""
    maker = MakeDatabase(server_url)
    yield maker
    if os.environ.get("NEWSCRAWL_TEST_DATABASE_URL"):
        maker.drop_all()


#: Also on a server that was made without them.
_LETTERS = "LC_CTYPE 'C.UTF-8'"


class MakeDatabase:
    def __init__(self, server_url: str) -> None:
        self._server = make_url(server_url)
        self._made: list[str] = []
        self._template: str | None = None

    def __call__(self, options: str = _LETTERS) -> str:
        """The URL of a new, empty database."""
        return self._make(f"TEMPLATE template0 {options}")

    def with_schema(self) -> str:
        """The URL of a new database with the schema and nothing in it: a copy of the first one."""
        if self._template is None:
            url = self()
            with connected(url) as engine:
                upgrade(engine)
            self._template = make_url(url).database
        return self._make(f"TEMPLATE {self._template}")

    def _make(self, template: str) -> str:
        name = f"newscrawl_test_{secrets.token_hex(6)}"
        self._run(f"CREATE DATABASE {name} {template}")
        self._made.append(name)
        return self._server.set(database=name).render_as_string(hide_password=False)

    def drop_all(self) -> None:
        for name in self._made:
            self._run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        # A busy machine may take its time for the files of a database.
        url = self._server.render_as_string(hide_password=False)
        with connected(url, statement_timeout="0") as engine, engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text(statement))


@pytest.fixture
def empty_database_url(make_database: MakeDatabase) -> str:
    """A database of the test's own without a schema."""
    return make_database()


@pytest.fixture
def database_url(make_database: MakeDatabase) -> str:
    """A database of the test's own with the schema: for crawls and concurrency."""
    return make_database.with_schema()


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    with connected(database_url) as engine:
        yield engine


@pytest.fixture
def sessions(engine: Engine) -> SessionFactory:
    """Sessions whose commits stay, in a database of the test's own."""
    return session_factory(engine)


@pytest.fixture(scope="session")
def shared_engine(make_database: MakeDatabase) -> Iterator[Engine]:
    """A database with the schema, for tests that roll back."""
    with connected(make_database.with_schema()) as engine:
        yield engine


@pytest.fixture
def session(shared_engine: Engine) -> Iterator[Session]:
    """A session whose commits are undone when the test ends."""
    with shared_engine.connect() as connection:
        outer = connection.begin()
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            yield session
        outer.rollback()


@pytest.fixture(scope="session")
def pages_folder() -> Path:
    """The development pages; tests that need them are skipped where there are none."""
    folder = Path(
        os.environ.get("NEWSCRAWL_PAGES") or Path(__file__).parents[2] / "shared" / "pages"
    )
    if not folder.is_dir():
        pytest.skip(f"no development pages in {folder}: set NEWSCRAWL_PAGES")
    return folder
