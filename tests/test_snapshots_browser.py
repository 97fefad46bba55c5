"""A browser shows what pywb replays of the kept pages."""

import pytest
from playwright.sync_api import Browser

from tests.browser import window
from tests.site.example import ExampleSite
from tests.test_snapshots_pywb import ANSWERS, AT, LATER
from tests.test_snapshots_pywb import replayed as replayed


def _seen(chromium: Browser, url: str) -> str:
    with window(chromium) as (page, _):
        # What pywb replays stands in a frame of its own.
        page.goto(url, wait_until="networkidle")
        return "".join(frame.locator("body").inner_text() for frame in page.frames[1:])


@pytest.mark.parametrize("moment", [AT, LATER], ids=["response", "revisit"])
@pytest.mark.parametrize("name", ANSWERS)
def test_a_reader_sees_headline_and_text(
    chromium: Browser, replayed: int, name: str, moment: str
) -> None:
    seen = _seen(chromium, f"http://127.0.0.1:{replayed}/news/{moment}/https://herald.test/{name}")

    assert ExampleSite().stories[0].headline in seen
    assert "laden with umbrellas" in seen


def test_a_reader_sees_no_story_where_none_was_kept(chromium: Browser, replayed: int) -> None:
    seen = _seen(chromium, f"http://127.0.0.1:{replayed}/news/{AT}/https://herald.test/never")

    assert ExampleSite().stories[0].headline not in seen
