import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from newscrawl.archive.engine import connect
from newscrawl.archive.lock import OutletLock
from newscrawl.errors import Busy

_HOLD = """
import sys, time
from newscrawl.archive.engine import connect
from newscrawl.archive.lock import OutletLock
with OutletLock(connect(sys.argv[1]), "herald"):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = connect(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def other(database_url: str) -> Iterator[Engine]:
    engine = connect(database_url)
    yield engine
    engine.dispose()


def test_an_outlet_has_one_crawl_at_a_time(engine: Engine, other: Engine) -> None:
    with (
        OutletLock(engine, "herald"),
        pytest.raises(Busy, match="another crawl of herald"),
        OutletLock(other, "herald"),
    ):
        pass


def test_two_outlets_are_crawled_at_once(engine: Engine, other: Engine) -> None:
    with OutletLock(engine, "herald") as one, OutletLock(other, "gazette") as two:
        assert (one.is_held(), two.is_held()) == (True, True)


def test_a_lock_that_was_given_back_can_be_taken_at_once(engine: Engine, other: Engine) -> None:
    for _ in range(20):
        with OutletLock(engine, "herald"):
            pass
        with OutletLock(other, "herald"):
            pass


def test_a_holder_that_is_killed_holds_no_more(engine: Engine, database_url: str) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, database_url], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    with holder.stdout:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Busy):
            OutletLock(engine, "herald").acquire()

        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()

    _take_within(OutletLock(engine, "herald"), seconds=2)


def test_a_lost_connection_is_noticed_and_the_lock_can_be_taken_again(
    engine: Engine, other: Engine
) -> None:
    with OutletLock(engine, "herald") as lock:
        _end_holder(other)

        assert not lock.is_held()
        lock.acquire()
        assert lock.is_held()
        with pytest.raises(Busy):
            OutletLock(other, "herald").acquire()


def test_who_lost_the_lock_to_another_run_hears_of_it(engine: Engine, other: Engine) -> None:
    with OutletLock(engine, "herald") as lock:
        _end_holder(other)
        with OutletLock(other, "herald"):
            assert not lock.is_held()
            with pytest.raises(Busy):
                lock.acquire()


def test_a_lock_outlasts_the_time_that_an_idle_transaction_may_take(database_url: str) -> None:
    hasty = connect(database_url, idle_in_transaction_session_timeout="50ms")
    with OutletLock(hasty, "herald") as lock:
        time.sleep(0.3)
        assert lock.is_held()
    hasty.dispose()


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
