"""Backups of real embedded databases."""

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from newscrawl.archive.database.backup import back_up, connection_of, libpq_url, restore
from newscrawl.archive.database.engine import connect, connected
from newscrawl.archive.database.migrate import upgrade
from newscrawl.archive.postgres.embedded_server import Server
from newscrawl.errors import ArchiveError, ConfigError, DatabaseUnavailable, UsageError
from tests.own_server import ask, majors, own_server

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("fcntl") is None, reason="the embedded server is for POSIX systems"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with Server(tmp_path_factory.mktemp("home")) as url:
        yield url


@pytest.fixture
def database(server: str) -> Iterator[str]:
    """A database with one table and an extension, of its own for each test."""
    yield from made(server, "filled")


@pytest.fixture
def empty(server: str) -> Iterator[str]:
    yield from made(server, "fresh")


def made(server: str, name: str) -> Iterator[str]:
    ask(server, f"CREATE DATABASE {name}")
    url = server.replace("/newscrawl?", f"/{name}?")
    ask(url, "CREATE EXTENSION pg_trgm")
    if name == "filled":
        ask(url, "CREATE TABLE article AS SELECT 'Правда' AS headline")
    else:
        ask(url, "DROP EXTENSION pg_trgm")
    yield url
    ask(server, f"DROP DATABASE {name}")


def test_what_was_backed_up_is_restored(database: str, empty: str, tmp_path: Path) -> None:
    back_up(database, tmp_path / "archive.dump")
    restore(empty, tmp_path / "archive.dump")

    assert ask(empty, "SELECT headline FROM article") == "Правда"
    assert ask(empty, "SELECT similarity('a', 'a')") == "1.0"
    assert (tmp_path / "archive.dump").stat().st_mode & 0o777 == 0o600


def test_an_extension_alone_leaves_a_database_empty(
    database: str, empty: str, tmp_path: Path
) -> None:
    ask(empty, "CREATE EXTENSION pg_stat_statements")
    back_up(database, tmp_path / "archive.dump")

    restore(empty, tmp_path / "archive.dump")

    assert ask(empty, "SELECT headline FROM article") == "Правда"


@pytest.mark.parametrize("major", [14, 15, 16, 17, 18])
def test_what_was_backed_up_goes_back_into_the_server_that_it_came_from(
    tmp_path: Path, major: int
) -> None:
    """With the programs that newscrawl finds by itself, and a login that owns nothing else."""
    with own_server(major) as server:
        for name in ("filled", "fresh"):
            server.make_login(name)
        engine = connect(server.url("filled", "filled"))
        upgrade(engine)
        tricky = "SET transaction_timeout = 0;"
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE kept AS SELECT :line AS line"), {"line": tricky})
            tables = connection.scalar(text("SELECT count(*) FROM pg_tables"))
        engine.dispose()

        back_up(server.url("filled", "filled"), tmp_path / "archive.dump")
        restore(server.url("fresh", "fresh"), tmp_path / "archive.dump")

        assert ask(server.url("fresh", "fresh"), "SELECT line FROM kept") == tricky
        assert ask(server.url("fresh", "fresh"), "SELECT count(*) FROM pg_tables") == str(tables)
        with connected(server.url("fresh", "fresh")) as engine:
            assert not upgrade(engine), "nothing is left to bring up to date"


