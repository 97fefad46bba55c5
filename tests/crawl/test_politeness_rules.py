"""How the delay of a host follows its answers."""

import pytest

from newscrawl.crawl.host_delay import adapted


@pytest.mark.parametrize(
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
