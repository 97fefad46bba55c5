"""The trial of many workers knows which pages had to be kept in full again, and which had not."""

from pathlib import Path

import pytest

from bench.fleet_pages import UNEXPLAINED, Whereabouts, reasons

#: In whose home each file was, from when to when; behind that it is in the storage.
_SEEN = {
    "put away": ("home0", 0.0, 50.0),
    "left": ("home1", 100.0, 900.0),
    "own": ("home2", 100.0, 900.0),
    "third": ("home2", 300.0, 900.0),
}


@pytest.mark.parametrize(
    ("before", "away", "why"),
    [
        (["left"], [], "on another machine"),
        (["put away"], [310.0], "in the storage, which was away"),
        (["put away", "left"], [310.0], "in the storage, which was away and on another machine"),
        (["put away"], [], f"{UNEXPLAINED}: the latest could be read"),
        (["own"], [], f"{UNEXPLAINED}: the latest could be read"),
        (["put away", "left"], [], f"{UNEXPLAINED}: an earlier one could be read"),
        (["put away", "left"], [900.0], f"{UNEXPLAINED}: an earlier one could be read"),
    ],
)
def test_why_a_page_was_kept_in_full_again(before: list[str], away: list[float], why: str) -> None:
    """At 300, by who has the third file."""
    known = Whereabouts((Path("home0"),), lambda: True, dict(_SEEN), away)
    rows = [("paper", "https://x.test/1", "sha1:A", file, 200.0) for file in before]
    first = reasons(rows[:1], known)

    found = reasons([*rows, ("paper", "https://x.test/1", "sha1:A", "third", 300.0)], known)

    assert first.total() == 0
    assert found[why] >= 1
