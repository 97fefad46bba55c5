"""How the delay of a host follows its answers, and who asks for the next turn when."""

import asyncio
import time
from typing import Any, cast

import pytest
from scrapy.http import Response

from newscrawl.archive.frontier.host_claims import HostClaim, NotYet
from newscrawl.crawl import host_delay
from newscrawl.crawl.host_delay import Politeness, adapted
from newscrawl.crawl.retry_after import HostBlocked
from tests.rows import every_row


@every_row(
    ("delay", "latency", "floor", "is_well", "after"),
    [
        (0.0, 0.1, 1.0, True, 1.0),
        (1.0, 0.1, 1.0, True, 1.0),
        # Up at once, down by halves.
        (1.0, 5.0, 1.0, True, 5.0),
        (5.0, 0.2, 1.0, True, 2.6),
        (2.6, 0.2, 1.0, True, 1.4),
        (1.4, 0.2, 1.0, True, 1.0),
        # An error is often quick, and shortens nothing.
        (5.0, 0.01, 1.0, False, 5.0),
        (5.0, 9.0, 1.0, False, 9.0),
        (1.0, 300.0, 1.0, True, 60.0),
        # Whoever wants more than a minute gets it.
        (0.0, 0.1, 90.0, True, 90.0),
    ],
)
def test_a_delay_follows_the_latency(
    delay: float, latency: float, floor: float, is_well: bool, after: float
) -> None:
    assert adapted(delay, latency, floor, is_well=is_well) == pytest.approx(after)


class Claims:
    """An archive that notes when claims were asked for and given back."""

    def __init__(self) -> None:
        self.asked, self.released = list[float](), list[float]()

    async def claim_host(self, host: str, floor: float) -> HostClaim | NotYet:
        self.asked.append(time.monotonic())
        return HostClaim(delay=floor)

    async def release_host(self, host: str, delay: float, seconds: float) -> None:
        self.released.append(time.monotonic())


async def asked(politeness: Politeness, claims: Claims, answer: Response, count: int) -> list[Any]:
    """What so many requests that are there at once come to."""

    async def download() -> Response:
        return answer

    turns = [politeness.ask("a.example", cast("Any", claims), download) for _ in range(count)]
    return await asyncio.gather(*turns, return_exceptions=True)


def test_no_claim_is_asked_for_before_it_could_be_had() -> None:
    claims = Claims()
    asyncio.run(asked(Politeness(0.1), claims, Response("https://a.example/"), 3))

    assert len(claims.asked) == 3, "one for each request"
    turns = zip(claims.released, claims.asked[1:], strict=False)
    assert min(later - sooner for sooner, later in turns) >= 0.1


@pytest.mark.parametrize(("wanted", "waited"), [(7.0, 7.0), (9999.0, 60.0)])
def test_without_an_archive_too_robots_txt_says_how_long_to_wait(
    wanted: float, waited: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept = list[float]()

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    async def download() -> Response:
        return Response("https://a.example/")

    async def ask_twice() -> None:
        await politeness.ask("a.example", None, download)
        await politeness.ask("a.example", None, download)

    monkeypatch.setattr(host_delay.asyncio, "sleep", sleep)
    politeness = Politeness(0.0)
    politeness.crawl_delay("a.example", wanted)
    asyncio.run(ask_twice())

    assert slept[-1] == pytest.approx(waited, abs=1)


def test_those_who_wait_for_their_turn_hear_that_the_host_wants_no_requests() -> None:
    claims = Claims()
    away = Response("https://a.example/", status=429, headers={"Retry-After": "7200"})

    first, *others = asyncio.run(asked(Politeness(0.01), claims, away, 3))

    assert first == (away, 7200)
    assert [type(other) for other in others] == [HostBlocked] * 2
    assert len(claims.asked) == 1
