import threading
from collections.abc import Callable

import psycopg2
import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, StatementError

from newscrawl.archive.database.sqlstate import (
    Remedy,
    is_full,
    is_locked,
    is_too_slow,
    plain,
    remedy,
)
from newscrawl.errors import DiskFull
from tests.archive.at_once import at_once
from tests.rows import every_row


class _Coded(psycopg2.OperationalError):
    """An error with a SQLSTATE that no test can bring about."""

    def __init__(self, code: str) -> None:
        super().__init__("as the server says")
        self.code = code

    @property
    def pgcode(self) -> str:
        return self.code


def _error(code: str) -> DBAPIError:
    return DBAPIError("SELECT 1", {}, _Coded(code))


@every_row(
    ("code", "helps"),
    [
        ("08000", Remedy.RECONNECT),
        ("08006", Remedy.RECONNECT),
        ("57P01", Remedy.RECONNECT),
        ("57P03", Remedy.RECONNECT),
        ("25P03", Remedy.RECONNECT),
        ("", Remedy.QUARANTINE),
        ("40001", Remedy.RETRY),
        ("40P01", Remedy.RETRY),
        ("55P03", Remedy.RETRY),
        ("57014", Remedy.RETRY),
        ("25006", Remedy.RETRY),
        ("53100", Remedy.STOP),
        ("53200", Remedy.STOP),
        ("58030", Remedy.STOP),
        ("XX001", Remedy.STOP),
        ("21000", Remedy.QUARANTINE),
        ("22001", Remedy.QUARANTINE),
        ("22P05", Remedy.QUARANTINE),
        ("23502", Remedy.QUARANTINE),
        ("23505", Remedy.QUARANTINE),
        ("42501", Remedy.TELL),
        ("28P01", Remedy.TELL),
        ("3D000", Remedy.TELL),
        ("3F000", Remedy.TELL),
        ("0A000", Remedy.TELL),
        ("54000", Remedy.QUARANTINE),
    ],
)
def test_the_sqlstate_decides(code: str, helps: Remedy) -> None:
    assert remedy(_error(code)) is helps


@pytest.mark.parametrize("kind", [psycopg2.OperationalError, psycopg2.InterfaceError])
def test_an_error_of_the_connection_without_a_code_means_it_is_lost(kind: type) -> None:
    assert remedy(DBAPIError("SELECT 1", {}, kind("no server"))) is Remedy.RECONNECT


def test_a_disk_without_room_to_connect_is_full_and_not_away() -> None:
    """Such an error has no SQLSTATE: the server never let anybody in."""
    error = psycopg2.OperationalError("FATAL:  could not write init file: No space left on device")

    for one in (error, DBAPIError("SELECT 1", {}, error)):
        assert remedy(one) is Remedy.STOP
        assert isinstance(plain(one), DiskFull)


@pytest.mark.parametrize("error", [ValueError("NUL"), UnicodeEncodeError("u", "\ud800", 0, 1, "s")])
def test_what_is_no_error_of_the_database_is_the_values_fault(error: Exception) -> None:
    assert remedy(error) is Remedy.QUARANTINE


def test_a_value_that_cannot_be_bound_is_at_fault_itself() -> None:
    assert remedy(StatementError("unbindable", "SELECT 1", {}, TypeError())) is Remedy.QUARANTINE


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (_error("53100"), True),
        (_error("53200"), False),
        (OSError(28, "No space left on device"), True),
        (OSError(122, "Quota exceeded"), True),
        (OSError(13, "Permission denied"), False),
    ],
)
def test_a_full_disk_is_told_from_other_faults(error: Exception, expected: bool) -> None:
    assert is_full(error) is expected


@pytest.fixture
def engine(engine: Engine) -> Engine:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE row (id int PRIMARY KEY)"))
        connection.execute(text("INSERT INTO row VALUES (1), (2)"))
    return engine


def _terminated(engine: Engine) -> None:
    with engine.connect() as connection, engine.connect() as killer:
        pid = connection.scalar(text("SELECT pg_backend_pid()"))
        killer.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": pid})
        connection.execute(text("SELECT 1"))


def _timed_out(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("SET statement_timeout = '50ms'"))
        connection.execute(text("SELECT pg_sleep(5)"))


def _idle_for_too_long(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("SET idle_in_transaction_session_timeout = '50ms'"))
        threading.Event().wait(0.3)
        connection.execute(text("SELECT 1"))


def _locked_out(engine: Engine) -> None:
    with engine.connect() as holder, engine.connect() as connection:
        holder.execute(text("LOCK TABLE row"))
        connection.execute(text("SET lock_timeout = '50ms'"))
        connection.execute(text("SELECT * FROM row"))


def _with_nul(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("SELECT :text"), {"text": "a\x00b"})


def _with_nul_in_json(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("SELECT cast(:json AS jsonb)"), {"json": '"\\u0000"'})


def _twice(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("INSERT INTO row VALUES (1)"))


def _deadlocked(engine: Engine) -> None:
    both_hold = threading.Barrier(2)

    def lock(first: int, second: int) -> None:
        wanted = text("SELECT * FROM row WHERE id = :id FOR UPDATE")
        with engine.connect() as connection:
            connection.execute(text("SET deadlock_timeout = '50ms'"))
            connection.execute(wanted, {"id": first})
            both_hold.wait()
            connection.execute(wanted, {"id": second})

    raise at_once(lambda: lock(1, 2), lambda: lock(2, 1))[0]


@every_row(
    ("bring_about", "helps"),
    [
        (_terminated, Remedy.RECONNECT),
        (_idle_for_too_long, Remedy.RECONNECT),
        (_timed_out, Remedy.RETRY),
        (_locked_out, Remedy.RETRY),
        (_deadlocked, Remedy.RETRY),
        (_with_nul, Remedy.QUARANTINE),
        (_with_nul_in_json, Remedy.QUARANTINE),
        (_twice, Remedy.QUARANTINE),
    ],
)
def test_an_error_of_a_real_server_has_its_remedy(
    engine: Engine, bring_about: Callable[[Engine], None], helps: Remedy
) -> None:
    with pytest.raises((DBAPIError, ValueError)) as failed:
        bring_about(engine)

    assert remedy(failed.value) is helps


@every_row(
    ("bring_about", "slow", "locked"),
    [(_timed_out, True, False), (_locked_out, False, True), (_deadlocked, False, True)],
)
def test_a_slow_statement_is_told_from_one_that_others_keep_from_its_rows(
    engine: Engine, bring_about: Callable[[Engine], None], slow: bool, locked: bool
) -> None:
    with pytest.raises(DBAPIError) as failed:
        bring_about(engine)

    assert (is_too_slow(failed.value), is_locked(failed.value)) == (slow, locked)
