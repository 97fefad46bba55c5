import time
from datetime import UTC, datetime

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session

from newscrawl.archive.database import archive_clock as clock
from newscrawl.archive.database.engine import address as address_of
from newscrawl.archive.database.engine import (
    connect,
    connected,
    rendered,
    session_factory,
    sessions_at,
    unsafe_settings,
    wait_until_up,
)
from newscrawl.archive.database.outlet_lock import OutletLock
from newscrawl.archive.database.sqlstate import first_line
from newscrawl.errors import DatabaseUnavailable


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("timezone", "UTC"),
        ("statement_timeout", "30s"),
        ("lock_timeout", "5s"),
        ("idle_in_transaction_session_timeout", "1min"),
        ("application_name", "newscrawl"),
        ("gin_pending_list_limit", "16MB"),
        ("work_mem", "16MB"),
    ],
)
def test_sessions_are_set_up_as_the_archive_relies_on(
    session: Session, name: str, value: str
) -> None:
    assert session.scalar(text("SELECT current_setting(:name)"), {"name": name}) == value


def test_the_clock_is_the_databases(session: Session) -> None:
    assert clock.now(session) == session.scalar(text("SELECT now()"))


def with_options(url: str, *options: str) -> str:
    """The address with settings of its sessions."""
    pairs = [("options", f"-c {option}") for option in options]
    return rendered(make_url(url).update_query_pairs(pairs, append=True))


def test_the_clock_can_be_set_through_the_url(database_url: str) -> None:
    moment = datetime(2031, 5, 6, 7, 8, tzinfo=UTC)
    url = with_options(database_url, f"newscrawl.now={moment.isoformat()}")

    with connected(url) as engine, session_factory(engine)() as session:
        assert clock.now(session) == moment
        assert session.scalar(text("SHOW timezone")) == "UTC"


def test_a_server_that_gives_more_room_keeps_to_it(empty_database_url: str) -> None:
    with connected(empty_database_url) as owner, owner.begin() as connection:
        name = connection.scalar(text("SELECT current_database()"))
        connection.execute(text(f"ALTER DATABASE \"{name}\" SET work_mem = '64MB'"))

    with connected(empty_database_url) as engine, engine.connect() as connection:
        assert connection.scalar(text("SHOW work_mem")) == "64MB"
        assert connection.scalar(text("SHOW gin_pending_list_limit")) == "16MB"


def test_a_connection_that_died_in_the_pool_is_replaced(database_url: str) -> None:
    with connected(database_url) as engine:
        with engine.connect() as connection:
            pid = connection.scalar(text("SELECT pg_backend_pid()"))
        other = connect(database_url)
        with other.connect() as killer:
            killer.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": pid})

        with engine.connect() as connection:
            assert connection.scalar(text("SELECT pg_backend_pid()")) != pid
    other.dispose()


def test_a_database_that_does_not_answer_is_waited_for_and_then_given_up() -> None:
    engine = connect("postgresql+psycopg2://nobody:S3CRET@127.0.0.1:1/none")
    began = time.monotonic()

    with pytest.raises(DatabaseUnavailable, match="does not answer") as failed:
        wait_until_up(engine, 0.5)

    assert time.monotonic() - began >= 0.2, "it was asked again after a pause"
    assert "S3CRET" not in str(failed.value)


def test_settings_under_which_a_crash_loses_pages_are_named(database_url: str) -> None:
    with (
        connected(database_url, synchronous_commit="off") as engine,
        session_factory(engine)() as session,
    ):
        assert "synchronous_commit" in unsafe_settings(session)


def test_an_error_of_the_database_is_told_in_one_line_without_parameters(session: Session) -> None:
    with pytest.raises(DBAPIError) as failed:
        session.execute(text("SELECT cast(:article AS int)"), {"article": "a whole article"})

    assert first_line(failed.value) == 'invalid input syntax for type integer: "a whole article"'
    assert "[parameters" not in str(failed.value)


def test_the_password_is_in_no_message(server_url: str) -> None:
    wrong = make_url(server_url).set(password="S3CRET", database="no_such_database")
    engine = connect(wrong.render_as_string(hide_password=False))

    with pytest.raises(OperationalError) as failed, engine.connect():
        pass

    assert "S3CRET" not in f"{failed.value} {first_line(failed.value)} {engine.url!r}"


def test_another_process_is_given_all_options_of_the_address(database_url: str) -> None:
    options = {"work_mem": "5MB", "lock_timeout": "7s", "newscrawl.now": "2026-03-01T12:00"}
    url = with_options(database_url, *(f"{name}={value}" for name, value in options.items()))
    given = address_of(sessions_at(url))

    with connected(given) as again, again.connect() as connection:
        for name, value in options.items():
            asked = text("SELECT current_setting(:name)")
            assert connection.scalar(asked, {"name": name}) == value
    assert "+newscrawl" not in given
    with OutletLock(given, "herald") as lock:
        assert lock.is_held()
