"""A browser at the width of a phone: ``NEWSCRAWL_BROWSER`` is a Python with PyQt6-WebEngine."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.web.conftest import EDITED, Served

if "NEWSCRAWL_BROWSER" not in os.environ:
    pytest.skip("NEWSCRAWL_BROWSER names no browser", allow_module_level=True)

OFFSCREEN = {
    "QT_QPA_PLATFORM": "offscreen",
    "QTWEBENGINE_DISABLE_SANDBOX": "1",
    "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu",
}
WALK = Path(__file__).with_name("browse_pages.py")


def test_a_reader_walks_from_the_search_to_the_kept_page(served: Served) -> None:
    root, own = f"http://127.0.0.1:{served.port}", f"/articles/{served.article_of(EDITED)}"
    steps = {
        "/?q=bread": "Search the archive",
        own: "Cite this revision",
        f"{own}?removed=yes": "Revisions",
        f"{own}/difference": "altogether",
        f"{own}/kept": "Kept page",
        "/edits": "Edits",
        "/deletions": "Deletions",
        "/outlets/moscow_times": "Every link, accounted for",
        "/operator": "The ledger",
        "/rules": "Rules that the archive learned",
    }

    done = subprocess.run(
        [os.environ["NEWSCRAWL_BROWSER"], str(WALK), *(root + path for path in steps)],
        capture_output=True,
        text=True,
        timeout=150,
        env={**os.environ, **OFFSCREEN},
    )

    assert done.returncode == 0, done.stderr[-2000:]
    met = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(met) == len(steps)
    for (path, said), page in zip(steps.items(), met, strict=True):
        assert said in page["text"], path
        assert not page["is_wide"], f"{path} scrolls sideways"
        assert page["unnamed"] == 0, f"{path} has a field without a name"
        assert page["headings"] >= 1, path
        assert [url for url in page["asked"] if not url.startswith(root)] == [], path
        assert not [each for each in page["complaints"] if "dialog" in each], path
