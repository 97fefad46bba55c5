"""Nothing blocks the reactor: a database that answers late keeps no request from leaving."""

import json
from pathlib import Path

import pytest

from newscrawl.crawl import settings
from tests.crawl.runner import Crawls
from tests.crawl.slow_proxy import SlowProxy
from tests.site.example import ExampleSite

#: Seconds that each answer of the database takes.
_DATABASE = 0.1
_LAG = 0.09


@pytest.mark.parametrize(
    ("watcher", "is_blocked"), [("LoopLag", False), ("AsksInTheReactor", True)]
)
def test_a_slow_database_does_not_block_the_reactor(
    crawls: Crawls,
    site: ExampleSite,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    watcher: str,
    is_blocked: bool,
) -> None:
    monkeypatch.setenv("LAG_FILE", str(tmp_path / "lag"))
    extensions = json.dumps({**settings.EXTENSIONS, f"tests.crawl.lag.{watcher}": 0})
    pages = ",".join(site.truth(story.key)["url"] for story in site.stories[:1])

    with SlowProxy(crawls.database_url, _DATABASE) as proxy:
        crawls.database_url = proxy.url
        ended = crawls.run("-a", f"urls={pages}", EXTENSIONS=extensions)

    assert (ended.code, ended.stderr) == (0, "")
    late = [float(line) for line in (tmp_path / "lag").read_text().split()]
    assert len(late) > 50, "the database was not slow"
    blocked = [seconds for seconds in late if seconds > _LAG]
    assert (len(blocked) > 2) is is_blocked, blocked