def test_a_restore_that_the_login_may_not_make_leaves_nothing(
    database: str, tmp_path: Path
) -> None:
    back_up(database, tmp_path / "archive.dump")
    with own_server(max(majors())) as server:
        server.make_login("fresh")
        server.make_login("guest")
        server.run("fresh", "REVOKE CREATE ON SCHEMA public FROM PUBLIC")

        with pytest.raises(ConfigError, match=r"^the database refuses: .*permission denied.*$"):
            restore(server.url("guest", "fresh"), tmp_path / "archive.dump")

        assert (
            server.run("fresh", "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0
        )


def test_a_file_that_exists_is_not_overwritten(database: str, tmp_path: Path) -> None:
    file = tmp_path / "archive.dump"
    file.write_text("precious")

    with pytest.raises(UsageError, match=r"^.*archive\.dump exists.*$"):
        back_up(database, file)
    assert file.read_text() == "precious"


@pytest.mark.parametrize(
    ("place", "kind", "says"),
    [
        ("/no_such_database?", ConfigError, '^the database refuses: .*"no_such_database".*$'),
        ("/newscrawl?port=1&", DatabaseUnavailable, "^the database does not answer.*$"),
    ],
)
def test_a_backup_that_fails_leaves_no_file(
    server: str, tmp_path: Path, place: str, kind: type[Exception], says: str
) -> None:
    with pytest.raises(kind, match=says):
        back_up(
            server.replace("/newscrawl?", place).replace("&port=5432", ""),
            tmp_path / "archive.dump",
        )

    assert list(tmp_path.iterdir()) == []


def test_a_backup_into_no_folder_is_said_in_one_line(database: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^there is no folder .*nowhere$"):
        back_up(database, tmp_path / "nowhere" / "archive.dump")


def test_a_database_that_holds_something_is_not_restored_into(
    database: str, tmp_path: Path
) -> None:
    file = tmp_path / "archive.dump"
    back_up(database, file)

    with pytest.raises(UsageError, match=r"^the database is not empty \(it has article\).*$"):
        restore(database, file)
    assert ask(database, "SELECT count(*) FROM article") == "1"


@pytest.mark.parametrize("content", [None, b"", b"not a dump"])
def test_a_file_that_is_no_backup_is_said_in_one_line(
    empty: str, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "archive.dump"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(UsageError, match=r"^.+$"):
        restore(empty, file)


def test_a_damaged_backup_restores_nothing(database: str, empty: str, tmp_path: Path) -> None:
    file = tmp_path / "archive.dump"
    ask(database, "INSERT INTO article SELECT md5(n::text) FROM generate_series(1, 20000) n")
    back_up(database, file)
    os.truncate(file, file.stat().st_size // 2)

    with pytest.raises(ArchiveError, match=r"^pg_restore failed: .*$"):
        restore(empty, file)
    assert ask(empty, "SELECT to_regclass('article') IS NULL") == "True"


def test_a_server_newer_than_the_programs_is_said_in_one_line(
    database: str, tmp_path: Path
) -> None:
    older = Path("/usr/lib/postgresql/15/bin")
    if not older.is_dir():
        pytest.skip("no Postgres 15 on this machine")

    with pytest.raises(ConfigError, match=r"^this pg_dump is older than the server: .*PG_BIN.*$"):
        back_up(database, tmp_path / "archive.dump", older)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg2://me:se%2Fcret@host:6543/db?sslmode=prefer",
        "postgresql://me@host:6543/db?password=se%2Fcret&sslmode=prefer",
        "postgresql://me:other@host:6543/db?sslmode=prefer&password=se/cret",
    ],
)
def test_a_password_goes_through_the_environment(url: str) -> None:
    address, environment = connection_of(url)

    assert address == "user=me dbname=db host=host port=6543 sslmode=prefer"
    assert environment["PGPASSWORD"] == "se/cret"


def test_a_space_in_a_folder_is_written_as_libpq_reads_it() -> None:
    assert libpq_url("postgresql+psycopg2://me@/db?host=/a%20b%2Bc") == (
        "postgresql://me@/db?host=%2Fa%20b%2Bc"
    )


def test_an_archive_is_packed_as_its_server_can_wherever_it_is_restored(
    empty: str, tmp_path: Path
) -> None:
    """A dump of a server with lz4 is read by one that has none, and the other way round."""
    programs = Path("/usr/lib/postgresql/15/bin")
    if 15 not in majors():
        pytest.skip("no Postgres 15 on this machine")
    with own_server(15) as server:
        server.make_login("one")
        server.make_login("other")
        _upgrade(server.url("one", "one"))
        assert ask(server.url("one", "one"), _PACKED) == "llll"
        back_up(server.url("one", "one"), tmp_path / "theirs.dump", programs)
        restore(server.url("other", "other"), tmp_path / "theirs.dump", programs)
        assert ask(server.url("other", "other"), _PACKED) == "llll"

    restore(empty, tmp_path / "theirs.dump")

    has_lz4 = ask(empty, _HAS_LZ4) == "True"
    assert ask(empty, _PACKED) == ("llll" if has_lz4 else "")


_HAS_LZ4 = "SELECT 'lz4' = ANY (enumvals) FROM pg_settings WHERE name = 'default_toast_compression'"
_PACKED = """
SELECT string_agg(attcompression::text, '') FROM pg_attribute
WHERE attrelid = to_regclass('public.revision')
  AND attname IN ('blocks', 'body', 'changes', 'removed')
"""


def _upgrade(url: str) -> None:
    with connected(url) as engine:
        upgrade(engine)
