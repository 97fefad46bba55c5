"""A browser shows what pywb replays: ``NEWSCRAWL_BROWSER`` is a Python that has PyQt6-WebEngine."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.site.example import ExampleSite
from tests.test_snapshots_pywb import ANSWERS, AT, LATER
from tests.test_snapshots_pywb import replayed as replayed

BROWSE = Path(__file__).with_name("browse.py")
OFFSCREEN = {
    "QT_QPA_PLATFORM": "offscreen",
    "QTWEBENGINE_DISABLE_SANDBOX": "1",
    "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu",
}

if not {"NEWSCRAWL_PYWB", "NEWSCRAWL_BROWSER"} <= os.environ.keys():
    pytest.skip("names no pywb and browser", allow_module_level=True)


def _seen(url: str) -> str:
    done = subprocess.run(
        [os.environ["NEWSCRAWL_BROWSER"], str(BROWSE), url],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, **OFFSCREEN},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.mark.parametrize("moment", [AT, LATER], ids=["response", "revisit"])
@pytest.mark.parametrize("name", ANSWERS)
def test_a_reader_sees_headline_and_text(replayed: int, name: str, moment: str) -> None:
    seen = _seen(f"http://127.0.0.1:{replayed}/news/{moment}/https://herald.test/{name}")

    assert ExampleSite().stories[0].headline in seen
    assert "laden with umbrellas" in seen


def test_a_reader_sees_no_story_where_none_was_kept(replayed: int) -> None:
    seen = _seen(f"http://127.0.0.1:{replayed}/news/{AT}/https://herald.test/never")

    assert ExampleSite().stories[0].headline not in seen
