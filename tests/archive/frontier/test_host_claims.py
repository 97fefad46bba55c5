"""A host is asked by one process at a time, a delay apart, whatever becomes of the others."""

import time
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine, text

from newscrawl.archive.frontier.host_claims import HostClaim, HostClaims, NotYet

HOST = "www.harbor-gazette.example"
Process = Callable[[], HostClaims]


@pytest.fixture
def process(engine: Engine) -> Iterator[Process]:
    """Begins another process, as far as the database can tell."""
    begun = list[HostClaims]()

    def begin() -> HostClaims:
        begun.append(HostClaims(engine))
        return begun[-1]

    yield begin
    for one in begun:
        one.close()


def left(found: HostClaim | NotYet) -> float:
    assert isinstance(found, NotYet)
    return found.seconds


def test_a_host_has_one_claim_until_it_is_released(process: Process) -> None:
    one, other = process(), process()
    assert isinstance(one.claim(HOST, 1), HostClaim)
    assert 0 < left(other.claim(HOST, 1)) <= 0.1
    assert isinstance(other.claim("another.example", 1), HostClaim)

    one.release(HOST, 0, 0)

    assert isinstance(other.claim(HOST, 1), HostClaim)


def test_after_a_release_all_wait_and_hear_of_the_delay(process: Process) -> None:
    one, other = process(), process()
    one.claim(HOST, 0)
    one.release(HOST, 2.5, 0.3)

    assert [0.2 < left(each.claim(HOST, 0)) <= 0.3 for each in (one, other)] == [True, True]
    time.sleep(0.3)

    assert other.claim(HOST, 0) == HostClaim(delay=2.5)


def test_a_refused_claim_leaves_the_host_to_others(process: Process) -> None:
    one, other = process(), process()
    one.claim(HOST, 0)
    one.release(HOST, 0, 0.2)
    assert left(one.claim(HOST, 0)) > 0
    time.sleep(0.2)

    assert isinstance(other.claim(HOST, 0), HostClaim)


def test_who_died_with_a_claim_is_waited_for_a_whole_delay(process: Process) -> None:
    one, other = process(), process()
    one.claim(HOST, 0)
    one.close()

    assert 0.3 < left(other.claim(HOST, 0.4)) <= 0.4


def test_a_host_that_wants_no_requests_is_claimed_by_nobody(
    process: Process, engine: Engine
) -> None:
    one = process()
    one.claim(HOST, 0)
    one.release(HOST, 0, 0)
    with engine.begin() as connection:
        connection.execute(text("UPDATE host SET blocked_until = now() + interval '1 hour'"))

    for _ in range(2):
        found = process().claim(HOST, 0)
        assert isinstance(found, NotYet)
        assert found.is_blocked
