import os
import signal
import subprocess
import sys
import time

import pytest
from sqlalchemy import Engine, make_url, text

from newscrawl.archive.database.outlet_lock import OutletLock
from newscrawl.errors import Busy, ConfigError, DatabaseUnavailable
from tests.archive.database.test_engine import with_options

_HOLD = """
import sys, time
from newscrawl.archive.database.outlet_lock import OutletLock
with OutletLock(sys.argv[1], "herald"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_an_outlet_has_one_crawl_at_a_time(database_url: str) -> None:
    with (
        OutletLock(database_url, "herald"),
        pytest.raises(Busy, match="another crawl of herald"),
        OutletLock(database_url, "herald"),
    ):
        pass


def test_two_outlets_are_crawled_at_once(database_url: str) -> None:
    with OutletLock(database_url, "herald") as one, OutletLock(database_url, "gazette") as two:
        assert (one.is_held(), two.is_held()) == (True, True)


def test_a_lock_that_was_given_back_can_be_taken_at_once(database_url: str) -> None:
    for _ in range(20):
        with OutletLock(database_url, "herald"):
            pass
        with OutletLock(database_url, "herald"):
            pass


def test_a_holder_that_is_killed_holds_no_more(database_url: str) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, database_url], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    with holder.stdout:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Busy):
            OutletLock(database_url, "herald").acquire()

        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()

    _take_within(OutletLock(database_url, "herald"), seconds=20)


def test_a_lost_connection_is_noticed_and_the_lock_can_be_taken_again(
    engine: Engine, database_url: str
) -> None:
    with OutletLock(database_url, "herald") as lock:
        _end_holder(engine)

        assert not lock.is_held()
        lock.acquire()
        assert lock.is_held()
        with pytest.raises(Busy):
            OutletLock(database_url, "herald").acquire()


def test_who_lost_the_lock_to_another_run_hears_of_it(engine: Engine, database_url: str) -> None:
    with OutletLock(database_url, "herald") as lock:
        _end_holder(engine)
        with OutletLock(database_url, "herald"):
            assert not lock.is_held()
            with pytest.raises(Busy):
                lock.acquire()


def test_a_lock_outlasts_the_time_that_an_idle_transaction_may_take(database_url: str) -> None:
    hasty = with_options(database_url, "idle_in_transaction_session_timeout=50ms")
    with OutletLock(hasty, "herald") as lock:
        time.sleep(0.3)
        assert lock.is_held()


def test_a_database_that_is_not_there_is_waited_for(database_url: str) -> None:
    nowhere = make_url(database_url).set(host="127.0.0.1", port=1, query={})
    started = time.monotonic()
    lock = OutletLock(nowhere.render_as_string(hide_password=False), "herald", wait=1.0)

    with pytest.raises(DatabaseUnavailable, match="does not answer"), lock:
        pass

    assert 0.2 < time.monotonic() - started < 30


@pytest.mark.parametrize("url", ["postgresql://u:S3CRET@h:x/db", "postgresql://u:S3CRET@h/d?no=1"])
def test_a_url_that_cannot_be_read_is_not_quoted(url: str) -> None:
    with pytest.raises(ConfigError) as failed, OutletLock(url, "herald"):
        pass

    assert "S3CRET" not in str(failed.value)


def _end_holder(engine: Engine) -> None:
    with engine.connect() as connection:
        ended = connection.scalar(
            text(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks "
                "WHERE locktype = 'advisory' AND database = "
                "(SELECT oid FROM pg_database WHERE datname = current_database())"
            )
        )
    assert ended


def _take_within(lock: OutletLock, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            lock.acquire()
        except Busy:
            assert time.monotonic() < deadline, "the lock was not freed"
            time.sleep(0.01)
        else:
            lock.release()
            return
