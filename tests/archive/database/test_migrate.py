import ast
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from newscrawl.archive import models
from newscrawl.archive.database import migrate
from newscrawl.archive.database.database_retries import patiently
from newscrawl.archive.database.engine import connect, connected
from newscrawl.archive.database.migrate import upgrade
from newscrawl.errors import ConfigError, DatabaseUnavailable, SchemaTooNew
from tests.archive.at_once import at_once
from tests.archive.older import make_older
from tests.rows import every_row

_MIGRATIONS = Path(migrate.__file__).with_name("migrations")


@pytest.fixture
def engine(empty_database_url: str) -> Iterator[Engine]:
    """A database without a schema."""
    with connected(empty_database_url) as engine:
        yield engine


def test_the_migrations_make_what_a_new_archive_has(engine: Engine, shared_engine: Engine) -> None:
    with engine.begin() as connection:
        make_older(connection)
    upgrade(engine)

    with engine.connect() as older, shared_engine.connect() as new:
        context = MigrationContext.configure(older, opts={"compare_server_default": True})
        assert compare_metadata(context, models.Base.metadata) == []
        assert set(older.execute(_MADE)) - _LEFT == set(new.execute(_MADE))


#: Of the oldest schema, and called by nobody.
_LEFT = {("revisions_with_bands", "CREATE")}
_MADE = text("""
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
UNION ALL SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT proname, CASE proname WHEN 'revisions_with_bands' THEN 'CREATE'
                          ELSE pg_get_functiondef(oid) END FROM pg_proc
WHERE pronamespace = 'public'::regnamespace AND probin IS NULL
UNION ALL SELECT table_name || '.' || column_name,
    concat_ws(' ', data_type, udt_name, is_nullable, column_default, is_identity)
FROM information_schema.columns WHERE table_schema = 'public'
""")


@every_row("file", sorted(_MIGRATIONS.rglob("*.py")))
def test_a_migration_stands_alone(file: Path) -> None:
    """What the code is by then must not change what a migration did: it reads none of it."""
    parsed = list(ast.walk(ast.parse(file.read_text())))
    modules = {
        alias.name for node in parsed if isinstance(node, ast.Import) for alias in node.names
    }
    modules |= {node.module or "." for node in parsed if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in modules} <= {"alembic", "sqlalchemy"}
    assert not {node.id for node in parsed if isinstance(node, ast.Name)} & {"open", "__file__"}


def test_a_second_upgrade_has_nothing_to_do(engine: Engine) -> None:
    assert [upgrade(engine), upgrade(engine)] == [True, False]


@pytest.mark.parametrize(("schema", "error"), [("9999", SchemaTooNew), ("0006", ConfigError)])
def test_a_schema_that_is_none_of_ours_is_refused(
    engine: Engine, schema: str, error: type[Exception]
) -> None:
    """That of a newer newscrawl, and that of one before any that counts."""
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{schema}'"))

    with pytest.raises(error, match=schema):
        upgrade(engine)


def test_of_two_upgrades_at_once_one_migrates(engine: Engine, empty_database_url: str) -> None:
    done: list[bool] = []
    with connected(empty_database_url) as other:
        works = [lambda each=each: done.append(upgrade(each)) for each in (engine, other)]
        assert at_once(*works) == []

    assert sorted(done) == [False, True]


def test_who_waits_for_another_migration_waits_longer_than_for_a_reader(
    engine: Engine, empty_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "_LOCK_TIMEOUT", "100ms")
    with connected(empty_database_url, lock_timeout="100ms") as other:
        done: list[bool] = []
        with engine.begin() as migrating:
            migrating.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": migrate._LOCK})
            thread = threading.Thread(target=lambda: done.append(upgrade(other)))
            thread.start()
            thread.join(0.5)
            assert thread.is_alive()
        thread.join()

    assert done == [True]


def test_a_migration_beside_an_open_reader_gives_up_and_changes_nothing(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade(engine)
    monkeypatch.setattr(migrate, "_LOCK_TIMEOUT", "100ms")
    monkeypatch.setattr(migrate, "_PATIENCE", 0.5)
    # To come: the views are renewed, so whoever reads one is in the way.
    monkeypatch.setattr(migrate, "_head", lambda: "9998")
    monkeypatch.setattr(command, "upgrade", _write_something)
    with engine.connect() as reader:
        reader.execute(text("SELECT count(*) FROM articles"))
        with pytest.raises(DatabaseUnavailable, match="reads the archive"):
            upgrade(engine)

    with engine.connect() as connection:
        assert connection.scalar(text("SELECT to_regclass('half_done')")) is None
    assert upgrade(engine), "the reader has gone"


@pytest.mark.parametrize(
    ("lock_timeout", "is_stalled"), [(migrate._LOCK_TIMEOUT, False), ("20s", True)]
)
def test_an_upgrade_behind_a_reader_lets_writers_pass(
    engine: Engine,
    empty_database_url: str,
    monkeypatch: pytest.MonkeyPatch,
    lock_timeout: str,
    is_stalled: bool,
) -> None:
    """All migrations but the first, beside a reader of four seconds; the control waits for it."""
    monkeypatch.setattr(migrate, "_LOCK_TIMEOUT", lock_timeout)
    with engine.begin() as connection:
        make_older(connection)
        connection.execute(text(_HERALD))
    writer, reader = _Writer(empty_database_url), connect(empty_database_url)
    with reader.connect() as reading, writer:
        reading.execute(text("SELECT count(*) FROM link"))
        ended = threading.Timer(4.0, reading.rollback)
        ended.start()
        assert upgrade(engine)
        ended.join()
    reader.dispose()

    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM link")) == writer.written > 0
    assert (writer.longest > 3) is is_stalled, writer.longest


_HERALD = "INSERT INTO outlet (name, title, home, language) VALUES ('herald', 'H', 'h', 'en')"
_LINK = (
    "INSERT INTO link (outlet, key, url, listed_by, outcome) "
    "VALUES ('herald', :key, :key, 'feed', 'waiting')"
)


class _Writer:
    """Lists links as a crawl does, one after the other, and measures the longest stall."""

    def __init__(self, empty_database_url: str) -> None:
        self._engine = connect(empty_database_url)
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._write)
        self.written, self.longest = 0, 0.0

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._ends.set()
        self._thread.join()
        self._engine.dispose()

    def _write(self) -> None:
        while not self._ends.wait(0.01):
            began = time.monotonic()
            # A deadlock with the migration, which ends this or that, is waited for as in a crawl.
            patiently(self._write_one, 60)
            self.longest = max(self.longest, time.monotonic() - began)
            self.written += 1

    def _write_one(self) -> None:
        with self._engine.begin() as connection:
            connection.execute(text(_LINK), {"key": str(self.written)})


def test_views_are_renewed_beside_whoever_reads_and_writes_tables(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A replay of hours reads revisions: it is not waited for where no table changes."""
    upgrade(engine)
    monkeypatch.setattr(migrate, "_PATIENCE", 0.5)
    with engine.begin() as connection:
        connection.execute(text("COMMENT ON TABLE alembic_version IS NULL"))
    with engine.connect() as other:
        other.execute(text("LOCK TABLE article, revision, searchable IN ROW EXCLUSIVE MODE"))

        assert upgrade(engine)


def test_a_table_of_another_schema_is_left_as_it_is(engine: Engine) -> None:
    """It may have a column of a name of ours, and of a type that no server packs."""
    with engine.begin() as connection:
        connection.execute(
            text("CREATE SCHEMA other CREATE TABLE revision (body int, blocks text)")
        )

    assert upgrade(engine)

    with engine.connect() as connection:
        packed = connection.scalars(_PACKED).all()
        assert set(packed) <= {"revision", "searchable"}
        assert len(packed) in {0, 5}, "by a server that has lz4, or has it not"


_PACKED = text(
    "SELECT attrelid::regclass::text FROM pg_attribute JOIN pg_class ON oid = attrelid"
    " WHERE attcompression = 'l' AND relkind = 'r'"
)


def _write_something(config, revision: str) -> None:
    config.attributes["connection"].execute(text("CREATE TABLE half_done ()"))


def test_the_schemas_revisions_are_those_that_alembic_knows() -> None:
    """They are told without it, as it takes its time to load."""
    scripts = ScriptDirectory.from_config(migrate._config())
    known = [script.revision for script in scripts.walk_revisions()]
    assert list(migrate._known()) == known[::-1]
    assert migrate._head() == scripts.get_current_head()


def test_a_crawl_loads_alembic_only_to_migrate() -> None:
    asked = "import sys, newscrawl.crawl.run; print('alembic' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert told.stdout == "False\n"
